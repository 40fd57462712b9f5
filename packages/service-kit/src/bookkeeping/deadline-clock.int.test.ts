import { randomUUID } from 'node:crypto'
import { hashOfEvent } from '@afterline/events'
import type { Instant } from '@afterline/rules'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { type BlockedStream, blockedStreamsOf } from '../relay/blocked-streams.ts'
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
  streamOf,
  type TestStore,
} from '../store/fixtures/test-store.ts'
import { createDeadlineClock } from './deadline-clock.ts'
import { timersOf } from './documents.ts'

// A busy machine is slow, not wrong.

let store: TestStore
beforeEach(async () => {
  store = await openTestStore()
  store.clock.now = MONDAY
})
afterEach(() => store.dispose())

/** The clock, after everything so far is counted. */
async function announceDue(): Promise<number> {
  await store.settle()
  return clockOf().announceDue()
}

const clockOf = () => {
  const { connection, commands, aggregates, clock } = store
  const silent = () => undefined
  return createDeadlineClock({
    connection,
    commands,
    aggregates,
    now: () => clock.now,
    log: { info: silent, warn: silent, error: silent },
  })
}

async function received(): Promise<string> {
  const id = randomUUID()
  await store.commands.handle(store.desk(), requestOf(id, store.clock.now, receive(id)))
  return id
}

const send = (id: string, command: Parameters<typeof requestOf>[2]) =>
  store.commands.handle(store.desk(), requestOf(id, store.clock.now, command))

interface Announced {
  readonly key: string
  readonly announcement: string
  readonly at: Instant
}

async function announcements(id: string): Promise<readonly Announced[]> {
  const events = await streamOf(store.connection, `complaint-${id}`)
  return events
    .filter(({ type }) => type === 'DeadlineAnnounced')
    .map(({ data, occurredAt }) => ({ ...(data as Omit<Announced, 'at'>), at: occurredAt }))
    .map(({ key, announcement, at }) => ({ key, announcement, at }))
}

const VERIFY = 'complaint.verify'

describe('the deadline clock', () => {
  it('announces nothing before 75 % of a limit are used', async () => {
    const id = await received()
    store.clock.now = hoursLater(MONDAY, 1.49)
    expect(await announceDue()).toBe(0)
    expect(await announcements(id)).toEqual([])
  })

  it('warns at 75 % and tells the breach after the due instant, each once and dated when it passed (CMP-2)', async () => {
    const id = await received()
    const warning = { key: VERIFY, announcement: 'WARNING', at: hoursLater(MONDAY, 1.5) }
    store.clock.now = hoursLater(MONDAY, 1.6)
    expect(await announceDue()).toBe(1)
    expect(await announceDue()).toBe(0)
    expect(await announcements(id)).toEqual([warning])
    store.clock.now = hoursLater(MONDAY, 2)
    expect(await announceDue()).toBe(0)
    store.clock.now = hoursLater(MONDAY, 3)
    expect(await announceDue()).toBe(1)
    expect(await announceDue()).toBe(0)
    expect(await announcements(id)).toEqual([
      warning,
      { key: VERIFY, announcement: 'BREACH', at: hoursLater(MONDAY, 2) },
    ])
  })

  it('keeps the chain, says whom it tells, and marks nothing as entered late', async () => {
    const id = await received()
    store.clock.now = hoursLater(MONDAY, 3)
    await announceDue()
    const events = await streamOf(store.connection, `complaint-${id}`)
    expect(events.map(({ version }) => version)).toEqual([1, 2, 3])
    expect(events.every(({ hash, ...rest }) => hash === hashOfEvent(rest))).toBe(true)
    expect(events[2]).toMatchObject({
      actor: { id: 'system' },
      backdatedBecause: null,
      recordedAt: store.clock.now,
      data: { escalateTo: 'AFTER_SALES' },
    })
    expect(await send(id, register)).toMatchObject({ status: 'accepted', document: { version: 4 } })
  })

  it('announces each limit once, although two clocks look at once', async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, received))
    store.clock.now = hoursLater(MONDAY, 1.6)
    await store.settle()
    const counts = await Promise.all([clockOf().announceDue(), clockOf().announceDue()])
    expect(counts.reduce((sum, count) => sum + count)).toBe(12)
    for (const id of ids) expect(await announcements(id)).toHaveLength(1)
  })

  it('and commands on the same stream at once keep versions without gaps', async () => {
    const id = await received()
    store.clock.now = hoursLater(MONDAY, 3)
    await store.settle()
    const commands = Array.from({ length: 8 }, (_, index) => send(id, opine(`opinion ${index}`)))
    await Promise.all([...commands, clockOf().announceDue(), clockOf().announceDue()])
    // What was not counted yet while they looked is announced by the next round.
    await announceDue()
    const events = await streamOf(store.connection, `complaint-${id}`)
    expect(events.map(({ version }) => version)).toEqual(Array.from({ length: 11 }, (_, index) => index + 1))
    expect(events.slice(1).every(({ previousHash }, index) => previousHash === events[index]?.hash)).toBe(true)
    expect(await announcements(id)).toHaveLength(2)
  })

  it('leaves a limit alone that was met in time', async () => {
    const id = await received()
    await send(id, register)
    await send(id, opine())
    await send(id, handleIt)
    store.clock.now = hoursLater(MONDAY, 24 * 10)
    expect(await announceDue()).toBe(0)
    expect(await announcements(id)).toEqual([])
  })

  it('warns of nothing that was past due already when it became known, as in an import', async () => {
    const id = randomUUID()
    const history = historyOf(id, [commandAt(hoursLater(MONDAY, -24 * 5), receive(id)), commandAt(MONDAY, opine())])
    await store.commands.importHistory(store.desk(), history)
    await announceDue()
    const told = await announcements(id)
    expect(told.every(({ announcement }) => announcement === 'BREACH')).toBe(true)
    expect(told.filter(({ key }) => key === VERIFY)).toHaveLength(1)
  })

  it('announces the limits of a stream that is set aside, once each, by what its own events say', async () => {
    const [missed, met] = [await received(), await received()]
    await store.settle()
    for (const id of [missed, met]) {
      const reason = { version: 2, eventId: randomUUID(), code: 'EVENT_REFUSED', seal: null, since: MONDAY }
      await blockedStreamsOf(store.connection).insertOne({ _id: `complaint-${id}`, ...reason } as BlockedStream)
    }
    await send(met, register)
    await send(missed, opine())
    store.clock.now = hoursLater(MONDAY, 3)
    await announceDue()
    await announceDue()
    expect(await announcements(missed)).toMatchObject([{ announcement: 'WARNING' }, { announcement: 'BREACH' }])
    expect(await announcements(met)).toEqual([])
  })

  it('runs in rounds until it is stopped', async () => {
    const id = await received()
    store.clock.now = hoursLater(MONDAY, 3)
    await store.settle()
    const clock = clockOf()
    clock.start()
    const giveUpAt = performance.now() + 10_000
    while ((await announcements(id)).length < 2 && performance.now() < giveUpAt) await Promise.resolve()
    await clock.stop()
    expect(await announcements(id)).toHaveLength(2)
  })
})

describe('a limit that waits (C40)', () => {
  const mayWait = [
    'document:',
    '  number: CO-1',
    '  kind: deadlines',
    '  layer: company',
    '  title: Waiting',
    '  drafter: AFTER_SALES',
    '  reviewer: QUALITY_CONTROL',
    '  approver: LEADERSHIP',
    "  draftedOn: '2026-01-01'",
    "  reviewedOn: '2026-01-01'",
    "  approvedOn: '2026-01-01'",
    "  effectiveOn: '2026-01-01'",
    '  pageCount: 1',
    '  executingDepartments: [AFTER_SALES]',
    '  changeReason: Sites are closed',
    '  changePurpose: Fair limits',
    'deadlines:',
    '  - { key: complaint.handle, pauses: [WAITING_FOR_CUSTOMER], approvedBy: LEADERSHIP }',
  ].join('\n')

  it('is announced by what has counted, and looked at again only when that can be', async () => {
    await store.dispose()
    store = await openTestStore([{ name: 'waiting.yaml', text: mayWait }])
    store.clock.now = MONDAY
    const id = await received()
    await store.settle()
    const key = `complaint-${id}|complaint.handle|`
    // No command brings a wait yet; the limit is written as a ledger with one would write it.
    const pauses = [{ reason: 'WAITING_FOR_CUSTOMER', from: MONDAY, until: null }]
    await timersOf(store.connection).updateOne({ _id: key }, { $set: { pauses } })
    store.clock.now = hoursLater(MONDAY, 24 * 30)
    await announceDue()
    const told = await announcements(id)
    expect(told.filter((one) => one.key === 'complaint.handle')).toEqual([])
    const looked = await timersOf(store.connection).findOne({ _id: key })
    expect((looked?.announceAt ?? '') > store.clock.now).toBe(true)
  })
})
