import { createReadStream } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { readRunState, until } from '@afterline/dev-stack'
import { contexts } from '@afterline/events'
import type { Row } from '../marketplace/expectations.ts'
import { afterlineJson, type Reached } from '../stack/command-line.ts'
import { settled } from '../stack/settled.ts'
import { type Holding, openDatabases } from '../stack/test-stack.ts'
import { type HoldingOfService, holdingsOf } from './holdings.ts'
import { type Imports, importRepeatedly } from './imports.ts'
import type { Strike, Victim } from './strike-plan.ts'
import { createStriker, type Striker, type Target } from './strikes.ts'
import { type Place, type Supervised, supervised } from './supervised.ts'

export interface KillRunOptions extends Place {
  readonly folder: string
  readonly mapping: string
  readonly plan: readonly Strike[]
}

export interface KillRunReport {
  readonly kills: Readonly<Record<string, number>>
  readonly freezes: Readonly<Record<string, number>>
  /** How many imports were begun, and how long they took together. */
  readonly imports: number
  readonly seconds: number
  readonly undisturbedSeconds: number
  /** Faults that a service could not name to its caller. */
  readonly internalFaults: number
  readonly services: readonly HoldingOfService[]
  /** Everything that is not as after the undisturbed import, or should not be at all; nothing, if all is well. */
  readonly faults: readonly string[]
}

type Instance = Holding & Reached

/** Imports the folder undisturbed and then with all that the plan says, each time into an empty instance. */
export async function runKills(options: KillRunOptions): Promise<KillRunReport> {
  const instance = supervised(options)
  try {
    const usual = await undisturbed(instance, options)
    options.log(`undisturbed: ${usual.events} events, ${usual.rows.length} figures in ${usual.seconds} s`)
    await instance.stop()
    return await disturbed(instance, options, usual)
  } finally {
    await instance.stop()
  }
}

interface Usual {
  readonly events: number
  /** Without the announcements of limits, which the clock makes when it comes to them. */
  readonly imported: number
  readonly rows: readonly Plain[]
  readonly seconds: number
}

async function undisturbed(instance: Supervised, { folder, mapping }: KillRunOptions): Promise<Usual> {
  await instance.start(true)
  const place = await openInstance(instance.dataDir)
  try {
    const { seconds } = await afterlineJson<{ readonly seconds: number }>(place, ['import', folder, '--map', mapping])
    await settled(place)
    const rows = (await afterlineJson<readonly Row[]>(place, ['kpis'])).map(plain)
    const [events = 0, imported] = [await eventCount(place), await importedCount(place)]
    return { rows, events, imported, seconds: Math.round(seconds) }
  } finally {
    await closeInstance(place)
  }
}

async function disturbed(instance: Supervised, options: KillRunOptions, usual: Usual): Promise<KillRunReport> {
  const logs = join(instance.dataDir, 'logs')
  await rm(logs, { recursive: true, force: true })
  await instance.start(true)
  const place = await openInstance(instance.dataDir)
  const striker = createStriker()
  try {
    const beganAt = performance.now()
    const imports = importRepeatedly(place, options.folder, options.mapping)
    await Promise.race([strikeAll(instance, place, options, { imports, striker, usual }), imports.ended])
    await striker.thawAll()
    imports.enough()
    await imports.ended
    const seconds = Math.round((performance.now() - beganAt) / 1_000)
    await settled(place, STANDSTILL_MS)
    const services = await holdingsOf(place)
    const internalFaults = await countLines(logs, '"a request failed"')
    return {
      kills: countsOf(striker, 'KILL'),
      freezes: countsOf(striker, 'FREEZE'),
      ...{ imports: imports.begun(), seconds, undisturbedSeconds: usual.seconds, internalFaults, services },
      faults: [
        ...imports.faults.map((fault) => `an import ended by itself: ${fault}`),
        ...(internalFaults === 0 ? [] : [`${internalFaults} requests failed for a reason that could not be told`]),
        ...services.flatMap(({ context, faults }) => faults.map((fault) => `${context}: ${fault}`)),
        ...(await figureFaults(place, usual)),
      ],
    }
  } finally {
    await striker.thawAll()
    await closeInstance(place)
  }
}

interface Under {
  readonly imports: Imports
  readonly striker: Striker
  readonly usual: Usual
}

async function strikeAll(instance: Supervised, place: Instance, options: KillRunOptions, under: Under): Promise<void> {
  const { plan, log } = options
  for (const [index, strike] of plan.entries()) {
    await isReached(place, strike.after * under.usual.events)
    await pause(strike.delayMs)
    // Who is just ending, or was started anew meanwhile, is looked for once more.
    for (;;) {
      if (await under.striker.strike(strike, await targetOf(strike.victim, instance, under.imports))) break
      await pause(50)
    }
    const part = Math.round((100 * ((await eventCount(place)) ?? 0)) / under.usual.events)
    const what = strike.kind === 'KILL' ? 'killed' : `frozen for ${(strike.forMs / 1_000).toFixed(1)} s`
    log(`${index + 1} of ${plan.length}: ${strike.victim} ${what}${part > 0 ? `, after ${part} % of the events` : ''}`)
    if (strike.victim === 'supervisor') await instance.startAgain()
  }
}

/** How long nothing may be imported at all: everything may have to be started anew. */
const STANDSTILL_MS = 180_000

async function isReached(place: Instance, events: number): Promise<void> {
  const look = async () => ((await eventCount(place)) ?? -1) >= events || undefined
  await until(look, { timeoutMs: STANDSTILL_MS, everyMs: 200, what: `The import of ${Math.round(events)} events` })
}

async function targetOf(victim: Victim, instance: Supervised, imports: Imports): Promise<Target> {
  if (victim === 'import') {
    const running = async () => imports.running()
    return until(running, { timeoutMs: STANDSTILL_MS, everyMs: 20, what: 'A running import' })
  }
  if (victim !== 'supervisor') return instance.found(victim)
  const pid = instance.pid()
  if (pid === undefined) throw new Error('the supervisor has ended by itself')
  return { pid, mark: instance.dataDir }
}

async function figureFaults(place: Instance, usual: Usual): Promise<readonly string[]> {
  const asOf = new Date().toISOString()
  const kpis = await afterlineJson<readonly Row[]>(place, ['kpis', '--as-of', asOf])
  const replayed = await afterlineJson<{ readonly kpis: readonly Row[] }>(place, ['replay', '--as-of', asOf])
  const verified = await afterlineJson<{ readonly broken: readonly object[] }>(place, ['verify']).catch(
    (error: Error) => ({ broken: [{ message: error.message }] }),
  )
  return [
    ...differences('the figures', usual.rows, kpis.map(plain)),
    ...differences('the replay', kpis, replayed.kpis),
    ...differences('the number of imported events', usual.imported, await importedCount(place)),
    ...verified.broken.map((one) => `verify: ${JSON.stringify(one)}`),
  ]
}

function differences(what: string, expected: unknown, found: unknown): readonly string[] {
  const [one, other] = [JSON.stringify(expected), JSON.stringify(found)]
  return one === other ? [] : [`${what}: expected ${one}, found ${other}`]
}

type Plain = Pick<Row, 'id' | 'part' | 'numerator' | 'denominator' | 'pending'>
const plain = ({ id, part, numerator, denominator, pending }: Row): Plain => ({
  ...{ id, part, numerator, denominator, pending },
})

async function openInstance(dataDir: string): Promise<Instance> {
  const { mongodbUri, kafkaBrokers, topicPrefix = '', databasePrefix = '' } = (await readRunState(dataDir)) ?? {}
  if (mongodbUri === undefined || kafkaBrokers === undefined) throw new Error(`nothing runs in ${dataDir}`)
  const stack = { dataDir, mongodbUri, kafkaBrokers, topicPrefix, databasePrefix }
  return { stack, databases: await openDatabases(stack) }
}

async function closeInstance({ databases }: Instance): Promise<void> {
  await Promise.all(contexts.map((context) => databases[context].close()))
}

/** Undefined while the database is away. Counted, since what a collection says of its size is wrong after a kill. */
async function eventCount({ databases }: Instance): Promise<number | undefined> {
  const counting = contexts.map((context) =>
    databases[context].collection('events').countDocuments({}, { hint: '_id_', maxTimeMS: 1_500 }),
  )
  const away = pause(2_000, undefined)
  const counts = await Promise.race([Promise.all(counting).catch(() => undefined), away])
  return counts?.reduce((sum, count) => sum + count, 0)
}

async function importedCount({ databases }: Instance): Promise<number> {
  const others = { type: { $ne: 'DeadlineAnnounced' } }
  const counts = await Promise.all(
    contexts.map((context) => databases[context].collection('events').countDocuments(others)),
  )
  return counts.reduce((sum, count) => sum + count, 0)
}

function countsOf({ done }: Striker, kind: Strike['kind']): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const one of done) if (one.kind === kind) counts[one.victim] = (counts[one.victim] ?? 0) + 1
  return counts
}

async function countLines(folder: string, words: string): Promise<number> {
  let count = 0
  for (const file of await readdir(folder)) {
    for await (const line of createInterface({ input: createReadStream(join(folder, file)) })) {
      if (line.includes(words)) count += 1
    }
  }
  return count
}
