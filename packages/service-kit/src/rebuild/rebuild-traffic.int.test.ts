import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import fc from 'fast-check'
import { createDeadlineClock } from '../bookkeeping/deadline-clock.ts'
import { bucketsIn } from '../bookkeeping/documents.ts'
import { silentLog } from '../kafka/fixtures/test-kafka.ts'
import { keptIn } from '../store/fixtures/kept.ts'
import { storeAsOf } from '../store/fixtures/other-times.ts'
import {
  handleIt,
  hoursLater,
  MONDAY,
  openTestStore,
  opine,
  receive,
  register,
  requestOf,
  type TestStore,
} from '../store/fixtures/test-store.ts'
import { anyAct, newRun, openTwins } from '../store/fixtures/twin-stores.ts'
import { endOf, rebuild, rebuilderOf, rebuildingOf } from './fixtures/rebuild-bench.ts'
import { NO_CORRECTIONS, type RebuildStep } from './rebuild-job.ts'
import { rebuildsOf } from './rebuilding.ts'

// A busy machine is slow, not wrong.
jest.setTimeout(120_000)

describe('a rebuild while commands come in', () => {
  let store: TestStore
  let ids: readonly string[]
  beforeEach(async () => {
    store = await openTestStore()
    ids = Array.from({ length: 24 }, () => randomUUID())
    await Promise.all(ids.map(receiving))
    store.clock.now = hoursLater(MONDAY, 3)
  })
  afterEach(() => store.dispose())

  const send = (id: string, command: Parameters<typeof requestOf>[2]) =>
    store.commands.handle(store.desk(), requestOf(id, store.clock.now, command))
  const receiving = (id: string) => send(id, receive(id))

  /** Everybody at once: old complaints go on, new ones come in, and the clock announces what is overdue. */
  function traffic(): Promise<unknown> {
    const { connection, commands, aggregates, clock } = store
    const announcing = createDeadlineClock({ connection, commands, aggregates, now: () => clock.now, log: silentLog })
    const goOn = async (id: string) => {
      for (const command of [register, opine(), handleIt]) await send(id, command)
    }
    const fresh = Array.from({ length: 12 }, () => randomUUID())
    return Promise.all([...ids.map(goOn), ...fresh.map(receiving), announcing.announceDue()])
  }

  /** Falsifies every sum, each in the part that commands are writing. */
  async function falsifySums(): Promise<void> {
    const sums = await bucketsIn(store.connection).find().toArray()
    for (const [index, { _id }] of sums.entries()) {
      await bucketsIn(store.connection).updateOne({ _id }, { $inc: { numerator: index + 1, denominator: 3 * index } })
    }
  }

  /** That everything is what the events say, a second look tells: it reads all and corrects nothing. */
  async function expectNothingWrong(): Promise<void> {
    expect(await rebuild(store, { limit: 1_000 })).toMatchObject({ corrected: NO_CORRECTIONS, problems: [] })
  }

  it.each(['BEFORE_SHAPES', 'NEWER_SHAPE'] as const)(
    'leaves everything as the events say, wherever they meet (%s)',
    async (time) => {
      for (const id of ids) await storeAsOf(time, store, id)
      await falsifySums()
      const id = await rebuildingOf(store).request()
      const rebuilders = [rebuilderOf(store, { limit: 3 }), rebuilderOf(store, { limit: 3 })]
      for (const rebuilder of rebuilders) rebuilder.start()
      await Promise.all([traffic(), endOf(store, id)])
      for (const rebuilder of rebuilders) await rebuilder.stop()
      expect(await rebuildingOf(store).find(id)).toMatchObject({ problems: [], failure: null })
      await expectNothingWrong()
    },
  )

  it('corrects sums by what they were wrong, whatever is added to them meanwhile', async () => {
    await falsifySums()
    const id = await rebuildingOf(store).request()
    const done: RebuildStep[] = ['STREAMS complaint', 'LEFTOVERS']
    await rebuildsOf(store.connection).updateOne({ _id: id }, { $set: { done } })
    const rebuilder = rebuilderOf(store, { limit: 1, pollMs: 1 })
    rebuilder.start()
    await Promise.all([traffic(), endOf(store, id)])
    await rebuilder.stop()
    await expectNothingWrong()
  })
})

describe('a rebuild after any history', () => {
  it('ends field by field as if nothing had ever been stale', async () => {
    const twins = await openTwins()
    const acts = fc.array(anyAct, { minLength: 4, maxLength: 24, size: 'max' })
    const law = fc.asyncProperty(acts, fc.integer({ min: 1, max: 20 }), async (told, limit) => {
      const run = await newRun(twins)
      for (const act of told) await run.carryOut(act)
      expect(await rebuild(twins.spoilt, { limit })).toMatchObject({ problems: [], failure: null })
      expect(await keptIn(twins.spoilt)).toEqual(await keptIn(twins.whole))
    })
    try {
      await fc.assert(law, { numRuns: 10 })
    } finally {
      await twins.dispose()
    }
  })
})
