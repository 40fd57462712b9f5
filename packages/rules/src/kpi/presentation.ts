import type { KpiId } from '../catalogue/index.ts'

/** What the integers of a figure count. */
export type CountedIn = 'ITEMS' | 'MINOR_UNITS' | 'THOUSANDTHS'

/** How the figures of a KPI become rows. */
export interface Presentation {
  readonly countedIn: CountedIn
  /** A sum has no denominator; its value is the numerator. */
  readonly isSum: boolean
  /** Which parts make the row without a part: all of them, or the named ones. */
  readonly wholeOf: 'ALL' | readonly string[]
  /** Parts whose value is a mean of scores instead of a share. */
  readonly means: readonly string[]
  /** Whether a share comes with its Wilson interval. */
  readonly hasInterval: boolean
}

const share: Presentation = {
  countedIn: 'ITEMS',
  isSum: false,
  wholeOf: 'ALL',
  means: [],
  hasInterval: false,
}

/** The KPIs that the scorecard promises, in its order. */
const presented: readonly (readonly [KpiId, Presentation])[] = [
  ['KPI-1', share],
  ['KPI-3', { ...share, countedIn: 'MINOR_UNITS', isSum: true }],
  ['KPI-9', share],
  ['KPI-10', { ...share, countedIn: 'THOUSANDTHS' }],
  ['KPI-13', share],
  ['KPI-17', share],
  // Satisfaction as such is the rating of the service; that of the product stands beside it and is not mixed in.
  ['KPI-23', { ...share, wholeOf: ['service'], means: ['service.mean', 'product.mean'], hasInterval: true }],
  ['KPI-40', share],
]
const presentations = new Map(presented)

/** The KPIs whose row appears even when nothing was counted. */
export const alwaysShownKpis: readonly KpiId[] = presented.map(([kpi]) => kpi)

export function presentationOf(kpi: KpiId): Presentation {
  return presentations.get(kpi) ?? share
}
