import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import {
  hoursLater,
  MONDAY,
  openTestStore,
  receive,
  register,
  requestOf,
  type TestStore,
} from '../store/fixtures/test-store.ts'
import { createDeadlineBoard, type DeadlineFilter } from './deadline-board.ts'
import { deadlinesOfRecord } from './record-deadlines.ts'

// A busy machine is slow, not wrong.

let store: TestStore
const early = randomUUID()
const late = randomUUID()

/** At noon: `early` is received at 0:00 and not verified, `late` at 1:00; `early` is registered at 2:30, too late. */
beforeAll(async () => {
  store = await openTestStore()
  for (const [id, hours] of [
    [early, 0],
    [late, 1],
  ] as const) {
    store.clock.now = hoursLater(MONDAY, hours)
    await store.commands.handle(store.desk(), requestOf(id, store.clock.now, receive(id)))
  }
  store.clock.now = hoursLater(MONDAY, 2.6)
  await store.settle()
})
afterAll(() => store.dispose())

const boardOf = () => {
  const { connection, policies, clock } = store
  return createDeadlineBoard({ connection, policies, now: () => clock.now })
}

async function shown(filter: DeadlineFilter): Promise<readonly string[]> {
  const { items } = await boardOf().list(filter, { first: 50 })
  return items.map(({ stream, state }) => `${stream.endsWith(early) ? 'early' : 'late'} ${state.key} ${state.status}`)
}

describe('the deadline board', () => {
  it('lists what is open, soonest due first, with its state at the instant of asking', async () => {
    expect(await shown({ keys: ['complaint.verify', 'complaint.opinion.quality'] })).toEqual([
      'early complaint.verify OVERDUE',
      'late complaint.verify WARNED',
      'early complaint.opinion.quality RUNNING',
      'late complaint.opinion.quality RUNNING',
    ])
  })

  it.each<[string, DeadlineFilter, readonly string[]]>([
    ['OVERDUE', { statuses: ['OVERDUE'] }, ['early complaint.verify OVERDUE']],
    ['WARNED', { statuses: ['WARNED'] }, ['late complaint.verify WARNED']],
    ['both', { statuses: ['OVERDUE', 'WARNED'] }, ['early complaint.verify OVERDUE', 'late complaint.verify WARNED']],
    ['no status at all', { statuses: [] }, []],
    [
      'an escalation',
      { escalateTo: 'AFTER_SALES' },
      ['early complaint.verify OVERDUE', 'late complaint.verify WARNED'],
    ],
    ['a due instant', { dueBefore: hoursLater(MONDAY, 3) }, ['early complaint.verify OVERDUE']],
  ])('filters by %s', async (_name, filter, expected) => {
    expect(await shown(filter)).toEqual(expected)
  })

  it('filters by stream and running', async () => {
    const running = await shown({ statuses: ['RUNNING'], stream: `complaint-${late}` })
    expect(running).toEqual(['late complaint.handle RUNNING', 'late complaint.opinion.quality RUNNING'])
  })

  it('pages without gap or repetition', async () => {
    const all = (await boardOf().list({}, { first: 50 })).items.map(({ cursor }) => cursor)
    const paged: string[] = []
    for (let after: string | null = null, more = true; more; ) {
      const page = await boardOf().list({}, { first: 2, after })
      paged.push(...page.items.map(({ cursor }) => cursor))
      after = paged.at(-1) ?? null
      more = page.hasNextPage
    }
    expect(paged).toEqual(all)
    expect(all).toHaveLength(6)
  })

  it('explains a limit: the segments adjoin and the counted ones add up', async () => {
    const { items } = await boardOf().list({ keys: ['complaint.verify'] }, { first: 1 })
    const explanation = items[0]?.explain()
    expect(explanation?.counted).toBe(2.6 * 60 * 60 * 1000)
    expect(explanation?.segments.at(0)?.from).toBe(MONDAY)
    expect(explanation?.segments.at(-1)?.to).toBe(store.clock.now)
  })

  it('refuses a page that is too large, and a cursor that is not its own', async () => {
    await expect(boardOf().list({}, { first: 201 })).rejects.toMatchObject({ code: 'INPUT_INVALID' })
    await expect(boardOf().list({}, { first: 1, after: 'x' })).rejects.toMatchObject({ code: 'CURSOR_INVALID' })
  })
})

describe('the limits of one record', () => {
  const shownOf = async (id: string) => {
    const document = await store.desk().model.findById(id).lean()
    const record = { category: 'complaint', id, ledger: document?.ledger ?? null }
    return deadlinesOfRecord(store.policies, record, store.clock.now).map(({ state }) => `${state.key} ${state.status}`)
  }

  it('are those of this moment, whether or not anything was counted since, ended and possible ones included', async () => {
    await store.commands.handle(store.desk(), requestOf(early, store.clock.now, register))
    expect(await shownOf(early)).toEqual([
      'complaint.verify MISSED',
      'complaint.handle RUNNING',
      'complaint.opinion.quality RUNNING',
      'complaint.handover NOT_STARTED',
    ])
    expect(await shown({ stream: `complaint-${early}`, statuses: ['OVERDUE'] })).toEqual([
      'early complaint.verify OVERDUE',
    ])
    await store.settle()
    expect(await shown({ stream: `complaint-${early}`, statuses: ['OVERDUE'] })).toEqual([])
  })

  it('are none of a record that keeps none, or is not there', async () => {
    expect(await shownOf(randomUUID())).toEqual([])
    expect(deadlinesOfRecord(store.policies, { category: 'lot', id: early, ledger: null }, MONDAY)).toEqual([])
  })
})
