import { setTimeout as delay } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { instantFromMillis, parseLocalDate } from '@afterline/rules'
import type { Command } from 'commander'
import { clientTokens } from '../client-credentials.ts'
import { createGraphClient } from '../graph-client.ts'
import { CommandError, findInstance, type Instance } from '../instance.ts'
import type { Output } from '../output.ts'
import { graphOf } from '../session.ts'
import { readSignIn } from '../trial/sign-in.ts'
import { posts, type Staff } from '../trial/staff.ts'
import { playOrders } from '../trial/trial.ts'
import type { CommandIo } from './io.ts'
import { readKpis } from './kpis.ts'
import type { Period } from './period.ts'
import type { PrintedKpi } from './printed-kpi.ts'
import { replayedKpis } from './replay.ts'

interface TrialCommandOptions {
  readonly orders: string
  readonly parallel: string
  readonly pause: string
  readonly signIn?: string
  readonly data: string
  readonly json?: boolean
}

interface Comparison {
  readonly eventsRead: number
  /** Figures that the services tell otherwise than the topics do. */
  readonly different: readonly { readonly live: PrintedKpi | null; readonly replayed: PrintedKpi | null }[]
}

/** How long a graph is waited for whose processes are being exchanged. */
const PATIENCE_MS = 180_000
const MOST_ORDERS = 100_000

export function addTrialCommand(program: Command, io: CommandIo): void {
  program
    .command('trial')
    .description("Play orders' lives through the graph, and compare the figures with a replay; the records stay")
    .option('--orders <n>', 'how many orders', '1')
    .option('--parallel <n>', 'how many at once', '1')
    .option('--pause <s>', 'seconds from one order to the next, so that it lasts through an upgrade', '0')
    .option('--sign-in <file>', 'how each post signs in at the identity provider (default: the local issuer)')
    .action((_, command: Command) => io.run<TrialCommandOptions>(command, playTrial))
}

async function playTrial(options: TrialCommandOptions, output: Output): Promise<void> {
  const orders = countOf('--orders', options.orders)
  const parallel = countOf('--parallel', options.parallel)
  const pauseMs = countOf('--pause', options.pause, 0) * 1000
  const instance = await findInstance(options.data)
  const { staff, waits } = await castOf(instance, options.signIn, output)
  const startedAt = performance.now()
  const mark = `TRIAL-${crypto.randomUUID().slice(0, 8)}`
  const onProgress = (done: number) => {
    if (done % 10 === 0) output.progress(`${done} of ${orders} orders delivered`)
  }
  const played = await playOrders(staff, mark, { orders, parallel, pauseMs, onProgress, now: () => new Date() })
  const seconds = Math.round((performance.now() - startedAt) / 100) / 10
  const comparison = await compare(instance, staff, output)
  const report = { mark, orders: played.orders.length, seconds, waits: waits(), ...comparison }
  output.result(report, () => textOf(report))
  if (report.orders < orders || report.different.length > 0) process.exitCode = 1
}

function countOf(option: string, text: string, least = 1): number {
  const count = text.trim() === '' ? Number.NaN : Number(text)
  if (Number.isInteger(count) && count >= least && count <= MOST_ORDERS) return count
  throw new CommandError(`${option} must be a whole number from ${least} to ${MOST_ORDERS}.`)
}

/** The graph as each post uses it, and how often an answer had to be waited for. */
async function castOf(instance: Instance, signInFile: string | undefined, output: Output) {
  let waited = 0
  const onWaiting = (reason: string) => {
    waited += 1
    output.progress(`Waiting for the graph (${reason})`)
  }
  const waits = () => waited
  if (signInFile === undefined) {
    const staff: Staff = (post) => {
      if (post === 'customer') throw new CommandError('Customers take no part in a trial.')
      return graphOf(instance, { subject: post, roles: [posts[post]] }, { ...output, progress: onWaiting })
    }
    return { staff: remembered(staff), waits }
  }
  const { tokenUrl, clients } = await readSignIn(signInFile)
  const named = new Map(Object.entries(clients))
  const staff: Staff = (post) => {
    const client = named.get(post)
    if (client === undefined) throw new CommandError(`${signInFile} has no client for ${post}.`)
    return createGraphClient({
      url: instance.graphUrl,
      token: clientTokens(tokenUrl, client),
      patienceMs: PATIENCE_MS,
      onWaiting,
    })
  }
  return { staff: remembered(staff), waits }
}

/** One client a post, so that each signs in once. */
function remembered(staff: Staff): Staff {
  const clients = new Map<Parameters<Staff>[0], ReturnType<Staff>>()
  return (post) => clients.getOrInsertComputed(post, staff)
}

const EVER = { from: parseLocalDate('1970-01-01'), to: parseLocalDate('2100-01-01'), scope: 'company', zone: null }
/** What is counted may still have to be published: how often the topics are read again, and after which pause. */
const READINGS = 10
const PAUSE_MS = 3_000

/** All figures as the services tell them at one instant, beside those that follow from the topics at the same one. */
async function compare(instance: Instance, staff: Staff, output: Output): Promise<Comparison> {
  const period: Period = { ...EVER, asOf: instantFromMillis(Date.now()) }
  const live = await readKpis(staff('leadership'), period, output)
  for (let reading = 1; ; reading += 1) {
    const { eventsRead, kpis } = await replayedKpis(instance, period, output)
    const different = differencesOf(live, kpis)
    if (different.length === 0 || reading === READINGS) return { eventsRead, different }
    await delay(PAUSE_MS)
  }
}

function differencesOf(live: readonly PrintedKpi[], replayed: readonly PrintedKpi[]): Comparison['different'] {
  const rows = Array.from({ length: Math.max(live.length, replayed.length) }, (_, index) => ({
    live: live[index] ?? null,
    replayed: replayed[index] ?? null,
  }))
  return rows.filter((row) => !isDeepStrictEqual(row.live, row.replayed))
}

function textOf(report: Comparison & { readonly orders: number; readonly seconds: number; readonly waits: number }) {
  const { orders, seconds, waits, eventsRead, different } = report
  const figures =
    different.length === 0
      ? 'all figures are those of the services'
      : `not those of the services: ${different.map(({ live, replayed }) => (live ?? replayed)?.id).join(', ')}`
  return [
    `${orders} orders placed, confirmed, checked, shipped and delivered in ${seconds} s`,
    `${waits} answers had to be asked for again`,
    `${eventsRead} events replayed: ${figures}`,
  ].join('\n')
}
