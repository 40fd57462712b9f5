import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import type { ClientSession } from 'mongoose'
import { databaseOf } from './database.ts'
import { openTestDatabase, type TestDatabase } from './fixtures/test-database.ts'
import { inTransaction } from './transaction.ts'

// A busy machine is slow, not wrong.
jest.setTimeout(60_000)

interface Counter {
  readonly _id: string
  readonly count: number
}

let database: TestDatabase
const counters = () => databaseOf(database.connection).collection<Counter>('counters')

beforeAll(async () => {
  database = await openTestDatabase()
  await counters().createIndex({ count: 1 }, { unique: true })
})
afterAll(() => database.dispose())

/** Reads, then writes what it read plus one: a lost update shows in the sum. */
async function countUp(id: string, session: ClientSession): Promise<void> {
  const before = await counters().findOne({ _id: id }, { session })
  const count = (before?.count ?? 0) + 1
  await counters().updateOne({ _id: id }, { $set: { count } }, { session, upsert: true })
}

const countOf = async (id: string) => (await counters().findOne({ _id: id }))?.count

describe('a transaction', () => {
  it('is run again on a conflict, so that no update is lost', async () => {
    await Promise.all(
      Array.from({ length: 15 }, () => inTransaction(database.connection, (session) => countUp('contended', session))),
    )
    expect(await countOf('contended')).toBe(15)
  })

  it('that throws leaves nothing, and its error arrives as it was', async () => {
    const failure = new Error('no')
    const work = inTransaction(database.connection, async (session) => {
      await countUp('failing', session)
      throw failure
    })
    await expect(work).rejects.toBe(failure)
    expect(await countOf('failing')).toBeUndefined()
  })

  it('that needs a value which stays taken is DUPLICATE after a few attempts', async () => {
    await counters().insertOne({ _id: 'first', count: 1000 })
    const work = inTransaction(database.connection, (session) =>
      counters().insertOne({ _id: 'second', count: 1000 }, { session }),
    )
    await expect(work).rejects.toMatchObject({ code: 'DUPLICATE', retryable: false })
  })

  it('that was joined is committed by its owner alone', async () => {
    const session = await database.connection.startSession()
    session.startTransaction()
    await inTransaction(database.connection, (joined) => countUp('joined', joined), session)
    expect(session.inTransaction()).toBe(true)
    expect(await countOf('joined')).toBeUndefined()
    await session.abortTransaction()
    await session.endSession()
    expect(await countOf('joined')).toBeUndefined()
  })
})
