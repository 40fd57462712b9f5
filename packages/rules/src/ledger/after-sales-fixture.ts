import { expect } from '@jest/globals'
import fc from 'fast-check'
import type { KpiId } from '../catalogue/index.ts'
import { contributionOf, evaluateMeasurement } from '../kpi/measurement.ts'
import type { KpiRow } from '../kpi/rows.ts'
import { scorecardOf } from '../kpi/scorecard.ts'
import type { Tally } from '../kpi/tally.ts'
import { laterOf, plusMillis } from '../primitives/instant.ts'
import { elapsedReckoning, hour } from './fixtures.ts'
import { outcomeOf } from './history-fixture.ts'
import type { Fact, Ledger, Measurement, Reckoning } from './ledger.ts'

/* What tests of enquiries, contacts, requests, follow-up and improvement share. Hours are those of `fixtures.ts`. */

const HOUR_MS = 3_600_000

/** A millisecond in hours: the step past the last moment that meets a limit. */
export const MILLISECOND = 1 / HOUR_MS

/** Quarter hours from the beginning. */
export const anyHour = fc.integer({ min: 0, max: 400 }).map((quarters) => quarters / 4)

/** The elapsed reckoning with limits of its own, in hours. */
export function reckoningWith(limitHours: Readonly<Record<string, number>>): Reckoning {
  return {
    ...elapsedReckoning,
    dueAtOf({ key, startedAt, dueAt }) {
      const limit = limitHours[key]
      if (dueAt !== null) return dueAt
      if (limit === undefined) throw new Error(`no limit for ${key}`)
      return plusMillis(startedAt, limit * HOUR_MS)
    },
  }
}

/** What measurements add up to, seen from an hour: numerator, denominator, pending. */
export function counted(measurements: readonly Measurement[], atHour: number): readonly [number, number, number] {
  const tallies = measurements.map((one) => evaluateMeasurement(one, hour(atHour)))
  const sum = (member: keyof Tally) => tallies.reduce((total, tally) => total + tally[member], 0)
  return [sum('numerator'), sum('denominator'), sum('pending')]
}

/** A row of the scorecard over hours [from, to), seen from an hour; `undefined` where there is none. */
export function rowOf(
  measurements: readonly Measurement[],
  [kpi, part]: readonly [KpiId, string | null],
  asOf: number,
  { from = -10_000, to = 10_000, scope = 'company' } = {},
): KpiRow | undefined {
  const query = { from: hour(from), to: hour(to), trailingFrom: hour(from), scope, asOf: hour(asOf) }
  return scorecardOf(measurements, query).find((row) => row.id === kpi && row.part === part)
}

/**
 * Laws of ledgers: any history says the same told in any order and twice, tells its measurements apart, and what no clock
 * can change any more is what it counts as once everything has happened.
 */
export function expectSameInAnyOrder<State>(
  ledger: Ledger<State>,
  reckoning: Reckoning,
  histories: fc.Arbitrary<readonly Fact[]>,
): void {
  const shuffled = histories.chain((facts) => {
    const twice = [...facts, ...facts]
    return fc.tuple(fc.constant(facts), fc.shuffledSubarray(twice, { minLength: twice.length }))
  })
  fc.assert(
    fc.property(shuffled, ([inOrder, otherwise]) => {
      const outcome = outcomeOf(ledger, inOrder, reckoning)
      expect(outcomeOf(ledger, otherwise, reckoning)).toEqual(outcome)
      const names = outcome.measurements.map(({ kpi, part, item }) => [kpi, part, item].join('|'))
      expect(new Set(names).size).toBe(names.length)
      const asOf = inOrder.reduce((last, { occurredAt }) => laterOf(last, occurredAt), hour(0))
      for (const measurement of outcome.measurements) {
        const contribution = contributionOf(measurement)
        if (contribution.kind === 'SETTLED') expect(evaluateMeasurement(measurement, asOf)).toEqual(contribution.tally)
      }
    }),
  )
}
