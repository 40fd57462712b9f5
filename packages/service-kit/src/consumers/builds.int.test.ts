import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { eventsTopicOf, type StoredEvent } from '@afterline/events'
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { until } from '../kafka/fixtures/condition.ts'
import { buildsDatabaseOf, groupOf } from '../projections/build.ts'
import type { ProjectionRegister } from '../projections/register.ts'
import { areProjectionsCurrent, findRegister } from '../projections/register-store.ts'
import { inTransaction } from '../store/transaction.ts'
import { sharedGroupOf } from './build-consumer.ts'
import { advanceCursors, cursorsOf } from './cursor.ts'
import { type ConsumerBench, context, openConsumerBench } from './fixtures/consumer-bench.ts'
import { chainOf, now } from './fixtures/event-chain.ts'
import {
  NAME,
  type Owners,
  type OwnersOptions,
  type OwnersSubject,
  ownersProjection,
  shout,
} from './fixtures/owners-projection.ts'
import { parkedOf, parkHead } from './parked.ts'
import { createParking } from './parking.ts'

// A busy machine is slow, not wrong.
jest.setTimeout(240_000)

/** A member that was killed keeps its partitions for ten seconds. */
const KILLED_MEMBER_MS = 40_000
/** Ten thousand events take a while where the machine has other work. */
const MANY_MS = 90_000
const TOPICS = [eventsTopicOf('customers')]
const newStream = () => `customer-${randomUUID()}`
const chains = (count: number, length: number) => Array.from({ length: count }, () => chainOf(newStream(), length))
/** As if all streams had grown at the same time. */
const mixed = (all: readonly (readonly StoredEvent[])[]) =>
  all.flat().toSorted((one, other) => one.version - other.version)

let bench: ConsumerBench
beforeEach(async () => {
  bench = await openConsumerBench()
})
afterEach(() => bench.dispose())

const owners = (options?: OwnersOptions): OwnersSubject => ownersProjection(bench.connection, options)
const keptBy = async ({ kept }: OwnersSubject) => (await kept.current()).find().sort({ _id: 1 }).toArray()
const builds = () => bench.connection.getClient().db(buildsDatabaseOf(bench.connection.name))
const registerOf = (name = NAME) => findRegister(bench.connection, name)
type Holds = (register: ProjectionRegister) => boolean
const untilRegister = (what: string, holds: Holds, name = NAME, patienceMs?: number) => {
  const holding = async () => {
    const register = await registerOf(name)
    return register !== null && holds(register) && register
  }
  return until(`${name} ${what}`, holding, patienceMs)
}
const untilCurrent = (version: number, name = NAME, patienceMs?: number) => {
  const isSeen: Holds = ({ current, catchingUp }) => current?.version === version && catchingUp === null
  return untilRegister(`has version ${version} in use`, isSeen, name, patienceMs)
}
const untilKnown = (subject: OwnersSubject, stream: string, events: number, patienceMs?: number) => {
  const isKnown = async () => {
    const known = await (await subject.kept.current()).findOne({ _id: stream })
    return known?.owners.length === events
  }
  return until(`${stream} has ${events} owners`, isKnown, patienceMs)
}

/** A process of its own, which can be killed, that builds version 2 and takes its time. */
function spawnCatchUp(): ChildProcess {
  const child = fileURLToPath(new URL('fixtures/catching-up-child.ts', import.meta.url))
  const args = [bench.connection.name, bench.kafka.topicPrefix]
  return spawn(process.execPath, [child, ...args], { stdio: ['ignore', 'ignore', 'inherit'] })
}
const parkedCount = () => parkedOf(bench.connection).countDocuments()
const expected = (all: readonly (readonly StoredEvent[])[], read: (id: string) => string = (id) => id) =>
  all
    .map((chain) => ({
      _id: chain[0]?.stream ?? '',
      owners: chain.map(({ version, data }) => `${version} ${read((data as { readonly ownerId: string }).ownerId)}`),
    }))
    .toSorted((one, other) => (one._id < other._id ? -1 : 1))

describe('a projection that is added after 10,000 events', () => {
  it('equals, document by document, one that was there from the first', async () => {
    const all = chains(500, 20)
    const [early, late] = [owners(), owners({ name: 'orders.latecomer' })]
    const before = bench.begin(early.projection)
    await bench.publish(mixed(all))
    for (const [first] of all) if (first) await untilKnown(early, first.stream, 20, MANY_MS)
    await untilCurrent(1)
    await before.stop()

    bench.begin(early.projection, late.projection)
    const more = chains(20, 3)
    await bench.publish(mixed(more))
    await untilCurrent(1, 'orders.latecomer', MANY_MS)
    for (const [first] of more) if (first) await untilKnown(late, first.stream, 3)
    const documents = await keptBy(late)
    expect(documents).toHaveLength(520)
    expect(documents).toEqual(await keptBy(early))
    expect(documents).toEqual(expected([...all, ...more]))
    expect(await parkedCount()).toBe(0)
  })
})

describe('what a release without versions has left behind', () => {
  const leave = async (all: readonly (readonly StoredEvent[])[]) => {
    await bench.publish(mixed(all))
    // Its one group has read all that there was.
    let read = 0
    const subscription = bench.kafka.kafka.subscribe({
      ...{ group: sharedGroupOf(context), topics: TOPICS },
      onBatch: async ({ messages, resolve }) => {
        read += messages.length
        resolve(messages.at(-1)?.offset ?? '')
      },
    })
    await until('the shared group has read everything', () => read >= all.flat().length)
    await subscription.stop()
  }
  const remember = ([first, ...rest]: readonly StoredEvent[]) =>
    inTransaction(bench.connection, async (session) => {
      if (!first) throw new Error('a chain has a first event')
      const document = { _id: first.stream, owners: ['from the older release'] }
      await bench.connection.collection<Owners>('owners').insertOne(document, { session })
      await advanceCursors(bench.connection, NAME, new Map([[first.stream, 1 + rest.length]]), session)
    })

  it('is taken over: documents, cursors and offsets, and nothing is read again or parked', async () => {
    const [known, passedOver, parked] = [chainOf(newStream(), 3), chainOf(newStream(), 3), chainOf(newStream(), 1)]
    await leave([known, passedOver, parked])
    // Only by its offset is the second one known to be read: it would be applied if it came again.
    await remember(known)
    const [head] = parked
    if (!head) throw new Error('a chain of one has one event')
    await inTransaction(bench.connection, (session) => {
      const failure = { fault: { code: 'TypeError', message: 'at a place' }, attempts: 3, at: now() }
      return parkHead(bench.connection, NAME, head, failure, session)
    })

    const subject = owners()
    bench.begin(subject.projection)
    const [, , , fourth] = chainOf(known[0]?.stream ?? '', 4)
    if (!fourth) throw new Error('a chain of four has four events')
    await bench.publish([fourth])
    await untilKnown(subject, fourth.stream, 2)
    expect((await keptBy(subject)).map(({ _id }) => _id)).toEqual([fourth.stream])
    expect(await registerOf()).toMatchObject({ current: { version: 1, number: 1 }, catchingUp: null, retired: [] })
    const parking = createParking({ connection: bench.connection, context })
    expect((await parking.list({ limit: 5 })).entries).toMatchObject([{ consumer: NAME, stream: head.stream }])
    expect(await parking.retry(NAME, head.stream)).toMatchObject({ status: 'DONE', applied: 1, remaining: 0 })
    await until('the shared group is gone', async () =>
      (await bench.kafka.kafka.progressOf(sharedGroupOf(context), TOPICS)).every(({ isStored }) => !isStored),
    )
  })

  it('is what readers see until a version that came with the same release is level', async () => {
    const [known] = chains(1, 3)
    if (!known) throw new Error('there is one chain')
    await leave([known])
    await remember(known)
    let isHeld = true
    const hold = () => until('the test lets the newer version go on', () => !isHeld).then(() => undefined)
    const subject = owners({ version: 2, before: hold })
    bench.begin(subject.projection)
    await untilRegister('catches up', ({ catchingUp }) => catchingUp?.version === 2)
    expect(await keptBy(subject)).toEqual([{ _id: known[0]?.stream, owners: ['from the older release'] }])
    isHeld = false
    await untilCurrent(2)
    await untilKnown(subject, known[0]?.stream ?? '', 3)
    expect(await keptBy(subject)).toEqual(expected([known]))
  })
})

describe('a version that is raised', () => {
  it('is seen whole, from one moment to the next, when it is level, and then the old one is removed', async () => {
    const all = chains(40, 5)
    const old = owners()
    const before = bench.begin(old.projection)
    await bench.publish(mixed(all))
    for (const [first] of all) if (first) await untilKnown(old, first.stream, 5)
    await untilCurrent(1)
    await before.stop()

    let state: 'BEFORE' | 'HELD' | 'LET_GO' = 'BEFORE'
    const hold = async ({ version }: StoredEvent) => {
      if (version !== 3 || state === 'LET_GO') return
      state = 'HELD'
      await until('the test lets the newer version go on', () => state === 'LET_GO')
    }
    const raised = owners({ version: 2, read: shout, before: hold })
    bench.begin(raised.projection)
    await until('the newer version is on its way', () => state === 'HELD')
    expect(await keptBy(raised)).toEqual(expected(all))
    expect(await areProjectionsCurrent(bench.connection, [raised.projection])).toBe(false)
    const meanwhile = chains(5, 4)
    await bench.publish(mixed(meanwhile))

    state = 'LET_GO'
    const seen: (readonly Owners[])[] = []
    await until('readers see the newer version', async () => {
      const documents = await keptBy(raised)
      seen.push(documents)
      return documents.some(({ owners }) => owners.some((owner) => owner.includes('OWNER')))
    })
    // Whoever read at any time saw the one or the other, never a part of either.
    for (const documents of seen.slice(0, -1)) expect(documents).toEqual(expected(all))
    expect(seen.at(-1)).toEqual(expected([...all, ...meanwhile], shout))
    expect(await areProjectionsCurrent(bench.connection, [raised.projection])).toBe(true)

    await untilRegister('has forgotten the old build', ({ retired }) => retired.length === 0)
    const collections = (await bench.connection.listCollections()).map(({ name }) => name)
    expect(collections.filter((name) => name.startsWith('owners'))).toEqual([])
    expect((await builds().listCollections().toArray()).map(({ name }) => name)).toEqual(['owners.v2.b2'])
    expect(await cursorsOf(bench.connection).countDocuments({ _id: { $not: /\.v2\.b2\|/ } })).toBe(0)
    const oldGroup = groupOf(NAME, { version: 1, number: 1 })
    const progress = await bench.kafka.kafka.progressOf(oldGroup, TOPICS)
    expect(progress.every(({ isStored }) => !isStored)).toBe(true)
  })

  it('goes on catching up after it was killed in the middle, and what arrives meanwhile is applied once', async () => {
    const all = chains(60, 10)
    const old = owners()
    const before = bench.begin(old.projection)
    await bench.publish(mixed(all))
    for (const [first] of all) if (first) await untilKnown(old, first.stream, 10)
    await untilCurrent(1)
    await before.stop()

    const child = spawnCatchUp()
    const built = builds().collection<Owners>('owners.v2.b2')
    await until('something is built', async () => (await built.countDocuments()) > 20)
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
    const atKill = (await built.find().toArray()).flatMap((each) => each.owners).length
    const meanwhile = chains(10, 7)
    await bench.publish(mixed(meanwhile))

    const raised = owners({ version: 2, read: shout })
    bench.begin(raised.projection)
    await untilCurrent(2, NAME, KILLED_MEMBER_MS)
    for (const [first] of meanwhile) if (first) await untilKnown(raised, first.stream, 7)
    expect(await keptBy(raised)).toEqual(expected([...all, ...meanwhile], shout))
    expect(await registerOf()).toMatchObject({ current: { version: 2, number: 2 }, lastNumber: 2 })
    expect(await parkedCount()).toBe(0)
    expect(atKill).toBeLessThan(600)
  })

  it('does not take the place of one that has what it cannot apply, and does once that is applied', async () => {
    const all = chains(6, 4)
    const poisoned = all[0]?.[0]?.stream
    const old = owners()
    const before = bench.begin(old.projection)
    await bench.publish(mixed(all))
    for (const [first] of all) if (first) await untilKnown(old, first.stream, 4)
    await untilCurrent(1)
    await before.stop()

    let isBroken = true
    const raised = owners({
      ...{ version: 2, read: shout },
      before: ({ stream, version }) => {
        if (isBroken && stream === poisoned && version === 3) throw new TypeError('cannot digest')
      },
    })
    bench.begin(raised.projection)
    const parking = createParking({ connection: bench.connection, context })
    await until('all but one stream is level', async () => {
      const group = groupOf(NAME, { version: 2, number: 2 })
      const progress = await bench.kafka.kafka.progressOf(group, TOPICS)
      return progress.every(({ next, end }) => next === end)
    })
    const [entry, ...others] = (await parking.list({ limit: 5 })).entries
    expect(entry).toMatchObject({ consumer: NAME, stream: poisoned, version: 3, errorCode: 'TypeError' })
    expect(others).toEqual([])
    expect(await parking.show(NAME, poisoned ?? '')).toMatchObject({ consumer: NAME, appliedVersion: 2 })
    expect(await keptBy(raised)).toEqual(expected(all))

    isBroken = false
    expect(await parking.retry(NAME, poisoned ?? '')).toMatchObject({ status: 'DONE', applied: 2, remaining: 0 })
    await untilCurrent(2)
    await untilRegister('has forgotten the old build', ({ retired }) => retired.length === 0)
    await until('readers see it', async () => (await keptBy(raised))[0]?.owners[0]?.includes('OWNER') ?? false)
    expect(await keptBy(raised)).toEqual(expected(all, shout))
  })
})

describe('a handler that is added without a new version', () => {
  it('keeps the projection waiting, so that no event passes that it should have seen, until the version is raised', async () => {
    const all = chains(4, 3)
    const old = owners()
    const before = bench.begin(old.projection)
    await bench.publish(mixed(all))
    for (const [first] of all) if (first) await untilKnown(old, first.stream, 3)
    await untilCurrent(1)
    await before.stop()

    const { projection, kept } = owners({ read: shout })
    const handlers = { ...projection.handlers, CustomerFileOpened: async () => undefined }
    const forgotten = { ...projection, handlers }
    const waiting = bench.begin(forgotten)
    await until('it is noticed', async () => !(await areProjectionsCurrent(bench.connection, [forgotten])))
    const more = chains(1, 2)
    await bench.publish(mixed(more))
    const raised = bench.begin({ ...forgotten, version: 2 })
    await untilCurrent(2)
    await untilKnown({ projection, kept }, more[0]?.[0]?.stream ?? '', 2)
    expect(await keptBy({ projection, kept })).toEqual(expected([...all, ...more], shout))
    expect(await cursorsOf(bench.connection).countDocuments({ _id: `${NAME}|${more[0]?.[0]?.stream}` })).toBe(0)
    await Promise.all([waiting.stop(), raised.stop()])
  })
})

describe('a database that was emptied while Kafka was not', () => {
  it('is filled from the first event on', async () => {
    const all = chains(5, 4)
    const subject = owners()
    const before = bench.begin(subject.projection)
    await bench.publish(mixed(all))
    for (const [first] of all) if (first) await untilKnown(subject, first.stream, 4)
    await before.stop()
    await bench.connection.dropDatabase()

    bench.begin(subject.projection)
    for (const [first] of all) if (first) await untilKnown(subject, first.stream, 4)
    expect(await keptBy(subject)).toEqual(expected(all))
    expect(await parkedCount()).toBe(0)
  })
  it('takes nothing into a later build that is left of one of the same name', async () => {
    const all = chains(3, 2)
    const subject = owners()
    const before = bench.begin(subject.projection)
    await bench.publish(mixed(all))
    await untilCurrent(1)
    await before.stop()
    await builds()
      .collection<Owners>('owners.v2.b2')
      .insertOne({ _id: 'customer-of-before', owners: ['nobody'] })

    const raised = owners({ version: 2, read: shout })
    bench.begin(raised.projection)
    await untilCurrent(2)
    expect(await keptBy(raised)).toEqual(expected(all, shout))
  })
})

describe('a later build from before there was a database of builds', () => {
  it('is read where it is, and retired from there', async () => {
    const all = chains(3, 2)
    const first = owners()
    const before = bench.begin(first.projection)
    await bench.publish(mixed(all))
    await untilCurrent(1)
    await before.stop()
    const own = bench.connection.collection<Owners>('owners.v1.b2')
    await own.insertMany(expected(all))
    const registers = bench.connection.collection<ProjectionRegister>('projectionBuilds')
    await registers.updateOne({ _id: NAME }, { $set: { 'current.number': 2, lastNumber: 2 } })

    const known = owners()
    await until('the later build is seen', async () => (await known.kept.current()).collectionName === 'owners.v1.b2')
    expect(await keptBy(known)).toEqual(expected(all))
    const raised = owners({ version: 2, read: shout })
    bench.begin(raised.projection)
    await untilRegister('has forgotten it', ({ current, retired }) => current?.number === 3 && retired.length === 0)
    expect((await bench.connection.listCollections()).map(({ name }) => name)).not.toContain('owners.v1.b2')
    expect(await keptBy(raised)).toEqual(expected(all, shout))
  })
})
