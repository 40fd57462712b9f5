import { randomUUIDv7 } from 'node:crypto'
import { flushCompileCache } from 'node:module'
import { type Context, eventRegistry } from '@afterline/events'
import { instantFromMillis, type PolicyBook, RulesError } from '@afterline/rules'
import mongoose from 'mongoose'
import { openWhenThere, untilDone, watchKafka } from './backing.ts'
import { createCounted, createDeadlineBoard, createScorecardReader } from './bookkeeping/index.ts'
import {
  ConfigError,
  kafkaAccessOf,
  masterKeySecretsOf,
  mongodbAccessOf,
  readServiceConfig,
  type ServiceConfig,
} from './config/index.ts'
import { createParking } from './consumers/index.ts'
import { ensureDatabase, ensureServing } from './database.ts'
import type { Resolvers } from './graphql/index.ts'
import { createHttpServer, createOperationsServer, stopOnSignals } from './http/index.ts'
import type { Projection, StoredAggregate } from './interfaces.ts'
import { createKafka } from './kafka/index.ts'
import type { Kit } from './kit.ts'
import { createLogger, type Logger } from './logging/logger.ts'
import { createPersonalCipher, erasingProjection, foreignMasterKeys, masterKeysOf } from './personal/index.ts'
import { loadPolicies } from './policy/load-policies.ts'
import { areProjectionsCurrent } from './projections/index.ts'
import { createRebuilding, hasStale } from './rebuild/index.ts'
import { hasBlockedStreams, isRelayCurrent } from './relay/index.ts'
import type { StaffDirectory } from './staff/index.ts'
import { createCommandBus, type Store } from './store/index.ts'
import { LARGEST_SUBGRAPH_BODY_BYTES, serveSubgraph } from './subgraph-server.ts'
import { activeTraceparent } from './telemetry/index.ts'
import { workersOf } from './workers.ts'

/** What a service adds to what every service has. */
export interface ServiceDefinition {
  readonly context: Context
  /** The service's part of the schema, one file per aggregate. */
  readonly schemaFiles: readonly URL[]
  readonly resolvers: Resolvers
  readonly projections: readonly Projection[]
  /** Who may be named by commands; `null` where none names anybody. */
  readonly staff?: StaffDirectory | null
  /** Every aggregate whose streams this service owns. */
  readonly aggregates: readonly StoredAggregate[]
  /** What its clocks note besides as time passes, such as days that begin; every half minute, by each of them. */
  readonly routine?: (kit: Kit) => Promise<void>
}

/**
 * Starts a service from its environment and runs it until it is asked to stop; with the argument `--indexes` it makes the
 * service's indexes and ends. The whole of a `main.ts`.
 * It listens at once and is ready as soon as MongoDB and Kafka are; a configuration, policy or schema that is wrong ends
 * it with exit code 1 and the reason.
 */
export async function runService(define: (kit: Kit) => ServiceDefinition): Promise<void> {
  try {
    const config = readServiceConfig(process.env)
    const policies = await loadPolicies(config.POLICY_DIR)
    requireOneZone(config, policies)
    const log = createLogger(config.AFTERLINE_SERVICE, config.LOG_LEVEL)
    const start = process.argv.includes(INDEXES_ONLY) ? makeIndexes : startService
    await start(config, policies, log, define)
  } catch (error) {
    process.stderr.write(`${reasonOf(error)}\n`)
    process.exit(1)
  }
}

/** Argument of a process that makes the indexes of its service and ends. */
const INDEXES_ONLY = '--indexes'

async function makeIndexes(
  config: ServiceConfig,
  policies: PolicyBook,
  log: Logger,
  define: (kit: Kit) => ServiceDefinition,
): Promise<void> {
  const connection = mongoose.createConnection()
  const { kit } = kitOf(config, policies, connection, log)
  const { aggregates } = define(kit)
  const { MONGODB_URI: uri } = config
  const { signal } = new AbortController()
  await openWhenThere(connection, { uri, access: mongodbAccessOf(config, uri) }, log, signal)
  await untilDone(() => ensureDatabase(kit, aggregates), 'MongoDB is gone again; trying again', log, signal)
  await connection.close()
  log.info({}, 'all indexes are there')
}

/** Days and months are the policies'; a second opinion on them would move figures between periods. */
function requireOneZone({ TENANT_TIME_ZONE: zone }: ServiceConfig, { tenantZone }: PolicyBook): void {
  if (zone === undefined || zone === tenantZone) return
  throw new ConfigError([`TENANT_TIME_ZONE: is ${zone}, but the policies' calendar says ${tenantZone}`])
}

/** With a wrong one it would write what no other process can read, and read nothing of what is there. */
async function requireMasterKey({ connection, config }: Kit): Promise<void> {
  const masterKeys = masterKeysOf(masterKeySecretsOf(config))
  const foreign = await foreignMasterKeys(connection, masterKeys, config.AFTERLINE_MASTER_KEY_LOST)
  if (foreign === null) return
  const [given, under] = [masterKeys.known.join(', '), foreign.join(', ')]
  throw new ConfigError([
    `AFTERLINE_MASTER_KEY: is ${given}, but all data keys of this database are under ${under}; give that, or as ` +
      'AFTERLINE_MASTER_KEY_FORMER. Where it is lost for good, say so by AFTERLINE_MASTER_KEY_LOST',
  ])
}

/** What is wrong with the installation is told in its own words; a defect with the place where it shows. */
function reasonOf(error: unknown): string {
  if (error instanceof ConfigError) return error.message
  if (error instanceof RulesError) return `The policies cannot be used:\n${error.message}`
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

async function startService(
  config: ServiceConfig,
  policies: PolicyBook,
  log: Logger,
  define: (kit: Kit) => ServiceDefinition,
): Promise<void> {
  const stopping = new AbortController()
  const connection = mongoose.createConnection()
  const kafka = createKafka({
    brokers: config.KAFKA_BROKERS,
    clientId: `afterline-${config.AFTERLINE_SERVICE}`,
    topicPrefix: config.KAFKA_TOPIC_PREFIX,
    log,
    ...kafkaAccessOf(config),
  })
  const { kit, store } = kitOf(config, policies, connection, log)
  const service = withErasures(define(kit), kit)
  const workers = workersOf({ kit, store, kafka, service })
  const watch = watchKafka(kafka, log)
  let isStarted = false
  const isApi = config.AFTERLINE_ROLES.includes('api')
  const server = createHttpServer({ log, largestBodyBytes: LARGEST_SUBGRAPH_BODY_BYTES })
  const operations = createOperationsServer({
    log,
    checks: {
      started: () => isStarted,
      mongodb: async () => (await connection.db?.command({ ping: 1 }))?.['ok'] === 1,
      // Without Kafka the graph still answers and events wait; what only moves events cannot work.
      kafka: () => (isApi ? watch.wasReached() : watch.isReachable()),
    },
    // Documents of other code are folded anew when they are needed, projections catch up beside what readers see: that
    // costs time, and keeps nobody from being served. What cannot be published waits, and the graph serves all the same.
    notes: {
      documentsCurrent: async () => !(await hasStale(connection, service.aggregates)),
      projectionsCurrent: () => areProjectionsCurrent(connection, service.projections),
      relayUnblocked: async () => !(await hasBlockedStreams(connection)),
      relayCurrent: () => isRelayCurrent(connection, kit.now()),
    },
  })
  const graph = isApi ? await serveSubgraph(server, kit, service, () => isStarted) : null
  stopOnSignals(log, async () => {
    stopping.abort()
    await (graph?.stop() ?? server.close())
    await Promise.all(workers.map((worker) => worker.stop()))
    await watch.stop()
    await kafka.close()
    await connection.close()
    await operations.close()
  })
  await operations.listen({ host: config.HOST, port: config.OPERATIONS_PORT })
  await server.listen({ host: config.HOST, port: config.PORT })
  log.info({ port: config.PORT, operationsPort: config.OPERATIONS_PORT, roles: config.AFTERLINE_ROLES }, 'listening')
  const { MONGODB_URI: uri } = config
  await openWhenThere(connection, { uri, access: mongodbAccessOf(config, uri) }, log, stopping.signal)
  const prepare = () => ensureServing(kit, service.aggregates)
  await untilDone(prepare, 'MongoDB is gone again while indexes are made; trying again', log, stopping.signal)
  const keys = () => requireMasterKey(kit)
  await untilDone(keys, 'MongoDB is gone again while keys are looked at; trying again', log, stopping.signal)
  if (stopping.signal.aborted) return
  for (const worker of workers) worker.start()
  isStarted = true
  log.info({ policies: policies.versions }, 'started')
  // Where there is a place for what was compiled, it is kept now: at the end somebody waits.
  flushCompileCache()
}

/** Where persons are erased, that happens at once; every other service does it when it learns of it, without saying so. */
function withErasures(service: ServiceDefinition, kit: Kit): ServiceDefinition {
  const { context, projections } = service
  if (context === 'customers') return service
  return { ...service, projections: [...projections, erasingProjection(context, kit)] }
}

function kitOf(
  config: ServiceConfig,
  policies: PolicyBook,
  connection: Kit['connection'],
  log: Logger,
): { readonly kit: Kit; readonly store: Store } {
  const now = () => instantFromMillis(Date.now())
  const cipher = createPersonalCipher({ connection, ...masterKeySecretsOf(config) })
  const deps = { connection, policies, registry: eventRegistry, now }
  const newId = () => randomUUIDv7()
  const store = createCommandBus({
    ...deps,
    cipher,
    newId,
    traceparent: activeTraceparent,
    log,
  })
  const kit: Kit = {
    ...deps,
    config,
    log,
    commands: store,
    cipher,
    scorecard: createScorecardReader(deps),
    deadlines: createDeadlineBoard(deps),
    counted: createCounted(deps),
    parking: createParking({ connection, context: config.AFTERLINE_SERVICE }),
    rebuilding: createRebuilding({ connection, context: config.AFTERLINE_SERVICE }),
  }
  return { kit, store }
}
