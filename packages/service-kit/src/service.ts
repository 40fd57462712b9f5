import { randomUUIDv7 } from 'node:crypto'
import type { Context } from '@afterline/events'
import { instantFromMillis } from '@afterline/rules'
import { ApolloServer } from '@apollo/server'
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled'
import mongoose, { type Connection } from 'mongoose'
import { createDeadlineBoard, createDeadlineClock, createScorecardReader } from './bookkeeping/index.ts'
import { ConfigError, readConfig, type ServiceConfig, serviceConfigSchema } from './config/index.ts'
import { createConsumers, createParking } from './consumers/index.ts'
import type { Projection } from './contract.ts'
import {
  createErrorFormatter,
  createRequestContext,
  type RequestContext,
  type Resolvers,
  subgraphSchema,
} from './graphql/index.ts'
import { requestError } from './graphql/request-error.ts'
import { createHttpServer, serveGraph, stopOnSignals } from './http/index.ts'
import { PRINCIPAL_HEADER, verifyPrincipal } from './identity/index.ts'
import { createKafka, type KafkaPort } from './kafka/index.ts'
import type { Kit } from './kit.ts'
import { createLogger, type Logger } from './logging/logger.ts'
import { createPersonalCipher } from './personal/index.ts'
import { loadPolicies } from './policy/load-policies.ts'
import { createRelay, ensureRelayIndexes } from './relay/index.ts'
import { createCommandBus, ensureStoreIndexes } from './store/index.ts'
import { activeTraceparent } from './telemetry/index.ts'

/** What a service adds to what every service has. */
export interface ServiceDefinition {
  readonly context: Context
  /** The service's part of the schema, one file per aggregate. */
  readonly schemaFiles: readonly URL[]
  readonly resolvers: Resolvers
  readonly projections: readonly Projection[]
  /** Creates the indexes of the service's own collections; resolves when they can be used. */
  readonly prepare: () => Promise<unknown>
}

/** A running part of a service, stopped in reverse order of its start. */
type Stop = () => Promise<unknown>

/** Starts a service from its environment and runs it until it is asked to stop. The whole of a `main.ts`. */
export async function runService(define: (kit: Kit) => ServiceDefinition): Promise<void> {
  const config = configOrExit()
  const log = createLogger(config.AFTERLINE_SERVICE, config.LOG_LEVEL)
  const stops: Stop[] = []
  stopOnSignals(log, async () => {
    for (const stop of stops.toReversed()) await stop()
  })
  try {
    await startService(config, log, define, stops)
  } catch (error) {
    log.error({ error }, 'the service cannot start')
    process.exit(1)
  }
}

function configOrExit(): ServiceConfig {
  try {
    return readConfig(serviceConfigSchema, process.env)
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  }
}

async function startService(
  config: ServiceConfig,
  log: Logger,
  define: (kit: Kit) => ServiceDefinition,
  stops: Stop[],
): Promise<void> {
  const policies = await loadPolicies(config.POLICY_DIR)
  const connection = await connect(config, log)
  stops.push(() => connection.close())
  const kafka = createKafka({
    brokers: config.KAFKA_BROKERS,
    clientId: `afterline-${config.AFTERLINE_SERVICE}`,
    topicPrefix: config.KAFKA_TOPIC_PREFIX,
    log,
  })
  stops.push(() => kafka.close())
  const now = () => instantFromMillis(Date.now())
  const cipher = createPersonalCipher({ connection, masterKey: config.AFTERLINE_MASTER_KEY })
  const store = createCommandBus({
    connection,
    policies,
    cipher,
    now,
    newId: randomUUIDv7,
    traceparent: activeTraceparent,
    log,
  })
  const deps = { connection, policies, now }
  const kit: Kit = {
    ...deps,
    config,
    log,
    commands: store,
    cipher,
    scorecard: createScorecardReader(deps),
    deadlines: createDeadlineBoard(deps),
    parking: createParking({ connection, context: config.AFTERLINE_SERVICE }),
  }
  const service = define(kit)
  await Promise.all([ensureStoreIndexes(connection), ensureRelayIndexes(connection), service.prepare()])
  startRoles(kit, store, kafka, service, stops)
  await serve(kit, service, stops)
}

/** MongoDB may come up after the service does: waits for it, saying so. */
async function connect(config: ServiceConfig, log: Logger): Promise<Connection> {
  for (;;) {
    try {
      const options = { autoIndex: false, serverSelectionTimeoutMS: 5_000 }
      return await mongoose.createConnection(config.MONGODB_URI, options).asPromise()
    } catch (error) {
      log.warn({ type: error instanceof Error ? error.name : 'unknown' }, 'MongoDB is not there yet; trying again')
    }
  }
}

function startRoles(
  kit: Kit,
  store: ReturnType<typeof createCommandBus>,
  kafka: KafkaPort,
  service: ServiceDefinition,
  stops: Stop[],
): void {
  const { config, connection, log, now } = kit
  const { context } = service
  if (config.AFTERLINE_ROLES.includes('relay')) {
    const owner = `${config.AFTERLINE_SERVICE}-${randomUUIDv7()}`
    const relay = createRelay({ connection, kafka, context, sealKey: config.AFTERLINE_SEAL_KEY, owner, log, now })
    relay.start()
    stops.push(() => relay.stop())
  }
  if (config.AFTERLINE_ROLES.includes('consumer')) {
    const { projections } = service
    const consumers = createConsumers({ connection, kafka, context, projections, commands: kit.commands, log, now })
    consumers.start()
    stops.push(() => consumers.stop())
  }
  if (config.AFTERLINE_ROLES.includes('clock')) {
    const clock = createDeadlineClock({ connection, commands: store, now, log })
    clock.start()
    stops.push(() => clock.stop())
  }
}

async function serve(kit: Kit, service: ServiceDefinition, stops: Stop[]): Promise<void> {
  const { config, connection, log } = kit
  const server = createHttpServer({ mongodb: async () => (await connection.db?.command({ ping: 1 }))?.['ok'] === 1 })
  if (config.AFTERLINE_ROLES.includes('api')) {
    const apollo = new ApolloServer<RequestContext>({
      schema: subgraphSchema(service.schemaFiles, service.resolvers),
      introspection: false,
      includeStacktraceInErrorResponses: false,
      formatError: createErrorFormatter(log),
      plugins: [ApolloServerPluginInlineTraceDisabled()],
      logger: log as never,
    })
    await serveGraph(server, apollo, async ({ headers }) => {
      const token = headers[PRINCIPAL_HEADER]
      const key = config.AFTERLINE_PRINCIPAL_PUBLIC_KEY
      const principal = await verifyPrincipal(typeof token === 'string' ? token : undefined, key)
      if (!principal) throw requestError('UNAUTHENTICATED')
      return createRequestContext(kit, principal)
    })
    stops.push(() => apollo.stop())
  }
  await server.listen({ host: config.HOST, port: config.PORT })
  stops.push(() => server.close())
  log.info({ port: config.PORT, roles: config.AFTERLINE_ROLES }, 'ready')
}
