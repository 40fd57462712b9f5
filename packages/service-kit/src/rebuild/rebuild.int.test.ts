import { randomUUID } from 'node:crypto'
import { parseInstant } from '@afterline/rules'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { createDeadlineClock } from '../bookkeeping/deadline-clock.ts'
import { bucketsIn, measurementsOf, timersOf } from '../bookkeeping/documents.ts'
import { silentLog } from '../kafka/fixtures/test-kafka.ts'
import { eventsOf } from '../store/collections.ts'
import { databaseOf } from '../store/database.ts'
import { keptIn } from '../store/fixtures/kept.ts'
import { otherTimes, storeAsOf } from '../store/fixtures/other-times.ts'
import {
  commandAt,
  handleIt,
  historyOf,
  hoursLater,
  MONDAY,
  openTestStore,
  opine,
  receive,
  register,
  requestOf,
  type TestStore,
} from '../store/fixtures/test-store.ts'
import { rebuild } from './fixtures/rebuild-bench.ts'
import { NO_CORRECTIONS } from './rebuild-job.ts'

// A busy machine is slow, not wrong.

let store: TestStore
beforeEach(async () => {
  store = await openTestStore()
})
afterEach(() => store.dispose())

const send = (id: string, command: Parameters<typeof requestOf>[2]) =>
  store.commands.handle(store.desk(), requestOf(id, store.clock.now, command))

async function received(): Promise<string> {
  const id = randomUUID()
  await send(id, receive(id))
  return id
}

async function imported(): Promise<string> {
  const id = randomUUID()
  const at = (hours: number) => hoursLater(MONDAY, hours - 200)
  const commands = [commandAt(at(0), receive(id)), commandAt(at(5), handleIt), commandAt(at(9), opine())]
  await store.commands.importHistory(store.desk(), historyOf(id, commands))
  return id
}

/** Complaints that were received, handled, warned of, missed and imported. */
async function someHistory(): Promise<readonly string[]> {
  const ids = await Promise.all([...Array.from({ length: 12 }, received), ...Array.from({ length: 4 }, imported)])
  store.clock.now = hoursLater(MONDAY, 1.6)
  await announceDue()
  for (const id of ids.slice(0, 6)) await send(id, register)
  store.clock.now = hoursLater(MONDAY, 30)
  await announceDue()
  for (const id of ids.slice(3, 8)) await send(id, opine())
  return ids
}

async function announceDue(): Promise<number> {
  await store.settle()
  const { connection, commands, aggregates, clock } = store
  return createDeadlineClock({ connection, commands, aggregates, now: () => clock.now, log: silentLog }).announceDue()
}

const complaints = () => databaseOf(store.connection).collection<{ _id: string }>('complaints')

describe('a rebuild', () => {
  it('finds nothing to put right where all is right, and changes nothing', async () => {
    const ids = await someHistory()
    const before = await keptIn(store)
    const job = await rebuild(store)
    expect(job).toMatchObject({ corrected: NO_CORRECTIONS, problems: [], streams: ids.length, total: ids.length })
    expect(job).toMatchObject({
      failure: null,
      categories: ['complaint'],
      done: ['STREAMS complaint', 'LEFTOVERS', 'SUMS', 'PROJECTIONS'],
    })
    expect(await keptIn(store)).toEqual(before)
  })

  it('makes everything from the events where nothing else is left', async () => {
    const ids = await someHistory()
    const before = await keptIn(store)
    await complaints().deleteMany({})
    for (const collection of [timersOf, measurementsOf, bucketsIn]) await collection(store.connection).deleteMany({})
    expect(await rebuild(store)).toMatchObject({ corrected: { documents: ids.length }, problems: [] })
    expect(await keptIn(store)).toEqual(before)
  })

  it.each(otherTimes)('puts documents of another time right (%s)', async (time) => {
    const ids = await someHistory()
    const before = await keptIn(store)
    for (const id of ids.filter((_, index) => index % 2 === 0)) await storeAsOf(time, store, id)
    expect(await rebuild(store)).toMatchObject({ corrected: { documents: ids.length / 2 }, problems: [] })
    expect(await keptIn(store)).toEqual(before)
  })

  it('is the same in steps of one event', async () => {
    const ids = await someHistory()
    const before = await keptIn(store)
    for (const id of ids) await storeAsOf('NEWER_SHAPE', store, id)
    await bucketsIn(store.connection).deleteMany({})
    expect(await rebuild(store, { limit: 1 })).toMatchObject({ streams: ids.length })
    expect(await keptIn(store)).toEqual(before)
  })

  it('removes what is left of streams that have no events, with its part of the sums', async () => {
    const ids = await someHistory()
    const before = await keptIn(store)
    // As after a record was taken out by hand: its limits and measurements stayed.
    const [id = ''] = ids
    for (const collection of [timersOf, measurementsOf]) {
      const left = await collection(store.connection)
        .find({ stream: `complaint-${id}` })
        .toArray()
      const moved = left.map((one) => ({ ...one, ...JSON.parse(JSON.stringify(one).replaceAll(id, 'gone')) }))
      await databaseOf(store.connection).collection(collection(store.connection).collectionName).insertMany(moved)
    }
    const { corrected } = await rebuild(store)
    expect(corrected.timers).toBeGreaterThan(0)
    expect(corrected.measurements).toBeGreaterThan(0)
    expect(await keptIn(store)).toEqual(before)
  })

  it('corrects sums that are not what the measurements add up to, also those of nothing', async () => {
    await someHistory()
    const before = await keptIn(store)
    const [one, other] = await bucketsIn(store.connection).find().sort({ _id: 1 }).toArray()
    if (!one || !other) throw new Error('there are sums')
    await bucketsIn(store.connection).updateOne({ _id: one._id }, { $inc: { numerator: 5, denominator: -2 } })
    await bucketsIn(store.connection).deleteOne({ _id: other._id })
    const ofNothing = {
      ...other,
      _id: 'KPI-13|||2020-01-01|company|3',
      kpi: 'KPI-13',
      day: '2020-01-01',
      slot: 3,
    } as typeof one
    await bucketsIn(store.connection).insertOne(ofNothing)
    const { corrected } = await rebuild(store)
    expect(corrected).toMatchObject({ documents: 0, timers: 0, measurements: 0 })
    expect(corrected.sums).toBeGreaterThanOrEqual(2)
    expect(await keptIn(store)).toEqual(before)
    expect(await rebuild(store)).toMatchObject({ corrected: NO_CORRECTIONS })
  })

  it('names what it cannot make anew, leaves it as it is, and rebuilds the rest', async () => {
    const ids = await someHistory()
    const before = await keptIn(store)
    const [first = '', last = '', all = ''] = ids
    const deleteEvents = (id: string, version: object) =>
      eventsOf(store.connection).deleteMany({ stream: `complaint-${id}`, ...version })
    await deleteEvents(first, { version: 1 })
    const newest = await complaints().findOne<{ version: number }>({ _id: last })
    await deleteEvents(last, { version: newest?.version })
    await deleteEvents(all, {})
    const incomplete = [first, last, all].map((id) => `complaint-${id}`)
    for (const id of ids) await storeAsOf('BEFORE_SHAPES', store, id)
    const job = await rebuild(store)
    expect(job.problems.map(({ stream, code }) => [stream, code]).toSorted()).toEqual(
      incomplete.map((stream) => [stream, 'STREAM_INCOMPLETE']).toSorted(),
    )
    expect(job).toMatchObject({ problemCount: 3, failure: null })
    const others = (documents: readonly { readonly _id: unknown }[]) =>
      documents.filter(({ _id }) => !incomplete.some((stream) => `complaint-${_id}` === stream))
    expect(others((await keptIn(store)).complaints)).toEqual(others(before.complaints))
    for (const id of [first, last, all])
      expect(await complaints().findOne({ _id: id })).not.toHaveProperty('stateShape')
  })

  it('names a stream whose events were changed behind our back, and makes nothing of them', async () => {
    const [id = ''] = await someHistory()
    const tampered = { stream: `complaint-${id}`, version: 1 }
    const occurredAt = parseInstant('2027-06-01T00:00:00Z')
    await eventsOf(store.connection).updateOne(tampered, { $set: { occurredAt } })
    const before = await keptIn(store)
    const job = await rebuild(store)
    const message = 'version 1 does not match its hash'
    expect(job.problems).toEqual([{ stream: tampered.stream, code: 'EVENT_CHANGED', message }])
    expect(await keptIn(store)).toEqual(before)
  })

  it('names streams with events that only a newer release can read', async () => {
    const [id = ''] = await someHistory()
    await eventsOf(store.connection).updateOne(
      { stream: `complaint-${id}`, version: 1 },
      { $set: { schemaVersion: 99 } },
    )
    const { problems } = await rebuild(store)
    expect(problems).toEqual([
      { stream: `complaint-${id}`, code: 'EVENT_UNKNOWN', message: expect.stringContaining('ComplaintReceived.v99') },
    ])
  })
})
