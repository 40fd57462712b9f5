import { kpis } from '../catalogue/index.ts'
import type { Measurement } from '../ledger/ledger.ts'
import type { Instant } from '../primitives/instant.ts'
import { type LocalDate, localDateOf, plusMonths, startOfDay, type TimeZone } from '../primitives/local-date.ts'
import { RulesError } from '../rules-error.ts'
import type { Bucket } from './buckets.ts'
import { type KpiTally, kpiKeyIn, sumByKey } from './figures.ts'
import { evaluateMeasurement, scopesOf } from './measurement.ts'
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
  const all = [...measurements]
  const trailing = evaluated(all.filter(isTrailing), trailingQuery(query))
  return finaliseKpis(evaluated(all, query), query.scope, { ...options, trailing })
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
  const buckets = [...stored.buckets].filter(({ scope }) => scope === query.scope)
  const open = [...stored.open]
  const within = (days: ReturnType<typeof daysOfPeriod>) => (bucket: Bucket) =>
    days.fromDay <= bucket.day && bucket.day < days.toDay
  const settled = buckets.filter(within(daysOfPeriod(query, zone)))
  const ofYear = buckets.filter(isTrailing).filter(within(daysOfPeriod(trailingQuery(query), zone)))
  const trailing = [...ofYear, ...evaluated(open.filter(isTrailing), trailingQuery(query))]
  return finaliseKpis([...settled, ...evaluated(open, query)], query.scope, { ...options, trailing })
}

const trailingFigures = new Set(trailingFiguresOf(kpis.map(({ id }) => id)).map(({ kpi, part }) => `${kpi}|${part}`))

/** Whether some quotient needs the figure over twelve months. */
function isTrailing({ kpi, part }: Pick<Measurement, 'kpi' | 'part'>): boolean {
  return trailingFigures.has(`${kpi}|${part}`)
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

function evaluated(measurements: Iterable<Measurement>, query: ScorecardQuery): readonly KpiTally[] {
  const tallies: KpiTally[] = []
  for (const measurement of measurements) {
    if (!isWithin(measurement, query) || !scopesOf(measurement).includes(query.scope)) continue
    tallies.push({ ...kpiKeyIn(measurement), tally: evaluateMeasurement(measurement, query.asOf) })
  }
  return sumByKey(tallies)
}

function isWithin({ countsAt }: Measurement, { from, to }: ScorecardQuery): boolean {
  return countsAt === null || (from <= countsAt && countsAt < to)
}
