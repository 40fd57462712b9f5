import type { Measurement } from '../ledger/ledger.ts'
import type { Instant } from '../primitives/instant.ts'
import { type Tally, zeroTally } from './tally.ts'

/**
 * What a measurement counts as, seen from an instant.
 *
 *   before `since`                    nothing
 *   achieved, with or without due     the denominator, and the numerator unless it came after `dueAt`
 *   not achieved, without due         the denominator
 *   not achieved, `asOf` ≤ `dueAt`    pending: the due instant is the last moment that still meets the limit
 *   not achieved, `asOf` > `dueAt`    the denominator
 */
export function evaluateMeasurement(measurement: Measurement, asOf: Instant): Tally {
  const { since, dueAt, achievedAt } = measurement
  if (asOf < since) return zeroTally
  if (achievedAt !== null && achievedAt <= asOf) return counted(measurement, dueAt === null || achievedAt <= dueAt)
  return dueAt === null || asOf > dueAt ? counted(measurement, false) : { ...zeroTally, pending: 1 }
}

/** What is kept of a measurement by who adds up as events arrive, instead of evaluating everything at every reading. */
export type Contribution =
  /** No clock can change it any more: it may be summed into a bucket. */
  | { readonly kind: 'SETTLED'; readonly tally: Tally }
  /** Pending until its due instant, missed after it: it is kept by itself and evaluated at each reading. */
  | { readonly kind: 'OPEN' }

/**
 * Divides the measurements of a stream into those that can be summed once and those that the clock still moves. For
 * every `asOf` that is not before the recorded instants, settled tally plus open evaluation equals `evaluateMeasurement`.
 *
 * A store therefore keeps (1) one sum per KPI, part, currency, scope and day of `countsAt`, changed by `bucketChanges`
 * with each write, and (2) the open measurements themselves with their due instants.
 */
export function contributionOf(measurement: Measurement): Contribution {
  const { dueAt, achievedAt } = measurement
  if (dueAt !== null && achievedAt === null) return { kind: 'OPEN' }
  const isAchieved = achievedAt !== null && (dueAt === null || achievedAt <= dueAt)
  return { kind: 'SETTLED', tally: counted(measurement, isAchieved) }
}

/** Every scope that a measurement belongs to, each once; `company` always. */
export function scopesOf(measurement: Pick<Measurement, 'scopes'>): readonly string[] {
  return [...new Set(['company', ...measurement.scopes])]
}

function counted({ numerator, denominator }: Measurement, isAchieved: boolean): Tally {
  return { numerator: isAchieved ? numerator : 0, denominator, pending: 0 }
}
