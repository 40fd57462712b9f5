import { randomUUID } from 'node:crypto'
import type { Connection } from 'mongoose'
import { databaseOf } from '../src/store/database.ts'
import { inTransaction } from '../src/store/transaction.ts'

/** What no write of this platform can be cheaper than: one document, majority, journal. */
export async function bareTransaction(connection: Connection): Promise<void> {
  await inTransaction(connection, (session) =>
    databaseOf(connection).collection('bare').insertOne({ text: randomUUID() }, { session }),
  )
}

export async function createBareCollection(connection: Connection): Promise<void> {
  await databaseOf(connection).createCollection('bare')
}
