import { generateKeyPairSync } from 'node:crypto'
import {
  anchorsTopicOf,
  type Context,
  canonicalJson,
  eventRegistry,
  hashOfEvent,
  type StoredEvent,
} from '@afterline/events'
import { type Instant, parseInstant } from '@afterline/rules'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { openTestKafka, silentLog, type TestKafka } from '../kafka/fixtures/test-kafka.ts'
import { createTestChains, nextEvent, type TestChains } from '../relay/fixtures/test-chains.ts'
import { sealAndPublish } from '../relay/fixtures/test-relay.ts'
import { createLeaseKeeper } from '../relay/lease.ts'
import { rootOf, seal, sealKeyOf, statementOf } from '../relay/seal.ts'
import { sealsOf } from '../relay/seals.ts'
import { WHOLE } from '../relay/shards.ts'
import { type EventDocument, eventsOf, outboxOf, storedEventOf } from '../store/collections.ts'
import { openTestDatabase, type TestDatabase } from '../store/fixtures/test-database.ts'
import { regulationPolicies } from '../store/fixtures/test-store.ts'
import { ensureStoreIndexes } from '../store/store-indexes.ts'
import { anchorsFrom } from './check-anchors.ts'
import { isProven, proveInclusion } from './inclusion.ts'
import { verifyContext } from './verify-context.ts'

const context: Context = 'customers'
const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const key = sealKeyOf(privateKey)
const now = () => parseInstant('2026-02-13T09:00:00.000Z')

let database: TestDatabase
let kafka: TestKafka
let chains: TestChains
/** Two streams: three events of the first and two of the second in seal 1, one more of each in seal 2. */
let first: string
let second: string

beforeEach(async () => {
  const opened = await Promise.all([openTestDatabase(), openTestKafka([context])])
  database = opened[0]
  kafka = opened[1]
  await ensureStoreIndexes(database.connection)
  chains = createTestChains(database.connection)
  first = chains.newStream()
  second = chains.newStream()
  await chains.append(first, 3)
  await chains.append(second, 2)
  await publish()
  await chains.append(first)
  await chains.append(second)
  await publish()
})
afterEach(() => Promise.all([database.dispose(), kafka.dispose()]))

async function publish(signing = key): Promise<void> {
  const { connection } = database
  const lease = createLeaseKeeper(connection, 'relay', 'only', 60_000)
  const bookkeeping = { policies: await regulationPolicies(), registry: eventRegistry, aggregates: [], shard: WHOLE }
  const batch = { kafka: kafka.kafka, context, key: signing, batchSize: 500, now, log: silentLog }
  await sealAndPublish({ connection, lease, ...batch, ...bookkeeping }, (await lease.hold()) ?? 0)
}

async function findings(publicKeys = [publicKey]) {
  const anchors = anchorsFrom(kafka.kafka, context)
  const { broken } = await verifyContext({ connection: database.connection, context, publicKeys, anchors })
  return broken.map(({ message: _text, ...finding }) => finding)
}

const events = () => eventsOf(database.connection)
const seals = () => sealsOf(database.connection)

async function eventAt(stream: string, version: number): Promise<StoredEvent> {
  const document = await events().findOne({ stream, version })
  if (!document) throw new Error(`the test stored no event ${version} of ${stream}`)
  return storedEventOf(document)
}

const documentOf = ({ id, ...rest }: StoredEvent): EventDocument => ({ _id: id, ...rest })

describe('a history that nobody touched', () => {
  it('is whole, also with events that still wait in the outbox', async () => {
    await chains.append(first, 2)
    const anchors = anchorsFrom(kafka.kafka, context)
    const progress: string[] = []
    const verification = await verifyContext({
      connection: database.connection,
      context,
      publicKeys: [publicKey],
      anchors,
      onProgress: ({ phase, done, total }) => progress.push(`${phase} ${done}/${total}`),
    })
    expect(verification).toEqual({ context, streams: 2, events: 9, seals: 2, anchors: 2, broken: [], brokenCount: 0 })
    expect(progress).toEqual(['SEALS 2/2', 'STREAMS 9/9', 'COVERAGE 9/9', 'ANCHORS 2/2'])
  })

  it('proves one event without showing the others, and nothing for an altered hash', async () => {
    const { id, hash } = await eventAt(first, 2)
    const proof = await proveInclusion(database.connection, id)
    if (!proof) throw new Error('the event is sealed')
    expect(proof.eventHash).toBe(hash)
    expect(isProven([publicKey], proof)).toBe(true)
    expect(
      isProven([publicKey], { ...proof, eventHash: hash.replace(/^./, (digit) => (digit === '0' ? '1' : '0')) }),
    ).toBe(false)
    expect(isProven([generateKeyPairSync('ed25519').publicKey], proof)).toBe(false)
    const [waiting] = await chains.append(first)
    expect(await proveInclusion(database.connection, waiting?.id ?? '')).toBeNull()
  })
})

describe('a history whose seal key was rotated', () => {
  it('is whole by the keys of both times, and each seal needs the one that it names (ETH-1)', async () => {
    const newer = generateKeyPairSync('ed25519')
    await chains.append(first)
    await publish(sealKeyOf(newer.privateKey))
    expect(await findings([publicKey, newer.publicKey])).toEqual([])
    expect(await findings([publicKey])).toEqual([
      { code: 'SEAL_SIGNATURE', seal: 3 },
      { code: 'ANCHOR_SIGNATURE', seal: 3 },
      { code: 'ANCHOR_MISSING', seal: 3 },
    ])
  })
})

describe('events that were tampered with', () => {
  it('are named when one byte of one event was changed', async () => {
    await events().updateOne({ stream: first, version: 2 }, { $set: { 'data.ownerId': 'owner-X' } })
    expect(await findings()).toEqual([{ code: 'HASH', stream: first, version: 2 }])
  })

  it('are named when the last event of a stream was deleted', async () => {
    await events().deleteOne({ stream: second, version: 3 })
    expect(await findings()).toEqual([{ code: 'SEALED_EVENT_MISSING', stream: second, version: 3, seal: 2 }])
  })

  it('are named when an event within a stream was deleted', async () => {
    await events().deleteOne({ stream: first, version: 2 })
    expect(await findings()).toEqual([
      { code: 'SEALED_EVENT_MISSING', stream: first, version: 2, seal: 1 },
      { code: 'VERSION_GAP', stream: first, version: 3 },
    ])
  })

  it('are named when a stream was rewritten with new, fitting hashes', async () => {
    await rewriteFrom(first, 2)
    expect(await findings()).toEqual([
      { code: 'SEALED_EVENT_CHANGED', stream: first, version: 2, seal: 1 },
      { code: 'SEALED_EVENT_CHANGED', stream: first, version: 3, seal: 1 },
      { code: 'SEALED_EVENT_CHANGED', stream: first, version: 4, seal: 2 },
    ])
  })

  it('are found when an event was added past the store', async () => {
    const head = await eventAt(first, 4)
    await events().insertOne(documentOf(nextEvent(first, head, now())))
    expect(await findings()).toEqual([{ code: 'UNSEALED', stream: first, version: 5 }])
  })

  it('are found when the outbox names one that is gone', async () => {
    const [waiting] = await chains.append(second)
    await events().deleteOne({ _id: waiting?.id ?? '' })
    expect(await findings()).toEqual([{ code: 'OUTBOX_EVENT_MISSING', stream: second, version: 4 }])
  })
})

/** What somebody would do who can write to the database and knows how hashes are made. */
async function rewriteFrom(stream: string, version: number): Promise<readonly StoredEvent[]> {
  const rewritten: StoredEvent[] = []
  for (let at = version; at <= 4; at += 1) {
    const { hash: _old, ...event } = await eventAt(stream, at)
    const data = at === version ? { ...(event.data as object), ownerId: 'owner-X' } : event.data
    const unhashed = { ...event, data, previousHash: rewritten.at(-1)?.hash ?? event.previousHash }
    const next = { ...unhashed, hash: hashOfEvent(unhashed) }
    await events().replaceOne({ _id: next.id }, documentOf(next))
    rewritten.push(next)
  }
  return rewritten
}

describe('seals that were tampered with', () => {
  it('are missed when one was deleted', async () => {
    await seals().deleteOne({ _id: 1 })
    const found = await findings()
    expect(found).toContainEqual({ code: 'SEAL_MISSING', seal: 1 })
    expect(found).toContainEqual({ code: 'ANCHOR_WITHOUT_SEAL', seal: 1 })
    expect(found.filter(({ code }) => code === 'UNSEALED')).toHaveLength(5)
    expect(found).toHaveLength(7)
  })

  it('are missed when the last one was deleted together with its events', async () => {
    const last = await seals().findOneAndDelete({ _id: 2 })
    await events().deleteMany({ _id: { $in: last?.events.map(({ id }) => id) ?? [] } })
    expect(await findings()).toEqual([{ code: 'ANCHOR_WITHOUT_SEAL', seal: 2 }])
  })

  it('are exposed when list and root follow a rewritten stream but the signature cannot', async () => {
    const rewritten = await rewriteFrom(first, 4)
    const last = await seals().findOne({ _id: 2 })
    if (!last) throw new Error('the test made two seals')
    const list = last.events.map((event) => ({
      ...event,
      hash: rewritten.find(({ id }) => id === event.id)?.hash ?? event.hash,
    }))
    await seals().updateOne({ _id: 2 }, { $set: { events: list } })
    expect(await findings()).toEqual([{ code: 'SEAL_ROOT', seal: 2 }])
    await seals().updateOne({ _id: 2 }, { $set: { root: rootOf(list.map(({ hash }) => hash)) } })
    expect(await findings()).toEqual([
      { code: 'SEAL_SIGNATURE', seal: 2 },
      { code: 'ANCHOR_DIFFERENT', seal: 2 },
    ])
  })

  it("are exposed when forged with somebody else's key", async () => {
    const last = await seals().findOne({ _id: 2 })
    const event = nextEvent(first, await eventAt(first, 4), now())
    await events().insertOne(documentOf(event))
    const forger = sealKeyOf(generateKeyPairSync('ed25519').privateKey)
    const request = {
      context,
      events: [event],
      previous: last && statementOf(last),
      sealedAt: now(),
      shard: 0,
      fencingToken: 1,
    }
    await seals().insertOne({ ...seal(forger, request), publishedAt: now() })
    expect(await findings()).toEqual([
      { code: 'SEAL_SIGNATURE', seal: 3 },
      { code: 'ANCHOR_MISSING', seal: 3 },
    ])
  })

  it('are exposed by the anchors even when the real key was used to rewrite them', async () => {
    const last = await seals().findOne({ _id: 2 })
    const before = await seals().findOne({ _id: 1 })
    if (!last || !before) throw new Error('the test made two seals')
    const sealedAt: Instant = parseInstant('2026-02-14T09:00:00.000Z')
    const again = seal(key, {
      context,
      events: last.events,
      previous: statementOf(before),
      sealedAt,
      shard: 0,
      fencingToken: 1,
    })
    await seals().replaceOne({ _id: 2 }, again)
    expect(await findings()).toEqual([{ code: 'ANCHOR_DIFFERENT', seal: 2 }])
  })

  it('are exposed by the broken link when an earlier one was made anew with the real key', async () => {
    const old = await seals().findOne({ _id: 1 })
    if (!old) throw new Error('the test made two seals')
    const sealedAt: Instant = parseInstant('2026-02-12T09:00:00.000Z')
    const again = seal(key, { context, events: old.events, previous: null, sealedAt, shard: 0, fencingToken: 1 })
    await seals().replaceOne({ _id: 1 }, again)
    expect(await findings()).toEqual([
      { code: 'SEAL_LINK', seal: 2 },
      { code: 'ANCHOR_DIFFERENT', seal: 1 },
    ])
  })

  it('are exposed when an event is sealed twice', async () => {
    const [old, last] = [await seals().findOne({ _id: 1 }), await seals().findOne({ _id: 2 })]
    const [event] = old?.events ?? []
    if (!event || !last) throw new Error('the test made two seals')
    const request = {
      context,
      events: [event],
      previous: statementOf(last),
      sealedAt: now(),
      shard: 0,
      fencingToken: 1,
    }
    await seals().insertOne(seal(key, request))
    expect(await findings()).toEqual([{ code: 'SEALED_TWICE', stream: event.stream, version: event.version, seal: 3 }])
  })
})

describe('messages on the anchors topic', () => {
  it('that nobody signed are reported', async () => {
    const [message] = await kafka.messagesOn(anchorsTopicOf(context))
    const forged = { ...JSON.parse(message?.value ?? ''), root: '0'.repeat(64) }
    await kafka.kafka.publish(anchorsTopicOf(context), [
      { key: context, value: canonicalJson(forged), headers: {} },
      { key: context, value: 'not JSON', headers: {} },
    ])
    expect(await findings()).toEqual([{ code: 'ANCHOR_SIGNATURE', seal: 1 }, { code: 'ANCHOR_SIGNATURE' }])
  })

  it('that come twice, after a crash of the relay, are no contradiction', async () => {
    const [message] = await kafka.messagesOn(anchorsTopicOf(context))
    await kafka.kafka.publish(anchorsTopicOf(context), [{ key: context, value: message?.value ?? '', headers: {} }])
    expect(await findings()).toEqual([])
    expect(await outboxOf(database.connection).countDocuments()).toBe(0)
  })
})
