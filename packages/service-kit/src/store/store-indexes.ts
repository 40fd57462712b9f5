import type { Connection, mongo } from 'mongoose'
import { bookkeepingIndexes } from '../bookkeeping/documents.ts'
import { dataKeyIndexes } from '../personal/data-keys.ts'
import { storeIndexes } from './collections.ts'
import { databaseOf } from './database.ts'

/**
 * Creates every collection and index of the store, and those of the aggregate models defined on the connection so far.
 * Safe to repeat and to run in several replicas at once; call it after the models are defined and before serving.
 */
export async function ensureStoreIndexes(connection: Connection): Promise<void> {
  const database = databaseOf(connection)
  for (const { collection, indexes } of [...storeIndexes, ...bookkeepingIndexes, ...dataKeyIndexes]) {
    await ensureCollection(database, collection)
    if (indexes.length > 0) await database.collection(collection).createIndexes([...indexes])
  }
  for (const model of Object.values(connection.models)) {
    await ensureCollection(database, model.collection.name)
    await model.createIndexes()
  }
}

/** Creates a collection that does not exist yet. */
export async function ensureCollection(database: mongo.Db, name: string): Promise<void> {
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
