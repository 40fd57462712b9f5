import type { KpiId } from '../catalogue/index.ts'
import type { FigurePresentation, Operand, Presentation } from './figure-presentation.ts'
import { salesKpiPresentations } from './presentation-sales.ts'
import { serviceKpiPresentations } from './presentation-service.ts'

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

/** Whether the figure adds to the row of its KPI that has no part. */
export function isOfWhole({ kpi, part }: Pick<Operand, 'kpi' | 'part'>): boolean {
  const { wholeOf } = presentationOf(kpi)
  return part === null || wholeOf === 'ALL' || wholeOf.includes(part)
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
