import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { anyHour, counted, expectSameInAnyOrder, MILLISECOND, reckoningWith, rowOf } from '../after-sales-fixture.ts'
import { hour, told } from '../fixtures.ts'
import { expectOthersSkipped, factsOf, outcomeOf } from '../history-fixture.ts'
import type { Fact } from '../ledger.ts'
import type { FollowUpFactData } from './facts.ts'
import { followUpLedger } from './follow-up-ledger.ts'

// A month of 720 hours that begins with hour 0; its last moment is a millisecond before hour 720.
const END = 720 - MILLISECOND
const reckoning = reckoningWith({ 'visit.monthly': END })
const fact = factsOf<FollowUpFactData>()
const expected = (at: number, salespersonId: string | null = 'p', policyVersion = 'v1') =>
  fact('FollowUpExpected', at, { customerId: 'c', salespersonId, teamId: 't', month: '2026-03' }, { policyVersion })
const recorded = (at: number, isTwoWay = true) => fact('FollowUpRecorded', at, { isTwoWay })

const measure = (...facts: readonly Fact[]) => outcomeOf(followUpLedger, facts, reckoning).measurements
const timersOf = (...facts: readonly Fact[]) => outcomeOf(followUpLedger, facts, reckoning).timers

describe('an active customer (visit.monthly, FUP-1)', () => {
  it('is to be followed up within the month', () => {
    expect(timersOf(expected(0, 'p', 'v7'))).toEqual([
      {
        key: 'visit.monthly',
        item: '2026-03',
        rule: 'FUP-1',
        startedAt: hour(0),
        stoppedAt: null,
        voidedAt: null,
        dueAt: null,
        policyVersion: 'v7',
      },
    ])
  })

  it('is followed up by the first contact in the month', () => {
    expect(timersOf(expected(0), recorded(50), recorded(20))).toMatchObject([{ stoppedAt: hour(20) }])
    expect(timersOf(expected(0), recorded(0))).toMatchObject([{ stoppedAt: hour(0) }])
    expect(timersOf(expected(0), recorded(-MILLISECOND), recorded(30))).toMatchObject([{ stoppedAt: hour(30) }])
  })

  it('is not followed up by a message to many (C34)', () => {
    expect(timersOf(expected(0), recorded(20, false))).toMatchObject([{ stoppedAt: null }])
  })

  it('without a designated salesperson is followed up by nobody', () => {
    expect(timersOf(expected(0, null), recorded(20))).toMatchObject([{ stoppedAt: null }])
  })

  it('is expected once, from the earliest on', () => {
    expect(timersOf(expected(2, 'q', 'v2'), expected(0), expected(3, 'r', 'v3'))).toMatchObject([
      { startedAt: hour(0), policyVersion: 'v1' },
    ])
    const once = told(followUpLedger, [expected(0)])
    expect(followUpLedger.record(once, expected(0))).toBe(once)
  })
})

describe('the follow-up of a month (KPI-25, FUP-1)', () => {
  it.each([
    ['is pending at the end of the month', END, [expected(0)], [0, 0, 1]],
    ['is missed when the next month begins', 720, [expected(0)], [0, 1, 0]],
    ['counts from the contact on', 20, [expected(0), recorded(20)], [1, 1, 0]],
    ['is pending before the contact', 19, [expected(0), recorded(20)], [0, 0, 1]],
    ['is achieved by the last moment', 800, [expected(0), recorded(END)], [1, 1, 0]],
    ['is missed by a contact in the next month', 800, [expected(0), recorded(720)], [0, 1, 0]],
    ['is missed by a message to many (C34)', 720, [expected(0), recorded(20, false)], [0, 1, 0]],
    ['is pending without a salesperson, whoever called', END, [expected(0, null), recorded(20)], [0, 0, 1]],
    ['is missed without a salesperson, whoever called', 720, [expected(0, null), recorded(20)], [0, 1, 0]],
  ])('%s', (_, at, facts, expectedTally) => {
    expect(counted(measure(...facts), at)).toEqual(expectedTally)
  })

  it('counts in its month, for customer, salesperson and team', () => {
    expect(measure(expected(0), recorded(20))).toEqual([
      {
        kpi: 'KPI-25',
        part: 'monthly',
        item: '2026-03',
        since: hour(0),
        countsAt: hour(0),
        dueAt: hour(END),
        achievedAt: hour(20),
        numerator: 1,
        denominator: 1,
        currency: null,
        scopes: ['customer:c', 'person:p', 'team:t'],
      },
    ])
    expect(measure(expected(0, null))[0]?.scopes).toEqual(['customer:c', 'team:t'])
  })

  it('is the coverage of the active customers, as a whole and as a part', () => {
    // Of three: one followed up, one missed, one without a salesperson.
    const all = [
      measure(expected(0), recorded(20)),
      measure(expected(0)),
      measure(expected(0, null), recorded(30)),
    ].flat()
    const coverage = { numerator: 1, denominator: 3, pending: 0, value: 1 / 3 }
    expect(rowOf(all, ['KPI-25', 'monthly'], 720)).toMatchObject(coverage)
    expect(rowOf(all, ['KPI-25', null], 720)).toMatchObject(coverage)
    expect(rowOf(all, ['KPI-25', null], 700)).toMatchObject({ numerator: 1, denominator: 1, pending: 2 })
    expect(rowOf(all, ['KPI-25', null], 10)).toMatchObject({ denominator: 0, pending: 3, value: null })
  })
})

describe('the history of a follow-up', () => {
  it('says the same in whatever order it is told', () => {
    const contacts = fc.array(fc.tuple(anyHour, fc.boolean()), { maxLength: 5 })
    expectSameInAnyOrder(
      followUpLedger,
      reckoning,
      fc.tuple(anyHour, contacts).map(([at, some]) => [expected(at), ...some.map(([on, both]) => recorded(on, both))]),
    )
  })

  it('is skipped where it is not known, and says nothing before it is expected', () => {
    expectOthersSkipped(followUpLedger, [expected(0), recorded(1)])
    expect(outcomeOf(followUpLedger, [recorded(1)], reckoning)).toEqual({ timers: [], measurements: [] })
  })
})
