import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { shanghai } from '../../calendar/fixtures.ts'
import { china, VERSION } from '../../deadlines/deadline-fixture.ts'
import { reckoningOf } from '../../deadlines/index.ts'
import { anyHour, counted, expectSameInAnyOrder, MILLISECOND, reckoningWith, rowOf } from '../after-sales-fixture.ts'
import { hour } from '../fixtures.ts'
import { expectOthersSkipped, expectSameToldAnyhow, factsOf, outcomeOf } from '../history-fixture.ts'
import type { Fact } from '../ledger.ts'
import type { ReportFactData, ReportKind } from './facts.ts'
import { reportLedger } from './report-ledger.ts'

const reckoning = reckoningWith({ 'report.daily': 16, 'report.weekly': 170 })
const fact = factsOf<ReportFactData>()
const expected = (kind: ReportKind, at = 0, given: Partial<ReportFactData['ReportExpected']> = {}) =>
  fact('ReportExpected', at, { personId: 'p', teamId: 't', kind, period: `period of ${at}`, ...given })
const submitted = (at: number) => fact('ReportSubmitted', at, {})

const outcome = (...facts: readonly Fact[]) => outcomeOf(reportLedger, facts, reckoning)
const timersOf = (...facts: readonly Fact[]) => outcome(...facts).timers
const countedAt = (atHour: number, ...facts: readonly Fact[]) => counted(outcome(...facts).measurements, atHour)

describe('an expected report', () => {
  it('of a day is due under report.daily, from the beginning of the day (RPT-1)', () => {
    const pinned = { ...expected('DAILY', 2, { period: '2026-03-02' }), policyVersion: 'v7' }
    expect(timersOf(pinned)).toEqual([
      {
        key: 'report.daily',
        item: '2026-03-02',
        rule: 'RPT-1',
        startedAt: hour(2),
        stoppedAt: null,
        voidedAt: null,
        dueAt: null,
        policyVersion: 'v7',
      },
    ])
  })

  it('of a week is due under report.weekly (RPT-2)', () => {
    expect(timersOf(expected('WEEKLY', 2, { period: '2026-W10' }))).toMatchObject([
      { key: 'report.weekly', item: '2026-W10', rule: 'RPT-2', startedAt: hour(2) },
    ])
  })

  it('is met by the first submission from its beginning on (RPT-1, RPT-2)', () => {
    const stoppedAt = (...at: readonly number[]) => timersOf(expected('DAILY', 5), ...at.map(submitted))[0]?.stoppedAt
    expect(stoppedAt(9, 7, 8)).toBe(hour(7))
    expect(stoppedAt(5)).toBe(hour(5))
    expect(stoppedAt(5 - MILLISECOND, 9)).toBe(hour(9))
    expect(stoppedAt(5 - MILLISECOND)).toBeNull()
  })

  it('is expected once: the earliest expectation stands (RPT-1)', () => {
    expect(timersOf(expected('DAILY', 4), expected('DAILY', 1), expected('DAILY', 9))).toMatchObject([
      { startedAt: hour(1), item: 'period of 1' },
    ])
  })
})

describe('an expected report under the shipped policy', () => {
  const due = (kind: ReportKind, at: string) => {
    const begun = { ...expected(kind), occurredAt: shanghai(at), policyVersion: VERSION }
    return outcomeOf(reportLedger, [begun], reckoningOf(china)).measurements[0]?.dueAt
  }

  it('of a day has to be there by the end of the day (report.daily, RPT-1)', () => {
    expect(due('DAILY', '2026-03-02 00:00')).toBe('2026-03-02T15:59:59.999Z')
  })

  it('of a week has to be there by noon of the Monday after, or of the first working day (report.weekly, RPT-2)', () => {
    expect(due('WEEKLY', '2026-03-02 00:00')).toBe(shanghai('2026-03-09 12:00'))
    // Monday 16 to Monday 23 February 2026 are the Spring Festival.
    expect(due('WEEKLY', '2026-02-09 00:00')).toBe(shanghai('2026-02-24 12:00'))
  })
})

describe('the submission of reports (KPI-31)', () => {
  it('counts one report of its kind, in the period reported on, for person and team (KPI-31, RPT-1)', () => {
    expect(outcome(expected('DAILY', 2), submitted(9)).measurements).toEqual([
      {
        kpi: 'KPI-31',
        part: 'daily',
        item: 'period of 2',
        since: hour(2),
        countsAt: hour(2),
        dueAt: hour(18),
        achievedAt: hour(9),
        numerator: 1,
        denominator: 1,
        currency: null,
        scopes: ['person:p', 'team:t'],
      },
    ])
  })

  it('of a week is a part of its own (KPI-31, RPT-2)', () => {
    expect(outcome(expected('WEEKLY', 2, { teamId: null })).measurements).toMatchObject([
      { part: 'weekly', dueAt: hour(172), achievedAt: null, scopes: ['person:p'] },
    ])
  })

  it('is pending up to its due instant, then missing (report.daily, RPT-1, KPI-31)', () => {
    const facts = [expected('DAILY')]
    expect(countedAt(-MILLISECOND, ...facts)).toEqual([0, 0, 0])
    expect(countedAt(16, ...facts)).toEqual([0, 0, 1])
    expect(countedAt(16 + MILLISECOND, ...facts)).toEqual([0, 1, 0])
  })

  it('counts when it came by the due instant and not later (report.weekly, RPT-2, KPI-31)', () => {
    expect(countedAt(500, expected('WEEKLY'), submitted(170))).toEqual([1, 1, 0])
    expect(countedAt(500, expected('WEEKLY'), submitted(170 + MILLISECOND))).toEqual([0, 1, 0])
  })

  it('is a share of the expected ones, by kind and together (KPI-31)', () => {
    // Daily: 1 of 3 in time, and one still pending at hour 100. Weekly: 1 of 1.
    const histories = [
      [expected('DAILY', 0), submitted(16)],
      [expected('DAILY', 0), submitted(17)],
      [expected('DAILY', 24)],
      [expected('DAILY', 90)],
      [expected('WEEKLY', 0), submitted(99)],
    ]
    const all = histories.flatMap((facts) => outcome(...facts).measurements)
    const row = (part: string | null, asOf = 100) => rowOf(all, ['KPI-31', part], asOf)
    expect(row('daily')).toMatchObject({ numerator: 1, denominator: 3, pending: 1, value: 1 / 3 })
    expect(row('weekly')).toMatchObject({ numerator: 1, denominator: 1, pending: 0, value: 1 })
    expect(row(null)).toMatchObject({ numerator: 2, denominator: 4, pending: 1, value: 0.5 })
    // All are pending at hour 0: neither 0 nor 100 %.
    expect(row(null, 0)).toMatchObject({ denominator: 0, pending: 3, value: null })
  })
})

describe('the history of a report', () => {
  it('may be told in any order (KPI-31)', () => {
    const history = fc.tuple(fc.constantFrom<ReportKind>('DAILY', 'WEEKLY'), anyHour, fc.array(anyHour))
    expectSameInAnyOrder(
      reportLedger,
      reckoning,
      history.map(([kind, at, rest]) => [expected(kind, at), ...rest.map(submitted)]),
    )
    expectSameToldAnyhow(reportLedger, [expected('DAILY', 1), submitted(3), submitted(0)], reckoning)
  })

  it('is skipped where it is not known, and measures nothing before the expectation is known', () => {
    expectOthersSkipped(reportLedger, [expected('DAILY'), submitted(1)])
    expect(outcome(submitted(1))).toEqual({ timers: [], measurements: [] })
  })
})
