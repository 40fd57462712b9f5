import { eventsTopicOf, hashOfEvent, type StoredEvent } from '@afterline/events'
import { parseInstant, plusMillis } from '@afterline/rules'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { until } from '../kafka/fixtures/condition.ts'
import { eventsOf, outboxOf } from '../store/collections.ts'
import { metricsText, startMetrics } from '../telemetry/metrics.ts'
import { anchorsFrom, verifyContext } from '../verification/index.ts'
import { blockedStreamsOf, hasBlockedStreams } from './blocked-streams.ts'
import { createTestChains, type TestChains } from './fixtures/test-chains.ts'
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
import { observeRelay } from './relay-meters.ts'
import { resumeBlocked } from './resuming.ts'
import { sealNext } from './sealing.ts'
import { sealsOf } from './seals.ts'
import { isRelayCurrent } from './waiting.ts'

let fixture: Fixture
let chains: TestChains
/** Three events each wait in the outbox; those of `poisoned` are tampered with. */
let poisoned: string
let sound: string
let second: StoredEvent

beforeEach(async () => {
  fixture = await open()
  chains = createTestChains(fixture.database.connection)
  poisoned = chains.newStream()
  sound = chains.newStream()
  const events = await chains.append(poisoned, 3)
  await chains.append(sound, 3)
  second = at(events, 1)
})
afterEach(() => close(fixture))

function at(events: readonly StoredEvent[], index: number): StoredEvent {
  const event = events[index]
  if (!event) throw new Error('the test made fewer events')
  return event
}

const events = () => eventsOf(fixture.database.connection)
const blocked = () => blockedStreamsOf(fixture.database.connection).find().toArray()
const poison = ({ id }: StoredEvent) => events().updateOne({ _id: id }, { $set: { 'data.ownerId': 'somebody' } })

async function mend({ id, ...rest }: StoredEvent): Promise<void> {
  await events().replaceOne({ _id: id }, rest, { upsert: true })
}

async function published(stream: string): Promise<readonly number[]> {
  return (await publishedVersions(fixture)).get(stream) ?? []
}

/** What is in the outbox. */
async function waiting(): Promise<readonly (readonly [string, number])[]> {
  const entries = await outboxOf(fixture.database.connection).find().sort({ stream: 1, version: 1 }).toArray()
  return entries.map(({ stream, version }) => [stream, version])
}

async function findings() {
  const { connection } = fixture.database
  const anchors = anchorsFrom(fixture.kafka.kafka, context)
  const { broken } = await verifyContext({ connection, context, publicKeys: [publicKey], anchors })
  return broken.map(({ message: _text, ...finding }) => finding)
}

/** One relay that takes its steps when it is told to. */
async function stepper() {
  const work = workOf(fixture)
  const token = (await work.lease.hold()) ?? 0
  return {
    seal: () => sealNext(work, token),
    publish: () => sealAndPublish(work, token),
    lookAgain: () => resumeBlocked(work, token),
    release: () => work.lease.release(token),
  }
}

describe('an event that does not match its hash when it is to be sealed', () => {
  beforeEach(() => poison(second))

  it('keeps back its stream from there on, while all others go on; verify names it', async () => {
    const relay = relayOf(fixture)
    relay.start()
    await relay.drained()
    await chains.append(poisoned)
    await chains.append(sound)
    await relay.drained()
    await relay.stop()
    expect(await published(poisoned)).toEqual([1])
    expect(await published(sound)).toEqual(countTo(4))
    expect(await waiting()).toEqual([2, 3, 4].map((version) => [poisoned, version]))
    const reason = { version: 2, eventId: second.id, code: 'EVENT_CHANGED', seal: null, lastSeal: null }
    expect(await blocked()).toEqual([{ _id: poisoned, ...reason, since: now() }])
    expect(await findings()).toEqual([{ code: 'HASH', stream: poisoned, version: 2 }])
  })

  it('is never sealed as it is, and is published in its order once it is mended, without anybody asking', async () => {
    const relay = relayOf(fixture)
    relay.start()
    await relay.drained()
    await chains.append(poisoned)
    await mend(second)
    await until('the stream goes on', async () => (await published(poisoned)).length === 4)
    await relay.stop()
    expect(await published(poisoned)).toEqual(countTo(4))
    expect(await published(sound)).toEqual(countTo(3))
    expect(await blocked()).toEqual([])
    expect(await findings()).toEqual([])
  })

  it('hides nothing that waits behind it, though the streams that cannot go on fill whole batches', async () => {
    const others = await Promise.all(countTo(3).map(() => chains.append(chains.newStream())))
    for (const event of others.flat()) await poison(event)
    const late = chains.newStream()
    await chains.append(late, 1)
    const work = workOf(fixture, fixture.kafka.kafka, 'only', 2)
    const token = (await work.lease.hold()) ?? 0
    while ((await sealAndPublish(work, token)) !== null);
    expect(await published(late)).toEqual([1])
    expect(await published(sound)).toEqual(countTo(3))
    expect(await blocked()).toHaveLength(4)
  })
})

describe('a text that the database changed', () => {
  it('keeps back its stream only', async () => {
    const stream = chains.newStream()
    // Half a surrogate pair cannot be written in UTF-8.
    await chains.append(stream, 1, { data: { customerId: 'c', ownerId: 'half \ud83d' } })
    const steps = await stepper()
    await steps.publish()
    expect(await published(sound)).toEqual(countTo(3))
    expect(await blocked()).toMatchObject([{ _id: stream, code: 'EVENT_CHANGED', version: 1 }])
  })
})

describe('an event that the outbox names and nobody stored', () => {
  it('keeps back its stream until it is there', async () => {
    await events().deleteOne({ _id: second.id })
    const steps = await stepper()
    await steps.publish()
    expect(await published(poisoned)).toEqual([1])
    expect(await blocked()).toMatchObject([{ _id: poisoned, code: 'EVENT_MISSING', version: 2, seal: null }])
    await mend(second)
    await steps.lookAgain()
    await steps.publish()
    expect(await published(poisoned)).toEqual(countTo(3))
  })
})

describe('an event that was changed after it was sealed, before it was published', () => {
  let steps: Awaited<ReturnType<typeof stepper>>
  beforeEach(async () => {
    steps = await stepper()
    await steps.seal()
  })

  const ways: readonly [string, (event: StoredEvent) => Promise<unknown>, string][] = [
    ['one byte was changed', poison, 'EVENT_CHANGED'],
    ['it was written anew with a fitting hash', rewrite, 'EVENT_CHANGED'],
    ['it was deleted', ({ id }) => events().deleteOne({ _id: id }), 'EVENT_MISSING'],
  ]

  it.each(ways)('is not spread when %s: its stream waits, the rest of the seal goes out', async (_, change, code) => {
    await change(second)
    await steps.publish()
    await chains.append(poisoned)
    await chains.append(sound)
    await steps.publish()
    expect(await published(poisoned)).toEqual([1])
    expect(await published(sound)).toEqual(countTo(4))
    expect(await waiting()).toEqual([[poisoned, 4]])
    const place = { version: 2, eventId: second.id, seal: 1, lastSeal: 1 }
    expect(await blocked()).toEqual([{ _id: poisoned, code, ...place, since: now() }])
    expect((await anchorsOn(fixture)).map(({ number, count }) => [number, count])).toEqual([
      [1, 6],
      [2, 1],
    ])
  })

  it('is published under its old seal once it is mended, then what came later, all of it once', async () => {
    await poison(second)
    await steps.publish()
    await chains.append(poisoned, 2)
    expect(await steps.lookAgain()).toBe(0)
    await mend(second)
    expect(await steps.lookAgain()).toBe(2)
    expect(await waiting()).toEqual([4, 5].map((version) => [poisoned, version]))
    await steps.publish()
    expect(await published(poisoned)).toEqual(countTo(5))
    expect(await published(sound)).toEqual(countTo(3))
    const seals = await sealsOf(fixture.database.connection).find().toArray()
    expect(seals.map(({ count }) => count)).toEqual([6, 2])
    expect(await findings()).toEqual([])
  })

  it('keeps back what later seals hold of its stream, made before anybody knew, and these follow it', async () => {
    const third = await stored(poisoned, 3)
    await chains.append(poisoned)
    await chains.append(sound)
    await steps.seal()
    await chains.append(poisoned)
    await steps.seal()
    await poison(second)
    while ((await steps.publish()) !== null);
    expect(await published(poisoned)).toEqual([1])
    expect(await published(sound)).toEqual(countTo(4))
    expect(await blocked()).toMatchObject([{ _id: poisoned, version: 2, seal: 1, lastSeal: 3 }])
    await mend(second)
    await poison(third)
    expect(await steps.lookAgain()).toBe(1)
    await mend(third)
    expect(await steps.lookAgain()).toBe(3)
    expect(await published(poisoned)).toEqual(countTo(5))
    expect(await blocked()).toEqual([])
    expect(await findings()).toEqual([])
  })

  it('gives way to the next one that cannot go on', async () => {
    const third = at([await stored(poisoned, 3)], 0)
    await poison(second)
    await poison(third)
    await steps.publish()
    await mend(second)
    await steps.lookAgain()
    expect(await published(poisoned)).toEqual([1, 2])
    expect(await blocked()).toMatchObject([{ version: 3, eventId: third.id, seal: 1 }])
    await mend(third)
    await steps.lookAgain()
    expect(await published(poisoned)).toEqual(countTo(3))
    expect(await blocked()).toEqual([])
  })

  it('is published again, byte by byte, when the relay crashes before it is noted', async () => {
    await poison(second)
    await steps.publish()
    await mend(second)
    await steps.release()
    const next = await stepper()
    // The first one does not know that it has lost its lease.
    await expect(steps.lookAgain()).rejects.toMatchObject({ code: 'LEASE_LOST' })
    await next.lookAgain()
    expect(await published(poisoned)).toEqual([1, 2, 3, 2, 3])
    const messages = await fixture.kafka.messagesOn(eventsTopicOf(context))
    expect(new Set(messages.map(({ key, value }) => `${key} ${value}`)).size).toBe(6)
    expect(await waiting()).toEqual([])
    expect(await findings()).toEqual([])
  })

  it('stays back while its seal is not the one that was signed', async () => {
    await poison(second)
    await steps.publish()
    await mend(second)
    const seals = sealsOf(fixture.database.connection)
    const seal = await seals.findOneAndUpdate({ _id: 1 }, { $set: { 'events.0.hash': 'f'.repeat(64) } })
    expect(await steps.lookAgain()).toBe(0)
    expect(await blocked()).toMatchObject([{ version: 2, code: 'SEAL_BROKEN', seal: 1 }])
    await seals.replaceOne({ _id: 1 }, { ...seal } as never)
    expect(await steps.lookAgain()).toBe(2)
  })
})

async function stored(stream: string, version: number): Promise<StoredEvent> {
  const document = await events().findOne({ stream, version })
  if (!document) throw new Error(`the test stored no event ${version} of ${stream}`)
  const { _id: id, ...rest } = document
  return { id, ...rest }
}

/** What somebody would do who can write to the database and knows how hashes are made. */
async function rewrite({ hash: _hash, ...event }: StoredEvent): Promise<void> {
  const rewritten = { ...event, data: { customerId: 'c', ownerId: 'somebody' } }
  await mend({ ...rewritten, hash: hashOfEvent(rewritten) })
}

describe('an event that is too large for Kafka', () => {
  it('keeps back its stream, while all others go on, events of the same batch behind it included', async () => {
    const stream = chains.newStream()
    const data = { customerId: 'c', ownerId: 'x'.repeat(3_000_000) }
    const [huge] = await chains.append(stream, 1, { data })
    await chains.append(stream)
    const later = chains.newStream()
    await chains.append(later, 2)
    const steps = await stepper()
    await steps.publish()
    expect(await published(later)).toEqual([1, 2])
    expect(await published(sound)).toEqual(countTo(3))
    const reason = { version: 1, eventId: huge?.id, code: 'EVENT_REFUSED', seal: 1, lastSeal: 1 }
    expect(await blocked()).toEqual([{ _id: stream, ...reason, since: now() }])
    expect(await published(stream)).toEqual([])
    expect(await steps.lookAgain()).toBe(0)
    expect(await findings()).toEqual([])
  })
})

describe('a seal that is not the one that was signed', () => {
  it('stops the relay, which shows in how long events wait', async () => {
    const steps = await stepper()
    await steps.seal()
    await sealsOf(fixture.database.connection).updateOne({ _id: 1 }, { $set: { 'events.0.hash': 'f'.repeat(64) } })
    await expect(steps.publish()).rejects.toMatchObject({ code: 'SEAL_BROKEN' })
    expect(await fixture.kafka.messagesOn(eventsTopicOf(context))).toEqual([])
    const { connection } = fixture.database
    const { recordedAt } = await stored(poisoned, 1)
    expect(await isRelayCurrent(connection, plusMillis(recordedAt, 60_000))).toBe(true)
    expect(await isRelayCurrent(connection, plusMillis(recordedAt, 60_001))).toBe(false)
  })
})

describe('what operators are told', () => {
  it('is that a stream is set aside, and how long all others wait, until it goes on', async () => {
    const { connection } = fixture.database
    startMetrics(context)
    const meters = observeRelay(connection, context, now)
    const gauge = async (name: string) =>
      (await metricsText()).match(new RegExp(`^${name}\\{.*afterline_context="${context}".*\\} (\\S+)`, 'm'))?.[1]
    expect(await hasBlockedStreams(connection)).toBe(false)
    await poison(second)
    const steps = await stepper()
    await steps.publish()
    await steps.release()
    await chains.append(sound, 1, { recordedAt: parseInstant('2026-02-13T08:59:30.500Z') })

    expect(await hasBlockedStreams(connection)).toBe(true)
    expect(await gauge('afterline_relay_blocked_streams')).toBe('1')
    expect(await gauge('afterline_outbox_longest_wait_seconds')).toBe('29.5')
    expect(await isRelayCurrent(connection, now())).toBe(true)

    await mend(second)
    const relay = relayOf(fixture)
    relay.start()
    await until('all is published', async () => (await published(poisoned)).length === 3)
    await relay.stop()
    expect(await hasBlockedStreams(connection)).toBe(false)
    expect(await gauge('afterline_relay_blocked_streams')).toBe('0')
    expect(await gauge('afterline_outbox_longest_wait_seconds')).toBe('0')
    meters.end()
  })
})
