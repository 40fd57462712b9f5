import { randomBytes, randomUUID } from 'node:crypto'
import type { Instant } from '@afterline/rules'
import {
  createCommandBus,
  createDeadlineBoard,
  createParking,
  createPersonalCipher,
  createRequestContext,
  createScorecardReader,
  createSilentLogger,
  ensureStoreIndexes,
  type Kit,
  loadPolicies,
  type Projection,
  subgraphSchema,
} from '@afterline/service-kit'
import { graphql } from 'graphql'
import { createConnection } from 'mongoose'
import { afterSales } from './after-sales.ts'

/** The whole subgraph on a database of its own, for one test file: everything but HTTP and Kafka. */
export interface TestSubgraph {
  /** The clock of the service, which only the test moves. */
  readonly clock: { now: Instant }
  readonly kit: Kit
  readonly projections: readonly Projection[]
  /** What a caller with these roles gets. */
  ask(caller: Caller, source: string, variables?: object): Promise<Answer>
  /** Drops the database and closes the connection. */
  dispose(): Promise<void>
}

export interface Caller {
  readonly id: string
  readonly roles: readonly string[]
}

export interface Answer {
  /** Tests name what they expect of it, field by field. */
  readonly data: Readonly<Record<string, unknown>> | null
  /** `extensions.code` of every error. */
  readonly codes: readonly unknown[]
}

export async function openAfterSales(start: Instant): Promise<TestSubgraph> {
  const uri = process.env['MONGODB_URI']
  if (!uri) throw new Error('MONGODB_URI is not set: start the tests with the test command of the project')
  const dbName = `after_sales_${randomBytes(6).toString('hex')}`
  const connection = await createConnection(uri, { dbName, autoIndex: false, autoCreate: false }).asPromise()
  try {
    return await subgraphOn(connection, start)
  } catch (error) {
    await connection.close()
    throw error
  }
}

async function subgraphOn(connection: Kit['connection'], start: Instant): Promise<TestSubgraph> {
  const clock = { now: start }
  const kit = await kitOn(connection, clock)
  const service = afterSales(kit)
  await ensureStoreIndexes(connection)
  const schema = subgraphSchema(service.schemaFiles, service.resolvers)
  return {
    clock,
    kit,
    projections: service.projections,
    async ask(caller, source, variables = {}) {
      const contextValue = createRequestContext(kit, { ...caller, correlationId: randomUUID() })
      const result = await graphql({ schema, source, contextValue, variableValues: { ...variables } })
      return {
        // graphql-js makes objects without a prototype, which equal no object that a test writes.
        data: result.data ? JSON.parse(JSON.stringify(result.data)) : null,
        codes: (result.errors ?? []).map(({ extensions, originalError, message }) => {
          return extensions['code'] ?? (originalError && 'code' in originalError ? originalError.code : message)
        }),
      }
    },
    async dispose() {
      await connection.dropDatabase()
      await connection.close()
    },
  }
}

async function kitOn(connection: Kit['connection'], clock: { readonly now: Instant }): Promise<Kit> {
  const policies = await loadPolicies()
  const cipher = createPersonalCipher({ connection, masterKey: randomBytes(32) })
  const log = createSilentLogger()
  const now = () => clock.now
  const deps = { connection, policies, now }
  return {
    ...deps,
    // Nothing here reads the environment; the parts that would are not started.
    config: {} as Kit['config'],
    log,
    cipher,
    commands: createCommandBus({ ...deps, cipher, newId: randomUUID, traceparent: () => null, log }),
    scorecard: createScorecardReader(deps),
    deadlines: createDeadlineBoard(deps),
    parking: createParking({ connection, context: 'after-sales' }),
  }
}
