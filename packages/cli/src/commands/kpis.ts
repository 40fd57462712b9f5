import { type Instant, instantFromMillis } from '@afterline/rules'
import { loadPolicies } from '@afterline/service-kit'
import type { Command } from 'commander'
import { whenCounted } from '../counted.ts'
import type { GraphClient } from '../graph-client.ts'
import { findInstance } from '../instance.ts'
import type { Output } from '../output.ts'
import { operatorGraph } from '../session.ts'
import type { CommandIo } from './io.ts'
import { kpiTable } from './kpi-text.ts'
import { type Period, type PeriodOptions, periodOf, withPeriodOptions } from './period.ts'
import { type CountedKpi, type PrintedKpi, printedKpis } from './printed-kpi.ts'

interface GraphKpi extends Omit<CountedKpi, 'numerator' | 'denominator'> {
  readonly numerator: string
  readonly denominator: string
}

interface KpisOptions extends PeriodOptions {
  readonly data: string
  readonly json?: boolean
}

const KPI_FIELDS =
  'id part scope numerator denominator value pending unit currency interval { low high } per relativeError isSuppressed'
const SCORECARD = `query Scorecard(
  $from: LocalDate!, $to: LocalDate!, $asOf: Instant, $scope: String, $zone: String, $includes: Instant
) {
  scorecard(from: $from, to: $to, asOf: $asOf, scope: $scope, zone: $zone, includes: $includes) {
    includes salesCountedTo serviceCountedTo satisfactionCountedTo safekeepingCountedTo
    sales { ${KPI_FIELDS} } service { ${KPI_FIELDS} } satisfaction { ${KPI_FIELDS} }
    safekeeping { ${KPI_FIELDS} }
  }
}`

type Part = 'sales' | 'service' | 'satisfaction' | 'safekeeping'

interface GraphScorecard
  extends Readonly<Record<Part, readonly GraphKpi[]>>,
    Readonly<Record<`${Part}CountedTo`, Instant | null>> {
  readonly includes: Instant | null
}

export function addKpisCommand(program: Command, io: CommandIo): void {
  withPeriodOptions(
    program.command('kpis').description('Print the key figures of a period, as the graph answers them'),
  ).action((_, command: Command) => io.run<KpisOptions>(command, printKpis))
}

async function printKpis(options: KpisOptions, output: ReturnType<CommandIo['output']>): Promise<void> {
  const instance = await findInstance(options.data)
  const graph = operatorGraph(instance, ['LEADERSHIP', 'AUDITOR'], output)
  const kpis = await readKpis(graph, periodOf(options), output)
  output.result(kpis, () => kpiTable(kpis))
}

/** The figures of a period, once everything is counted that was recorded before the question. */
export async function readKpis(
  graph: GraphClient,
  period: Period,
  output: Pick<Output, 'progress'>,
): Promise<readonly PrintedKpi[]> {
  const policies = await loadPolicies(process.env['POLICY_DIR'] || undefined)
  const variables = { ...period, includes: instantFromMillis(Date.now()) }
  const ask = () => graph.query<{ scorecard: GraphScorecard }>(SCORECARD, variables)
  const { scorecard } = await whenCounted(ask, ({ scorecard: answer }) => countedOf(answer), output)
  const { sales, service, satisfaction, safekeeping } = scorecard
  const counted = [...sales, ...service, ...satisfaction, ...safekeeping].map(fromGraph)
  return printedKpis(counted, policies, period.asOf ?? variables.includes)
}

function countedOf({ includes, ...card }: GraphScorecard) {
  const { salesCountedTo, serviceCountedTo, satisfactionCountedTo, safekeepingCountedTo } = card
  return { includes, countedTo: [salesCountedTo, serviceCountedTo, satisfactionCountedTo, safekeepingCountedTo] }
}

function fromGraph(kpi: GraphKpi): CountedKpi {
  return {
    ...kpi,
    unit: kpi.unit.toLowerCase(),
    numerator: Number(kpi.numerator),
    denominator: Number(kpi.denominator),
  }
}
