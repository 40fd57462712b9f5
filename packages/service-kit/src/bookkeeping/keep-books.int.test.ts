import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals'
import fc from 'fast-check'
import { rebuild } from '../rebuild/fixtures/rebuild-bench.ts'
import { NO_CORRECTIONS } from '../rebuild/rebuild-job.ts'
import { outboxOf } from '../store/collections.ts'
import { databaseOf } from '../store/database.ts'
import { keptIn } from '../store/fixtures/kept.ts'
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
import { createCounted } from './counted-to.ts'
import { bucketsIn, measurementsOf, timersOf } from './documents.ts'
import { recountsOf } from './uncounted.ts'

// A busy machine is slow, not wrong.
jest.setTimeout(120_000)

let store: TestStore
beforeAll(async () => {
  store = await openTestStore()
})
afterAll(() => store.dispose())
beforeEach(async () => {
  store.clock.now = MONDAY
  for (const { name } of await store.connection.listCollections()) {
    if (name !== 'leases') await databaseOf(store.connection).collection(name).deleteMany({})
  }
})

const send = (id: string, command: Parameters<typeof requestOf>[2]) =>
  store.commands.handle(store.desk(), requestOf(id, store.clock.now, command))

async function received(): Promise<string> {
  const id = randomUUID()
  await send(id, receive(id))
  return id
}

/** What is kept, as it stands: nothing is counted for the look. */
const asItStands = () => keptIn({ connection: store.connection })

describe('a command', () => {
  it('writes its event, document, key and outbox entry, and nothing else', async () => {
    await received()
    const { events, complaints, ...books } = await asItStands()
    expect([events.length, complaints.length]).toEqual([1, 1])
    expect(books).toEqual({ timers: [], measurements: [], sums: [] })
    expect(await outboxOf(store.connection).countDocuments()).toBe(1)
  })
})

describe('what waits in the outbox', () => {
  it('is not counted by a rebuild, which finds nothing to correct', async () => {
    const id = await received()
    await store.settle()
    store.clock.now = hoursLater(MONDAY, 1)
    await send(id, register)
    await received()
    const before = await asItStands()
    expect(await rebuild(store)).toMatchObject({ corrected: NO_CORRECTIONS, problems: [] })
    expect(await asItStands()).toEqual(before)
  })

  it('is counted once, although another release had counted it before it was sealed', async () => {
    const id = await received()
    const entries = await outboxOf(store.connection).find().toArray()
    await store.settle()
    const once = await asItStands()
    // As a release leaves it that counts within the command: counted, and still in the outbox.
    await databaseOf(store.connection).collection('seals').deleteMany({})
    await outboxOf(store.connection).insertMany(entries)
    await store.settle()
    expect(await asItStands()).toEqual(once)
    expect(await timersOf(store.connection).countDocuments({ stream: `complaint-${id}` })).toBeGreaterThan(0)
  })
})

describe('a stream that is to be counted anew', () => {
  it('gets the limits, measurements and sums that its events say, as far as it is counted', async () => {
    const id = await received()
    await store.settle()
    const right = await asItStands()
    await measurementsOf(store.connection).deleteOne({ stream: `complaint-${id}` })
    await timersOf(store.connection).updateMany({}, { $set: { isOpen: false } })
    await recountsOf(store.connection).insertOne({ _id: `complaint-${id}`, slot: 0 })
    await store.settle()
    const { timers, measurements } = await asItStands()
    expect({ timers, measurements }).toEqual({ timers: right.timers, measurements: right.measurements })
    expect(await recountsOf(store.connection).countDocuments()).toBe(0)
  })
})

describe('a stream that cannot be counted', () => {
  const setAside = () => databaseOf(store.connection).collection('blockedStreams').find().toArray()

  it('is set aside once an earlier event of it is not what was stored, and every other one goes on', async () => {
    const [changed, sound] = [await received(), await received()]
    await store.settle()
    const before = await asItStands()
    const events = databaseOf(store.connection).collection('events')
    await events.updateOne({ stream: `complaint-${changed}` }, { $set: { occurredAt: hoursLater(MONDAY, -900) } })
    for (const id of [changed, sound]) await send(id, register)
    await store.settle()
    expect(await setAside()).toMatchObject([{ _id: `complaint-${changed}`, version: 2, code: 'EVENT_UNCOUNTED' }])
    const ofChanged = ({ stream }: { readonly stream: string }) => stream.endsWith(changed)
    const after = await asItStands()
    expect(after.measurements.filter(ofChanged)).toEqual(before.measurements.filter(ofChanged))
    expect(await outboxOf(store.connection).countDocuments({ stream: `complaint-${sound}` })).toBe(0)
  })
})

const story = fc.array(
  fc.record({
    complaint: fc.nat(2),
    hours: fc.integer({ min: 0, max: 20 }),
    act: fc.constantFrom('register', 'opine', 'handle', 'import', 'settle', 'settle one'),
  }),
  { maxLength: 25 },
)

describe('however far counting lags behind, and however it is cut into batches', () => {
  it('limits, measurements and sums are in the end those that the events say', async () => {
    await fc.assert(
      fc.asyncProperty(story, async (acts) => {
        store.clock.now = MONDAY
        for (const collection of [timersOf, measurementsOf, bucketsIn])
          await collection(store.connection).deleteMany({})
        for (const name of ['events', 'outbox', 'complaints', 'seals'])
          await databaseOf(store.connection).collection(name).deleteMany({})
        const ids = [await received(), await received(), await received()]
        for (const { complaint, hours, act } of acts) {
          store.clock.now = hoursLater(store.clock.now, hours)
          const id = ids[complaint] ?? ''
          if (act === 'register') await send(id, register)
          else if (act === 'opine') await send(id, opine())
          else if (act === 'handle') await send(id, handleIt)
          else if (act === 'settle') await store.settle()
          else if (act === 'settle one') await store.settle(1)
          else {
            const other = randomUUID()
            const told = [
              commandAt(hoursLater(store.clock.now, -50), receive(other)),
              commandAt(store.clock.now, handleIt),
            ]
            await store.commands.importHistory(store.desk(), historyOf(other, told))
          }
        }
        await store.settle()
        const counted = await asItStands()
        expect(await rebuild(store, { limit: 1_000 })).toMatchObject({ corrected: NO_CORRECTIONS, problems: [] })
        expect(await asItStands()).toEqual(counted)
        for (const collection of [timersOf, measurementsOf, bucketsIn])
          await collection(store.connection).deleteMany({})
        await rebuild(store, { limit: 1_000 })
        expect(await asItStands()).toEqual(counted)
      }),
      { numRuns: 15 },
    )
  })
})

describe('up to when everything is counted', () => {
  const counted = () => createCounted({ connection: store.connection, now: () => store.clock.now })

  it('is told: just before the oldest event that waits, else now', async () => {
    expect(await counted().to()).toBe(MONDAY)
    await received()
    store.clock.now = hoursLater(MONDAY, 1)
    expect(await counted().to()).toBe('2026-03-02T01:59:59.999Z')
    await store.settle()
    expect(await counted().to()).toBe(store.clock.now)
  })

  it('can be waited for', async () => {
    await received()
    const reached = counted().reach(MONDAY)
    await store.settle()
    expect(await reached).toBe(MONDAY)
  })

  it('is no later than now, whatever is waited for', async () => {
    expect(await counted().reach(hoursLater(MONDAY, 99))).toBe(MONDAY)
  })
})
