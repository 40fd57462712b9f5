import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { parseInstant } from '../../primitives/instant.ts'
import { parseLocalDate, parseTimeZone } from '../../primitives/local-date.ts'
import { hour } from '../fixtures.ts'
import { rowsOf } from '../history-fixture.ts'
import type { Fact } from '../ledger.ts'
import { issued, measured, OVERDUE_FROM, overdueAt, paid, scopes } from './receivable-fixture.ts'

describe('an overdue invoice', () => {
  // Day 31 after 5 March is 5 April, which begins 30 days after 6 March; days 61 and 91 follow in the same steps.
  const dayBegins = (day: number) => OVERDUE_FROM + (day - 1) * 24
  it.each([
    [1, '0-30'],
    [30, '0-30'],
    [31, '31-60'],
    [60, '31-60'],
    [61, '61-90'],
    [90, '61-90'],
    [91, '91-'],
    [4000, '91-'],
  ])('is on day %i of age %s from its first to its last moment, whatever the period (FIN-5, KPI-12)', (day, age) => {
    expect(overdueAt(dayBegins(day), issued())).toEqual({ [age]: 10_000 })
    expect(overdueAt(dayBegins(day + 1) - 0.000_001, issued())).toEqual({ [age]: 10_000 })
  })

  it('falls with each payment, in the age that it has then (FIN-5, KPI-12)', () => {
    const history = [
      issued(),
      paid(dayBegins(10), 'a', 1000),
      paid(dayBegins(40), 'b', 2000),
      paid(dayBegins(95), 'd', 7000),
    ]
    expect(overdueAt(dayBegins(10) - 1, ...history)).toEqual({ '0-30': 10_000 })
    expect(overdueAt(dayBegins(10), ...history)).toEqual({ '0-30': 9000 })
    expect(overdueAt(dayBegins(40) - 1, ...history)).toEqual({ '31-60': 9000 })
    expect(overdueAt(dayBegins(40), ...history)).toEqual({ '31-60': 7000 })
    expect(overdueAt(dayBegins(70), ...history)).toEqual({ '61-90': 7000 })
    expect(overdueAt(dayBegins(95) - 1, ...history)).toEqual({ '91-': 7000 })
    expect(overdueAt(dayBegins(95), ...history)).toEqual({})
  })

  it('is a state of each age, of which the clock ends all but the last (KPI-12)', () => {
    const state = {
      since: hour(dayBegins(31)),
      countsAt: null,
      dueAt: null,
      achievedAt: hour(dayBegins(31)),
      denominator: 0,
    }
    expect(measured(issued())[2]).toEqual({
      ...state,
      kpi: 'KPI-12',
      part: 'overdue.31-60',
      item: hour(dayBegins(31)),
      numerator: 10_000,
      currency: 'CNY',
      lostAt: hour(dayBegins(61)),
      until: null,
      scopes,
    })
    expect(measured(issued()).map(({ lostAt }) => lostAt)).toEqual([
      undefined,
      hour(dayBegins(31)),
      hour(dayBegins(61)),
      hour(dayBegins(91)),
      null,
    ])
  })

  it('has no state of an age that it did not live to see, or that was over when it changed (KPI-12)', () => {
    const statesOf = (...facts: readonly Fact[]) =>
      measured(issued(), ...facts).flatMap(({ part, since, until }) => (part === null ? [] : [[part, since, until]]))
    // Paid in full at the very beginning of day 31.
    expect(statesOf(paid(dayBegins(31), 'a', 10_000))).toEqual([
      ['overdue.0-30', hour(dayBegins(1)), hour(dayBegins(31))],
    ])
    expect(statesOf(paid(dayBegins(31), 'a', 1))).toEqual([
      ['overdue.0-30', hour(dayBegins(1)), hour(dayBegins(31))],
      ['overdue.31-60', hour(dayBegins(31)), null],
      ['overdue.61-90', hour(dayBegins(61)), null],
      ['overdue.91-', hour(dayBegins(91)), null],
    ])
  })

  it('is told apart from others by currency, and counts for those who sold (KPI-12)', () => {
    const dollars = issued(0, { amount: { minor: 500, currency: 'USD' } })
    const query = { asOf: hour(100), scope: 'person:s', from: '2025-01-01', to: '2025-02-01' }
    expect(rowsOf('KPI-12', [...measured(issued()), ...measured(dollars)], query)).toEqual([
      ['overdue.0-30', 10_000, 0, 0, 10_000],
      ['overdue.0-30', 500, 0, 0, 500],
    ])
  })

  it('is counted in calendar days of its zone, where one of them has 23 hours (FIN-5, KPI-12)', () => {
    // Due on 27 March in Berlin, overdue from 28 March, 00:00 CET = 23:00 UTC. Clocks go forward on the 29th: day 31,
    // 27 April, begins at 00:00 CEST = 22:00 UTC, an hour before 30 × 24 hours are over.
    const berlin = issued(0, { dueOn: parseLocalDate('2026-03-27'), zone: parseTimeZone('Europe/Berlin') })
    expect(measured(berlin)[1]).toMatchObject({
      since: parseInstant('2026-03-27T23:00:00Z'),
      lostAt: parseInstant('2026-04-26T22:00:00Z'),
    })
    expect(measured(berlin)[0]).toMatchObject({ dueAt: parseInstant('2026-03-27T22:59:59.999Z') })
  })

  it('splits what is left exactly: in one age at most, and all that is not paid (FIN-5, KPI-12)', () => {
    const payments = fc.array(fc.tuple(fc.integer({ min: -50, max: 3000 }), fc.integer({ min: 1, max: 6000 })), {
      maxLength: 5,
    })
    fc.assert(
      fc.property(payments, fc.integer({ min: 0, max: 4000 }), (pieces, asOf) => {
        const history = [issued(), ...pieces.map(([at, minor], index) => paid(at, `${index}`, minor))]
        const sum = pieces.reduce((total, [at, minor]) => (at <= asOf ? total + minor : total), 0)
        const left = asOf < OVERDUE_FROM ? 0 : Math.max(0, 10_000 - sum)
        expect(Object.values(overdueAt(asOf, ...history))).toEqual(left === 0 ? [] : [left])
      }),
    )
  })
})
