import { type Instant, parseInstant, parseTimeZone } from '@afterline/rules'
import { specificationOf } from '@afterline/service-kit/testing'
import { describe, expect, it } from '@jest/globals'
import { type BackupCommand, type BackupTypes, backup } from './backup.ts'

const spec = specificationOf(backup)
const zone = parseTimeZone('Asia/Shanghai')
const by = { id: 'operator', role: 'OPERATOR' }
const backupId = '0195b1f0-0000-7000-8000-00000000000b'
const shanghai = (text: string): Instant => parseInstant(`${text.replace(' ', 'T')}:00+08:00`)
const monday = shanghai('2026-03-02 02:10')

type Recording = BackupTypes['commands']['RecordBackup']
const { zone: _, ...good }: Recording = {
  backupId,
  archiveId: '20260301T180000Z-5f0c21aa',
  isRestorable: true,
  completedAt: shanghai('2026-03-02 02:00'),
  manifestSha256: 'a'.repeat(64),
  databases: [
    { context: 'orders', snapshotAt: shanghai('2026-03-02 01:50'), events: '12' as never, documents: '14' as never },
  ],
  problems: [],
  zone,
}
const bad = { ...good, isRestorable: false, problems: [{ context: 'orders', code: 'FIGURES' }] }
const record = (at: Instant, data: Partial<Recording> = {}): BackupCommand => {
  return { type: 'RecordBackup', at, by, data: { ...good, zone, ...data } }
}
const begins = (at: Instant): BackupCommand => {
  return { type: 'ExpectBackups', at, by: { id: 'system', role: 'SYSTEM' }, data: { zone } }
}

const begun = { type: 'BackupsBegun', data: { backupId } } as const
const day = (dayOn: string) =>
  ({
    type: 'BackupExpected',
    // Written as the contract has it.
    data: { backupId, dayOn: dayOn as never, zone },
    occurredAt: shanghai(`${dayOn} 00:00`),
  }) as const
const verified = (data: typeof good = good) => ({ type: 'BackupVerified', data }) as const
const past = [{ ...begun, occurredAt: monday }, day('2026-03-02'), { ...verified(), occurredAt: monday }] as const

describe('a company that has told of no backup', () => {
  it('begins to by the first one, whose day is the first that counts (OPS-1, KPI-30)', () => {
    spec.given().when(record(monday), undefined).then(begun, day('2026-03-02'), verified())
    expect(spec.stateAfter(past)).toMatchObject({ status: 'KEPT', begunAt: monday, verified: [{ verifiedAt: monday }] })
  })

  it('begins to also by one that could not be restored: from then on having none is no excuse (OPS-1)', () => {
    spec.given().when(record(monday, bad), undefined).then(begun, day('2026-03-02'), verified(bad))
  })
})

describe('a record of backups', () => {
  it('takes another one, and notes each day that began since (OPS-1, KPI-30)', () => {
    const other = { ...good, archiveId: '20260304T180000Z-00000001' }
    spec
      .given(...past)
      .when(record(shanghai('2026-03-05 02:10'), other), undefined)
      .then(day('2026-03-03'), day('2026-03-04'), day('2026-03-05'), verified(other))
  })

  it('notes days that begin by themselves, each once (KPI-30)', () => {
    spec
      .given(...past)
      .when(begins(shanghai('2026-03-03 00:00')), undefined)
      .then(day('2026-03-03'))
    spec
      .given(...past, day('2026-03-03'))
      .when(begins(shanghai('2026-03-03 23:59')), undefined)
      .then()
  })

  it('takes the same backup once, unless it could not be restored before (OPS-1)', () => {
    const later = shanghai('2026-03-02 05:00')
    spec
      .given(...past)
      .when(record(later), undefined)
      .then()
    spec
      .given(...past)
      .when(record(later, bad), undefined)
      .then()
    const failed = [...past.slice(0, 2), { ...verified(bad), occurredAt: monday }]
    spec
      .given(...failed)
      .when(record(later, bad), undefined)
      .then()
    spec
      .given(...failed)
      .when(record(later), undefined)
      .then(verified())
  })

  it('takes nothing afterwards: a day that passed without a backup stays one (OPS-1)', () => {
    spec
      .given(...past)
      .when({ ...record(monday, { archiveId: 'other' }), knownAt: shanghai('2026-03-03 09:00') }, undefined)
      .thenRefused('OPS-1')
  })

  it('takes no good one with problems, or without a manifest (OPS-1)', () => {
    const wrong: readonly Partial<Recording>[] = [{ problems: bad.problems }, { manifestSha256: null }]
    for (const data of wrong) spec.given().when(record(monday, data), undefined).thenRefused('OPS-1')
  })

  const [orders] = good.databases
  if (orders === undefined) throw new Error('a good backup holds a database')
  const later = shanghai('2026-03-02 02:11')
  it.each<[string, Partial<Recording>]>([
    ['was never complete', { completedAt: null }],
    ['is complete only later', { completedAt: later }],
    ['is of the future', { databases: [{ ...orders, snapshotAt: later }] }],
    ['holds nothing', { databases: [] }],
    ['holds a database of no service', { databases: [{ ...orders, context: 'elsewhere' }] }],
    ['holds a database twice', { databases: [orders, orders] }],
    ['holds more events than documents', { databases: [{ ...orders, events: '15' as never }] }],
  ])('takes none as good that %s; in vain it may be told of (OPS-1)', (_, data) => {
    spec.given().when(record(monday, data), undefined).thenRefused('OPS-1')
    const inVain = { ...bad, ...data }
    spec.given().when(record(monday, inVain), undefined).then(begun, day('2026-03-02'), verified(inVain))
  })
})
