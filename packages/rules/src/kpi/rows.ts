import { type KpiId, type KpiUnit, kpis } from '../catalogue/index.ts'
import type { PolicyBook } from '../policy/index.ts'
import type { Instant } from '../primitives/instant.ts'
import { quantileOf, RELATIVE_ERROR } from './durations.ts'
import type { CountedIn, FigurePresentation, Operand } from './figure-presentation.ts'
import { type KpiKey, type KpiTally, kpiKeyOf, sumByKey } from './figures.ts'
import { alwaysShownKpis, figurePresentationOf, isOfWhole, presentationOf } from './presentation.ts'
import { isZeroTally, type Tally, zeroTally } from './tally.ts'
import { type Interval, wilsonInterval } from './wilson.ts'

/** One line of a scorecard. */
export interface KpiRow {
  readonly id: KpiId
  /** `null` for the KPI itself; otherwise the sub-figure, such as a limit's key under KPI-17. */
  readonly part: string | null
  readonly scope: string
  /** Items, minor units of money, or whole units of quantity with at most 3 decimals; of durations, how many there are. */
  readonly numerator: number
  readonly denominator: number
  /**
   * Unrounded. For sums the numerator, for durations milliseconds, else numerator × `per` ÷ denominator. `null` when
   * there is nothing to divide by: never 0 or 100 %.
   */
  readonly value: number | null
  /** Things that are neither done nor past due, and therefore in neither number yet. */
  readonly pending: number
  /** What the value is: the KPI's unit by the catalogue, or `score` for a mean of ratings from 1 to 5. */
  readonly unit: KpiUnit | 'score'
  /** ISO 4217 code; set for money only. Each currency has its own row, because nothing is converted. */
  readonly currency: string | null
  /** Wilson 95 % interval of the value, where the KPI asks for it and something was counted. */
  readonly interval: Interval | null
  /** 1000 for a rate per thousand, else 1. */
  readonly per: number
  /** How far a percentile may be from a measured duration, as a share of it; `null` for exact figures. */
  readonly relativeError: number | null
  /** True where fewer anonymous answers came in than may be shown: every number of the row is withheld (C21). */
  readonly isSuppressed: boolean
}

/** What rows need besides the sums of the period. */
export interface RowOptions {
  /** Fewer anonymous answers than this are not shown (setting `survey.minimumAnonymousAnswers`). */
  readonly minimumAnonymousAnswers: number
  /** Sums over the twelve months that end with the period, of the figures that `trailingFiguresOf` names. */
  readonly trailing?: Iterable<KpiTally>
}

/** C21: five, where a caller has no policy at hand. */
export const defaultRowOptions: RowOptions = { minimumAnonymousAnswers: 5 }

/** What the policy in force at an instant says of rows: one answer for whoever presents them, online and in replay. */
export function rowOptionsAt(policies: PolicyBook, asOf: Instant): RowOptions {
  const version = policies.versionAt(asOf)
  return { minimumAnonymousAnswers: policies.setting('survey.minimumAnonymousAnswers', version) }
}

/**
 * The rows of one scope from its sums, sorted by KPI, part and currency. The result depends on the sums alone: a figure
 * whose sum is zero shows no row, whether or not something was counted and taken back, except that the eight KPIs
 * listed in `alwaysShownKpis` always have a row of their own.
 */
export function finaliseKpis(
  tallies: Iterable<KpiTally>,
  scope: string,
  options: RowOptions = defaultRowOptions,
): readonly KpiRow[] {
  const figures = sumByKey(tallies).filter(({ tally }) => !isZeroTally(tally))
  const [durations, counts] = divided(figures)
  const shown = [...wholesOf(counts), ...counts.filter(({ part }) => part !== null)]
  const rows = shown
    .filter(({ kpi, part }) => !figurePresentationOf(kpi, part).isHidden)
    .map((figure) => finaliseKpi(figure, scope, options))
  const operands = { PERIOD: operandsOf(counts), TRAILING_YEAR: operandsOf(options.trailing ?? []) }
  return [...rows, ...quotientRows(operands, scope), ...percentileRows(durations, scope)]
    .flatMap((row) => [row, ...channelRow(row)])
    .toSorted(compareRows)
}

/** One row from one sum. */
export function finaliseKpi(
  { kpi, part, currency, tally }: KpiTally,
  scope: string,
  { minimumAnonymousAnswers }: RowOptions = defaultRowOptions,
): KpiRow {
  const figure = figurePresentationOf(kpi, part)
  const row = { ...rowOf({ kpi, part, currency }, scope), unit: unitOf(kpi, figure) }
  if (figure.isAnonymous && tally.denominator < minimumAnonymousAnswers) return { ...row, isSuppressed: true }
  return {
    ...row,
    numerator: displayed(tally.numerator, figure.countedIn),
    denominator: displayed(tally.denominator, figure.countedIn),
    value: figure.isSum ? sumOf(tally, currency, figure.countedIn) : shareOf(tally, figure.per),
    pending: tally.pending,
    interval: figure.hasInterval ? wilsonInterval(tally.numerator, tally.denominator) : null,
    per: figure.per,
  }
}

/** An empty row. */
function rowOf({ kpi, part, currency }: KpiKey, scope: string): KpiRow {
  return {
    id: kpi,
    part,
    scope,
    numerator: 0,
    denominator: 0,
    value: null,
    pending: 0,
    unit: unitOf(kpi, figurePresentationOf(kpi, part)),
    currency,
    interval: null,
    per: 1,
    relativeError: null,
    isSuppressed: false,
  }
}

function divided(figures: readonly KpiTally[]): readonly [durations: readonly KpiTally[], counts: readonly KpiTally[]] {
  return [figures.filter(({ bin }) => bin !== undefined), figures.filter(({ bin }) => bin === undefined)]
}

function wholesOf(counts: readonly KpiTally[]): readonly KpiTally[] {
  const wholes = sumByKey(counts.filter(isOfWhole).map((figure) => ({ ...figure, part: null })))
  const shown = wholes.filter(({ tally }) => !isZeroTally(tally))
  const missing = alwaysShownKpis.filter((kpi) => !shown.some((whole) => whole.kpi === kpi))
  return [...shown, ...missing.map((kpi) => ({ kpi, part: null, currency: null, tally: zeroTally }))]
}

/** Sums by figure and currency; the sum of a KPI's parts under the KPI itself. */
type Operands = ReadonlyMap<string, Tally>

function operandsOf(tallies: Iterable<KpiTally>): Operands {
  const counts = sumByKey(tallies)
  const wholes = sumByKey(counts.filter(isOfWhole).map((figure) => ({ ...figure, part: null })))
  return new Map([...counts, ...wholes].map((figure) => [kpiKeyOf(figure), figure.tally]))
}

/** Rows that divide one figure by another, one per currency. */
function quotientRows(sums: Readonly<Record<Operand['window'], Operands>>, scope: string): readonly KpiRow[] {
  const of = ({ kpi, part, side, window }: Operand, currency: string | null) =>
    sums[window].get(kpiKeyOf({ kpi, part, currency }))?.[side] ?? 0
  const currencies = [null, ...currenciesOf(sums.PERIOD)]
  return quotients.flatMap(({ kpi, part, numerator, denominator, per, shownWith }) =>
    currencies.flatMap((currency) => {
      const [above, below] = [of(numerator, currency), of(denominator, currency)]
      if (below === 0 && (above === 0 || shownWith === 'DENOMINATOR')) return []
      const shown = {
        numerator: displayed(above, countedInOf(numerator)),
        denominator: displayed(below, countedInOf(denominator)),
      }
      const row = rowOf({ kpi, part, currency }, scope)
      return [{ ...row, ...shown, value: shareOf({ ...shown, pending: 0 }, per), unit: 'ratio' as const, per }]
    }),
  )
}

const quotients = kpis.flatMap(({ id }) => presentationOf(id).quotients.map((quotient) => ({ kpi: id, ...quotient })))

function countedInOf({ kpi, part }: Operand): CountedIn {
  return figurePresentationOf(kpi, part).countedIn
}

function currenciesOf(operands: Operands): readonly string[] {
  const named = [...operands.keys()].map((key) => key.split('|')[2] ?? '')
  return [...new Set(named.filter((currency) => currency !== ''))].toSorted()
}

function percentileRows(durations: readonly KpiTally[], scope: string): readonly KpiRow[] {
  const figures = Map.groupBy(durations, ({ kpi, part }) => kpiKeyOf({ kpi, part, currency: null }))
  return [...figures.values()].flatMap((bins) => {
    const [{ kpi, part } = { kpi: 'KPI-20', part: null } as const] = bins
    const counts = bins.map(({ bin = 0, tally }) => ({ bin, count: tally.denominator }))
    const count = counts.reduce((sum, next) => sum + next.count, 0)
    return figurePresentationOf(kpi, part).percentiles.map(({ name, share }) => ({
      ...rowOf({ kpi, part: part === null ? name : `${part}.${name}`, currency: null }, scope),
      numerator: count,
      denominator: count,
      value: quantileOf(counts, share),
      unit: 'duration' as const,
      relativeError: RELATIVE_ERROR,
    }))
  })
}

const channelKpis: readonly KpiId[] = ['KPI-3', 'KPI-16', 'KPI-23']

/** KPI-39: what a channel sold, had complained about and was rated, gathered under one number. */
function channelRow(row: KpiRow): readonly KpiRow[] {
  if (!row.scope.startsWith('channel:') || !channelKpis.includes(row.id)) return []
  return [{ ...row, id: 'KPI-39', part: row.part === null ? row.id : `${row.id}.${row.part}` }]
}

function shareOf({ numerator, denominator }: Tally, per: FigurePresentation['per']): number | null {
  return denominator === 0 ? null : (numerator * per) / denominator
}

/** A sum of money that has no currency has no amounts either. */
function sumOf({ numerator }: Tally, currency: string | null, countedIn: CountedIn): number | null {
  if (countedIn === 'MINOR_UNITS' && currency === null) return null
  return displayed(numerator, countedIn)
}

/** An integer divided by 1000 is the double nearest to the exact decimal, so it prints with at most 3 decimals. */
function displayed(count: number, countedIn: CountedIn): number {
  return countedIn === 'THOUSANDTHS' ? count / 1000 : count
}

const units = new Map(kpis.map(({ id, unit }) => [id, unit]))
const sumUnits = { ITEMS: 'count', MINOR_UNITS: 'money', THOUSANDTHS: 'quantity' } as const

/** A share is a ratio, also where the KPI itself is a sum or a duration. */
function unitOf(kpi: KpiId, { isMean, isSum, countedIn }: FigurePresentation): KpiRow['unit'] {
  if (isMean) return 'score'
  if (isSum) return sumUnits[countedIn]
  return units.get(kpi) === 'count' ? 'count' : 'ratio'
}

function compareRows(a: KpiRow, b: KpiRow): number {
  return numberOf(a) - numberOf(b) || compareText(a.part, b.part) || compareText(a.currency, b.currency)
}

function numberOf({ id }: KpiRow): number {
  return Number(id.slice('KPI-'.length))
}

/** By code unit, nothing before something: the same order on every machine. */
function compareText(a: string | null, b: string | null): number {
  const left = a ?? ''
  const right = b ?? ''
  return left < right ? -1 : left > right ? 1 : 0
}
