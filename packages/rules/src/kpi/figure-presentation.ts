import type { KpiId } from '../catalogue/index.ts'

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
