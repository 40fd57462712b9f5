import {
  type Bilingual,
  type Instant,
  type KpiTarget,
  labelOfFigure,
  type PolicyBook,
  standingOf,
} from '@afterline/rules'

/** What a figure is to reach, in the words of the policy files. */
export type PrintedTarget =
  | { readonly atLeastPercent: number }
  | { readonly atMostHours: number }
  | { readonly trend: 'rising' | 'falling' }

/** One figure as commands print it; the numbers are exact. */
export interface PrintedKpi extends CountedKpi {
  readonly label: Bilingual
  /** By the policies of `POLICY_DIR`, or the shipped ones; `null` where there is nothing to reach. */
  readonly target: PrintedTarget | null
  /** `null` where nothing tells: no target, nothing counted, or a trend. */
  readonly isMet: boolean | null
}

/** A figure as it is counted. */
export interface CountedKpi {
  readonly id: string
  readonly part: string | null
  readonly scope: string
  readonly numerator: number
  readonly denominator: number
  readonly value: number | null
  readonly pending: number
  readonly unit: string
  readonly currency: string | null
  readonly interval: { readonly low: number; readonly high: number } | null
  readonly per: number
  readonly relativeError: number | null
  readonly isSuppressed: boolean
}

/**
 * The one order of rows and members in which commands print figures, so that outputs can be compared as text.
 * @param asOf the instant whose policies say what the figures are to reach
 */
export function printedKpis(kpis: readonly CountedKpi[], policies: PolicyBook, asOf: Instant): readonly PrintedKpi[] {
  return kpis.toSorted(byNumberPartAndCurrency).map((kpi) => {
    const { id, part, scope, numerator, denominator, value, pending, unit, currency, interval } = kpi
    const { per, relativeError, isSuppressed } = kpi
    const { target, isMet } = standingOf(kpi, policies, asOf)
    return {
      ...{ id, part, scope, numerator, denominator, value, pending, unit, currency, interval },
      ...{ per, relativeError, isSuppressed },
      ...{ label: labelOfFigure(id, part), target: printedTarget(target), isMet },
    }
  })
}

function byNumberPartAndCurrency(a: CountedKpi, b: CountedKpi): number {
  const numberOf = ({ id }: CountedKpi) => Number(id.slice('KPI-'.length))
  return numberOf(a) - numberOf(b) || compareText(a.part, b.part) || compareText(a.currency, b.currency)
}

function compareText(a: string | null, b: string | null): number {
  const [left, right] = [a ?? '', b ?? '']
  return left < right ? -1 : left > right ? 1 : 0
}

/** As JSON has it: in the words of the policy files. */
function printedTarget(target: KpiTarget): PrintedTarget | null {
  if (target === null) return null
  if (typeof target === 'string') return { trend: target }
  if ('atMostHours' in target) return target
  return { atLeastPercent: (target.numerator * 100) / target.denominator }
}
