import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { binOf, RELATIVE_ERROR } from '../../kpi/durations.ts'
import { anyHour, expectSameInAnyOrder, MILLISECOND, reckoningWith, rowOf } from '../after-sales-fixture.ts'
import { hour } from '../fixtures.ts'
import {
  expectOthersSkipped,
  expectSameFromStorage,
  expectSameToldAnyhow,
  factsOf,
  outcomeOf,
} from '../history-fixture.ts'
import type { Fact } from '../ledger.ts'
import type { RecordBecameVisibleData, RecordEntryFactData } from './facts.ts'
import { recordEntryLedger } from './record-entry-ledger.ts'

const MINUTE_MS = 60_000
const reckoning = reckoningWith({ 'record.entry': 24 })
const fact = factsOf<RecordEntryFactData>()
const due = (at: number, policyVersion = 'v1') => fact('RecordFellDue', at, {}, { policyVersion })
const entered = (at: number) => fact('RecordEntered', at, {})
const dropped = (at: number) => fact('RecordNoLongerDue', at, {})
const visible = (recordedAt: number, visibleAt: number, given: Partial<RecordBecameVisibleData> = {}) =>
  fact('RecordBecameVisible', visibleAt, {
    recordId: 'r',
    recordedAt: hour(recordedAt),
    visibleAt: hour(visibleAt),
    personId: 'p',
    teamId: 't',
    ...given,
  })

const outcome = (...facts: readonly Fact[]) => outcomeOf(recordEntryLedger, facts, reckoning)
const endsOf = (...facts: readonly Fact[]) => {
  return outcome(...facts).timers.map(({ stoppedAt, voidedAt }) => [stoppedAt, voidedAt])
}

describe('a contact or sale whose record is due (record.entry, CUS-6)', () => {
  it('has to be entered, from when it happened, under the policy of then', () => {
    expect(outcome(due(3, 'v7')).timers).toEqual([
      {
        key: 'record.entry',
        item: '',
        rule: 'CUS-6',
        startedAt: hour(3),
        stoppedAt: null,
        voidedAt: null,
        dueAt: null,
        policyVersion: 'v7',
      },
    ])
  })

  it('is entered by the first entry, and met at once by one made beforehand (CUS-6)', () => {
    expect(endsOf(due(3), entered(9), entered(7))).toEqual([[hour(7), null]])
    expect(endsOf(due(3), entered(3))).toEqual([[hour(3), null]])
    expect(endsOf(due(3), entered(1))).toEqual([[hour(3), null]])
  })

  it('need not be entered when it did not take place, unless it was entered by then (record.entry, CUS-6)', () => {
    expect(endsOf(due(3), dropped(9), dropped(5))).toEqual([[null, hour(5)]])
    expect(endsOf(due(3), entered(6), dropped(5))).toEqual([[null, hour(5)]])
    expect(endsOf(due(3), entered(5), dropped(5))).toEqual([[hour(5), null]])
  })

  it('happened at the earliest instant that is told (CUS-6)', () => {
    expect(outcome(due(5, 'v5'), due(2, 'v2'), due(9, 'v9')).timers).toMatchObject([
      { startedAt: hour(2), policyVersion: 'v2' },
    ])
  })

  it('is no part of the entry latency: its record measures that itself (CUS-6, KPI-32)', () => {
    expect(outcome(due(0), entered(5)).measurements).toEqual([])
  })
})

describe('a record that managers can see (OPS-3, KPI-32)', () => {
  it('took from its being made to its being visible, in the period in which it was made', () => {
    expect(outcome(visible(2, 2.5)).measurements).toEqual([
      {
        kpi: 'KPI-32',
        part: 'visible',
        item: 'r',
        since: hour(2.5),
        countsAt: hour(2),
        dueAt: null,
        achievedAt: hour(2.5),
        numerator: 1,
        denominator: 1,
        currency: null,
        bin: binOf(30 * MINUTE_MS),
        scopes: ['person:p', 'team:t'],
      },
    ])
    expect(outcome(visible(2, 3, { personId: null, teamId: null })).measurements[0]?.scopes).toEqual([])
  })

  it('became visible when it first was, and each record by itself (OPS-3, KPI-32)', () => {
    const facts = [visible(2, 5), visible(2, 3), visible(2, 4), visible(2, 9, { recordId: 'q' })]
    expect(outcome(...facts).measurements.map(({ item, achievedAt }) => [item, achievedAt])).toEqual([
      ['r', hour(3)],
      ['q', hour(9)],
    ])
  })

  it('took no time where the clocks disagree (OPS-3, KPI-32)', () => {
    expect(outcome(visible(2, 2 - MILLISECOND)).measurements).toMatchObject([
      { bin: binOf(0), since: hour(2 - MILLISECOND), achievedAt: hour(2 - MILLISECOND) },
    ])
  })

  it('is shown by the 90th percentile of all (OPS-3, KPI-32)', () => {
    // 1 to 10 minutes: the 90th percentile is the 9th.
    const all = Array.from({ length: 10 }, (_, index) => index + 1).flatMap(
      (minutes) => outcome(visible(0, minutes / 60)).measurements,
    )
    const value = rowOf(all, ['KPI-32', 'visible.p90'], 5)?.value ?? 0
    expect(Math.abs(value / (9 * MINUTE_MS) - 1)).toBeLessThanOrEqual(RELATIVE_ERROR)
    expect(rowOf(all, ['KPI-32', 'visible.p90'], 0)).toBeUndefined()
  })
})

describe('the history of a record', () => {
  it('may be told in any order (KPI-32, record.entry)', () => {
    const anyFact = fc.oneof(
      ...[due, entered, dropped].map((make) => anyHour.map((at) => make(at))),
      fc.tuple(anyHour, fc.constantFrom('r', 'q')).map(([at, recordId]) => visible(2, at, { recordId })),
    )
    expectSameInAnyOrder(recordEntryLedger, reckoning, fc.array(anyFact, { maxLength: 8 }))
    expectSameToldAnyhow(recordEntryLedger, [due(0), entered(5), entered(3), visible(3, 4)], reckoning)
    expectSameFromStorage(recordEntryLedger, [visible(3, 4), visible(5, 50, { recordId: 'q' })])
  })

  it('is skipped where it is not known, and says nothing before a record is due or visible', () => {
    expectOthersSkipped(recordEntryLedger, [due(0), entered(1), visible(1, 2)])
    expect(outcome(entered(1), dropped(2))).toEqual({ timers: [], measurements: [] })
  })
})
