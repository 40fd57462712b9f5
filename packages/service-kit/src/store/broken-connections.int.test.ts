import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import mongoose, { type ClientSession, type Connection } from 'mongoose'
import { databaseOf } from './database.ts'
import { isDatabaseAway } from './database-faults.ts'
import { type CuttingProxy, openCuttingProxy } from './fixtures/cutting-proxy.ts'
import { openTestDatabase, type TestDatabase } from './fixtures/test-database.ts'
import { inTransaction } from './transaction.ts'

// A busy machine is slow, not wrong.
jest.setTimeout(60_000)

interface Entry {
  readonly _id: string
  readonly text?: string
}

let database: TestDatabase
let proxy: CuttingProxy
/** The same database, by the way that breaks. */
let connection: Connection

beforeAll(async () => {
  database = await openTestDatabase()
  proxy = await openCuttingProxy(process.env['MONGODB_URI'] ?? '')
  connection = await mongoose
    .createConnection(proxy.uri, { dbName: database.connection.name, serverSelectionTimeoutMS: 5_000 })
    .asPromise()
  await entriesOn(database.connection).insertOne({ _id: 'first' })
})
afterAll(async () => {
  await connection.close()
  await proxy.close()
  await database.dispose()
})

const entriesOn = (where: Connection) => databaseOf(where).collection<Entry>('entries')
const countOf = (id: string) => entriesOn(database.connection).countDocuments({ _id: new RegExp(`^${id}-`) })

/** More than a socket takes at once, so that the driver waits in the middle of sending it. */
const LONG = 'x'.repeat(8_000_000)
const insertTwo = (id: string, text: string) => (session: ClientSession) =>
  entriesOn(connection).insertMany([{ _id: `${id}-1`, text }, { _id: `${id}-2` }], { session })

describe('a transaction whose connection breaks', () => {
  it.each([
    ['before its bulk write is read', 'insert', 'UNREAD', 'short'],
    ['before the answer to its bulk write', 'insert', 'UNANSWERED', 'short'],
    ['in the middle of its bulk write', 'insert', 'UNREAD', LONG],
    ['before its commit is read', 'commitTransaction', 'UNREAD', 'short'],
    ['before the answer to its commit', 'commitTransaction', 'UNANSWERED', 'short'],
  ] as const)('%s is carried out once', async (when, command, how, text) => {
    proxy.breakAt(command, how)
    await inTransaction(connection, insertTwo(when, text))
    expect([proxy.left(), await countOf(when)]).toEqual([0, 2])
  })

  it('is carried out once when every connection breaks several times over', async () => {
    proxy.breakAt('insert', 'UNREAD', 3)
    proxy.breakAt('commitTransaction', 'UNANSWERED', 4)
    await inTransaction(connection, insertTwo('several', 'short'))
    expect([proxy.left(), await countOf('several')]).toEqual([0, 2])
  })

  it('leaves other transactions at the same time whole, too', async () => {
    proxy.breakAt('insert', 'UNREAD', 6)
    const ids = Array.from({ length: 12 }, (_, index) => `parallel${index}`)
    await Promise.all(ids.map((id) => inTransaction(connection, insertTwo(id, 'short'))))
    expect(await Promise.all(ids.map(countOf))).toEqual(ids.map(() => 2))
  })
})

describe('work outside a transaction whose connection breaks', () => {
  it.each([
    ['short', 'short'],
    ['long', LONG],
  ])('fails with what is known as the absence of the database (%s)', async (name, text) => {
    // Once more than the driver tries by itself.
    proxy.breakAt('insert', 'UNREAD', 2)
    const error = await entriesOn(connection)
      .insertMany([{ _id: `outside-${name}`, text }])
      .catch((reason: unknown) => reason)
    expect(isDatabaseAway(error)).toBe(true)
    while (proxy.left() > 0)
      await entriesOn(connection)
        .insertOne({ _id: `rest-${name}` })
        .catch(() => undefined)
  })
})
