import { expect } from '@jest/globals'
import fc from 'fast-check'
import type { KpiId } from '../catalogue/index.ts'
import { bucketsOf } from '../kpi/buckets.ts'
import { contributionOf } from '../kpi/measurement.ts'
import { periodOfDays, scorecardFromBuckets, scorecardOf } from '../kpi/scorecard.ts'
import { type Instant, laterOf, plusMillis } from '../primitives/instant.ts'
import { parseLocalDate, parseTimeZone, plusDays } from '../primitives/local-date.ts'
import { elapsedReckoning, hour, told } from './fixtures.ts'
import type { Fact, Ledger, Measurement, Reckoning, Timer } from './ledger.ts'

/* Histories for tests of a ledger with facts of its own. Hours are those of `fixtures.ts`. */

const SHANGHAI = parseTimeZone('Asia/Shanghai')

/** Makes facts of one category. They were recorded when they occurred, unless said otherwise. */
export function factsOf<DataByType>() {
  return <Type extends keyof DataByType & string>(
    type: Type,
    atHour: number,
    data: DataByType[Type],
    given: { readonly policyVersion?: string; readonly recordedAtHour?: number } = {},
  ): Fact<Type, DataByType[Type]> => ({
    type,
    occurredAt: hour(atHour),
    recordedAt: hour(given.recordedAtHour ?? atHour),
    policyVersion: given.policyVersion ?? 'v1',
    data,
  })
}

/** What a history measures and limits. */
export interface Outcome {
  readonly timers: readonly Timer[]
  readonly measurements: readonly Measurement[]
}

export function outcomeOf<State>(
  ledger: Ledger<State>,
  facts: readonly Fact[],
  reckoning: Reckoning = elapsedReckoning,
): Outcome {
  return outcomeOfState(ledger, told(ledger, facts), reckoning)
}

/** [part, numerator, denominator, pending, value] of each row of a KPI over the days [from, to) in Shanghai; of March 2026 unless given. */
export function rowsOf(
  kpi: KpiId,
  measurements: readonly Measurement[],
  query: { readonly asOf: Instant; readonly scope?: string; readonly from?: string; readonly to?: string },
): readonly (readonly [string | null, number, number, number, number | null])[] {
  const { asOf, scope = 'company', from = '2026-03-01', to = '2026-04-01' } = query
  const period = periodOfDays(parseLocalDate(from), parseLocalDate(to), SHANGHAI)
  return scorecardOf(measurements, { ...period, scope, asOf })
    .filter(({ id }) => id === kpi)
    .map(({ part, numerator, denominator, pending, value }) => [part, numerator, denominator, pending, value])
}

/**
 * A law of ledgers: told in any order, twice, and in portions with storage in between, a history says the same, and each
 * limit and measurement under a name of its own.
 */
export function expectSameToldAnyhow<State>(
  ledger: Ledger<State>,
  facts: readonly Fact[],
  reckoning: Reckoning = elapsedReckoning,
): void {
  const expected = outcomeOf(ledger, facts, reckoning)
  const names = [
    ...expected.timers.map(({ key, item }) => [key, item].join('|')),
    ...expected.measurements.map(({ kpi, part, item }) => [kpi, part, item].join('|')),
  ]
  expect(new Set(names).size).toBe(names.length)
  const twice = [...facts, ...facts]
  fc.assert(
    fc.property(fc.shuffledSubarray(twice, { minLength: twice.length }), fc.nat(twice.length), (order, cut) => {
      const stored: State = JSON.parse(JSON.stringify(told(ledger, order.slice(0, cut))))
      const state = order.slice(cut).reduce((known, next) => ledger.record(known, next), stored)
      expect(outcomeOfState(ledger, state, reckoning)).toEqual(expected)
    }),
  )
}

/**
 * A law of measurements: the sums and open measurements that a store keeps after a history give the scorecard of any
 * period and scope as the one-shot evaluation does, at every instant from its last fact on.
 */
export function expectSameFromStorage<State>(ledger: Ledger<State>, facts: readonly Fact[], scope = 'company'): void {
  const { measurements } = outcomeOf(ledger, facts)
  const open = measurements.filter((measurement) => contributionOf(measurement).kind === 'OPEN')
  const stored = { buckets: bucketsOf(measurements, SHANGHAI), open }
  const lastAt = facts.reduce((last, { occurredAt }) => laterOf(last, occurredAt), hour(0))
  fc.assert(
    fc.property(fc.nat(200), fc.nat(400), fc.nat(200 * 24), (before, length, laterHours) => {
      const from = plusDays(parseLocalDate('2026-03-02'), -before)
      const period = periodOfDays(from, plusDays(from, length), SHANGHAI)
      const query = { ...period, scope, asOf: plusMillis(lastAt, laterHours * 3_600_000) }
      expect(scorecardFromBuckets(stored, query, SHANGHAI)).toEqual(scorecardOf(measurements, query))
    }),
  )
}

/** A law of ledgers: a fact of another kind changes nothing, not even one named like a member of every object. */
export function expectOthersSkipped<State>(ledger: Ledger<State>, facts: readonly Fact[]): void {
  const state = told(ledger, facts)
  for (const type of ['FindingRecorded', 'toString']) {
    for (const fact of facts) expect(ledger.record(state, { ...fact, type })).toBe(state)
  }
}

function outcomeOfState<State>(ledger: Ledger<State>, state: State, reckoning: Reckoning): Outcome {
  return { timers: ledger.timers(state, reckoning), measurements: ledger.measurements(state, reckoning) }
}
