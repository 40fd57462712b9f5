import { kpis } from '../catalogue/index.ts'
import type { Measurement } from '../ledger/ledger.ts'
import type { Instant } from '../primitives/instant.ts'
import { type LocalDate, localDateOf, plusMonths, startOfDay, type TimeZone } from '../primitives/local-date.ts'
import { RulesError } from '../rules-error.ts'
import type { Bucket } from './buckets.ts'
import { addToSums, type KpiSums, type KpiTally } from './figures.ts'
import { evaluateMeasurement } from './measurement.ts'
import { trailingFiguresOf } from './presentation.ts'
import { defaultRowOptions, finaliseKpis, type KpiRow, type RowOptions } from './rows.ts'

/** Which figures are asked for. */
export interface ScorecardQuery {
  /** The period [from, to): a measurement belongs to it when its `countsAt` does. */
  readonly from: Instant
  readonly to: Instant
  /** Where the twelve months begin that end with the period: some denominators are counted over them (KPI-16). */
  readonly trailingFrom: Instant
  /** `company`; `customer:`, `person:`, `team:`, `product:` or `lot:` with an id; `channel:` with a name. */
  readonly scope: string
  /** The instant from which everything is seen. */
  readonly asOf: Instant
}

/** The scorecard of whole histories, evaluated at once: what replay does, and what the stored sums must equal. */
export function scorecardOf(
  measurements: Iterable<Measurement>,
  query: ScorecardQuery,
  options: RowOptions = defaultRowOptions,
): readonly KpiRow[] {
  const { period, trailing } = evaluated(measurements, query)
  return finaliseKpis(period, query.scope, { ...options, trailing })
}

/**
 * The same scorecard from stored sums and the open measurements; `asOf` is not before the last recorded instant.
 * @throws RulesError `KPI_INVALID` when the period is not made of whole days of the zone in which the buckets were made
 */
export function scorecardFromBuckets(
  stored: { readonly buckets: Iterable<Bucket>; readonly open: Iterable<Measurement> },
  query: ScorecardQuery,
  zone: TimeZone,
  options: RowOptions = defaultRowOptions,
): readonly KpiRow[] {
  const days = daysOfPeriod(query, zone)
  const ofYear = daysOfPeriod(trailingQuery(query), zone)
  const { period, trailing } = evaluated(stored.open, query)
  const settled: KpiTally[] = []
  const settledOfYear: KpiTally[] = []
  for (const bucket of stored.buckets) {
    if (bucket.scope !== query.scope) continue
    if (isOnDays(bucket, days)) settled.push(bucket)
    if (isTrailing(bucket) && isOnDays(bucket, ofYear)) settledOfYear.push(bucket)
  }
  return finaliseKpis([...settled, ...period], query.scope, { ...options, trailing: [...settledOfYear, ...trailing] })
}

function isOnDays({ day }: Bucket, { fromDay, toDay }: ReturnType<typeof daysOfPeriod>): boolean {
  return fromDay <= day && day < toDay
}

const trailingFigures = trailingFiguresOf(kpis.map(({ id }) => id))

/** Whether some quotient needs the figure over twelve months. */
function isTrailing({ kpi, part }: Pick<Measurement, 'kpi' | 'part'>): boolean {
  return trailingFigures.some((figure) => figure.kpi === kpi && figure.part === part)
}

function trailingQuery(query: ScorecardQuery): ScorecardQuery {
  return { ...query, from: query.trailingFrom }
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

/** The period of the days [from, to) in a zone, and the twelve months that end with it, as instants. */
export function periodOfDays(
  from: LocalDate,
  to: LocalDate,
  zone: TimeZone,
): Pick<ScorecardQuery, 'from' | 'to' | 'trailingFrom'> {
  return {
    from: startOfDay(from, zone),
    to: startOfDay(to, zone),
    trailingFrom: startOfDay(plusMonths(to, -12), zone),
  }
}

/** Sums over the period and over the trailing months, in one pass that keeps nothing but the sums. */
function evaluated(measurements: Iterable<Measurement>, query: ScorecardQuery) {
  const period: KpiSums = new Map()
  const trailing: KpiSums = new Map()
  const ofYear = trailingQuery(query)
  for (const measurement of measurements) {
    if (query.scope !== 'company' && !measurement.scopes.includes(query.scope)) continue
    const isInPeriod = isWithin(measurement, query)
    const isInYear = isTrailing(measurement) && isWithin(measurement, ofYear)
    if (!isInPeriod && !isInYear) continue
    const tally = evaluateMeasurement(measurement, query.asOf)
    if (isInPeriod) addToSums(period, measurement, tally)
    if (isInYear) addToSums(trailing, measurement, tally)
  }
  return { period: period.values(), trailing: trailing.values() }
}

function isWithin({ countsAt }: Measurement, { from, to }: ScorecardQuery): boolean {
  return countsAt === null || (from <= countsAt && countsAt < to)
}
