import { type Bilingual, type Instant, instantFromMillis, labelOfDeadline } from '@afterline/rules'
import type { Command } from 'commander'
import { whenCounted } from '../counted.ts'
import { findInstance } from '../instance.ts'
import { table } from '../output.ts'
import { operatorGraph } from '../session.ts'
import { type DeadlineRecord, recordsOf } from './deadline-records.ts'
import type { CommandIo } from './io.ts'
import { lateness } from './lateness.ts'

interface DeadlinesOptions {
  readonly status?: readonly string[]
  readonly key?: readonly string[]
  readonly dueBefore?: string
  readonly limit: string
  readonly data: string
  readonly json?: boolean
}

/** An open limit as commands print it. */
interface PrintedDeadline extends OpenDeadline, DeadlineRecord {
  readonly label: Bilingual
  /** How long ago it was due, in milliseconds; negative where it is not due yet. */
  readonly lateMs: number
}

/** As the graph tells it. */
interface OpenDeadline {
  readonly key: string
  readonly item: string
  readonly rule: string
  readonly stream: string
  readonly status: string
  readonly startedAt: string
  readonly dueAt: string
  readonly escalateTo: string
  readonly policyVersion: string
  readonly calendarVersion: string | null
}

interface Board {
  readonly includes: Instant | null
  readonly orders: Page
  readonly complaints: Page
  readonly backups: Page
}

interface Page {
  readonly countedTo: Instant
  readonly edges: readonly { readonly cursor: string; readonly node: OpenDeadline }[]
}

const FIELDS = 'key item rule stream status startedAt dueAt escalateTo policyVersion calendarVersion'
const BOARD = `query Board($filter: DeadlineFilter, $first: Int!, $includes: Instant) {
  deadlineBoard(filter: $filter, includes: $includes) {
    includes
    orders(first: $first) { countedTo edges { cursor node { ${FIELDS} } } }
    complaints(first: $first) { countedTo edges { cursor node { ${FIELDS} } } }
    backups(first: $first) { countedTo edges { cursor node { ${FIELDS} } } }
  }
}`

export function addDeadlinesCommand(program: Command, io: CommandIo): void {
  program
    .command('deadlines')
    .description('List open limits of every record, soonest due first')
    .option('--status <status...>', 'overdue, warned, running (default: all three)')
    .option('--key <key...>', "keys of the policy's deadlines, such as order.confirm")
    .option('--due-before <instant>', 'RFC 3339 with offset')
    .option('--limit <n>', 'at most so many per service, 1 to 100', '50')
    .action((_, command: Command) => io.run<DeadlinesOptions>(command, printDeadlines))
}

async function printDeadlines(options: DeadlinesOptions, output: ReturnType<CommandIo['output']>): Promise<void> {
  const instance = await findInstance(options.data)
  const graph = operatorGraph(instance, ['LEADERSHIP', 'AUDITOR'], output)
  const filter = {
    statuses: options.status?.map((status) => status.toUpperCase()),
    keys: options.key,
    dueBefore: options.dueBefore,
  }
  const now = Date.now()
  const variables = { filter, first: Number(options.limit), includes: instantFromMillis(now) }
  const ask = () => graph.query<{ deadlineBoard: Board }>(BOARD, variables)
  const { deadlineBoard } = await whenCounted(ask, ({ deadlineBoard: board }) => countedOf(board), output)
  const open = [deadlineBoard.orders, deadlineBoard.complaints, deadlineBoard.backups]
    .flatMap(({ edges }) => edges.map(({ node }) => node))
    .toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1))
  const recordOf = await recordsOf(
    graph,
    open.map(({ stream }) => stream),
  )
  const deadlines = open.map((deadline) => ({
    ...deadline,
    ...{ label: labelOfDeadline(deadline.key), lateMs: now - Date.parse(deadline.dueAt) },
    ...recordOf(deadline.stream),
  }))
  output.result(deadlines, () => deadlineTable(deadlines))
}

function deadlineTable(deadlines: readonly PrintedDeadline[]): string {
  return table(
    ['how late', 'status', 'record', 'responsible', 'escalates to', 'limit', 'rule', 'whose', 'what is due'],
    deadlines.map(({ lateMs, status, number, stream, responsible, escalateTo, key, rule, customer, label }) => [
      ...[lateness(lateMs), status, number ?? stream, responsible, escalateTo, key, rule],
      ...[customer, `${label.zh} ${label.en}`],
    ]),
  )
}

function countedOf({ includes, orders, complaints, backups }: Board) {
  return { includes, countedTo: [orders.countedTo, complaints.countedTo, backups.countedTo] }
}
