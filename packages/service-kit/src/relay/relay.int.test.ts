import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { anchorsTopicOf, eventsTopicOf, MEASUREMENTS_TOPIC } from '@afterline/events'
import { parseInstant } from '@afterline/rules'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { measurementChangesOf, noteChanged } from '../bookkeeping/measurement-changes.ts'
import { until } from '../kafka/fixtures/condition.ts'
import { silentLog } from '../kafka/fixtures/test-kafka.ts'
import type { KafkaPort } from '../kafka/kafka-port.ts'
import { createKafka } from '../kafka/kafkajs/adapter.ts'
import { outboxOf } from '../store/collections.ts'
import { createTestChains } from './fixtures/test-chains.ts'
import {
  anchorsOn,
  close,
  context,
  countTo,
  type Fixture,
  now,
  open,
  publicKey,
  publishedVersions,
  relayOf,
  sealAndPublish,
  workOf,
} from './fixtures/test-relay.ts'
import { createLeaseKeeper } from './lease.ts'
import { publishNext } from './relay.ts'
import { isSignedBy } from './seal.ts'
import { finish, sealNext } from './sealing.ts'
import { sealsOf, unfinishedSeal } from './seals.ts'

describe('events in the outbox', () => {
  let fixture: Fixture
  beforeAll(async () => {
    fixture = await open()
  })
  afterAll(() => close(fixture))

  it('are published in version order per stream, sealed, anchored, and leave the outbox', async () => {
    const { connection } = fixture.database
    const chains = createTestChains(connection)
    const streams = countTo(5).map(() => chains.newStream())
    const relay = relayOf(fixture)
    relay.start()
    for (let round = 0; round < 4; round += 1) for (const stream of streams) await chains.append(stream, 2)
    await relay.drained()
    await relay.stop()

    const published = await publishedVersions(fixture)
    for (const stream of streams) expect(published.get(stream)).toEqual(countTo(8))
    expect(await outboxOf(connection).countDocuments()).toBe(0)
    expect(await unfinishedSeal(connection)).toBeNull()
    const anchors = await anchorsOn(fixture)
    expect(anchors.map(({ number }) => number)).toEqual(countTo(anchors.length))
    expect(anchors.every((anchor) => isSignedBy([publicKey], anchor))).toBe(true)
    expect(anchors.reduce((sum, { count }) => sum + count, 0)).toBe(40)
  })

  it('carry the key, the content type and the trace of their command', async () => {
    const chains = createTestChains(fixture.database.connection)
    const stream = chains.newStream()
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'
    await chains.append(stream, 1, { traceparent })
    const relay = relayOf(fixture)
    relay.start()
    await relay.drained()
    await relay.stop()
    const messages = await fixture.kafka.messagesOn(eventsTopicOf(context))
    expect(messages.find(({ key }) => key === stream)?.headers).toEqual({
      'content-type': 'application/cloudevents+json',
      traceparent,
    })
  })
})

describe('a relay whose Kafka is gone', () => {
  let fixture: Fixture
  beforeAll(async () => {
    fixture = await open()
  })
  afterAll(() => close(fixture))

  it('ends well within the time that a process has, and leaves its seal to whoever comes next', async () => {
    const { connection } = fixture.database
    // Takes connections, and answers nothing: the client would wait and send again for a minute and more.
    const silent = createServer().listen(0, '127.0.0.1')
    await once(silent, 'listening')
    const { port } = silent.address() as AddressInfo
    const { topicPrefix } = fixture.kafka
    const gone = createKafka({ brokers: [`127.0.0.1:${port}`], clientId: 'gone', topicPrefix, log: silentLog })
    const chains = createTestChains(connection)
    const stream = chains.newStream()
    await chains.append(stream, 1)
    const relay = relayOf(fixture, 'first', { kafka: gone })
    relay.start()
    await until('a seal waits', async () => (await unfinishedSeal(connection)) !== null)
    const beganAt = performance.now()
    await relay.stop()
    await gone.close()
    expect(performance.now() - beganAt).toBeLessThan(10_000)
    silent.close()

    const next = relayOf(fixture, 'next')
    next.start()
    await next.drained()
    await next.stop()
    expect((await publishedVersions(fixture)).get(stream)).toEqual([1])
  })
})

describe('a relay without the topic of measurements', () => {
  let fixture: Fixture
  beforeAll(async () => {
    fixture = await open()
  })
  afterAll(() => close(fixture))

  it('publishes events as ever, and what has changed once the topic is there', async () => {
    const { connection } = fixture.database
    const { kafka } = fixture.kafka
    const withoutTopic: KafkaPort = {
      ...kafka,
      publish: async (topic, messages) => {
        if (topic === MEASUREMENTS_TOPIC) throw new Error('there is no such topic')
        await kafka.publish(topic, messages)
      },
    }
    const id = 'KPI-1||order-5f0c7a3e-9d2b-4c11-8a57-2f9e6f1b7c01|'
    await noteChanged(connection, [id])
    const chains = createTestChains(connection)
    const stream = chains.newStream()
    await chains.append(stream, 3)
    const relay = relayOf(fixture, 'without', { kafka: withoutTopic })
    relay.start()
    await relay.drained()
    await relay.stop()
    expect((await publishedVersions(fixture)).get(stream)).toEqual([1, 2, 3])
    expect(await measurementChangesOf(connection).countDocuments()).toBe(1)

    const next = relayOf(fixture, 'with')
    next.start()
    await until('nothing is unpublished', async () => (await measurementChangesOf(connection).countDocuments()) === 0)
    await next.stop()
    const told = await fixture.kafka.messagesOn(MEASUREMENTS_TOPIC)
    expect(told.map(({ key, value }) => [key, JSON.parse(value ?? '').isVoid])).toEqual([[id, true]])
  })
})

describe('a batch that is full while an older version was recorded later', () => {
  let fixture: Fixture
  beforeAll(async () => {
    fixture = await open()
  })
  afterAll(() => close(fixture))

  it('takes the older version along, first', async () => {
    const chains = createTestChains(fixture.database.connection)
    const stream = chains.newStream()
    await chains.append(stream, 1, { recordedAt: parseInstant('2026-02-13T20:00:00.000Z') })
    await chains.append(stream, 1, { recordedAt: parseInstant('2026-02-13T07:00:00.000Z') })
    await chains.append(chains.newStream(), 3)
    const work = workOf(fixture, fixture.kafka.kafka, 'only', 2)
    const token = (await work.lease.hold()) ?? 0
    await sealAndPublish(work, token)
    expect((await publishedVersions(fixture)).get(stream)).toEqual([1, 2])
  })
})

/** The steps of one batch, and Kafka failing before or after each of its two writes. */
const crashes = [
  { between: 'the seal and the events', fails: { topic: eventsTopicOf(context), isWritten: false }, copies: 1 },
  {
    between: 'the events and their confirmation',
    fails: { topic: eventsTopicOf(context), isWritten: true },
    copies: 2,
  },
  { between: 'the events and the anchor', fails: { topic: anchorsTopicOf(context), isWritten: false }, copies: 2 },
  {
    between: 'the anchor and the end of the batch',
    fails: { topic: anchorsTopicOf(context), isWritten: true },
    copies: 2,
  },
]

describe.each(crashes)('a relay that crashed between $between', ({ fails, copies }) => {
  let fixture: Fixture
  beforeAll(async () => {
    fixture = await open()
  })
  afterAll(() => close(fixture))

  it('is followed by one that publishes the same seal again and goes on, without loss or disorder', async () => {
    const { connection } = fixture.database
    const chains = createTestChains(connection)
    const stream = chains.newStream()
    await chains.append(stream, 3)
    const crashing = workOf(fixture, failingAt(fixture.kafka.kafka, fails), 'crashing')
    const token = (await crashing.lease.hold()) ?? 0
    await expect(sealAndPublish(crashing, token)).rejects.toThrow('injected')
    const sealed = await sealsOf(connection).findOne({ _id: 1 })
    await crashing.lease.release(token)
    await chains.append(stream, 2)

    const relay = relayOf(fixture)
    relay.start()
    await relay.drained()
    await relay.stop()

    const published = await publishedVersions(fixture)
    expect(published.get(stream)).toEqual([...Array(copies).fill([1, 2, 3]).flat(), 4, 5])
    expect(await sealsOf(connection).findOne({ _id: 1 })).toEqual(sealed)
    const anchors = await anchorsOn(fixture)
    expect(new Set(anchors.map((anchor) => JSON.stringify(anchor))).size).toBe(2)
  })
})

function failingAt(real: KafkaPort, fails: { topic: string; isWritten: boolean }): KafkaPort {
  return {
    ...real,
    async publish(topic, messages) {
      if (topic === fails.topic && !fails.isWritten) throw new Error('injected')
      await real.publish(topic, messages)
      if (topic === fails.topic) throw new Error('injected')
    },
  }
}

describe('two relays of one service', () => {
  let fixture: Fixture
  beforeAll(async () => {
    fixture = await open()
  })
  afterAll(() => close(fixture))

  it('publish every event once, because one of them holds the lease', async () => {
    const chains = createTestChains(fixture.database.connection)
    const streams = countTo(6).map(() => chains.newStream())
    const relays = [relayOf(fixture, 'one'), relayOf(fixture, 'two')]
    for (const relay of relays) relay.start()
    for (const stream of streams) await chains.append(stream, 5)
    await relays[0]?.drained()
    await Promise.all(relays.map((relay) => relay.stop()))
    const published = await publishedVersions(fixture)
    for (const stream of streams) expect(published.get(stream)).toEqual(countTo(5))
  })

  it('hand over when the active one falls silent', async () => {
    const chains = createTestChains(fixture.database.connection)
    const silent = createLeaseKeeper(fixture.database.connection, 'relay', 'silent', 300)
    await until('the lease is free', () => silent.hold())
    const stream = chains.newStream()
    await chains.append(stream, 2)
    const relay = relayOf(fixture)
    relay.start()
    await relay.drained()
    await relay.stop()
    expect((await publishedVersions(fixture)).get(stream)).toEqual([1, 2])
  })
})

describe('a relay that lost its lease without noticing', () => {
  let fixture: Fixture
  beforeAll(async () => {
    fixture = await open()
  })
  afterAll(() => close(fixture))

  it('can neither seal nor finish a batch', async () => {
    const { connection } = fixture.database
    const chains = createTestChains(connection)
    await chains.append(chains.newStream(), 2)
    const stale = workOf(fixture, fixture.kafka.kafka, 'stale')
    const staleToken = (await stale.lease.hold()) ?? 0
    const sealed = await sealNext(stale, staleToken)
    if (!sealed) throw new Error('nothing was sealed')
    await stale.lease.release(staleToken)

    const next = workOf(fixture, fixture.kafka.kafka, 'next')
    const nextToken = (await next.lease.hold()) ?? 0
    expect(nextToken).toBeGreaterThan(staleToken)
    await expect(finish(stale, staleToken, sealed, { faulty: [] })).rejects.toMatchObject({
      code: 'LEASE_LOST',
    })
    expect(await unfinishedSeal(connection)).toEqual(sealed)
    await sealAndPublish(next, nextToken)
    await chains.append(chains.newStream(), 1)
    await expect(sealNext(stale, staleToken)).rejects.toMatchObject({ code: 'LEASE_LOST' })
    expect(await sealsOf(connection).countDocuments()).toBe(1)
  })
})

describe('a chain that an earlier release began, which wrote into its seals when they were published', () => {
  let fixture: Fixture
  beforeAll(async () => {
    fixture = await open()
  })
  afterAll(() => close(fixture))

  it('is published on from the first seal that waits, and its seals stay as they are', async () => {
    const { connection } = fixture.database
    const chains = createTestChains(connection)
    const stream = chains.newStream()
    const work = workOf(fixture, fixture.kafka.kafka, 'first')
    const token = (await work.lease.hold()) ?? 0
    for (const _ of countTo(2)) {
      await chains.append(stream, 1)
      await sealNext(work, token)
    }
    await sealsOf(connection).updateOne({ _id: 1 }, { $set: { publishedAt: now() } })
    await sealsOf(connection).updateOne({ _id: 2 }, { $set: { publishedAt: null } })
    const before = await sealsOf(connection).find().toArray()

    expect(await publishNext(work, token)).toBe(1)
    expect(await publishNext(work, token)).toBeNull()
    await chains.append(stream, 1)
    await sealAndPublish(work, token)

    expect((await publishedVersions(fixture)).get(stream)).toEqual([2, 3])
    expect(
      await sealsOf(connection)
        .find({ _id: { $lte: 2 } })
        .toArray(),
    ).toEqual(before)
    expect(await unfinishedSeal(connection)).toBeNull()
  })
})
