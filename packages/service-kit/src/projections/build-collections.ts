import type { Connection, mongo } from 'mongoose'
import { databaseOf } from '../store/database.ts'
import { ensureCollection } from '../store/store-indexes.ts'
import { inTransaction } from '../store/transaction.ts'
import { type Build, buildsDatabaseOf, collectionNameOf } from './build.ts'

function databaseFor(connection: Connection, { isApart }: Build): mongo.Db {
  const own = databaseOf(connection)
  return isApart ? connection.getClient().db(buildsDatabaseOf(own.databaseName)) : own
}

/** The collection of a build that its projection calls `name`. */
export function buildCollection<Document extends mongo.Document>(
  connection: Connection,
  name: string,
  build: Build,
): mongo.Collection<Document> {
  return databaseFor(connection, build).collection<Document>(collectionNameOf(name, build))
}

/** No first write has to make a collection or wait for an index. */
export async function ensureBuildCollection(
  connection: Connection,
  { name, indexes }: { readonly name: string; readonly indexes: readonly mongo.IndexDescription[] },
  build: Build,
): Promise<void> {
  await ensureCollection(databaseFor(connection, build), collectionNameOf(name, build))
  if (indexes.length > 0) await buildCollection(connection, name, build).createIndexes([...indexes])
}

/**
 * Takes out what is left of a build of the same name where the service's own database was emptied, and that of builds was
 * not. What the build itself has written meanwhile, in other processes, stays.
 * @param isBegun whether the build has applied anything
 */
export async function emptyUnlessBegun(
  connection: Connection,
  names: readonly string[],
  build: Build,
  isBegun: (session: mongo.ClientSession) => Promise<boolean>,
): Promise<void> {
  if (!build.isApart) return
  await inTransaction(connection, async (session) => {
    if (await isBegun(session)) return
    for (const name of names) await buildCollection(connection, name, build).deleteMany({}, { session })
  })
}

export async function dropBuildCollection(connection: Connection, name: string, build: Build): Promise<void> {
  await databaseFor(connection, build).dropCollection(collectionNameOf(name, build))
}
