import { randomUUID } from 'node:crypto'
import { hashOfEvent } from '@afterline/events'
import { ledgerOf, parseLocalDate, periodOfDays, reckoningOf, scorecardOf } from '@afterline/rules'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createDeadlineClock } from '../bookkeeping/deadline-clock.ts'
import { createScorecardReader } from '../bookkeeping/scorecard-reader.ts'
import {
  commandAt,
  handleIt,
  hoursLater,
  MONDAY,
  openTestStore,
  receive,
  register,
  requestOf,
  streamOf,
  type TestStore,
} from './fixtures/test-store.ts'

let store: TestStore
beforeAll(async () => {
  store = await openTestStore()
  store.clock.now = hoursLater(MONDAY, 15)
})
afterAll(() => store.dispose())

/** A complaint of Monday that is entered in the night: received, verified a minute before its two hours were over. */
const VERIFIED_AFTER = 2 - 1 / 60

function send(id: string, ...steps: Parameters<typeof commandAt>[]) {
  const more = { backdatedBecause: 'the line was down', steps: steps.map((step) => commandAt(...step)) }
  return store.commands.handle(store.desk(), requestOf(id, MONDAY, receive(id), more))
}

describe('a case that is entered as a whole', () => {
  it('is one append: each event at its own instant, all recorded at one, chained and marked as late', async () => {
    const id = randomUUID()
    expect(await send(id, [hoursLater(MONDAY, VERIFIED_AFTER), register])).toMatchObject({ status: 'accepted' })
    const events = await streamOf(store.connection, `complaint-${id}`)
    expect(events.map(({ occurredAt }) => occurredAt)).toEqual([MONDAY, hoursLater(MONDAY, VERIFIED_AFTER)])
    for (const { hash, ...event } of events) {
      expect(event).toMatchObject({ recordedAt: store.clock.now, backdatedBecause: 'the line was down' })
      expect(hashOfEvent(event)).toBe(hash)
    }
  })

  it('leaves the clock nothing to announce of a limit that a step met', async () => {
    const id = randomUUID()
    await send(id, [hoursLater(MONDAY, VERIFIED_AFTER), register], [hoursLater(MONDAY, 3), handleIt])
    await store.settle()
    const { connection, commands, aggregates, clock } = store
    const silent = () => undefined
    const log = { info: silent, warn: silent, error: silent }
    await createDeadlineClock({ connection, commands, aggregates, now: () => clock.now, log }).announceDue()
    const announced = (await streamOf(connection, `complaint-${id}`)).filter(({ type }) => type === 'DeadlineAnnounced')
    expect(announced.map(({ data }) => data)).not.toContainEqual(expect.objectContaining({ key: 'complaint.verify' }))
  })

  it('counts live as its events alone do (KPI-17)', async () => {
    const id = randomUUID()
    await send(id, [hoursLater(MONDAY, VERIFIED_AFTER), register])
    await store.settle()
    const { connection, policies, clock } = store
    const days = { from: parseLocalDate('2026-03-02'), to: parseLocalDate('2026-03-03') }
    const asked = { ids: ['KPI-17' as const], asOf: clock.now, scope: 'company' }
    const live = await createScorecardReader({ connection, policies, now: () => clock.now }).kpis({ ...days, ...asked })
    const ledger = ledgerOf('complaint')
    if (ledger === null) throw new Error('complaints have a ledger')
    const streams = await connection.collection<{ readonly stream: string }>('events').distinct('stream')
    const measured = await Promise.all(
      streams.map(async (stream) => {
        const events = await streamOf(connection, stream)
        const state = events.reduce<unknown>((before, event) => ledger.record(before, event), ledger.initial)
        return ledger.measurements(state, reckoningOf(policies))
      }),
    )
    const period = periodOfDays(days.from, days.to, policies.tenantZone)
    const replayed = scorecardOf(measured.flat(), { ...period, scope: 'company', asOf: clock.now })
    expect(live).toEqual(replayed.filter(({ id: kpi }) => kpi === 'KPI-17'))
    const verified = live.find(({ part }) => part === 'complaint.verify')
    expect([verified?.numerator, verified?.denominator]).toEqual([streams.length, streams.length])
  })

  it('is refused whole, told at the step that a rule speaks against (CMP-2)', async () => {
    const id = randomUUID()
    const outcome = await send(id, [hoursLater(MONDAY, 1), handleIt])
    expect(outcome).toMatchObject({ status: 'refused', document: null, violations: [{ rule: 'CMP-2' }] })
    expect(outcome).toHaveProperty('violations.0.path.0', 'steps')
    expect(await streamOf(store.connection, `complaint-${id}`)).toEqual([])
  })

  it('with a step before what it follows is INPUT_INVALID', async () => {
    const id = randomUUID()
    const steps: Parameters<typeof commandAt>[] = [
      [hoursLater(MONDAY, 2), register],
      [hoursLater(MONDAY, 1), handleIt],
    ]
    await expect(send(id, ...steps)).rejects.toMatchObject({ code: 'INPUT_INVALID' })
  })
})
