import type { Connection, mongo } from 'mongoose'
import { ServiceError } from './service-error.ts'

/** Indexes of one collection, created at start so that no first write has to. */
export interface CollectionIndexes {
  readonly collection: string
  readonly indexes: readonly mongo.IndexDescription[]
}

/** @throws ServiceError `NOT_CONNECTED` */
export function databaseOf(connection: Connection): mongo.Db {
  if (!connection.db) throw new ServiceError('NOT_CONNECTED', 'the MongoDB connection is not open')
  return connection.db
}
