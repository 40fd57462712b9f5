import { setTimeout as delay } from 'node:timers/promises'
import { type Context, categories, contexts } from '@afterline/events'
import { createRebuilding, type RebuildDocument, type Rebuilding, statusOf } from '@afterline/service-kit'
import type { Command } from 'commander'
import type { Connection } from 'mongoose'
import { CommandError, findInstance, type Instance } from '../instance.ts'
import { connectContext } from '../mongodb.ts'
import { table } from '../output.ts'
import { createProgressBar, type ProgressBar } from '../progress.ts'
import type { CommandIo } from './io.ts'

interface RebuildOptions {
  readonly context?: string
  readonly category?: string
  readonly data: string
  readonly json?: boolean
}

/** What one service has to rebuild: some of its categories, or all. */
interface Wanted {
  readonly context: Context
  readonly categories: readonly string[] | undefined
}

const POLL_MS = 250
/** How long a rebuild may stand still before this command leaves it to the service, which may be starting again. */
const PATIENCE_MS = 120_000

export function addRebuildCommand(program: Command, io: CommandIo): void {
  program
    .command('rebuild')
    .description(
      'Make everything anew from the events, projections included; the running services do the work, and serve',
    )
    .option('--context <name>', `one service: ${contexts.join(', ')} (default: all)`)
    .option('--category <name>', `one kind of stream: ${Object.keys(categories).join(', ')} (default: all)`)
    .action((_, command: Command) => io.run<RebuildOptions>(command, rebuild))
}

async function rebuild(options: RebuildOptions, output: ReturnType<CommandIo['output']>): Promise<void> {
  const wanted = wantedOf(options)
  const instance = await findInstance(options.data)
  const opened = await Promise.all(wanted.map((one) => open(instance, one)))
  try {
    output.progress('The services go on by themselves when this command is interrupted; repeated, it joins them')
    const bar = createProgressBar()
    const results: Result[] = []
    for (const { context, rebuilding, id } of opened) {
      results.push({ context, ...resultOf(await follow(rebuilding, id, context, bar)) })
    }
    output.result(results, () => textOf(results))
    if (results.some(({ status, problemCount }) => status !== 'DONE' || problemCount > 0)) process.exitCode = 1
  } finally {
    await Promise.all(opened.map(({ connection }) => connection.close()))
  }
}

/** @throws CommandError for a name that is none, and for a category of another service */
function wantedOf({ context, category }: RebuildOptions): readonly Wanted[] {
  if (context !== undefined && !contexts.some((known) => known === context)) {
    throw new CommandError(`There is no service ${context}; the services are ${contexts.join(', ')}`)
  }
  const owner = Object.entries(categories).find(([name]) => name === category)?.[1].context
  if (category !== undefined && (owner === undefined || (context ?? owner) !== owner)) {
    const known = Object.entries(categories).filter(([, entry]) => (context ?? entry.context) === entry.context)
    throw new CommandError(`There is no category ${category} here; there are ${known.map(([name]) => name).join(', ')}`)
  }
  const named = category === undefined ? undefined : [category]
  return contexts.filter((one) => one === (context ?? owner ?? one)).map((one) => ({ context: one, categories: named }))
}

interface Opened {
  readonly context: Context
  readonly connection: Connection
  readonly rebuilding: Rebuilding
  readonly id: string
}

/** All are asked before any is followed: they work at the same time. */
async function open(instance: Instance, wanted: Wanted): Promise<Opened> {
  const { context } = wanted
  const connection = await connectContext(instance, context)
  const rebuilding = createRebuilding({ connection, context })
  return { context, connection, rebuilding, id: await rebuilding.request(wanted.categories) }
}

/** Until the job is over, or has stood still for too long. */
async function follow(
  rebuilding: Rebuilding,
  id: string,
  context: Context,
  bar: ProgressBar,
): Promise<RebuildDocument> {
  let shown: number | null = null
  let movedAt = performance.now()
  let last = ''
  for (;;) {
    const job = await rebuilding.find(id)
    if (!job) throw new CommandError(`The rebuild ${id} of ${context} is gone`)
    const present = JSON.stringify([job.done, job.cursor, job.streams])
    if (present !== last) movedAt = performance.now()
    last = present
    if (job.startedAt !== null) shown = showOn(bar, context, job, shown)
    if (job.endedAt !== null || performance.now() - movedAt > PATIENCE_MS) {
      if (shown !== null) bar.end()
      return job
    }
    await delay(POLL_MS)
  }
}

function showOn(bar: ProgressBar, context: Context, { streams, total }: RebuildDocument, shown: number | null): number {
  if (shown === null) bar.start(context, total)
  bar.advance(streams - (shown ?? 0))
  return streams
}

function resultOf(job: RebuildDocument) {
  const { _id: id, categories: gone, streams, corrected, problemCount, problems, failure } = job
  return { id, status: statusOf(job), categories: gone, streams, corrected, problemCount, problems, failure }
}

type Result = { readonly context: Context } & ReturnType<typeof resultOf>

function textOf(results: readonly Result[]): string {
  const rows = results.map(({ context, status, streams, corrected, problemCount }) => [
    context,
    status,
    ...[streams, corrected.documents, corrected.timers, corrected.measurements, corrected.sums, problemCount],
  ])
  const header = ['service', 'status', 'streams', 'documents', 'limits', 'measurements', 'sums', 'problems']
  return [table(header, rows), ...results.flatMap(remarksOn)].join('\n')
}

/** What somebody has to look at. */
function remarksOn({ context, status, problems, failure }: Result): readonly string[] {
  const waits =
    status === 'REQUESTED' || status === 'RUNNING'
      ? [`${context}: no process took it up or went on in time; it is carried out when one with the role consumer runs`]
      : []
  const failed = failure === null ? [] : [`${context}: given up (${failure.code}: ${failure.message})`]
  return [...waits, ...failed, ...problems.map(({ stream, code, message }) => `${stream}: ${code}: ${message}`)]
}
