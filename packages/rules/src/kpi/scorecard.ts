import type { Measurement } from '../ledger/ledger.ts'
import type { Instant } from '../primitives/instant.ts'
import { type LocalDate, localDateOf, startOfDay, type TimeZone } from '../primitives/local-date.ts'
import { RulesError } from '../rules-error.ts'
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
 * The same scorecard from stored sums and the open measurements; `asOf` is not before the last recorded instant.
 * @throws RulesError `KPI_INVALID` when the period is not made of whole days of the zone in which the buckets were made
 */
export function scorecardFromBuckets(
  stored: { readonly buckets: Iterable<Bucket>; readonly open: Iterable<Measurement> },
  query: ScorecardQuery,
  zone: TimeZone,
): readonly KpiRow[] {
  const { fromDay, toDay } = daysOfPeriod(query, zone)
  const settled = [...stored.buckets].filter(({ scope, day }) => scope === query.scope && fromDay <= day && day < toDay)
  return finaliseKpis([...settled, ...evaluated(stored.open, query)], query.scope)
}

/**
 * The days [fromDay, toDay) that a period consists of: the range to read buckets for.
 * @throws RulesError `KPI_INVALID` when it begins or ends within a day
 */
export function daysOfPeriod(
  { from, to }: Pick<ScorecardQuery, 'from' | 'to'>,
  zone: TimeZone,
): { readonly fromDay: LocalDate; readonly toDay: LocalDate } {
  const fromDay = localDateOf(from, zone)
  const toDay = localDateOf(to, zone)
  if (startOfDay(fromDay, zone) !== from || startOfDay(toDay, zone) !== to) {
    throw new RulesError('KPI_INVALID', `the period from ${from} to ${to} is not made of whole days in ${zone}`)
  }
  return { fromDay, toDay }
}

/** The period of the days [from, to) in a zone, as instants. */
export function periodOfDays(
  from: LocalDate,
  to: LocalDate,
  zone: TimeZone,
): { readonly from: Instant; readonly to: Instant } {
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
