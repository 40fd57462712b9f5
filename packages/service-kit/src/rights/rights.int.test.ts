import { randomBytes } from 'node:crypto'
import { contexts } from '@afterline/events'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import mongoose, { type mongo } from 'mongoose'
import { buildsDatabaseOf } from '../projections/build.ts'
import { addedTo, changed, projected, records } from './collections.ts'
import { prepareUsers, removeUsers } from './prepare-users.ts'
import { databaseNameOf, userNameOf } from './roles.ts'

const { MongoClient, MongoServerError } = mongoose.mongo
const prefix = `rights_${randomBytes(6).toString('hex')}`
const holders = [...contexts, 'operator'] as const
const passwords = new Map(holders.map((holder) => [userNameOf(prefix, holder), randomBytes(12).toString('hex')]))
const uri = process.env['MONGODB_URI'] ?? ''
const database = databaseNameOf(prefix, 'orders')
const EVENT = { _id: 'event-1', stream: 'order-1', version: 1, hash: 'as it was' }
/** From before there was a database of builds. */
const LEFT_BUILD = 'customerFacts.v2.b2'

let admin: mongo.MongoClient
let service: mongo.MongoClient
let operator: mongo.MongoClient

function openAs(holder: (typeof holders)[number]): Promise<mongo.MongoClient> {
  const username = userNameOf(prefix, holder)
  const auth = { username, password: passwords.get(username) ?? '' }
  return new MongoClient(uri, { auth, authSource: 'admin' }).connect()
}

/** `DONE`, or the name of the code with which MongoDB refuses. */
async function outcomeOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => 'DONE',
    (error: unknown) => (error instanceof MongoServerError ? error.codeName : error),
  )
}

beforeAll(async () => {
  admin = await new MongoClient(uri).connect()
  const own = admin.db(database)
  await own.createCollection(LEFT_BUILD)
  for (const name of addedTo) await own.collection<{ _id: string }>(name).insertOne(EVENT)
  await prepareUsers(admin, { prefix, passwords })
  service = await openAs('orders')
  operator = await openAs('operator')
})
afterAll(async () => {
  await Promise.all([service?.close(), operator?.close()])
  await removeUsers(admin, prefix)
  for (const context of contexts) await admin.db(databaseNameOf(prefix, context)).dropDatabase()
  await admin.db(buildsDatabaseOf(database)).dropDatabase()
  await admin.close()
})

describe('the user of a service', () => {
  it.each(addedTo)('adds to %s, reads it, and can neither change nor remove what is in it (ETH-1)', async (name) => {
    const record = service.db(database).collection<{ _id: string; hash?: string }>(name)
    const others = service.db(database).collection('outbox')
    const { _id } = EVENT
    expect(await outcomeOf(record.insertOne({ _id: 'event-2' }))).toBe('DONE')
    expect(await outcomeOf(record.find().toArray())).toBe('DONE')
    const forged = { $set: { hash: 'forged' } }
    const refused = {
      updateOne: record.updateOne({ _id }, forged),
      updateMany: record.updateMany({}, forged),
      upsert: record.updateOne({ _id: 'event-3' }, forged, { upsert: true }),
      replaceOne: record.replaceOne({ _id }, { hash: 'forged' }),
      findOneAndUpdate: record.findOneAndUpdate({ _id }, forged),
      findOneAndDelete: record.findOneAndDelete({ _id }),
      deleteOne: record.deleteOne({ _id }),
      deleteMany: record.deleteMany({}),
      bulkWrite: record.bulkWrite([{ deleteOne: { filter: { _id } } }]),
      drop: record.drop(),
      rename: record.rename('elsewhere'),
      renameOver: others.rename(name, { dropTarget: true }),
      out: others.aggregate([{ $out: name }]).toArray(),
      merge: others.aggregate([{ $merge: { into: name } }]).toArray(),
      dropIndexes: service.db(database).command({ dropIndexes: name, index: '*' }),
      collMod: service.db(database).command({ collMod: name, validator: {} }),
      dropDatabase: service.db(database).dropDatabase(),
    }
    const attempts = Object.entries(refused).map(async ([what, work]) => [what, await outcomeOf(work)])
    const unauthorized = Object.keys(refused).map((what) => [what, 'Unauthorized'])
    expect(await Promise.all(attempts)).toEqual(unauthorized)
    expect(await admin.db(database).collection<{ _id: string }>(name).findOne({ _id })).toEqual(EVENT)
  })

  it('keeps its other collections as it needs them, in a transaction, too', async () => {
    const own = service.db(database)
    const outcomes = await Promise.all(
      changed.map((name) =>
        outcomeOf(
          service.withSession((session) =>
            session.withTransaction(async () => {
              const kept = own.collection<{ _id: string }>(name)
              await kept.updateOne({ _id: 'one' }, { $set: { kept: true } }, { session, upsert: true })
              await kept.deleteOne({ _id: 'one' }, { session })
            }),
          ),
        ),
      ),
    )
    expect(outcomes).toEqual(changed.map(() => 'DONE'))
  })

  it('makes collections and indexes, and is told of what comes into the outbox', async () => {
    const own = service.db(database)
    expect(await outcomeOf(own.createCollection('orders'))).toBe('DONE')
    expect(await outcomeOf(own.collection('orders').createIndexes([{ key: { number: 1 } }]))).toBe('DONE')
    const changes = own.collection('outbox').watch()
    expect(await changes.tryNext()).toBeNull()
    const next = changes.next()
    await own.collection<{ _id: string }>('outbox').insertOne({ _id: 'event-2' })
    expect((await next).operationType).toBe('insert')
    await changes.close()
  })

  it('writes the documents of its records, and removes none', async () => {
    for (const name of records.orders) {
      const documents = service.db(database).collection<{ _id: string; version?: number }>(name)
      expect(await outcomeOf(documents.replaceOne({ _id: 'one' }, { version: 1 }, { upsert: true }))).toBe('DONE')
      expect(await outcomeOf(documents.deleteOne({ _id: 'one' }))).toBe('Unauthorized')
    }
  })

  it('fills and drops what its projections keep, in each of their builds', async () => {
    const places = [
      ...[...projected.orders, LEFT_BUILD].map((name) => service.db(database).collection<{ _id: string }>(name)),
      service.db(buildsDatabaseOf(database)).collection<{ _id: string }>('customerFacts.v9.b99'),
    ]
    for (const kept of places) {
      expect(await outcomeOf(kept.insertOne({ _id: 'one' }))).toBe('DONE')
      expect(await outcomeOf(kept.deleteMany({}))).toBe('DONE')
      expect(await outcomeOf(kept.drop())).toBe('DONE')
    }
  })

  it('has nothing to do with the databases of others, nor with users', async () => {
    const foreign = service.db(databaseNameOf(prefix, 'customers')).collection<{ _id: string }>('dataKeys')
    const grant = { grantRolesToUser: userNameOf(prefix, 'orders'), roles: ['root'] }
    const refused = [foreign.find().toArray(), foreign.insertOne({ _id: 'one' }), service.db('admin').command(grant)]
    expect(await Promise.all(refused.map(outcomeOf))).toEqual(refused.map(() => 'Unauthorized'))
  })
})

describe('the user of whoever operates the instance', () => {
  it('reads everything, and changes nothing of the record or of the documents', async () => {
    const own = operator.db(database)
    expect(await outcomeOf(own.collection('events').find().toArray())).toBe('DONE')
    const refused = ['events', 'orders', 'dataKeys', 'cursors'].flatMap((name) => [
      own.collection(name).insertOne({ forged: true }),
      own.collection(name).deleteMany({}),
    ])
    expect(await Promise.all(refused.map(outcomeOf))).toEqual(refused.map(() => 'Unauthorized'))
  })

  it('asks for retries and rebuilds', async () => {
    const own = operator.db(database)
    expect(await outcomeOf(own.collection('retryRequests').insertOne({ outcome: null }))).toBe('DONE')
    expect(await outcomeOf(own.collection('rebuilds').createIndex({ requestedAt: -1 }))).toBe('DONE')
    expect(await outcomeOf(own.collection('rebuilds').insertOne({ isOpen: true }))).toBe('DONE')
  })
})

describe('users that are prepared again', () => {
  it('have the new passwords, and nothing is said of them but names', async () => {
    const name = userNameOf(prefix, 'surveys')
    passwords.set(name, 'another one')
    const prepared = await prepareUsers(admin, { prefix, passwords })
    expect(prepared.map(({ role, account }) => [role, account])).toEqual(holders.map(() => ['UPDATED', 'UPDATED']))
    expect(JSON.stringify(prepared)).not.toContain('another one')
    await (await openAs('surveys')).close()
  })

  it('are not made where a password is missing, and that is said of all of them at once', async () => {
    const made = prepareUsers(admin, { prefix, passwords: new Map() })
    await expect(made).rejects.toThrow(holders.map((holder) => userNameOf(prefix, holder)).join(', '))
  })

  it('can be roles alone, for users that somebody else makes', async () => {
    const other = `${prefix}_x509`
    const prepared = await prepareUsers(admin, { prefix: other, passwords: null })
    expect(prepared.map(({ role, account }) => [role, account])).toEqual(holders.map(() => ['CREATED', null]))
    await removeUsers(admin, other)
  })
})
