import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { contexts } from '@afterline/events'
import { afterlineJson } from '../stack/command-line.ts'
import { openDatabases } from '../stack/test-stack.ts'
import { memoryOf } from './kubernetes.ts'
import { killing } from './pod-kills.ts'
import {
  DATABASE_PREFIX,
  keepSecrets,
  rollBack,
  type Surroundings,
  startTrial,
  type Trial,
  test,
  upgrade,
} from './release.ts'

export interface ClusterReport {
  /** Seconds until everything was ready. */
  readonly installed: number
  /** Of `helm test`: one order. */
  readonly test: Trial
  /** Mebibytes by pod, before anything happens. */
  readonly memory: Readonly<Record<string, number>>
  /** By kind of pod. */
  readonly kills: Readonly<Record<string, number>>
  /** The orders that were played meanwhile. */
  readonly trial: Trial
  readonly verify: Verification
  /** Everything that is not as it should be; nothing, if all is well. */
  readonly faults: readonly string[]
}

interface Verification {
  readonly streams: number
  readonly events: number
  readonly broken: readonly unknown[]
}

const PARALLEL = 4

/** Installs, tests, and then plays orders while the release is exchanged twice and its pods are killed. */
export async function runCluster(around: Surroundings, log: (line: string) => void): Promise<ClusterReport> {
  const { options, namespace } = around
  await namespace.create()
  await keepSecrets(around)
  const startedAt = performance.now()
  await upgrade(around, options.tag)
  const installed = Math.round((performance.now() - startedAt) / 1000)
  const memory = await memoryOf(namespace.name)
  log(`ready in ${installed} s: ${Object.keys(memory).length} pods`)
  const tested = await test(around)
  log(`helm test: ${JSON.stringify(tested)}`)
  const trialEnded = await startTrial(around, { orders: options.orders, parallel: PARALLEL, pause: options.pause })
  const kills = killing(namespace, options, log)
  await upgrade(around, options.nextTag)
  log('upgraded')
  await rollBack(around)
  log('rolled back')
  const trial = await trialEnded()
  log(`trial: ${JSON.stringify(trial)}`)
  const killed = await kills.stop()
  const stack = stackOf(around)
  await noteRunState(around)
  const verify = await afterlineJson<Verification>({ stack }, ['verify'])
  const faults = [
    ...faultsOfTrial('helm test', tested, 1),
    ...faultsOfTrial('trial', trial, options.orders),
    ...verify.broken.map((fault) => `verify: ${JSON.stringify(fault)}`),
    ...(await miscounted(around, options.orders + 1)),
  ]
  return { installed, test: tested, memory, kills: killed, trial, verify, faults }
}

function faultsOfTrial(name: string, { orders, different }: Trial, wanted: number): readonly string[] {
  return [
    ...(orders === wanted ? [] : [`${name}: ${orders} of ${wanted} orders`]),
    ...different.map((figure) => `${name}: live is not replay: ${JSON.stringify(figure)}`),
  ]
}

/** Each order once, through all its steps: neither lost nor repeated, whatever answer was lost. */
async function miscounted(around: Surroundings, orders: number): Promise<readonly string[]> {
  const databases = await openDatabases({ ...stackOf(around), databasePrefix: DATABASE_PREFIX })
  try {
    const counts = ['OrderPlaced', 'OrderConfirmed', 'OutboundChecked', 'GoodsShipped', 'GoodsDelivered'].map(
      async (type) => ({ type, count: await databases.orders.collection('events').countDocuments({ type }) }),
    )
    return (await Promise.all(counts)).flatMap(({ type, count }) =>
      count === orders ? [] : [`${count} events ${type} for ${orders} orders`],
    )
  } finally {
    await Promise.all(contexts.map((context) => databases[context].close()))
  }
}

/** Where the command line finds an instance that it has not started. */
async function noteRunState({ backing, folder }: Surroundings): Promise<void> {
  const { mongodbUri, kafkaBrokers } = backing
  await writeFile(
    join(folder, 'run.json'),
    JSON.stringify({ mongodbUri, kafkaBrokers, databasePrefix: DATABASE_PREFIX }),
  )
}

const stackOf = ({ backing, folder }: Surroundings) => ({
  dataDir: folder,
  mongodbUri: backing.mongodbUri,
  kafkaBrokers: backing.kafkaBrokers,
})
