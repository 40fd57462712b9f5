import type { StoredEvent } from '@afterline/events'
import type { Instant, Violation } from '@afterline/rules'
import type { Connection, mongo } from 'mongoose'
import { bookkeepingIndexes } from '../bookkeeping/documents.ts'
import { dataKeyIndexes } from '../personal/data-keys.ts'
import { ServiceError } from './service-error.ts'

/** An event as MongoDB holds it: its id is the `_id`. */
export type EventDocument = Omit<StoredEvent, 'id'> & { readonly _id: string }

/** An event that Kafka does not have yet. */
export interface OutboxDocument {
  readonly _id: string
  readonly stream: string
  readonly version: number
  readonly recordedAt: Instant
}

/** The answer that a repeated idempotency key gets. */
export interface CommandDocument {
  /** `<actor id>|<idempotency key>`. */
  readonly _id: string
  readonly fingerprint: string
  readonly stream: string
  /** Version of the stream after the command. */
  readonly version: number
  /** Empty when the command was accepted. */
  readonly violations: readonly Violation[]
  readonly at: Instant
  readonly expiresAt: Date
}

/** Indexes of one collection, created at start so that no first write has to. */
export interface CollectionIndexes {
  readonly collection: string
  readonly indexes: readonly mongo.IndexDescription[]
}

const storeIndexes: readonly CollectionIndexes[] = [
  {
    collection: 'events',
    indexes: [{ key: { stream: 1, version: 1 }, unique: true }, { key: { recordedAt: 1 } }],
  },
  { collection: 'outbox', indexes: [{ key: { recordedAt: 1, stream: 1, version: 1 } }] },
  { collection: 'commands', indexes: [{ key: { expiresAt: 1 }, expireAfterSeconds: 0 }] },
]

/** @throws ServiceError `NOT_CONNECTED` */
export function databaseOf(connection: Connection): mongo.Db {
  if (!connection.db) throw new ServiceError('NOT_CONNECTED', 'the MongoDB connection is not open')
  return connection.db
}

export const eventsOf = (connection: Connection) => databaseOf(connection).collection<EventDocument>('events')
export const outboxOf = (connection: Connection) => databaseOf(connection).collection<OutboxDocument>('outbox')
export const commandsOf = (connection: Connection) => databaseOf(connection).collection<CommandDocument>('commands')

/**
 * Creates every collection and index of the store, and those of the aggregate models defined on the connection so far.
 * Safe to repeat and to run in several replicas at once; call it after the models are defined and before serving.
 */
export async function ensureStoreIndexes(connection: Connection): Promise<void> {
  const database = databaseOf(connection)
  for (const { collection, indexes } of [...storeIndexes, ...bookkeepingIndexes, ...dataKeyIndexes]) {
    await ensureCollection(database, collection)
    await database.collection(collection).createIndexes([...indexes])
  }
  for (const model of Object.values(connection.models)) {
    await ensureCollection(database, model.collection.name)
    await model.createIndexes()
  }
}

async function ensureCollection(database: mongo.Db, name: string): Promise<void> {
  try {
    await database.createCollection(name)
  } catch (error) {
    // NamespaceExists: an earlier start or another replica was first.
    if (!isServerError(error) || error.code !== 48) throw error
  }
}

function isServerError(error: unknown): error is { code: number } {
  return typeof error === 'object' && error !== null && 'code' in error
}
