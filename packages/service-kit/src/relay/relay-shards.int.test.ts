import { type ChildProcess, spawn } from 'node:child_process'
import { generateKeyPairSync, randomInt, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type CloudEvent, eventsTopicOf, measurementMessage } from '@afterline/events'
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { measurementsOf } from '../bookkeeping/documents.ts'
import { measurementChangesOf } from '../bookkeeping/measurement-changes.ts'
import { until } from '../kafka/fixtures/condition.ts'
import { openTestKafka } from '../kafka/fixtures/test-kafka.ts'
import { rebuild } from '../rebuild/fixtures/rebuild-bench.ts'
import { NO_CORRECTIONS } from '../rebuild/rebuild-job.ts'
import { outboxOf } from '../store/collections.ts'
import {
  handleIt,
  hoursLater,
  MONDAY,
  openTestStore,
  opine,
  receive,
  register,
  requestOf,
} from '../store/fixtures/test-store.ts'
import { anchorsFrom, verifyContext } from '../verification/index.ts'
import { lastOfEach, measurementsOn, newestOfEach } from './fixtures/measurement-topic.ts'
import { createTestChains, type TestChains } from './fixtures/test-chains.ts'
import {
  close,
  context,
  countTo,
  type Fixture,
  open,
  publicKey,
  publishedVersions,
  relayOf,
  workOf,
} from './fixtures/test-relay.ts'
import { mayWork } from './layout.ts'
import { leasesOf } from './lease.ts'
import type { Relay } from './relay.ts'
import { sealNext } from './sealing.ts'
import { sealsOf } from './seals.ts'
import { unfinishedSeals } from './waiting.ts'

jest.setTimeout(180_000)

describe('relays of two shards', () => {
  let fixture: Fixture
  let chains: TestChains
  beforeEach(async () => {
    fixture = await open()
    chains = createTestChains(fixture.database.connection)
  })
  const started: Relay[] = []
  afterEach(async () => {
    await Promise.all(started.splice(0).map((relay) => relay.stop()))
    await close(fixture)
  })

  function startRelay(owner: string, shards: number): Relay {
    const relay = relayOf(fixture, owner, { shards })
    started.push(relay)
    relay.start()
    return relay
  }

  const owners = async () => {
    const leases = await leasesOf(fixture.database.connection).find().sort({ _id: 1 }).toArray()
    return leases.map(({ _id, owner }) => `${_id} ${owner}`)
  }

  async function findings() {
    const { connection } = fixture.database
    const anchors = anchorsFrom(fixture.kafka.kafka, context)
    return (await verifyContext({ connection, context, publicKeys: [publicKey], anchors })).broken
  }

  it('share the work, each with a chain of seals of its own, and one takes over what the other leaves', async () => {
    const { connection } = fixture.database
    const [one, two] = [startRelay('one', 2), startRelay('two', 2)]
    const isShared = async () => {
      const held = await owners()
      return held.some((lease) => lease.endsWith('one')) && held.some((lease) => lease.endsWith('two'))
    }
    await until('each has its share', isShared)
    const streams = countTo(24).map(() => chains.newStream())
    for (const stream of streams) await chains.append(stream, 2)
    await one.drained()
    await one.stop()
    for (const stream of streams) await chains.append(stream, 1)
    await two.drained()
    await two.stop()
    const published = await publishedVersions(fixture)
    for (const stream of streams) expect(published.get(stream)).toEqual([1, 2, 3])
    for (const shard of [0, 1]) {
      const seals = await sealsOf(connection, shard).find().sort({ _id: 1 }).toArray()
      expect(seals.map(({ _id }) => _id)).toEqual(countTo(seals.length))
      expect(seals.length).toBeGreaterThan(1)
    }
    expect(await findings()).toEqual([])
  })

  it('wait for the relay of the one shard that there was, and for what it has sealed', async () => {
    const { connection } = fixture.database
    const old = startRelay('old', 1)
    const stream = chains.newStream()
    await chains.append(stream, 2)
    await old.drained()
    const next = startRelay('next', 2)
    await chains.append(stream, 1)
    await old.drained()
    expect(await owners()).toEqual(['relay old'])
    await old.stop()
    await chains.append(stream, 1)
    await next.drained()
    await next.stop()
    expect((await publishedVersions(fixture)).get(stream)).toEqual(countTo(4))
    const again = startRelay('again', 1)
    await chains.append(stream, 1)
    await again.drained()
    await again.stop()
    expect((await publishedVersions(fixture)).get(stream)).toEqual(countTo(5))
    expect(await unfinishedSeals(connection)).toEqual([])
    expect(await findings()).toEqual([])
  })

  it('publish first what relays of another number have sealed and left', async () => {
    const work = workOf(fixture)
    const streams = countTo(6).map(() => chains.newStream())
    for (const stream of streams) await chains.append(stream, 2)
    const token = (await work.lease.hold()) ?? 0
    await sealNext(work, token)
    for (const stream of streams) await chains.append(stream, 1)
    await sealNext(work, token)
    await work.lease.release(token)
    for (const stream of streams) await chains.append(stream, 1)
    const next = startRelay('next', 3)
    await next.drained()
    await next.stop()
    const published = await publishedVersions(fixture)
    for (const stream of streams) expect(published.get(stream)).toEqual(countTo(4))
    expect(await findings()).toEqual([])
  })

  it('take what a release without shards writes beside them, in its order', async () => {
    const { connection } = fixture.database
    const relay = startRelay('only', 2)
    const streams = countTo(6).map(() => chains.newStream())
    await until('it works', async () => (await owners()).length > 1)
    await relay.stop()
    for (const stream of streams) {
      const [, second] = await chains.append(stream, 3)
      await outboxOf(connection).updateOne({ _id: second?.id ?? '' }, { $unset: { slot: 1 } })
    }
    const next = startRelay('next', 2)
    await next.drained()
    await next.stop()
    const published = await publishedVersions(fixture)
    for (const stream of streams) expect(published.get(stream)).toEqual(countTo(3))
  })

  it('cannot seal under a lease of the layout that was, though nobody had taken it before', async () => {
    const { connection } = fixture.database
    await chains.append(chains.newStream(), 1)
    expect(await mayWork(connection, 2)).toBe(true)
    const stale = workOf(fixture)
    const token = (await stale.lease.hold()) ?? 0
    await expect(sealNext(stale, token)).rejects.toMatchObject({ code: 'LEASE_LOST' })
    expect(await mayWork(connection, 1)).toBe(false)
    await stale.lease.release(token)
    expect(await mayWork(connection, 1)).toBe(true)
  })
})

/** How often each of the two processes is killed; more for a longer look. */
const KILLS = Number(process.env['RELAY_KILLS'] ?? 4)

describe('two relay processes on two shards, killed again and again', () => {
  it('lose nothing, seal nothing twice, keep every order, and count each event once, and tell each measurement as it is', async () => {
    const { privateKey, publicKey: sealedBy } = generateKeyPairSync('ed25519')
    const [store, kafka] = await Promise.all([openTestStore(), openTestKafka(['after-sales'])])
    const { connection } = store
    const begin = () =>
      spawnRelay(connection.name, kafka.topicPrefix, privateKey.export({ type: 'pkcs8', format: 'pem' }))
    const children = [begin(), begin()]
    try {
      let isOver = false
      const telling = tellStories(store, () => isOver)
      const killing = children.map(async (_, index) => {
        for (let kills = 0; kills < KILLS; kills += 1) {
          await pause(randomInt(300, 2_500))
          await killed(children[index])
          children[index] = begin()
        }
      })
      await Promise.all(killing)
      isOver = true
      await telling
      const isIdle = async () =>
        (await outboxOf(connection).countDocuments()) === 0 &&
        (await unfinishedSeals(connection)).length === 0 &&
        (await measurementChangesOf(connection).countDocuments()) === 0
      await until('everything is published', isIdle, 60_000)

      const versions = new Map<string, number[]>()
      for (const { value } of await kafka.messagesOn(eventsTopicOf('after-sales'))) {
        const { subject, streamversion } = JSON.parse(value ?? '') as CloudEvent
        const known = versions.get(subject) ?? []
        // Repetitions aside, each stream's events come one after the other.
        if (!known.includes(streamversion)) versions.set(subject, [...known, streamversion])
      }
      const stored = await store.desk().model.find().lean()
      expect(versions.size).toBe(stored.length)
      for (const { _id, version } of stored) expect(versions.get(`complaint-${_id}`)).toEqual(countTo(version))
      const told = await measurementsOn(kafka)
      const last = lastOfEach(told)
      const newest = newestOfEach(told)
      for await (const measurement of measurementsOf(connection).find()) {
        const version = last.get(measurement._id)?.version ?? 0
        expect(last.get(measurement._id)).toEqual(measurementMessage(measurement, version, store.policies))
        expect(newest.get(measurement._id)).toEqual(last.get(measurement._id))
      }
      const anchors = anchorsFrom(kafka.kafka, 'after-sales')
      const verified = await verifyContext({ connection, context: 'after-sales', publicKeys: [sealedBy], anchors })
      expect(verified.broken).toEqual([])
      expect(await rebuild(store)).toMatchObject({ corrected: NO_CORRECTIONS, problems: [] })
    } finally {
      for (const child of children) await killed(child)
      await Promise.all([store.dispose(), kafka.dispose()])
    }
  })
})

type Store = Awaited<ReturnType<typeof openTestStore>>

/** Complaints that come in and are dealt with, side by side, for as long as they are wanted. */
async function tellStories({ commands, desk, clock }: Store, isOver: () => boolean): Promise<void> {
  const send = (id: string, command: Parameters<typeof requestOf>[2]) =>
    commands.handle(desk(), requestOf(id, clock.now, command))
  const story = async () => {
    while (!isOver()) {
      const id = randomUUID()
      await send(id, receive(id))
      for (const command of [register, opine(), handleIt]) {
        clock.now = hoursLater(clock.now, 0.01)
        await pause(20)
        await send(id, command)
      }
    }
  }
  clock.now = MONDAY
  await Promise.all(countTo(4).map(story))
}

function spawnRelay(dbName: string, topicPrefix: string, sealKey: string | Buffer): ChildProcess {
  const file = fileURLToPath(new URL('./fixtures/relay-child.ts', import.meta.url))
  const env = { ...process.env, TEST_SEAL_KEY: String(sealKey) }
  return spawn(process.execPath, [file, dbName, topicPrefix, '2'], { stdio: 'inherit', env })
}

async function killed(child: ChildProcess | undefined): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}
