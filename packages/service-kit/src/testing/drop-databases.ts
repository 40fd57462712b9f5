import type { Connection } from 'mongoose'
import { buildsDatabaseOf } from '../projections/build.ts'

/** The service's database, and that of its projections' later builds. */
export async function dropDatabases(connection: Connection): Promise<void> {
  await connection.getClient().db(buildsDatabaseOf(connection.name)).dropDatabase()
  await connection.dropDatabase()
}
