import { type KpiId, type KpiUnit, kpis } from '../catalogue/index.ts'
import { type KpiKey, type KpiTally, sumByKey } from './figures.ts'
import { alwaysShownKpis, type CountedIn, presentationOf } from './presentation.ts'
import { isZeroTally, type Tally, zeroTally } from './tally.ts'
import { type Interval, wilsonInterval } from './wilson.ts'

/** One line of a scorecard. */
export interface KpiRow {
  readonly id: KpiId
  /** `null` for the KPI itself; otherwise the sub-figure, such as a limit's key under KPI-17. */
  readonly part: string | null
  readonly scope: string
  /** Items, minor units of money, or whole units of quantity with at most 3 decimals. */
  readonly numerator: number
  readonly denominator: number
  /** Unrounded; for sums the numerator. `null` when there is nothing to divide by: never 0 or 100 %. */
  readonly value: number | null
  /** Things that are neither done nor past due, and therefore in neither number yet. */
  readonly pending: number
  /** What the value is: the KPI's unit by the catalogue, or `score` for a mean of ratings from 1 to 5. */
  readonly unit: KpiUnit | 'score'
  /** ISO 4217 code; set for money only. Each currency has its own row, because nothing is converted. */
  readonly currency: string | null
  /** Wilson 95 % interval of the value, where the KPI asks for it and something was counted. */
  readonly interval: Interval | null
}

/**
 * The rows of one scope from its sums, sorted by KPI, part and currency. The result depends on the sums alone: a figure
 * whose sum is zero shows no row, whether or not something was counted and taken back, except that the eight KPIs
 * listed in `alwaysShownKpis` always have a row of their own.
 */
export function finaliseKpis(tallies: Iterable<KpiTally>, scope: string): readonly KpiRow[] {
  const figures = sumByKey(tallies).filter(({ tally }) => !isZeroTally(tally))
  const parts = figures.filter(({ part }) => part !== null)
  const wholes = sumByKey(figures.filter(isOfWhole).map((figure) => ({ ...figure, part: null })))
  const shownWholes = wholes.filter(({ tally }) => !isZeroTally(tally))
  const missing = alwaysShownKpis.filter((kpi) => !shownWholes.some((whole) => whole.kpi === kpi))
  const empty = missing.map((kpi) => ({ kpi, part: null, currency: null, tally: zeroTally }))
  return [...shownWholes, ...empty, ...parts].toSorted(compareFigures).map((figure) => finaliseKpi(figure, scope))
}

/** One row from one sum. */
export function finaliseKpi({ kpi, part, currency, tally }: KpiTally, scope: string): KpiRow {
  const { countedIn, isSum, means, hasInterval } = presentationOf(kpi)
  const isMean = part !== null && means.includes(part)
  return {
    id: kpi,
    part,
    scope,
    numerator: displayed(tally.numerator, countedIn),
    denominator: displayed(tally.denominator, countedIn),
    value: isSum ? sumOf(tally, currency) : shareOf(tally),
    pending: tally.pending,
    unit: isMean ? 'score' : unitOf(kpi),
    currency,
    interval: hasInterval && !isMean ? wilsonInterval(tally.numerator, tally.denominator) : null,
  }
}

function isOfWhole({ kpi, part }: KpiKey): boolean {
  const { wholeOf } = presentationOf(kpi)
  return part === null || wholeOf === 'ALL' || wholeOf.includes(part)
}

function shareOf({ numerator, denominator }: Tally): number | null {
  return denominator === 0 ? null : numerator / denominator
}

/** A sum of money that has no currency has no amounts either. */
function sumOf({ numerator }: Tally, currency: string | null): number | null {
  return currency === null ? null : numerator
}

/** An integer divided by 1000 is the double nearest to the exact decimal, so it prints with at most 3 decimals. */
function displayed(count: number, countedIn: CountedIn): number {
  return countedIn === 'THOUSANDTHS' ? count / 1000 : count
}

const units = new Map(kpis.map(({ id, unit }) => [id, unit]))

function unitOf(kpi: KpiId): KpiUnit {
  return units.get(kpi) ?? 'count'
}

function compareFigures(a: KpiKey, b: KpiKey): number {
  return numberOf(a) - numberOf(b) || compareText(a.part, b.part) || compareText(a.currency, b.currency)
}

function numberOf({ kpi }: KpiKey): number {
  return Number(kpi.slice('KPI-'.length))
}

/** By code unit, nothing before something: the same order on every machine. */
function compareText(a: string | null, b: string | null): number {
  const left = a ?? ''
  const right = b ?? ''
  return left < right ? -1 : left > right ? 1 : 0
}
