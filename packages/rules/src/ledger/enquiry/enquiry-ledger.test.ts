import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { anyHour, counted, expectSameInAnyOrder, MILLISECOND, reckoningWith, rowOf } from '../after-sales-fixture.ts'
import { hour, told } from '../fixtures.ts'
import { expectOthersSkipped, factsOf, outcomeOf } from '../history-fixture.ts'
import type { Fact } from '../ledger.ts'
import { enquiryLedger } from './enquiry-ledger.ts'
import type { ContactChannel, EnquiryFactData } from './facts.ts'

const reckoning = reckoningWith({ 'enquiry.phone': 24, 'enquiry.written': 72 })
const fact = factsOf<EnquiryFactData>()
const received = (at: number, channel: ContactChannel, policyVersion = 'v1') =>
  fact('EnquiryReceived', at, { customerId: 'c', channel }, { policyVersion })
const assigned = (at: number, assigneeId: string, teamId: string | null = 't') =>
  fact('EnquiryAssigned', at, { assigneeId, teamId })
const answered = (at: number, answeredBy = 'advisor') => fact('EnquiryAnswered', at, { answeredBy, teamId: 't' })
const excluded = (at: number) => fact('EnquiryExcluded', at, {})
const restored = (at: number) => fact('EnquiryRestored', at, {})

const measure = (...facts: readonly Fact[]) => outcomeOf(enquiryLedger, facts, reckoning).measurements
const timersOf = (...facts: readonly Fact[]) => outcomeOf(enquiryLedger, facts, reckoning).timers
const figure = (kpi: 'KPI-18' | 'KPI-19', at: number, ...facts: readonly Fact[]) =>
  counted(
    measure(...facts).filter((one) => one.kpi === kpi),
    at,
  )

describe('a received enquiry', () => {
  it.each([
    ['PHONE', 'enquiry.phone', 'CMP-14'],
    ['ONLINE_CHAT', 'enquiry.phone', 'CMP-14'],
    ['LETTER', 'enquiry.written', 'CMP-15'],
    ['EMAIL', 'enquiry.written', 'CMP-15'],
    ['WECHAT', 'enquiry.written', 'CMP-15'],
    ['WEB_FORM', 'enquiry.written', 'CMP-15'],
    ['SMS', 'enquiry.written', 'CMP-15'],
  ] as const)('by %s is under the limit %s (%s, C33)', (channel, key, rule) => {
    expect(timersOf(received(3, channel, 'v7'))).toEqual([
      {
        key,
        item: '',
        rule,
        startedAt: hour(3),
        stoppedAt: null,
        voidedAt: null,
        dueAt: null,
        policyVersion: 'v7',
      },
    ])
  })

  it('of a visitor is answered on the spot and under no limit (CMP-13)', () => {
    expect(timersOf(received(0, 'IN_PERSON'))).toEqual([])
    expect(measure(received(0, 'IN_PERSON'), answered(1))).toEqual([])
  })

  it('stops by the first answer and no later one (enquiry.phone, CMP-14)', () => {
    expect(timersOf(received(0, 'PHONE'), answered(9), answered(5))).toMatchObject([{ stoppedAt: hour(5) }])
  })

  it('keeps the earliest receipt, however often it is told', () => {
    expect(timersOf(received(2, 'PHONE', 'v2'), received(1, 'EMAIL', 'v1'), received(3, 'PHONE'))).toMatchObject([
      { key: 'enquiry.written', startedAt: hour(1), policyVersion: 'v1' },
    ])
    const twice = told(enquiryLedger, [received(1, 'EMAIL')])
    expect(enquiryLedger.record(twice, received(1, 'EMAIL'))).toBe(twice)
  })
})

describe('a telephone enquiry (KPI-19, enquiry.phone, CMP-14)', () => {
  it.each([
    ['is pending at its limit', 24, [], [0, 0, 1]],
    ['is missed a millisecond later', 24 + MILLISECOND, [], [0, 1, 0]],
    ['is met by an answer at the limit', 24, [answered(24)], [1, 1, 0]],
    ['is missed by an answer a millisecond later', 30, [answered(24 + MILLISECOND)], [0, 1, 0]],
  ])('%s', (_, at, more, expected) => {
    expect(figure('KPI-19', at, received(0, 'PHONE'), ...more)).toEqual(expected)
  })

  it('is no part of the reply rate (KPI-18)', () => {
    expect(measure(received(0, 'PHONE'), answered(1)).map(({ kpi, part }) => [kpi, part])).toEqual([
      ['KPI-19', 'enquiry.phone'],
    ])
  })
})

describe('a written enquiry (KPI-18, KPI-19, enquiry.written, CMP-15)', () => {
  // Due 72 hours after hour 0.
  it.each([
    ['is pending in both at its limit', 72, [], [0, 0, 1], [0, 0, 1]],
    ['is missed in both a millisecond later', 72 + MILLISECOND, [], [0, 1, 0], [0, 1, 0]],
    ['is met in both by a reply at the limit', 72, [answered(72)], [1, 1, 0], [1, 1, 0]],
    ['is replied to, not in time, by a late reply (CMP-16)', 100, [answered(100)], [1, 1, 0], [0, 1, 0]],
    ['is not replied to before the late reply came', 99, [answered(100)], [0, 1, 0], [0, 1, 0]],
  ])('%s', (_, at, more, replies, inTime) => {
    const facts = [received(0, 'EMAIL'), ...more]
    expect(figure('KPI-18', at, ...facts)).toEqual(replies)
    expect(figure('KPI-19', at, ...facts)).toEqual(inTime)
  })

  it('counts in the period of receipt, for who answered', () => {
    const scopes = ['customer:c', 'person:advisor', 'team:t']
    const common = {
      item: '',
      since: hour(5),
      countsAt: hour(5),
      dueAt: hour(77),
      achievedAt: hour(200),
      currency: null,
    }
    expect(measure(received(5, 'LETTER'), assigned(6, 'agent'), answered(200))).toEqual([
      { ...common, kpi: 'KPI-18', part: null, numerator: 1, denominator: 1, countsLate: true, scopes },
      { ...common, kpi: 'KPI-19', part: 'enquiry.written', numerator: 1, denominator: 1, scopes },
    ])
  })
})

describe('a scorecard of enquiries', () => {
  // Two letters, one answered on time and one late; a call answered on time and one that is 1 hour old.
  const facts = [
    [received(0, 'LETTER'), answered(10)],
    [received(0, 'SMS'), answered(80)],
    [received(0, 'ONLINE_CHAT'), answered(1)],
    [received(99, 'PHONE')],
  ]
  const all = facts.flatMap((one) => measure(...one))

  it('shows replies and replies in time, in whole and by kind (KPI-18, KPI-19)', () => {
    expect(rowOf(all, ['KPI-18', null], 100)).toMatchObject({ numerator: 2, denominator: 2, pending: 0, value: 1 })
    expect(rowOf(all, ['KPI-19', null], 100)).toMatchObject({ numerator: 2, denominator: 3, pending: 1, value: 2 / 3 })
    expect(rowOf(all, ['KPI-19', 'enquiry.phone'], 100)).toMatchObject({ numerator: 1, denominator: 1, pending: 1 })
    expect(rowOf(all, ['KPI-19', 'enquiry.written'], 100)).toMatchObject({ numerator: 1, denominator: 2, value: 0.5 })
  })

  it('has no value while nothing is due (KPI-18)', () => {
    expect(rowOf(measure(received(0, 'EMAIL')), ['KPI-18', null], 1)).toMatchObject({ denominator: 0, value: null })
  })
})

describe('the scopes of an enquiry', () => {
  const scopesOf = (...facts: readonly Fact[]) => measure(...facts)[0]?.scopes
  const unknown = fact('EnquiryReceived', 0, { customerId: null, channel: 'PHONE' })

  it('are nobody while it is not assigned', () => {
    expect(scopesOf(unknown)).toEqual([])
  })

  it('are for whom it was assigned last, until somebody answers', () => {
    expect(scopesOf(unknown, assigned(5, 'b', null), assigned(2, 'a'))).toEqual(['person:b'])
    expect(scopesOf(unknown, assigned(5, 'b'), answered(6))).toEqual(['person:advisor', 'team:t'])
  })
})

describe('an enquiry that is a duplicate or spam', () => {
  it('counts nowhere, answered or not (KPI-18, KPI-19)', () => {
    expect(counted(measure(received(0, 'EMAIL'), excluded(5)), 5)).toEqual([0, 0, 0])
    expect(counted(measure(received(0, 'EMAIL'), answered(2), excluded(5)), 5)).toEqual([0, 0, 0])
    expect(counted(measure(received(0, 'EMAIL'), excluded(80)), 80)).toEqual([0, 0, 0])
  })

  it('counts before that was found out, as it did then (KPI-18, KPI-19)', () => {
    const before = 5 - MILLISECOND
    expect(counted(measure(received(0, 'EMAIL'), excluded(5)), before)).toEqual([0, 0, 2])
    expect(counted(measure(received(0, 'EMAIL'), answered(2), excluded(5)), before)).toEqual([2, 2, 0])
    expect(counted(measure(received(0, 'EMAIL'), excluded(80)), 73)).toEqual([0, 2, 0])
  })

  it('missed its limit all the same when that was found out later (CMP-15)', () => {
    expect(timersOf(received(0, 'EMAIL'), excluded(72 + MILLISECOND))).toMatchObject([
      { stoppedAt: hour(72 + MILLISECOND), voidedAt: null },
    ])
  })

  it('needs no answer any more (CMP-15)', () => {
    expect(timersOf(received(0, 'EMAIL'), excluded(5))).toMatchObject([{ stoppedAt: null, voidedAt: hour(5) }])
    expect(timersOf(received(0, 'EMAIL'), answered(2), excluded(5))).toMatchObject([
      { stoppedAt: hour(2), voidedAt: null },
    ])
  })

  it('counts again when that was a mistake', () => {
    expect(counted(measure(received(0, 'EMAIL'), excluded(5), restored(6)), 6)).toEqual([0, 0, 2])
    expect(counted(measure(received(0, 'EMAIL'), excluded(5), restored(6)), 5.5)).toEqual([0, 0, 0])
    expect(timersOf(received(0, 'EMAIL'), excluded(5), restored(6))).toMatchObject([{ voidedAt: null }])
  })
})

describe('the history of an enquiry', () => {
  it('may be told in any order', () => {
    const anyFact = fc.oneof(
      fc.tuple(anyHour, fc.constantFrom('a', 'b')).map(([at, person]) => answered(at, person)),
      fc.tuple(anyHour, fc.constantFrom('a', 'b')).map(([at, person]) => assigned(at, person)),
      anyHour.map(excluded),
      anyHour.map(restored),
    )
    const history = fc.tuple(anyHour, fc.array(anyFact, { maxLength: 6 }))
    expectSameInAnyOrder(
      enquiryLedger,
      reckoning,
      history.map(([at, rest]) => [received(at, 'EMAIL'), ...rest]),
    )
  })

  it('is skipped where it is not known, and measures nothing before the receipt is known', () => {
    expectOthersSkipped(enquiryLedger, [received(0, 'PHONE'), answered(1)])
    const headless = [answered(1), assigned(1, 'a'), restored(1)]
    expect(outcomeOf(enquiryLedger, headless, reckoning)).toEqual({ timers: [], measurements: [] })
  })
})
