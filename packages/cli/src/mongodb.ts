import type { Context } from '@afterline/events'
import mongoose, { type Connection, type mongo } from 'mongoose'
import type { Instance } from './instance.ts'

/** Opens the database of one context, for checks that must not depend on the service they check. */
export async function connectContext(instance: Instance, context: Context): Promise<Connection> {
  const dbName = `${instance.databasePrefix}_${context.replaceAll('-', '_')}`
  return mongoose.createConnection(instance.mongodbUri, { ...instance.mongodbAccess, dbName }).asPromise()
}

/** For work in databases of other names. To be closed by the caller. */
export async function openInstanceMongodb({ mongodbUri, mongodbAccess }: Instance): Promise<mongo.MongoClient> {
  return new mongoose.mongo.MongoClient(mongodbUri, mongodbAccess).connect()
}
