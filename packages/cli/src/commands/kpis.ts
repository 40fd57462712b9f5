import { type Instant, instantFromMillis, labelOfFigure } from '@afterline/rules'
import type { Command } from 'commander'
import { whenCounted } from '../counted.ts'
import { findInstance } from '../instance.ts'
import { table } from '../output.ts'
import { operatorGraph } from '../session.ts'
import type { CommandIo } from './io.ts'
import { type PeriodOptions, periodOf, withPeriodOptions } from './period.ts'

/** One figure as commands print it; the numbers are exact. */
export interface PrintedKpi {
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

interface GraphKpi extends Omit<PrintedKpi, 'numerator' | 'denominator'> {
  readonly numerator: string
  readonly denominator: string
}

interface KpisOptions extends PeriodOptions {
  readonly data: string
  readonly json?: boolean
}

const HOUR_MS = 3_600_000
const KPI_FIELDS =
  'id part scope numerator denominator value pending unit currency interval { low high } per relativeError isSuppressed'
const SCORECARD = `query Scorecard(
  $from: LocalDate!, $to: LocalDate!, $asOf: Instant, $scope: String, $zone: String, $includes: Instant
) {
  scorecard(from: $from, to: $to, asOf: $asOf, scope: $scope, zone: $zone, includes: $includes) {
    includes salesCountedTo serviceCountedTo satisfactionCountedTo
    sales { ${KPI_FIELDS} } service { ${KPI_FIELDS} } satisfaction { ${KPI_FIELDS} }
  }
}`

interface GraphScorecard extends Readonly<Record<'sales' | 'service' | 'satisfaction', readonly GraphKpi[]>> {
  readonly includes: Instant | null
  readonly salesCountedTo: Instant | null
  readonly serviceCountedTo: Instant | null
  readonly satisfactionCountedTo: Instant | null
}

export function addKpisCommand(program: Command, io: CommandIo): void {
  withPeriodOptions(
    program.command('kpis').description('Print the key figures of a period, as the graph answers them'),
  ).action((_, command: Command) => io.run<KpisOptions>(command, printKpis))
}

async function printKpis(options: KpisOptions, output: ReturnType<CommandIo['output']>): Promise<void> {
  const instance = await findInstance(options.data)
  const graph = operatorGraph(instance, ['LEADERSHIP', 'AUDITOR'], output)
  const variables = { ...periodOf(options), includes: instantFromMillis(Date.now()) }
  const ask = () => graph.query<{ scorecard: GraphScorecard }>(SCORECARD, variables)
  const { scorecard } = await whenCounted(ask, ({ scorecard: answer }) => countedOf(answer), output)
  const { sales, service, satisfaction } = scorecard
  const kpis = printedKpis([...sales, ...service, ...satisfaction].map(fromGraph))
  output.result(kpis, () => kpiTable(kpis))
}

function countedOf({ includes, salesCountedTo, serviceCountedTo, satisfactionCountedTo }: GraphScorecard) {
  return { includes, countedTo: [salesCountedTo, serviceCountedTo, satisfactionCountedTo] }
}

function fromGraph(kpi: GraphKpi): PrintedKpi {
  return {
    ...kpi,
    unit: kpi.unit.toLowerCase(),
    numerator: Number(kpi.numerator),
    denominator: Number(kpi.denominator),
  }
}

/** The one order of rows and members in which commands print figures, so that outputs can be compared as text. */
export function printedKpis(kpis: readonly PrintedKpi[]): readonly PrintedKpi[] {
  return kpis.toSorted(byNumberPartAndCurrency).map((kpi) => {
    const { id, part, scope, numerator, denominator, value, pending, unit, currency, interval } = kpi
    const { per, relativeError, isSuppressed } = kpi
    return {
      ...{ id, part, scope, numerator, denominator, value, pending, unit, currency, interval },
      ...{ per, relativeError, isSuppressed },
    }
  })
}

function byNumberPartAndCurrency(a: PrintedKpi, b: PrintedKpi): number {
  const numberOf = ({ id }: PrintedKpi) => Number(id.slice('KPI-'.length))
  return numberOf(a) - numberOf(b) || compareText(a.part, b.part) || compareText(a.currency, b.currency)
}

function compareText(a: string | null, b: string | null): number {
  const [left, right] = [a ?? '', b ?? '']
  return left < right ? -1 : left > right ? 1 : 0
}

export function kpiTable(kpis: readonly PrintedKpi[]): string {
  const rows = kpis.map((kpi) => [
    kpi.id,
    labelOfFigure(kpi.id, kpi.part).en,
    kpi.part ?? '',
    kpi.numerator,
    kpi.denominator,
    displayedValue(kpi),
    kpi.pending,
    kpi.currency ?? kpi.unit,
  ])
  return table(['KPI', 'figure', 'part', 'numerator', 'denominator', 'value', 'pending', 'unit'], rows)
}

/** Rounded for the eye only. */
function displayedValue({ value, unit, numerator, per, isSuppressed }: PrintedKpi): string | null {
  if (isSuppressed) return 'withheld'
  if (value === null) return null
  if (per !== 1) return `${value.toFixed(3)} per ${per}`
  switch (unit) {
    case 'money':
      return (numerator / 100).toFixed(2)
    case 'duration':
      return `${(value / HOUR_MS).toFixed(2)} h`
    case 'ratio':
      return `${(value * 100).toFixed(2)} %`
    default:
      return value.toFixed(3)
  }
}
