import type { Measurement } from '../ledger/ledger.ts'
import { type Instant, laterOf } from '../primitives/instant.ts'
import { type Tally, zeroTally } from './tally.ts'

/**
 * What a measurement counts as, seen from an instant.
 *
 *   before `since`, or from `until` on    nothing
 *   achieved, with or without due         the denominator, and the numerator unless it came after `dueAt` (and does not
 *                                         count late) or is lost again by then
 *   not achieved, without due             the denominator
 *   not achieved, `asOf` ≤ `dueAt`        pending: the due instant is the last moment that still meets the limit
 *   not achieved, `asOf` > `dueAt`        the denominator
 */
export function evaluateMeasurement(measurement: Measurement, asOf: Instant): Tally {
  const { since, dueAt, achievedAt, until = null } = measurement
  if (asOf < since || hasCome(until, asOf)) return zeroTally
  if (hasCome(achievedAt, asOf)) return counted(measurement, isAchievedAt(measurement, asOf))
  return dueAt === null || asOf > dueAt ? counted(measurement, false) : { ...zeroTally, pending: 1 }
}

/** What is kept of a measurement by who adds up as events arrive, instead of evaluating everything at every reading. */
export type Contribution =
  /** No clock can change it any more: it may be summed into a bucket. */
  | { readonly kind: 'SETTLED'; readonly tally: Tally }
  /** The clock moves it, or it counts in every period: it is kept by itself and evaluated at each reading. */
  | { readonly kind: 'OPEN' }

/**
 * Divides the measurements of a stream into those that can be summed once and those that the clock still moves. For
 * every `asOf` that is not before the recorded instants, settled tally plus open evaluation equals `evaluateMeasurement`.
 *
 * A store therefore keeps (1) one sum per KPI, part, currency, bin, scope and day of `countsAt`, changed by
 * `bucketChanges` with each write, and (2) the open measurements themselves with their due instants.
 */
export function contributionOf(measurement: Measurement): Contribution {
  const { dueAt, achievedAt, countsAt, until = null } = measurement
  if (until !== null) return { kind: 'SETTLED', tally: zeroTally }
  if (countsAt === null || (dueAt !== null && achievedAt === null)) return { kind: 'OPEN' }
  return { kind: 'SETTLED', tally: counted(measurement, isAchievedAt(measurement, settledAtOf(measurement))) }
}

/** The last instant at which a fact moved the measurement: from then on its settled tally is right. */
export function settledAtOf({ since, achievedAt, lostAt, until }: Measurement): Instant {
  return [achievedAt, lostAt, until].reduce<Instant>((last, next) => laterOf(last, next ?? last), since)
}

/** Every scope that a measurement belongs to, each once; `company` always. */
export function scopesOf(measurement: Pick<Measurement, 'scopes'>): readonly string[] {
  return [...new Set(['company', ...measurement.scopes])]
}

function isAchievedAt(measurement: Measurement, asOf: Instant): boolean {
  const { dueAt, achievedAt, lostAt = null, countsLate = false } = measurement
  if (achievedAt === null || hasCome(lostAt, asOf)) return false
  return dueAt === null || achievedAt <= dueAt || countsLate
}

function hasCome(instant: Instant | null, asOf: Instant): boolean {
  return instant !== null && instant <= asOf
}

function counted({ numerator, denominator }: Measurement, isAchieved: boolean): Tally {
  return { numerator: isAchieved ? numerator : 0, denominator, pending: 0 }
}
