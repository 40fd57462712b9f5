import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { contexts } from '@afterline/events'
import { databaseNameOf, loadPolicies } from '@afterline/service-kit'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import mongoose, { type mongo } from 'mongoose'
import type { ProgressBar } from '../progress.ts'
import { openBackup } from './open-backup.ts'
import { restoreBackup } from './restore-backup.ts'
import { takeBackup } from './take-backup.ts'
import { headProblems } from './verify-backup.ts'
import { volumeStore } from './volume-store.ts'

const { BSON, MongoClient } = mongoose.mongo
const mongodbUri = process.env['MONGODB_URI'] ?? ''
const databasePrefix = `backup_${randomBytes(6).toString('hex')}`
const into = `${databasePrefix}_again`
const key = randomBytes(32)
const silent: ProgressBar = { start: () => {}, advance: () => {}, end: () => {} }
const EVENTS = 500

type Kept = mongo.Document & { _id: string }

let client: mongo.MongoClient
let volume: string

beforeAll(async () => {
  volume = await mkdtemp(join(tmpdir(), 'afterline-interrupted-'))
  client = await new MongoClient(mongodbUri).connect()
  for (const context of contexts) {
    const events = Array.from({ length: EVENTS }, (_, index) => {
      const _id = `${context} ${String(index).padStart(6, '0')}`
      // Of each type that numbers have: none may become another.
      return {
        _id,
        stream: _id,
        version: 1,
        hash: `hash ${index}`,
        long: BSON.Long.fromNumber(index),
        double: new BSON.Double(index),
        at: new Date(index),
        index,
      }
    })
    await collectionOf(databasePrefix, context, 'events').insertMany(events)
    await collectionOf(databasePrefix, context, 'dataKeys').insertOne({ _id: context, wrapped: null })
    await collectionOf(databasePrefix, context, 'timers').insertOne({ _id: 'made from events' })
  }
})
afterAll(async () => {
  for (const prefix of [databasePrefix, into]) {
    for (const context of contexts) await client.db(databaseNameOf(prefix, context)).dropDatabase()
  }
  await client.close()
  await rm(volume, { recursive: true })
})

const collectionOf = (prefix: string, context: (typeof contexts)[number], name: string) =>
  client.db(databaseNameOf(prefix, context)).collection<Kept>(name)

/** A progress that ends the work when something is begun, or has advanced so often. */
function interruptedAt(label: string, advances = 0): ProgressBar {
  let left = Number.POSITIVE_INFINITY
  return {
    ...silent,
    start: (begun) => {
      if (begun === label) left = advances
      if (left <= 0) throw new Error('interrupted')
    },
    advance: () => {
      left -= 1
      if (left <= 0) throw new Error('interrupted')
    },
  }
}

async function take(progress: ProgressBar) {
  const instance = {
    ...{ mongodbUri, mongodbAccess: {}, databasePrefix, graphUrl: '', kafkaBrokers: [], kafkaAccess: {} },
    ...{ topicPrefix: '', issuer: '', audience: '', secretsDir: '' },
  }
  const policies = await loadPolicies(undefined)
  return takeBackup({ instance, store: volumeStore(volume), key, policies, progress, partBytes: 4_000 })
}

const restore = async (progress: ProgressBar) =>
  restoreBackup({
    ...{ backup: await openBackup(volumeStore(volume), key, silent), client, prefix: into, progress },
    ...{ isOverwriting: false, isRepublishing: false },
  })

describe('a backup that is interrupted', () => {
  it('is none, and goes on as the same one when it is repeated (OPS-1)', async () => {
    await expect(take(interruptedAt('after-sales events', 3))).rejects.toThrow('interrupted')
    await expect(openBackup(volumeStore(volume), key, silent)).rejects.toMatchObject({ code: 'MANIFEST_MISSING' })
    const taken = await take(silent)
    const counts = taken.databases.map(({ context, collections }) => [
      context,
      Object.fromEntries(collections.map(({ name, documents }) => [name, documents])),
    ])
    expect(counts).toEqual(contexts.map((context) => [context, { events: EVENTS, dataKeys: 1 }]))
    const parts = taken.databases.flatMap(({ collections }) => collections.flatMap((collection) => collection.parts))
    expect(parts.length).toBeGreaterThan(contexts.length * 5)
    expect((await openBackup(volumeStore(volume), key, silent)).manifest).toEqual(taken)
  })

  it('is followed by another one, once it is complete (OPS-1)', async () => {
    const [one, other] = [await take(silent), await take(silent)]
    expect(one.id).not.toBe(other.id)
  })
})

describe('what was restored', () => {
  const into = `${databasePrefix}_heads`
  afterAll(async () => {
    for (const context of contexts) await client.db(databaseNameOf(into, context)).dropDatabase()
  })

  it('has every stream end with the event that it ended with, or it is told (OPS-1)', async () => {
    const backup = await openBackup(volumeStore(volume), key, silent)
    await restoreBackup({ backup, client, prefix: into, progress: silent, isOverwriting: false, isRepublishing: false })
    const problems = async () => {
      const all = backup.manifest.databases.map((kept) => headProblems(client, into, kept))
      return (await Promise.all(all)).flat().map(({ context, code }) => [context, code])
    }
    expect(backup.manifest.databases.map(({ heads }) => heads?.streams)).toEqual(contexts.map(() => EVENTS))
    expect(await problems()).toEqual([])
    await collectionOf(into, 'orders', 'events').updateOne({ index: 7 }, { $set: { hash: 'another' } })
    await collectionOf(into, 'surveys', 'events').deleteOne({ index: EVENTS - 1 })
    expect(await problems()).toEqual([
      ['orders', 'STREAM_HEADS'],
      ['surveys', 'STREAM_HEADS'],
    ])
  })
})

describe('a restore that is interrupted', () => {
  it('goes on when it is repeated, and leaves every document as it was (OPS-1)', async () => {
    await expect(restore(interruptedAt('orders', 3))).rejects.toThrow('interrupted')
    await restore(silent)
    for (const context of contexts) {
      for (const name of ['events', 'dataKeys']) {
        const read = (prefix: string) => collectionOf(prefix, context, name).find({}, { sort: { _id: 1 }, raw: true })
        const [before, after] = [await read(databasePrefix).toArray(), await read(into).toArray()]
        expect(after).toEqual(before)
      }
      expect(await collectionOf(into, context, 'timers').countDocuments()).toBe(0)
      expect(await collectionOf(into, context, 'rebuilds').countDocuments({ isOpen: true })).toBe(1)
    }
  })

  it('is not begun over what it has restored before (OPS-1)', async () => {
    await expect(restore(silent)).rejects.toMatchObject({ code: 'TARGET_NOT_EMPTY' })
  })
})
