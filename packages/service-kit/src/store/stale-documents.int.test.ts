import { randomUUID } from 'node:crypto'
import { eventRegistry } from '@afterline/events'
import { bucketKeyOf, bucketsOf, ledgers, type Tally } from '@afterline/rules'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { createDeadlineClock } from '../bookkeeping/deadline-clock.ts'
import { bucketsIn, measurementsOf, timersOf } from '../bookkeeping/documents.ts'
import type { AggregateDocument } from '../interfaces.ts'
import { currentDocuments, readDocuments } from './current-document.ts'
import { databaseOf } from './database.ts'
import type { Desk } from './fixtures/complaint-desk.ts'
import { type OtherTime, otherTimes, storeAsOf } from './fixtures/other-times.ts'
import {
  commandAt,
  contentsOf,
  handleIt,
  historyOf,
  hoursLater,
  MONDAY,
  openTestStore,
  opine,
  receive,
  register,
  requestOf,
  streamOf,
  type TestStore,
} from './fixtures/test-store.ts'
import { storedAggregateOf } from './fold-stream.ts'

// A busy machine is slow, not wrong.

let store: TestStore
beforeAll(async () => {
  store = await openTestStore()
})
afterAll(() => store.dispose())
beforeEach(() => {
  store.clock.now = MONDAY
})

const send = (id: string, command: Parameters<typeof requestOf>[2]) =>
  store.commands.handle(store.desk(), requestOf(id, store.clock.now, command))

async function received(): Promise<string> {
  const id = randomUUID()
  await send(id, receive(id))
  return id
}

/** Everything that is said of one complaint. */
async function toldOf(id: string) {
  await store.settle()
  const stream = `complaint-${id}`
  return {
    document: await databaseOf(store.connection).collection<AggregateDocument<Desk>>('complaints').findOne({ _id: id }),
    timers: await timersOf(store.connection).find({ stream }).sort({ _id: 1 }).toArray(),
    measurements: await measurementsOf(store.connection).find({ stream }).sort({ _id: 1 }).toArray(),
  }
}

/** The sums as they are stored, and as the stored measurements add up. */
async function sums() {
  const stored = new Map<string, Tally>()
  for await (const { _id, slot: _, numerator, denominator, ...identity } of bucketsIn(store.connection).find()) {
    const key = bucketKeyOf(identity)
    const known = stored.get(key) ?? { numerator: 0, denominator: 0, pending: 0 }
    const sum = { ...known, numerator: known.numerator + numerator, denominator: known.denominator + denominator }
    stored.set(key, sum)
  }
  const measurements = await measurementsOf(store.connection).find().toArray()
  const added = bucketsOf(measurements, store.policies.tenantZone).map(
    (bucket) => [bucketKeyOf(bucket), bucket.tally] as const,
  )
  const notZero = ([, { numerator, denominator }]: readonly [string, Tally]) => numerator !== 0 || denominator !== 0
  return { stored: [...stored].filter(notZero).toSorted(), added: added.filter(notZero).toSorted() }
}

async function expectRightSums(): Promise<void> {
  const { stored, added } = await sums()
  expect(stored).toEqual(added)
}

describe.each(otherTimes)('a document of another time (%s)', (time: OtherTime) => {
  it('is folded anew by the command that needs it, with its limits, measurements and sums', async () => {
    const [spoilt, whole] = [await received(), await received()]
    await store.settle()
    await storeAsOf(time, store, spoilt)
    store.clock.now = hoursLater(MONDAY, 1)
    expect(await send(spoilt, register)).toMatchObject({ status: 'accepted', document: { version: 2, stateShape: 1 } })
    await send(whole, register)
    const told = await toldOf(spoilt)
    expect(told.document).toMatchObject({ state: { status: 'REGISTERED' }, ledgerShape: ledgers.complaint.shape })
    const asTheOther = JSON.parse(JSON.stringify(await toldOf(whole)).replaceAll(whole, spoilt))
    expect(told.timers).toEqual(asTheOther.timers)
    expect(told.measurements).toEqual(asTheOther.measurements)
    await expectRightSums()
  })

  it('is put right also where the command is refused, or repeated', async () => {
    const id = await received()
    const request = requestOf(id, MONDAY, handleIt)
    expect(await store.commands.handle(store.desk(), request)).toMatchObject({ status: 'refused' })
    const before = await toldOf(id)
    await storeAsOf(time, store, id)
    expect(await store.commands.handle(store.desk(), request)).toMatchObject({ status: 'refused' })
    expect(await toldOf(id)).toEqual(before)
    await storeAsOf(time, store, id)
    expect(await send(id, handleIt)).toMatchObject({ status: 'refused', document: before.document })
    expect(await toldOf(id)).toEqual(before)
  })

  it('is put right when history that is there already is imported again', async () => {
    const id = randomUUID()
    const history = historyOf(id, [commandAt(hoursLater(MONDAY, -99), receive(id)), commandAt(MONDAY, handleIt)])
    const { document } = await store.commands.importHistory(store.desk(), history)
    const before = await toldOf(id)
    await storeAsOf(time, store, id)
    const again = { ...history, correlationId: randomUUID() }
    expect(await store.commands.importHistory(store.desk(), again)).toMatchObject({
      status: 'alreadyPresent',
      document,
    })
    expect(await toldOf(id)).toEqual(before)
    expect(document?.findings).toHaveLength(1)
  })

  it('takes concurrent commands, each once and without a gap', async () => {
    const id = await received()
    await store.settle()
    await storeAsOf(time, store, id)
    await Promise.all(Array.from({ length: 8 }, (_, index) => send(id, opine(`opinion ${index}`))))
    const events = await streamOf(store.connection, `complaint-${id}`)
    expect(events.map(({ version }) => version)).toEqual(Array.from({ length: 9 }, (_, index) => index + 1))
    expect(await toldOf(id)).toMatchObject({ document: { version: 9, state: { status: 'RECEIVED' } } })
    await expectRightSums()
  })

  it('is shown as the code understands it, and nothing is written', async () => {
    const ids = [await received(), await received(), await received()]
    const { connection } = store
    const aggregate = storedAggregateOf(store.desk())
    const read = () =>
      databaseOf(connection)
        .collection<AggregateDocument<Desk>>('complaints')
        .find({ _id: { $in: ids } })
    const before = await read().toArray()
    for (const id of ids.slice(1)) await storeAsOf(time, store, id)
    const contents = await contentsOf(connection)
    const source = { connection, registry: eventRegistry }
    expect(await currentDocuments(source, aggregate, await read().toArray())).toEqual(before)
    expect(await readDocuments(source, aggregate, [...ids, randomUUID()])).toEqual(before)
    expect(await contentsOf(connection)).toEqual(contents)
  })
})

describe('the clock', () => {
  const look = () => {
    const { connection, commands, aggregates, clock } = store
    const silent = () => undefined
    const log = { info: silent, warn: silent, error: silent }
    return createDeadlineClock({ connection, commands, aggregates, now: () => clock.now, log }).announceDue()
  }

  it('announces a limit of a stale document as it would of a current one (CMP-2)', async () => {
    const [spoilt, whole] = [await received(), await received()]
    await store.settle()
    await storeAsOf('OLDER_SHAPE', store, spoilt)
    store.clock.now = hoursLater(MONDAY, 3)
    // The first look folds the document anew, and leaves its limits to be counted anew.
    await look()
    await store.settle()
    await look()
    const { document, timers } = await toldOf(spoilt)
    const other = await toldOf(whole)
    expect(timers).toEqual(JSON.parse(JSON.stringify(other.timers).replaceAll(whole, spoilt)))
    expect(document).toMatchObject({
      state: { status: 'RECEIVED' },
      version: other.document?.['version'],
      stateShape: 1,
    })
  })

  it('announces nothing of a limit that only other code knew, and does not come back to it', async () => {
    const id = await received()
    await store.settle()
    await storeAsOf('NEWER_SHAPE', store, id)
    expect(await timersOf(store.connection).countDocuments({ stream: `complaint-${id}`, isOpen: true })).toBe(1)
    await look()
    const events = await streamOf(store.connection, `complaint-${id}`)
    expect(events.map(({ type }) => type)).toEqual(['ComplaintReceived'])
    const { timers } = await toldOf(id)
    expect(timers.map(({ key }) => key)).not.toContain('complaint.thank')
  })
})

describe('a stale document whose events are not all there', () => {
  it('is left as it is, and says so (STREAM_INCOMPLETE)', async () => {
    const id = await received()
    await send(id, register)
    await databaseOf(store.connection)
      .collection('events')
      .deleteOne({ stream: `complaint-${id}`, version: 2 })
    await storeAsOf('OLDER_SHAPE', store, id)
    const before = await toldOf(id)
    await expect(send(id, opine())).rejects.toMatchObject({ code: 'STREAM_INCOMPLETE' })
    expect(await toldOf(id)).toEqual(before)
  })
})
