import { randomUUID } from 'node:crypto'
import { eventRegistry } from '@afterline/events'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { bucketsIn } from '../bookkeeping/documents.ts'
import { until } from '../kafka/fixtures/condition.ts'
import { silentLog } from '../kafka/fixtures/test-kafka.ts'
import { createLeaseKeeper } from '../relay/lease.ts'
import { databaseOf } from '../store/database.ts'
import { keptIn } from '../store/fixtures/kept.ts'
import { storeAsOf } from '../store/fixtures/other-times.ts'
import { openTestStore, receive, requestOf, type TestStore } from '../store/fixtures/test-store.ts'
import { advanceJob } from './advance-job.ts'
import { endOf, rebuild, rebuilderOf, rebuildingOf } from './fixtures/rebuild-bench.ts'
import { statusOf } from './rebuild-job.ts'
import { rebuildsOf, requestRebuild } from './rebuilding.ts'
import { codeOf, countStale, hasStale } from './stale-documents.ts'

// A busy machine is slow, not wrong.

let store: TestStore
let ids: readonly string[]
beforeEach(async () => {
  store = await openTestStore()
  ids = Array.from({ length: 10 }, () => randomUUID())
  for (const id of ids) await store.commands.handle(store.desk(), requestOf(id, store.clock.now, receive(id)))
})
afterEach(() => store.dispose())

const jobs = () => rebuildsOf(store.connection).find().sort({ requestedAt: 1 }).toArray()

const complaints = () => databaseOf(store.connection).collection<{ _id: string }>('complaints')

describe('a rebuild that is asked for', () => {
  it('waits until a service takes it up, and is one, however often and by whomever it is asked for meanwhile', async () => {
    const asked = await Promise.all(Array.from({ length: 6 }, () => rebuildingOf(store).request()))
    const [id = ''] = asked
    expect(new Set(asked).size).toBe(1)
    const job = await rebuildingOf(store).latest()
    expect(job && statusOf(job)).toBe('REQUESTED')
    const rebuilders = [rebuilderOf(store), rebuilderOf(store)]
    for (const rebuilder of rebuilders) rebuilder.start()
    expect(statusOf(await endOf(store, id))).toBe('DONE')
    expect(await rebuildingOf(store).request()).not.toBe(id)
    for (const rebuilder of rebuilders) await rebuilder.stop()
  })

  it('goes back to the streams when a category is added, and not when it has it already', async () => {
    const id = await rebuildingOf(store).request(['complaint'])
    const done = ['STREAMS complaint', 'LEFTOVERS'] as const
    await rebuildsOf(store.connection).updateOne({ _id: id }, { $set: { done: [...done] } })
    expect(await rebuildingOf(store).request(['complaint'])).toBe(id)
    expect(await rebuildingOf(store).find(id)).toMatchObject({ categories: ['complaint'], done })
    await expect(rebuildingOf(store).request(['order'])).rejects.toThrow('order is not a category of after-sales')
  })

  it('is given up when the same stretch fails for no reason that passes, and can be asked for again', async () => {
    const broken = store.aggregates.map((one) => ({ ...one, collection: '' }))
    const job = await rebuild({ ...store, aggregates: broken })
    expect(statusOf(job)).toBe('FAILED')
    expect(job.failure?.code).toEqual(expect.any(String))
    expect(statusOf(await rebuild(store))).toBe('DONE')
  })
})

describe('a rebuild that is interrupted', () => {
  it('goes on from where it was, and is the same in the end', async () => {
    const before = await keptIn(store)
    for (const id of ids) await storeAsOf('OLDER_SHAPE', store, id)
    await bucketsIn(store.connection).deleteMany({})
    const id = await rebuildingOf(store).request()
    const seen: number[] = []
    while ((await rebuildingOf(store).find(id))?.endedAt === null) {
      const streams = (await rebuildingOf(store).find(id))?.streams ?? 0
      seen.push(streams)
      const rebuilder = rebuilderOf(store, { limit: 1 })
      rebuilder.start()
      await until('it has moved', async () => {
        const job = await rebuildingOf(store).find(id)
        return job?.endedAt !== null || job.streams > streams || job.done.length > 0
      })
      await rebuilder.stop()
    }
    expect(seen.length).toBeGreaterThan(2)
    expect(await rebuildingOf(store).find(id)).toMatchObject({ streams: ids.length })
    expect(await keptIn(store)).toEqual(before)
  })

  it('is not continued by a process that has lost the lease without noticing', async () => {
    const id = await rebuildingOf(store).request()
    const lease = createLeaseKeeper(store.connection, 'rebuild', 'silent for long', 1)
    const token = await lease.hold()
    const next = createLeaseKeeper(store.connection, 'rebuild', 'next', 60_000)
    await until('the lease has run out', () => next.hold())
    const { connection, policies, aggregates } = store
    const source = { connection, policies, aggregates, projections: [], registry: eventRegistry }
    const deps = { ...source, log: silentLog, lease, limit: 1 }
    await expect(advanceJob({ ...deps, token: token ?? 0 }, id)).rejects.toMatchObject({ code: 'LEASE_LOST' })
    expect(await rebuildingOf(store).find(id)).toMatchObject({ startedAt: null, streams: 0 })
  })
})

describe('a service that starts', () => {
  it('rebuilds by itself what other code made, and what newer code made after it was taken back', async () => {
    const before = await keptIn(store)
    const [older = '', newer = ''] = ids
    await storeAsOf('OLDER_SHAPE', store, older)
    await storeAsOf('NEWER_SHAPE', store, newer)
    expect([...(await countStale(store.connection, store.aggregates))]).toEqual([['complaint', 2]])
    const rebuilder = rebuilderOf(store)
    rebuilder.start()
    await until('nothing is stale', async () => !(await hasStale(store.connection, store.aggregates)))
    await until('the job is over', async () => (await jobs())[0]?.endedAt ?? null)
    await rebuilder.stop()
    expect(await jobs()).toMatchObject([{ cause: 'STALE', categories: ['complaint'], corrected: { documents: 2 } }])
    expect(await keptIn(store)).toEqual(before)
  })

  it('begins nothing where nothing is stale', async () => {
    const job = await rebuild(store, { lookEveryMs: 5 })
    expect(job.cause).toBe('ASKED')
    expect(await jobs()).toEqual([job])
  })

  it('leaves later what a newer release makes beside it, and rebuilds what an older one does', async () => {
    const [older = '', newer = ''] = ids
    const asked = await rebuildingOf(store).request()
    const rebuilder = rebuilderOf(store, { lookEveryMs: 5 })
    rebuilder.start()
    await endOf(store, asked)
    await complaints().updateOne({ _id: newer }, { $set: { stateShape: 2 } })
    await complaints().updateOne({ _id: older }, { $set: { stateShape: 0 } })
    await until('the older one is rebuilt', () => complaints().findOne({ _id: older, stateShape: 1 }))
    await until('the job is over', async () => (await jobs()).every(({ endedAt }) => endedAt !== null))
    await rebuilder.stop()
    expect((await jobs()).map(({ cause }) => cause)).toEqual(['ASKED', 'STALE'])
  })

  it('leaves the rebuild that a newer release began to that one', async () => {
    const next = { ...store, aggregates: store.aggregates.map((one) => ({ ...one, shape: 2 })) }
    const request = { cause: 'STALE', categories: ['complaint'], code: codeOf(next.aggregates) } as const
    const id = await requestRebuild(store.connection, request)
    const present = rebuilderOf(store)
    present.start()
    const newer = rebuilderOf(next)
    newer.start()
    await endOf(store, id)
    await Promise.all([present.stop(), newer.stop()])
    expect(await complaints().countDocuments({ stateShape: 2 })).toBe(ids.length)
  })

  it('takes up the rebuild that a newer release began when somebody asks for it, or has taken that release back', async () => {
    const request = { cause: 'STALE', categories: ['complaint'], code: 'complaint 2/1' } as const
    const id = await requestRebuild(store.connection, request)
    expect(await rebuildingOf(store).request()).toBe(id)
    expect(await rebuildingOf(store).find(id)).toMatchObject({ code: null })
    await requestRebuild(store.connection, { ...request, code: codeOf(store.aggregates) })
    const present = rebuilderOf(store)
    present.start()
    expect(statusOf(await endOf(store, id))).toBe('DONE')
    await present.stop()
  })
})
