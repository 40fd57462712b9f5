import { describe, expect, it } from '@jest/globals'
import { parseInstant } from '../../primitives/instant.ts'
import { refused } from '../violation-fixture.ts'
import {
  type DelayExplainedInput,
  delayExplainedGate,
  type PlanAgreedInput,
  planAgreedGate,
  requestDescriptionGate,
} from './service-steps.ts'

const [nine, ten, eleven] = [
  parseInstant('2026-03-02T09:00:00+08:00'),
  parseInstant('2026-03-02T10:00:00+08:00'),
  parseInstant('2026-03-02T11:00:00+08:00'),
]

describe('the description of a request', () => {
  const gate = (problem: string | null, need: string | null = null, minimumCharacters = 5) =>
    requestDescriptionGate({ problem, need, minimumCharacters })

  it.each([
    ['of just enough letters', 'leaks', null],
    ['of a need only', null, 'tubes'],
    ['in Chinese', '泵体漏水了', null],
    ['with digits among the letters', 'E 42 on', null],
  ])('%s passes (SRV-3)', (_, problem, need) => {
    expect(gate(problem, need)).toEqual([])
  })

  it.each([
    ['one letter short', 'leak', null, 4],
    ['that adds up only over both texts', 'leak', 'now', 4],
    ['of signs', '!!! ... ???', null, 0],
    ['of blanks', '      ', '', 0],
    ['that is missing', null, null, 0],
  ])('%s is refused (SRV-3)', (_, problem, need, written) => {
    expect(refused(gate(problem, need))).toEqual([['SRV-3', 'problem', { written, required: 5 }]])
  })

  it('is told how much there is (SRV-3)', () => {
    expect(gate('leak')[0]?.message.en).toBe('4 letters are no detailed description.')
    expect(gate(null)[0]?.message.en).toBe('Neither the problem nor the need is described.')
  })

  it.each([0, 2.5])('cannot be asked for in %p letters', (minimum) => {
    expect(() => gate('leaks', null, minimum)).toThrow(
      expect.objectContaining({ code: 'POLICY_INVALID', message: expect.stringContaining('minimumCharacters') }),
    )
  })
})

describe('a plan', () => {
  const gate = (given: Partial<PlanAgreedInput> = {}) =>
    refused(
      planAgreedGate({
        plan: { revision: 2, proposedAt: nine },
        agreement: { revision: 2, agreedAt: ten },
        startsAt: eleven,
        ...given,
      }),
    )

  it('that was agreed in this revision is executed, at the earliest at once (SRV-9)', () => {
    expect(gate()).toEqual([])
    expect(gate({ plan: { revision: 2, proposedAt: ten }, startsAt: ten })).toEqual([])
  })

  it('that does not exist is not executed (SRV-9)', () => {
    expect(gate({ plan: null })).toEqual([['SRV-9', 'plan', { reason: 'NO_PLAN', startsAt: eleven }]])
  })

  it('that nobody agreed to is not executed (SRV-9)', () => {
    expect(gate({ agreement: null })).toEqual([
      ['SRV-9', 'agreement', { reason: 'NOT_AGREED', revision: 2, startsAt: eleven }],
    ])
  })

  it.each([1, 3])('that was agreed as revision %p is not executed (SRV-9)', (revision) => {
    expect(gate({ agreement: { revision, agreedAt: ten } })).toEqual([
      [
        'SRV-9',
        'agreement.revision',
        {
          reason: 'OTHER_REVISION',
          revision: 2,
          agreedRevision: revision,
          proposedAt: nine,
          agreedAt: ten,
          startsAt: eleven,
        },
      ],
    ])
  })

  it('agreed to before it was proposed, or after the start, is not executed (SRV-9)', () => {
    expect(gate({ agreement: { revision: 2, agreedAt: parseInstant('2026-03-02T08:59:59.999+08:00') } })).toMatchObject(
      [['SRV-9', 'agreement.agreedAt', { reason: 'AGREED_BEFORE_PROPOSED' }]],
    )
    expect(gate({ agreement: { revision: 2, agreedAt: parseInstant('2026-03-02T11:00:00.001+08:00') } })).toMatchObject(
      [['SRV-9', 'agreement.agreedAt', { reason: 'AGREED_AFTER_START' }]],
    )
  })

  it('hears of everything at once (SRV-9)', () => {
    const all = gate({
      plan: { revision: 2, proposedAt: eleven },
      agreement: { revision: 1, agreedAt: ten },
      startsAt: nine,
    })
    expect(all.map(([, , { reason }]) => reason)).toEqual([
      'OTHER_REVISION',
      'AGREED_BEFORE_PROPOSED',
      'AGREED_AFTER_START',
    ])
  })
})

describe('a delay', () => {
  const explanation = { toldAt: nine, reason: 'spare part ordered', expectedAt: ten }
  const gate = (given: Partial<DelayExplainedInput> = {}) =>
    refused(delayExplainedGate({ isSolvedAtOnce: false, explanation, ...given }))

  it('is none where the case was solved at once, and is in order when explained (SRV-11)', () => {
    expect(gate({ isSolvedAtOnce: true, explanation: null })).toEqual([])
    expect(gate()).toEqual([])
  })

  it('that was not explained is refused (SRV-11)', () => {
    expect(gate({ explanation: null })).toEqual([['SRV-11', 'explanation', { reason: 'NOT_TOLD' }]])
  })

  it.each([null, ' '])('explained by the reason %j is refused (SRV-11)', (reason) => {
    expect(gate({ explanation: { ...explanation, reason } })).toEqual([
      ['SRV-11', 'explanation.reason', { reason: 'NO_REASON', toldAt: nine }],
    ])
  })

  it('without an expected time, or with one that is not ahead, is refused (SRV-11)', () => {
    expect(gate({ explanation: { ...explanation, expectedAt: null } })).toEqual([
      ['SRV-11', 'explanation.expectedAt', { reason: 'NO_EXPECTED_TIME', toldAt: nine }],
    ])
    expect(gate({ explanation: { ...explanation, expectedAt: nine } })).toEqual([
      ['SRV-11', 'explanation.expectedAt', { reason: 'NOT_AHEAD', toldAt: nine, expectedAt: nine }],
    ])
    const next = parseInstant('2026-03-02T09:00:00.001+08:00')
    expect(gate({ explanation: { ...explanation, expectedAt: next } })).toEqual([])
  })

  it('hears of both at once (SRV-11)', () => {
    expect(gate({ explanation: { toldAt: nine, reason: null, expectedAt: null } })).toHaveLength(2)
  })
})
