import type { Measurement } from '../ledger/ledger.ts'
import type { Instant } from '../primitives/instant.ts'
import { type LocalDate, startOfDay, type TimeZone } from '../primitives/local-date.ts'
import type { Bucket } from './buckets.ts'
import { type KpiTally, sumByKey } from './figures.ts'
import { evaluateMeasurement, scopesOf } from './measurement.ts'
import { finaliseKpis, type KpiRow } from './rows.ts'

/** Which figures are asked for. */
export interface ScorecardQuery {
  /** The period [from, to): a measurement belongs to it when its `countsAt` does. */
  readonly from: Instant
  readonly to: Instant
  /** `company`, `customer:<id>`, `person:<id>`, `product:<id>`, `lot:<id>` or `channel:<name>`. */
  readonly scope: string
  /** The instant from which everything is seen. */
  readonly asOf: Instant
}

/** The scorecard of whole histories, evaluated at once: what replay does, and what the stored sums must equal. */
export function scorecardOf(measurements: Iterable<Measurement>, query: ScorecardQuery): readonly KpiRow[] {
  return finaliseKpis(evaluated(measurements, query), query.scope)
}

/**
 * The same scorecard from stored sums and the open measurements. Its period is whole days of the zone in which the
 * buckets were made, and its `asOf` not before the last recorded instant.
 */
export function scorecardFromBuckets(
  stored: { readonly buckets: Iterable<Bucket>; readonly open: Iterable<Measurement> },
  query: ScorecardQuery,
  zone: TimeZone,
): readonly KpiRow[] {
  const settled = [...stored.buckets].filter(
    ({ scope, day }) => scope === query.scope && isWithin(startOfDay(day, zone), query),
  )
  return finaliseKpis([...settled, ...evaluated(stored.open, query)], query.scope)
}

/** The period of whole days [from, to) in a zone, as instants. */
export function periodOfDays(from: LocalDate, to: LocalDate, zone: TimeZone): { from: Instant; to: Instant } {
  return { from: startOfDay(from, zone), to: startOfDay(to, zone) }
}

function evaluated(measurements: Iterable<Measurement>, query: ScorecardQuery): readonly KpiTally[] {
  const tallies: KpiTally[] = []
  for (const measurement of measurements) {
    if (!isWithin(measurement.countsAt, query) || !scopesOf(measurement).includes(query.scope)) continue
    const { kpi, part, currency } = measurement
    tallies.push({ kpi, part, currency, tally: evaluateMeasurement(measurement, query.asOf) })
  }
  return sumByKey(tallies)
}

function isWithin(instant: Instant, { from, to }: ScorecardQuery): boolean {
  return from <= instant && instant < to
}
