import type { KpiId } from '../catalogue/index.ts'
import { salesKpiPresentations } from './presentation-sales.ts'
import { serviceKpiPresentations } from './presentation-service.ts'

/** What the integers of a figure count. */
export type CountedIn = 'ITEMS' | 'MINOR_UNITS' | 'THOUSANDTHS'

/** A percentile of durations under its name; a share of 1 is the longest. */
export interface Percentile {
  readonly name: string
  readonly share: number
}

/** How the sums of one figure become rows. */
export interface FigurePresentation {
  readonly countedIn: CountedIn
  /** A sum has no denominator; its value is the numerator. */
  readonly isSum: boolean
  /** Whether the value is a mean of scores instead of a share. */
  readonly isMean: boolean
  /** Whether a share comes with its Wilson interval. */
  readonly hasInterval: boolean
  /** What the value is multiplied by: 1, or 1000 for a rate per thousand. */
  readonly per: 1 | 1000
  /** True for anonymous answers: nothing is shown of fewer than the smallest number (C21). */
  readonly isAnonymous: boolean
  /** Rows of a figure of durations; empty for every other figure. */
  readonly percentiles: readonly Percentile[]
  /** True for what only serves as a part of a quotient. */
  readonly isHidden: boolean
  /** Which time it is counted over: the period, or the twelve months that end with it. */
  readonly window: 'PERIOD' | 'TRAILING_YEAR'
}

/** A row that divides one figure by another one, because they are counted over different windows. */
export interface Quotient {
  readonly part: string
  readonly numeratorPart: string
  readonly denominatorPart: string
  readonly per: 1 | 1000
}

/** How the figures of a KPI become rows. */
export interface Presentation extends FigurePresentation {
  /** Which parts make the row without a part: all of them, or the named ones besides what has no part. */
  readonly wholeOf: 'ALL' | readonly string[]
  /** What differs for a part. */
  readonly parts: Readonly<Record<string, Partial<FigurePresentation>>>
  readonly quotients: readonly Quotient[]
}

/** A share of things, its parts adding up to the whole. */
const share: Presentation = {
  countedIn: 'ITEMS',
  isSum: false,
  isMean: false,
  hasInterval: false,
  per: 1,
  isAnonymous: false,
  percentiles: [],
  isHidden: false,
  window: 'PERIOD',
  wholeOf: 'ALL',
  parts: {},
  quotients: [],
}

const presentations: ReadonlyMap<KpiId, Partial<Presentation>> = new Map([
  ...salesKpiPresentations,
  ...serviceKpiPresentations,
])

/** The KPIs whose row appears even when nothing was counted. */
export const alwaysShownKpis: readonly KpiId[] = [
  'KPI-1',
  'KPI-3',
  'KPI-9',
  'KPI-10',
  'KPI-13',
  'KPI-17',
  'KPI-23',
  'KPI-40',
]

export function presentationOf(kpi: KpiId): Presentation {
  return { ...share, ...presentations.get(kpi) }
}

export function figurePresentationOf(kpi: KpiId, part: string | null): FigurePresentation {
  const presentation = presentationOf(kpi)
  return part === null ? presentation : { ...presentation, ...presentation.parts[part] }
}

/** A figure that is counted over the twelve months that end with the period. */
export interface TrailingFigure {
  readonly kpi: KpiId
  readonly part: string
}

/** All of them: a store reads them over the longer window. */
export const trailingFigures: readonly TrailingFigure[] = [...presentations].flatMap(([kpi, { parts = {} }]) =>
  Object.entries(parts).flatMap(([part, { window }]) => (window === 'TRAILING_YEAR' ? [{ kpi, part }] : [])),
)
