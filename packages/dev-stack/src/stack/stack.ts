import { chmod, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { topics } from '@afterline/events'
import { startBackingServices } from '../backing/backing-services.ts'
import type { Log } from '../backing/log.ts'
import type { ManagedProcess } from '../backing/managed-process.ts'
import { requireFreePort } from '../backing/ports.ts'
import { allReady, type Child, type ChildContext, startChild } from './children.ts'
import { operatorUri, provideDatabaseUsers } from './database-users.ts'
import {
  AUDIENCE,
  deliveryEnvironment,
  gatewayEnvironment,
  issuerOf,
  type Surroundings,
  serviceEnvironment,
} from './environment.ts'
import { beginAnew } from './fresh.ts'
import { type Layout, processNames, serviceNames, urlAt } from './layout.ts'
import { claimDataFolder, type RunFile } from './run-file.ts'
import { instanceSecrets } from './secrets.ts'
import { createTopics } from './topics.ts'

export interface StackOptions {
  /** The repository. */
  readonly root: string
  readonly dataDir: string
  readonly layout: Layout
  readonly log: Log
  /** Part of the command line of the program that starts the stack; recognises it later. */
  readonly mark: string
  /** Forget what earlier runs have stored in the data folder. */
  readonly fresh?: boolean
  /** Ends a start that is under way. */
  readonly signal?: AbortSignal
  /** Several stacks on one configured MongoDB and Kafka keep apart by these. */
  readonly databasePrefix?: string
  readonly topicPrefix?: string
  /** Where invitations go; none are sent unless given. */
  readonly delivery?: Readonly<Record<string, string>> | null
  /** Settings that say where MongoDB and Kafka are; the process environment unless given. */
  readonly env?: NodeJS.ProcessEnv
}

/** A running Afterline: everything answers `/health/ready`. */
export interface Stack extends Surroundings {
  readonly gatewayUrl: string
  readonly issuer: string
  readonly dataDir: string
  readonly children: readonly Child[]
  /** Those of MongoDB and Kafka, as far as they were started here. */
  readonly backing: readonly ManagedProcess[]
  /** Stops gateway, services, Kafka and MongoDB, as far as they were started here. May be called more than once. */
  readonly stop: () => Promise<void>
}

/**
 * Starts everything and waits until it can serve. What was started is stopped again when something fails.
 * @throws SetupError with a message for the reader.
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  await keepToOwner(options.dataDir)
  const runFile = await claimDataFolder(options.dataDir, options.mark, options.log)
  const undo: (() => Promise<unknown>)[] = [runFile.remove]
  let stopped: Promise<void> | undefined
  const stop = (): Promise<void> => {
    stopped ??= undoAll(undo, options.log)
    return stopped
  }
  try {
    return { ...(await bringUp(options, runFile, undo)), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/**
 * What is stored in the folder and written into its logs is for its owner's eyes. The processes that write it are started
 * from here, and make their files like this one.
 */
async function keepToOwner(dataDir: string): Promise<void> {
  process.umask(0o077)
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  // A folder of an earlier release may be open.
  await chmod(dataDir, 0o700)
}

/** Last started, first stopped. One that cannot be stopped does not keep the others running. */
async function undoAll(undo: (() => Promise<unknown>)[], log: Log): Promise<void> {
  for (const step of undo.toReversed()) {
    await step().catch((error: unknown) => log(`While stopping: ${error instanceof Error ? error.message : error}`))
  }
}

async function bringUp(options: StackOptions, runFile: RunFile, undo: (() => Promise<unknown>)[]) {
  const { dataDir, layout, log, topicPrefix = '', databasePrefix = 'afterline' } = options
  await requireFreePort(layout.gateway, 'the gateway')
  for (const name of serviceNames) await requireFreePort(layout.services[name], name)
  for (const name of processNames) await requireFreePort(layout.operations[name], `${name} for its health`)
  const base = {
    dataDir,
    ports: layout.backing,
    log,
    ...(options.signal === undefined ? {} : { signal: options.signal }),
    ...(options.env === undefined ? {} : { env: options.env }),
  }
  if (options.fresh === true) await beginAnew(base)
  await mkdir(join(dataDir, 'logs'), { recursive: true })
  const secrets = await instanceSecrets(dataDir)
  const backing = await startBackingServices({ ...base, onProcess: runFile.noteProcess })
  undo.push(backing.stop)
  const { mongodbUri, kafkaBrokers } = backing
  await createTopics(kafkaBrokers, topicPrefix, topics, log)
  const databaseUsers = await provideDatabaseUsers(mongodbUri, databasePrefix, secrets, log)
  const places = { mongodbUri, databaseUsers, kafkaBrokers, databasePrefix, topicPrefix }
  const around: Surroundings = { layout, secrets, ...places }
  noteAddresses(runFile, around, dataDir)
  log('Starting customers, orders, after-sales, surveys and the gateway')
  const context: ChildContext = { root: options.root, dataDir, log, onProcess: runFile.noteProcess }
  const services = startServices(around, context)
  undo.push(() => Promise.all(services.map((child) => child.process.stop())))
  // It asks no service before somebody asks it, and has as much to load as they have.
  const gateway = startGateway(around, context)
  undo.push(gateway.process.stop)
  const delivery = startDelivery(around, context, options.delivery ?? null)
  undo.push(() => Promise.all(delivery.map((child) => child.process.stop())))
  const children = [...services, gateway, ...delivery]
  await allReady(children, options.signal)
  return {
    ...around,
    dataDir,
    gatewayUrl: urlAt(layout.gateway),
    issuer: issuerOf(layout),
    children,
    backing: backing.processes,
  }
}

function startServices(around: Surroundings, context: ChildContext): Child[] {
  return serviceNames.map((name) =>
    startChild(
      {
        name,
        entry: `services/${name}/src/main.ts`,
        operationsUrl: urlAt(around.layout.operations[name]),
        env: serviceEnvironment(name, around),
      },
      context,
    ),
  )
}

function startGateway(around: Surroundings, context: ChildContext): Child {
  const operationsUrl = urlAt(around.layout.operations.gateway)
  const env = gatewayEnvironment(around)
  return startChild({ name: 'gateway', entry: 'gateway/src/main.ts', operationsUrl, env }, context)
}

function startDelivery(
  around: Surroundings,
  context: ChildContext,
  settings: Readonly<Record<string, string>> | null,
): Child[] {
  if (settings === null) return []
  const operationsUrl = urlAt(around.layout.delivery)
  const env = deliveryEnvironment(around, settings)
  return [startChild({ name: 'delivery', entry: 'packages/delivery/src/main.ts', operationsUrl, env }, context)]
}

function noteAddresses(runFile: RunFile, around: Surroundings, dataDir: string): void {
  const services = serviceNames.map((name) => [name, { url: urlAt(around.layout.services[name]), pid: null }])
  runFile.note({
    mongodbUri: operatorUri(around.mongodbUri, around.databaseUsers),
    kafkaBrokers: around.kafkaBrokers,
    topicPrefix: around.topicPrefix,
    databasePrefix: around.databasePrefix,
    gatewayUrl: urlAt(around.layout.gateway),
    services: Object.fromEntries(services),
    issuer: issuerOf(around.layout),
    audience: AUDIENCE,
    secretsDir: join(dataDir, 'secrets'),
  })
}
