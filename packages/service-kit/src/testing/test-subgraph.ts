import { randomBytes, randomUUIDv7 } from 'node:crypto'
import { type Context, type EventRegistry, eventRegistry } from '@afterline/events'
import type { Instant } from '@afterline/rules'
import { graphql } from 'graphql'
import { type Connection, createConnection } from 'mongoose'
import { createCounted, createDeadlineBoard, createScorecardReader } from '../bookkeeping/index.ts'
import { createParking } from '../consumers/index.ts'
import { createRequestContext, readersIn, subgraphSchema } from '../graphql/index.ts'
import type { Kit } from '../kit.ts'
import { createSilentLogger } from '../logging/logger.ts'
import { createPersonalCipher } from '../personal/index.ts'
import { loadPolicies } from '../policy/load-policies.ts'
import { createRebuilding } from '../rebuild/index.ts'
import { countingOf } from '../relay/fixtures/counting.ts'
import type { ServiceDefinition } from '../service.ts'
import { createCommandBus, ensureStoreIndexes } from '../store/index.ts'
import { dropDatabases } from './drop-databases.ts'

/**
 * A whole subgraph on a database of its own, for one test file: everything but HTTP and Kafka. What one question changed
 * is counted before the next one is asked.
 */
export interface TestSubgraph<Definition> {
  readonly kit: Kit
  readonly definition: Definition
  /** What a caller with these roles gets. */
  ask(caller: Caller, source: string, variables?: object): Promise<Answer>
  /** Makes somebody known by a token, as whoever asks is: for those whom others only name. */
  recognise(caller: Caller): Promise<void>
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
  /** The code of every error; its message where it has none. */
  readonly codes: readonly unknown[]
}

export interface TestSubgraphOptions<Definition> {
  readonly context: Context
  /** The clock of the service, which only the test moves. */
  readonly now: () => Instant
  /** What the service reads of its configuration; the parts of the kit that read more are not started. */
  readonly config?: Partial<Kit['config']>
  /** The platform's events when left out. */
  readonly registry?: EventRegistry
  /** As in `runService`. */
  readonly define: (kit: Kit) => Definition
}

/** Opens it on the server that `MONGODB_URI` names. */
export async function openTestSubgraph<Definition extends TestedDefinition>(
  options: TestSubgraphOptions<Definition>,
): Promise<TestSubgraph<Definition>> {
  const uri = process.env['MONGODB_URI']
  if (!uri) throw new Error('MONGODB_URI is not set: start the tests with the test command of the project')
  const dbName = `${options.context.replaceAll('-', '_')}_${randomBytes(6).toString('hex')}`
  const connection = await createConnection(uri, {
    dbName,
    autoIndex: false,
    autoCreate: false,
    monitorCommands: true,
  }).asPromise()
  try {
    return await subgraphOn(connection, options)
  } catch (error) {
    await connection.close()
    throw error
  }
}

type TestedDefinition = Pick<ServiceDefinition, 'schemaFiles' | 'resolvers' | 'aggregates' | 'staff'>

async function subgraphOn<Definition extends TestedDefinition>(
  connection: Connection,
  options: TestSubgraphOptions<Definition>,
): Promise<TestSubgraph<Definition>> {
  const kit = await kitOn(connection, options)
  const definition = options.define(kit)
  await ensureStoreIndexes(connection)
  const schema = subgraphSchema(definition.schemaFiles, definition.resolvers)
  const readers = readersIn(schema)
  const { policies, registry, now, log } = kit
  const { aggregates, staff } = definition
  const count = countingOf({ connection, policies, registry, aggregates, context: options.context, log, now })
  return {
    kit,
    definition,
    recognise: async (caller) => staff?.recognise(kit, caller),
    async ask(caller, source, variables = {}) {
      await count()
      if (await staff?.isAway(caller, now())) return { data: null, codes: ['STAFF_ENDED'] }
      await staff?.recognise(kit, caller)
      const contextValue = createRequestContext(kit, { ...caller, correlationId: randomUUIDv7() }, readers)
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
      await dropDatabases(connection)
      await connection.close()
    },
  }
}

async function kitOn(
  connection: Connection,
  { context, now, config = {}, registry = eventRegistry }: Omit<TestSubgraphOptions<unknown>, 'define'>,
): Promise<Kit> {
  const policies = await loadPolicies()
  const cipher = createPersonalCipher({ connection, masterKey: randomBytes(32) })
  const log = createSilentLogger()
  const deps = { connection, policies, registry, now }
  return {
    ...deps,
    // What the service reads of it was given; the parts that read the rest are not here. Nothing arrives by itself.
    config: { AFTERLINE_FOLLOW_PATIENCE_MS: 0, ...config } as Kit['config'],
    log,
    cipher,
    commands: createCommandBus({ ...deps, cipher, newId: randomUUIDv7, traceparent: () => null, log }),
    scorecard: createScorecardReader(deps),
    deadlines: createDeadlineBoard(deps),
    counted: createCounted(deps),
    parking: createParking({ connection, context }),
    rebuilding: createRebuilding({ connection, context }),
  }
}
