import { fractionDigitsOf } from '@afterline/rules'
import { table } from '../output.ts'
import type { PrintedKpi, PrintedTarget } from './printed-kpi.ts'

const HOUR_MS = 3_600_000

/** Figures for the eye: what each is called, what it comes to, what it is to reach and whether it does. */
export function kpiTable(kpis: readonly PrintedKpi[]): string {
  const rows = kpis.map((kpi) => [
    kpi.id,
    shownValue(kpi),
    shownTarget(kpi.target),
    kpi.isMet === null ? '–' : kpi.isMet ? 'met' : 'missed',
    shownCount(kpi),
    kpi.pending,
    `${kpi.label.zh} ${kpi.label.en}`,
  ])
  return table(['KPI', 'value', 'target', 'state', 'counted', 'pending', 'figure'], rows)
}

function shownTarget(target: PrintedTarget | null): string {
  if (target === null) return '–'
  if ('trend' in target) return target.trend
  return 'atMostHours' in target ? `≤ ${target.atMostHours} h` : `≥ ${target.atLeastPercent} %`
}

/** Rounded for the eye only. */
function shownValue({ value, unit, numerator, currency, per, isSuppressed }: PrintedKpi): string {
  if (isSuppressed) return 'withheld'
  if (value === null) return '–'
  if (per !== 1) return `${value.toFixed(3)} per ${per}`
  switch (unit) {
    case 'money':
      return currency === null ? '–' : amountOf(numerator, currency)
    case 'duration':
      return `${(value / HOUR_MS).toFixed(2)} h`
    case 'ratio':
      return `${(value * 100).toFixed(2)} %`
    case 'score':
      return value.toFixed(2)
    default:
      return String(value)
  }
}

function amountOf(minor: number, currency: string): string {
  const digits = fractionDigitsOf(currency)
  return `${(minor / 10 ** digits).toFixed(digits)} ${currency}`
}

/** What a share is a share of; what a mean or a percentile was taken of. A sum counts nothing but itself. */
function shownCount({ unit, numerator, denominator, isSuppressed }: PrintedKpi): string {
  if (isSuppressed) return 'withheld'
  if (unit === 'ratio') return denominator === 0 ? 'nothing' : `${numerator} of ${denominator}`
  return unit === 'duration' || unit === 'score' ? `${denominator}` : ''
}
