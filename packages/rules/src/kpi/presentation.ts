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
}

/** One side of a figure's sums. */
export interface Operand {
  readonly kpi: KpiId
  readonly part: string | null
  readonly side: 'numerator' | 'denominator'
  /** Which time it is counted over: the period, or the twelve months that end with it. */
  readonly window: 'PERIOD' | 'TRAILING_YEAR'
}

/** A row that divides two figures that are counted apart: by different streams, or over different windows. */
export interface Quotient {
  readonly part: string | null
  readonly numerator: Operand
  readonly denominator: Operand
  readonly per: 1 | 1000
  /** What must have counted something for the row to show: nobody asks for the attainment of a target that was not set. */
  readonly shownWith: 'EITHER' | 'DENOMINATOR'
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

/** The figures that a quotient of a KPI needs over the twelve months that end with the period. */
export function trailingFiguresOf(ids: readonly KpiId[]): readonly Pick<Operand, 'kpi' | 'part'>[] {
  return ids
    .flatMap((kpi) => presentationOf(kpi).quotients)
    .flatMap(({ numerator, denominator }) => [numerator, denominator])
    .filter(({ window }) => window === 'TRAILING_YEAR')
    .map(({ kpi, part }) => ({ kpi, part }))
}

/** The KPIs whose sums are needed to show the named ones: themselves, and those that their quotients divide. */
export function ingredientsOf(ids: readonly KpiId[]): readonly KpiId[] {
  const operands = ids.flatMap((kpi) =>
    presentationOf(kpi).quotients.flatMap(({ numerator, denominator }) => [numerator.kpi, denominator.kpi]),
  )
  return [...new Set([...ids, ...operands])]
}
