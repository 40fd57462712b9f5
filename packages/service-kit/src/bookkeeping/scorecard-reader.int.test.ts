import { randomUUID } from 'node:crypto'
import {
  type Instant,
  type KpiId,
  ledgerOf,
  type Measurement,
  parseLocalDate,
  parseTimeZone,
  periodOfDays,
  reckoningOf,
  scorecardOf,
  type TimeZone,
} from '@afterline/rules'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type EventDocument, eventsOf } from '../store/collections.ts'
import {
  CUSTOMER_ID,
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
import { createScorecardReader } from './scorecard-reader.ts'

// A busy machine is slow, not wrong.

let store: TestStore
beforeAll(async () => {
  store = await openTestStore()
})
afterAll(() => store.dispose())

const ids: readonly KpiId[] = ['KPI-13', 'KPI-17']
const from = parseLocalDate('2026-03-02')
const to = parseLocalDate('2026-03-05')

const readerOf = () => {
  const { connection, policies, clock } = store
  return createScorecardReader({ connection, policies, now: () => clock.now })
}

interface Asked {
  readonly asOf: Instant
  readonly zone?: TimeZone
  readonly scope?: string
}

async function stored({ asOf, zone, scope = 'company' }: Asked) {
  await store.settle()
  return readerOf().kpis({ from, to, ids, asOf, scope, ...(zone ? { zone } : {}) })
}

/** The same figures from the events alone: each stream folded at once, as a replay does. */
async function recomputed({ asOf, zone = store.policies.tenantZone, scope = 'company' }: Asked) {
  const events = await eventsOf(store.connection).find().sort({ stream: 1, version: 1 }).toArray()
  const measurements = Object.values(Object.groupBy(events, ({ stream }) => stream)).flatMap(measured)
  const rows = scorecardOf(measurements, { ...periodOfDays(from, to, zone), scope, asOf })
  return rows.filter(({ id }) => ids.includes(id))
}

function measured(events: readonly EventDocument[] | undefined): readonly Measurement[] {
  const ledger = ledgerOf('complaint')
  if (!ledger || !events) return []
  const state = events.reduce<unknown>((before, { type, occurredAt, recordedAt, policyVersion, data }) => {
    return ledger.record(before, { type, occurredAt, recordedAt, policyVersion, data })
  }, ledger.initial)
  return ledger.measurements(state, reckoningOf(store.policies))
}

/** What happens to one complaint: when it is received, and what follows after how many hours. */
const storyOf = fc.record({
  receivedAfter: fc.integer({ min: 0, max: 60 }),
  isImported: fc.boolean(),
  /** How far counting lags behind does not matter. */
  isCountedAtOnce: fc.boolean(),
  steps: fc.array(
    fc.record({
      hours: fc.integer({ min: 0, max: 30 }),
      command: fc.constantFrom(
        register,
        handleIt,
        opine(),
        { type: 'Classify', data: { complaintClass: 'OTHER' } } as const,
        { type: 'Classify', data: { complaintClass: 'QUALITY' } } as const,
      ),
    }),
    { maxLength: 5 },
  ),
})
type Story = typeof storyOf extends fc.Arbitrary<infer S> ? S : never

async function tell({ receivedAfter, isImported, isCountedAtOnce, steps }: Story): Promise<void> {
  const id = randomUUID()
  let at = hoursLater(MONDAY, receivedAfter)
  const commands = [commandAt(at, receive(id))]
  for (const { hours, command } of steps) {
    at = hoursLater(at, hours)
    commands.push(commandAt(at, command))
  }
  if (isImported) {
    store.clock.now = at
    await store.commands.importHistory(store.desk(), historyOf(id, commands))
    return
  }
  for (const command of commands) {
    store.clock.now = command.at
    await store.commands.handle(store.desk(), requestOf(id, command.at, command))
    if (isCountedAtOnce) await store.settle()
  }
}

describe('a scorecard', () => {
  it('equals what the events alone give, at any instant and in any zone', async () => {
    const latest = hoursLater(MONDAY, 24 * 12)
    await fc.assert(
      fc.asyncProperty(
        fc.array(storyOf, { minLength: 1, maxLength: 4 }),
        fc.nat({ max: 24 * 12 * 60 }),
        async (stories, minutes) => {
          for (const story of stories) await tell(story)
          store.clock.now = latest
          const asOf = hoursLater(MONDAY, minutes / 60)
          const asked: readonly Asked[] = [
            { asOf: latest },
            { asOf },
            { asOf, zone: parseTimeZone('America/Sao_Paulo') },
            { asOf: latest, scope: `customer:${CUSTOMER_ID}` },
            { asOf: latest, scope: 'channel:ONLINE' },
          ]
          for (const query of asked) expect(await stored(query)).toEqual(await recomputed(query))
        },
      ),
      { numRuns: 30 },
    )
  })

  it('misses nothing that many write at once, through two command buses as in two replicas', async () => {
    store.clock.now = hoursLater(MONDAY, 24 * 12.5)
    const at = hoursLater(MONDAY, 20)
    const buses = [store.commands, store.commandsOfAnotherReplica()]
    const records = Array.from({ length: 24 }, (_, index) => ({ id: randomUUID(), bus: buses[index % 2] }))
    await Promise.all(
      records.map(async ({ id, bus }) => {
        await bus?.importHistory(store.desk(), historyOf(id, [commandAt(at, receive(id))]))
        await bus?.handle(store.desk(), requestOf(id, store.clock.now, register))
        await bus?.handle(store.desk(), requestOf(id, store.clock.now, handleIt))
      }),
    )
    const asOf = store.clock.now
    expect(await stored({ asOf })).toEqual(await recomputed({ asOf }))
  })

  it('asked just before something settled does not count it yet, and asked now it does', async () => {
    const id = randomUUID()
    store.clock.now = hoursLater(MONDAY, 24 * 13)
    const opened = hoursLater(MONDAY, 40)
    await store.commands.importHistory(
      store.desk(),
      historyOf(id, [commandAt(opened, receive(id)), commandAt(opened, register)]),
    )
    const before = store.clock.now
    store.clock.now = hoursLater(before, 0.5)
    await store.commands.handle(store.desk(), requestOf(id, store.clock.now, handleIt))
    const handled = async (asOf: Instant) => (await stored({ asOf })).find(({ id }) => id === 'KPI-13')?.numerator ?? 0
    expect(await handled(store.clock.now)).toBe((await handled(before)) + 1)
    expect(await stored({ asOf: before })).toEqual(await recomputed({ asOf: before }))
  })

  it('shows a row without a value where nothing was counted', async () => {
    const rows = await stored({ asOf: MONDAY, scope: `customer:${randomUUID()}` })
    expect(rows).toMatchObject([
      { id: 'KPI-13', numerator: 0, denominator: 0, value: null },
      { id: 'KPI-17', numerator: 0, denominator: 0, value: null },
    ])
  })

  it('counts a limit that was met late as missed (KPI-17)', async () => {
    const scope = `customer:${CUSTOMER_ID}`
    const verified = async () => {
      const rows = await stored({ asOf: store.clock.now, scope })
      const { numerator = 0, denominator = 0 } = rows.find(({ part }) => part === 'complaint.verify') ?? {}
      return [numerator, denominator]
    }
    const id = randomUUID()
    const at = hoursLater(MONDAY, 30)
    store.clock.now = hoursLater(MONDAY, 24 * 14)
    const [numerator = 0, denominator = 0] = await verified()
    const commands = [commandAt(at, receive(id)), commandAt(hoursLater(at, 3), register)]
    await store.commands.importHistory(store.desk(), historyOf(id, commands))
    expect(await verified()).toEqual([numerator, denominator + 1])
  })
})
