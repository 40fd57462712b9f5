import { randomBytes, randomUUIDv7 } from 'node:crypto'
import type { CustomerEvent } from '@afterline/events'
import { type Instant, instantFromMillis } from '@afterline/rules'
import {
  createCommandBus,
  createDeadlineBoard,
  createParking,
  createPersonalCipher,
  createRequestContext,
  createScorecardReader,
  createSilentLogger,
  ensureStoreIndexes,
  inTransaction,
  type Kit,
  loadPolicies,
  type ProjectionScope,
  subgraphSchema,
} from '@afterline/service-kit'
import { graphql } from 'graphql'
import { type Connection, createConnection } from 'mongoose'
import type { CustomerFact } from './projections/customer-facts.ts'
import { createRepositories, type Repositories } from './repositories.ts'
import { ordersService } from './service.ts'

/** A handler as the consumer calls it; this service's read type, data and instant of an event, and nothing else. */
type Handler = (event: CustomerFact, scope: ProjectionScope) => Promise<void>

/** The service on a database of its own, without its HTTP port and without Kafka: commands and events go in by hand. */
export interface Bench {
  readonly connection: Connection
  readonly repositories: Repositories
  /** Asks the graph as somebody. Errors are part of the answer. */
  ask(roles: readonly string[], document: string, variables?: object, id?: string): Promise<Answer>
  /** What the consumer does with an event of the customers service. */
  learn(event: CustomerEvent, occurredAt: Instant): Promise<void>
  dispose(): Promise<void>
}

export interface Answer {
  // What a test asked for: it knows the shape of its own selection.
  // biome-ignore lint/suspicious/noExplicitAny: a GraphQL answer has the shape of the question
  readonly data: any
  readonly codes: readonly unknown[]
}

export async function startBench(now: () => Instant = () => instantFromMillis(Date.now())): Promise<Bench> {
  const connection = await connect()
  const kit = await kitOn(connection, now)
  const repositories = createRepositories(connection, { zone: kit.policies.tenantZone, seller: 'Sample Seller' })
  const service = ordersService(repositories, 0)
  const schema = subgraphSchema(service.schemaFiles, service.resolvers)
  await ensureStoreIndexes(connection)
  return {
    connection,
    repositories,
    async ask(roles, document, variables = {}, id = roles[0] ?? 'nobody') {
      const contextValue = createRequestContext(kit, { id, roles, correlationId: randomUUIDv7() })
      const { data, errors = [] } = await graphql({
        schema,
        source: document,
        variableValues: { ...variables },
        contextValue,
      })
      return { data: JSON.parse(JSON.stringify(data ?? null)), codes: errors.map(codeOf) }
    },
    async learn(event, occurredAt) {
      const handlers = service.projections[0]?.handlers as Readonly<Record<string, Handler>>
      const actor = { id: 'system', role: 'SYSTEM' }
      const following = { actor, correlationId: randomUUIDv7(), causationId: randomUUIDv7() }
      await inTransaction(connection, async (session) => {
        await handlers[event.type]?.({ ...event, occurredAt }, { session, commands: kit.commands, following })
      })
    },
    async dispose() {
      await connection.dropDatabase()
      await connection.close()
    },
  }
}

function codeOf(error: { readonly extensions?: Record<string, unknown>; readonly originalError?: unknown }): unknown {
  const { originalError } = error
  const own = error.extensions?.['code']
  return own ?? (originalError instanceof Error && 'code' in originalError ? originalError.code : String(error))
}

async function connect(): Promise<Connection> {
  const uri = process.env['MONGODB_URI']
  if (!uri) throw new Error('MONGODB_URI is not set: start the tests with the test command of the project')
  const dbName = `orders_${randomBytes(6).toString('hex')}`
  return createConnection(uri, { dbName, autoIndex: false, autoCreate: false }).asPromise()
}

async function kitOn(connection: Connection, now: () => Instant): Promise<Kit> {
  const policies = await loadPolicies(undefined)
  const cipher = createPersonalCipher({ connection, masterKey: randomBytes(32) })
  const log = createSilentLogger()
  const deps = { connection, policies, now }
  return {
    ...deps,
    // Nothing in this service reads the configuration besides its main.ts.
    config: {} as Kit['config'],
    log,
    cipher,
    commands: createCommandBus({ ...deps, cipher, newId: randomUUIDv7, traceparent: () => null, log }),
    scorecard: createScorecardReader(deps),
    deadlines: createDeadlineBoard(deps),
    parking: createParking({ connection, context: 'orders' }),
  }
}
