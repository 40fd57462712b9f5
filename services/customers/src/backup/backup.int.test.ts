import { randomUUID } from 'node:crypto'
import { eventRegistry } from '@afterline/events'
import {
  type Instant,
  ledgerOf,
  parseInstant,
  parseLocalDate,
  periodOfDays,
  plusMillis,
  reckoningOf,
  rowOptionsAt,
  scorecardOf,
} from '@afterline/rules'
import { createDeadlineClock, type EventDocument, type Store, storedEventOf } from '@afterline/service-kit'
import { entryAndInput } from '@afterline/service-kit/testing'
import { openTestSubgraph, type TestSubgraph } from '@afterline/service-kit/testing/subgraph'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { customers } from '../customers.ts'
import { expectBackups } from './expected-days.graph.ts'

const operator = { id: 'operator', roles: ['OPERATOR'] }
const auditor = { id: 'auditor', roles: ['AUDITOR'] }
const shanghai = (text: string): Instant => parseInstant(`${text.replace(' ', 'T')}:00+08:00`)
const PATIENCE_MS = 60_000

let now: Instant
let service: TestSubgraph<ReturnType<typeof customers>>
beforeEach(async () => {
  now = shanghai('2026-02-01 02:00')
  service = await openTestSubgraph({ context: 'customers', now: () => now, define: customers })
})
afterEach(() => service.dispose())

interface Payload {
  readonly backupRecord: { readonly id: string } | null
  readonly violations: readonly { readonly rule: string }[]
}

async function record(archiveId: string, more: object = {}, entry: object = {}): Promise<Payload> {
  const input = {
    ...{ archiveId, isRestorable: true, completedAt: now, manifestSha256: 'a'.repeat(64), problems: [] },
    databases: [{ context: 'orders', snapshotAt: now, events: '5000000000', documents: '5000000001' }],
    ...more,
  }
  const source = `mutation ($entry: Entry!, $input: RecordBackupInput!) { recordBackup(entry: $entry, input: $input) {
    backupRecord { id } violations { rule } } }`
  const asked = entryAndInput(input)
  const { data, codes } = await service.ask(operator, source, { ...asked, entry: { ...asked.entry, ...entry } })
  expect(codes).toEqual([])
  // The shape is that of the selection.
  return data?.['recordBackup'] as Payload
}

async function list(args = '', caller = auditor) {
  const { data, codes } = await service.ask(
    caller,
    `{ backups${args} { totalCount edges { cursor node { archiveId isRestorable databases { events } } } } }`,
  )
  // The shape is that of the selection.
  const page = data?.['backups'] as {
    readonly totalCount: number
    readonly edges: readonly { readonly cursor: string; readonly node: { readonly archiveId: string } }[]
  } | null
  return {
    codes,
    count: page?.totalCount,
    edges: page?.edges ?? [],
    ids: page?.edges.map(({ node }) => node.archiveId),
  }
}

const events = (type: string) => service.kit.connection.collection('events').find({ type }).toArray()

/** As the clocks of the service do it, after all so far was counted. */
async function clockComesRound(): Promise<void> {
  await expectBackups(service.kit)
  await service.ask(auditor, '{ __typename }')
  const { connection, commands, log } = service.kit
  // The kit's commands are a store's; the kit tells less of them.
  const clock = { connection, commands: commands as Store, aggregates: service.definition.aggregates, log }
  await createDeadlineClock({ ...clock, now: () => now }).announceDue()
}

const days = { from: parseLocalDate('2026-02-01'), to: parseLocalDate('2026-03-01') }

async function liveRows() {
  await service.ask(auditor, '{ __typename }')
  return service.kit.scorecard.kpis({ ...days, scope: 'company', asOf: now, ids: ['KPI-30'] })
}

/** What the rules make of the stored events, and of nothing else. */
async function replayedRows() {
  const { connection, policies } = service.kit
  const ledger = ledgerOf('backup')
  if (ledger === null) throw new Error('backups have a ledger')
  const stored = await connection
    .collection<EventDocument>('events')
    .find({ stream: /^backup-/ }, { sort: { version: 1 } })
    .toArray()
  const state = stored.map(storedEventOf).map(eventRegistry.newest).reduce(ledger.record, ledger.initial)
  const query = { ...periodOfDays(days.from, days.to, policies.tenantZone), scope: 'company', asOf: now }
  const rows = scorecardOf(ledger.measurements(state, reckoningOf(policies)), query, rowOptionsAt(policies, now))
  return rows.filter(({ id }) => id === 'KPI-30')
}

describe('a company without any backup', () => {
  it('is neither measured nor under a limit, however much time passes (OPS-1, KPI-30)', async () => {
    await clockComesRound()
    now = plusMillis(now, 40 * 24 * 3_600_000)
    await clockComesRound()
    expect(await liveRows()).toEqual([])
    expect(await list()).toMatchObject({ count: 0, ids: [] })
    expect(await service.kit.connection.collection('timers').countDocuments()).toBe(0)
  })
})

describe('the record of backups', () => {
  it(
    'is one, however many tell at once of a first one (OPS-1, backup.company)',
    async () => {
      const told = await Promise.all(Array.from({ length: 8 }, (_, index) => record(`backup-${index % 2}`)))
      expect(new Set(told.map(({ backupRecord }) => backupRecord?.id)).size).toBe(1)
      expect(told.flatMap(({ violations }) => violations)).toEqual([])
      expect(await events('BackupsBegun')).toHaveLength(1)
      expect(await events('BackupVerified')).toHaveLength(2)
    },
    PATIENCE_MS,
  )

  it('lists attempts by filter, order and page, to whom they concern (OPS-1, SEC-2)', async () => {
    await record('a')
    await record('b', { isRestorable: false, problems: [{ context: 'orders', code: 'FIGURES' }] })
    now = plusMillis(now, 3_600_000)
    await record('c')
    expect(await list()).toMatchObject({ ids: ['c', 'b', 'a'], count: 3 })
    expect(await list('(sort: OLDEST_FIRST, filter: { isRestorable: true })')).toMatchObject({
      ids: ['a', 'c'],
      count: 2,
    })
    expect((await list(`(filter: { verifiedAt: { from: "${now}" } })`)).ids).toEqual(['c'])
    expect((await list('(filter: { archiveId: ["b"] })')).edges).toMatchObject([
      { node: { isRestorable: false, databases: [{ events: '5000000000' }] } },
    ])
    const [first] = (await list('(first: 1)')).edges
    expect((await list(`(first: 1, after: "${first?.cursor}")`)).ids).toEqual(['b'])
    expect((await list('', { id: 'seller', roles: ['SALESPERSON'] })).codes).toEqual(['FORBIDDEN'])
  })

  it('counts a backup for the instant of its snapshot: an old one moves no limit (OPS-1, KPI-30, backup.daily)', async () => {
    const takenAt = now
    now = plusMillis(now, 3_600_000)
    const { backupRecord } = await record('newer')
    const snapshotAt = plusMillis(takenAt, -3_600_000)
    now = plusMillis(now, 3_600_000)
    await record('older', {
      completedAt: takenAt,
      databases: [{ context: 'orders', snapshotAt, events: '1', documents: '1' }],
    })
    await service.ask(auditor, '{ __typename }')
    const board = await service.kit.deadlines.list({}, { first: 10 })
    expect(board.items).toMatchObject([{ state: { item: 'newer', startedAt: plusMillis(takenAt, 3_600_000) } }])
    const asked = await service.ask(auditor, `{ backupRecord(id: "${backupRecord?.id}") { lastGood { archiveId } } }`)
    expect(asked.data).toEqual({ backupRecord: { lastGood: { archiveId: 'newer' } } })
  })

  it('takes nothing for the past (OPS-1)', async () => {
    await record('a')
    now = plusMillis(now, 30 * 3_600_000)
    const entry = { occurredAt: plusMillis(now, -10 * 3_600_000), backdatedBecause: 'the network was away' }
    expect((await record('b', {}, entry)).violations).toEqual([{ rule: 'OPS-1' }])
  })
})

describe('a February with two days without a backup', () => {
  it(
    'is 26 of 28, live as in replay, and each of the two runs out and escalates (OPS-1, KPI-30, backup.daily)',
    async () => {
      for (let day = 1; day <= 28; day += 1) {
        now = shanghai(`2026-02-${String(day).padStart(2, '0')} 00:01`)
        await clockComesRound()
        if (day === 11) {
          const board = await service.kit.deadlines.list({ statuses: ['OVERDUE'] }, { first: 10 })
          expect(board.items).toMatchObject([
            { state: { key: 'backup.daily', rule: 'OPS-1', dueAt: shanghai('2026-02-10 02:00') } },
          ])
        }
        now = plusMillis(now, 119 * 60_000)
        if (day !== 10 && day !== 17) await record(`backup-${day}-${randomUUID()}`)
      }
      now = shanghai('2026-03-01 00:00')
      await clockComesRound()
      const rows = await liveRows()
      expect(rows.find(({ part }) => part === null)).toMatchObject({ numerator: 26, denominator: 28, pending: 0 })
      expect(await replayedRows()).toEqual(rows)
      const breaches = (await events('DeadlineAnnounced')).filter(({ data }) => data['announcement'] === 'BREACH')
      expect(breaches.map(({ data: { dueAt, escalateTo } }) => [dueAt, escalateTo])).toEqual([
        [shanghai('2026-02-10 02:00'), 'ADMINISTRATION'],
        [shanghai('2026-02-17 02:00'), 'ADMINISTRATION'],
      ])
    },
    PATIENCE_MS,
  )
})
