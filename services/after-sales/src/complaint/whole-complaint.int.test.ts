import { randomUUID } from 'node:crypto'
import { encodeScorecardId, parseInstant, parseLocalDate } from '@afterline/rules'
import type { Caller } from '@afterline/service-kit/testing/subgraph'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openAfterSales, type TestAfterSales } from '../after-sales.fixture.ts'
import { type Complaints, complaintsOf, desk } from './complaints.fixture.ts'

const at = (time: string) => parseInstant(`2026-03-02T${time}:00+08:00`)
const NEXT_MORNING = parseInstant('2026-03-03T09:00:00+08:00')
const hotline: Caller = { id: 'liu', roles: ['HOTLINE_AGENT'] }

let service: TestAfterSales
let complaints: Complaints
beforeAll(async () => {
  service = await openAfterSales(NEXT_MORNING)
  complaints = complaintsOf(service)
})
afterAll(() => service.dispose())

const verified = (verification = 'Seen on the bench') => ({
  occurredAt: at('17:59'),
  registerComplaint: { verification, isSubstantiated: true },
})
const opinion = { occurredAt: at('18:30'), issueOpinion: { opinion: 'The battery' } }
const handled = { occurredAt: at('19:00'), handleComplaint: { outcome: 'SOLVED', measure: 'Battery replaced' } }

/** Received at four in the afternoon, and entered the next morning together with what followed. */
function caseOf(customerId: string, ...steps: readonly object[]) {
  return {
    idempotencyKey: randomUUID(),
    occurredAt: at('16:00'),
    backdatedBecause: 'the line was down',
    receiveComplaint: { customerId, channel: 'PHONE', description: 'The pump stops' },
    steps,
  }
}

async function countOf(customerId: string): Promise<unknown> {
  const source = `{ complaints(filter: { customerId: ["${customerId}"] }) { totalCount } }`
  const complaintsOfCustomer = (await service.ask(desk, source)).data?.['complaints']
  return (complaintsOfCustomer as { readonly totalCount: number } | undefined)?.totalCount
}

describe('a complaint of yesterday, verified within two hours and entered today with all that followed', () => {
  it('met its limits, and each step stands at its own time (CMP-2, CMP-5)', async () => {
    const fields = 'status receivedAt registration { registeredAt } opinions { issuedAt } deadlines { key status }'
    const input = caseOf(randomUUID(), verified(), opinion, handled)
    expect(await complaints.must(desk, 'recordWholeComplaint', input, fields)).toMatchObject({
      status: 'HANDLED',
      receivedAt: at('16:00'),
      registration: { registeredAt: at('17:59') },
      opinions: [{ issuedAt: at('18:30') }],
      deadlines: expect.arrayContaining([
        { key: 'complaint.verify', status: 'MET' },
        { key: 'complaint.opinion.quality', status: 'MET' },
        { key: 'complaint.handle', status: 'MET' },
      ]),
    })
  })

  it('counts as verified in time (KPI-17)', async () => {
    const customerId = randomUUID()
    await complaints.must(desk, 'recordWholeComplaint', caseOf(customerId, verified()))
    const days = { from: parseLocalDate('2026-03-02'), to: parseLocalDate('2026-03-03'), zone: null }
    const id = encodeScorecardId({ ...days, asOf: service.clock.now, scope: `customer:${customerId}` })
    const source = `query ($refs: [_Any!]!) { _entities(representations: $refs) {
      ... on Scorecard { service { id part numerator denominator } }
    } }`
    const refs = [{ __typename: 'Scorecard', id }]
    const { data } = await service.ask({ id: 'chen', roles: ['LEADERSHIP'] }, source, { refs })
    const scorecards = data?.['_entities'] as readonly { readonly service: readonly unknown[] }[] | undefined
    expect(scorecards?.[0]?.service).toContainEqual(
      expect.objectContaining({ id: 'KPI-17', part: 'complaint.verify', numerator: '1', denominator: '1' }),
    )
  })

  it('is one entry: repeated under its key it is the first answer, and with another step another command', async () => {
    const customerId = randomUUID()
    const input = caseOf(customerId, verified())
    const first = await complaints.must(desk, 'recordWholeComplaint', input)
    const again = await complaints.mutate(desk, 'recordWholeComplaint', input)
    expect(again.data?.['recordWholeComplaint']).toMatchObject({ complaint: first, isRepeated: true })
    const other = { ...input, steps: [verified(), opinion] }
    expect((await complaints.mutate(desk, 'recordWholeComplaint', other)).codes).toEqual(['IDEMPOTENCY_KEY_REUSED'])
    expect(await countOf(customerId)).toBe(1)
  })

  it('leaves nothing in the memory of keys from which what was verified could be guessed (SEC-1)', async () => {
    const known = service.kit.connection.collection<{ readonly _id: string; readonly fingerprint: string }>('commands')
    const customerId = randomUUID()
    const fingerprints = await Promise.all(
      ['Mr Qian was rude', 'Mr Qian was kind'].map(async (verification) => {
        const input = caseOf(customerId, verified(verification))
        await complaints.must(desk, 'recordWholeComplaint', input)
        return (await known.findOne({ _id: `${desk.id}|${input.idempotencyKey}` }))?.fingerprint
      }),
    )
    expect(fingerprints[0]).toEqual(expect.any(String))
    expect(fingerprints[0]).toBe(fingerprints[1])
  })
})

describe('of such a case nothing is recorded', () => {
  it('where a rule speaks against one of its steps: that is told at its place (CMP-5)', async () => {
    const customerId = randomUUID()
    const { data } = await complaints.mutate(desk, 'recordWholeComplaint', caseOf(customerId, verified(), handled))
    expect(data?.['recordWholeComplaint']).toMatchObject({
      complaint: null,
      violations: [{ rule: 'CMP-5', path: expect.arrayContaining(['steps', '1']) }],
    })
    expect(await countOf(customerId)).toBe(0)
  })

  it('by whoever may not give one of the commands: no step is open that its own mutation is not (SEC-2)', async () => {
    const customerId = randomUUID()
    const { codes } = await complaints.mutate(hotline, 'recordWholeComplaint', caseOf(customerId, verified()))
    expect(codes).toEqual(['FORBIDDEN'])
    expect(await countOf(customerId)).toBe(0)
  })

  it.each([
    ['a step is dated before what it follows', [{ ...verified(), occurredAt: at('15:59') }], 'INPUT_INVALID'],
    [
      'a step lies in the future',
      [{ ...verified(), occurredAt: parseInstant('2026-03-04T09:00:00Z') }],
      'INPUT_INVALID',
    ],
    ['a step is none', [{ occurredAt: at('17:00') }], 'INPUT_INVALID'],
    ['a step is two', [{ ...verified(), ...opinion }], 'INPUT_INVALID'],
    ['there is no step', [], 'INPUT_INVALID'],
    ['there are more than any case takes', Array(31).fill(opinion), 'INPUT_INVALID'],
  ])('where %s', async (_, steps, code) => {
    const customerId = randomUUID()
    const { codes } = await complaints.mutate(desk, 'recordWholeComplaint', caseOf(customerId, ...steps))
    expect(codes).toEqual([code])
    expect(await countOf(customerId)).toBe(0)
  })

  it('without a reason, or for longer ago than policy allows (KPI-32)', async () => {
    const customerId = randomUUID()
    const { backdatedBecause: _, ...reasonless } = caseOf(customerId, verified())
    const old = { ...caseOf(customerId, verified()), occurredAt: parseInstant('2026-02-02T16:00:00+08:00') }
    for (const input of [reasonless, old]) {
      expect((await complaints.mutate(desk, 'recordWholeComplaint', input)).codes).toEqual(['BACKDATING_REFUSED'])
    }
  })
})
