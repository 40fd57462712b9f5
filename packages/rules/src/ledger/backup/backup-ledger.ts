import { binOf } from '../../kpi/durations.ts'
import { type Instant, millisOf, plusMillis } from '../../primitives/instant.ts'
import { endOfDay, startOfDay } from '../../primitives/local-date.ts'
import { type Entry, withEntry } from '../entries.ts'
import { factGuard } from '../facts.ts'
import type { Fact, Ledger, Measurement, Timer } from '../ledger.ts'
import { compareInstants, oneThing } from '../timing.ts'
import { backedUpAt } from './backed-up-at.ts'
import type { BackupExpectedData, BackupFactData } from './facts.ts'

/** A day with its date as the id. */
export interface ExpectedBackup extends Entry, BackupExpectedData {
  readonly policyVersion: string
}

/** At the instant when it was restored. */
export interface GoodBackup extends Entry {
  /** Whose data it brings back: only for that instant does it count. */
  readonly backedUpAt: Instant
  readonly policyVersion: string
}

/** The days that need a backup, and the backups that were restored successfully, by the instant of that. */
export interface BackupLedger {
  readonly expected: readonly ExpectedBackup[]
  readonly good: readonly GoodBackup[]
}

const isBackupFact = factGuard<BackupFactData>({ BackupExpected: true, BackupVerified: true })

function recordBackup(state: BackupLedger, fact: Fact): BackupLedger {
  if (!isBackupFact(fact)) return state
  const { occurredAt: at, policyVersion } = fact
  switch (fact.type) {
    case 'BackupExpected': {
      const { dayOn, zone } = fact.data
      return { ...state, expected: withEntry(state.expected, { id: dayOn, at, policyVersion, dayOn, zone }) }
    }
    case 'BackupVerified': {
      const { archiveId: id, isRestorable } = fact.data
      if (!isRestorable) return state
      const good = { id, at, backedUpAt: backedUpAt(fact.data, at), policyVersion }
      // Restored again later, it is no new backup.
      return { ...state, good: withEntry(state.good, good) }
    }
  }
}

/**
 * OPS-1: after each good backup the next one is due, however little changed: from the instant whose data it brings back,
 * until a newer one is restored. One that is restored when a newer one was already asks for nothing. Where the first is
 * still to come, a limit runs from the first day that expects one: having no backup at all must not look better than having
 * an old one.
 */
function backupTimers({ expected, good }: BackupLedger): readonly Timer[] {
  const [firstDay] = expected
  const [firstGood] = good
  const isAwaited = firstDay !== undefined && (firstGood === undefined || firstDay.at < firstGood.at)
  const first = isAwaited ? [{ ...firstDay, id: '', backedUpAt: firstDay.at }] : []
  const starts: readonly GoodBackup[] = [...first, ...newerThanBefore(good)]
  return starts.map(({ id, backedUpAt: startedAt, policyVersion }, index) => ({
    key: 'backup.daily',
    item: id,
    rule: 'OPS-1',
    startedAt,
    stoppedAt: starts[index + 1]?.at ?? null,
    voidedAt: null,
    dueAt: null,
    policyVersion,
  }))
}

function newerThanBefore(good: readonly GoodBackup[]): readonly GoodBackup[] {
  const newer: GoodBackup[] = []
  for (const one of good) {
    const newest = newer.at(-1)
    if (newest === undefined || newest.backedUpAt < one.backedUpAt) newer.push(one)
  }
  return newer
}

function backupMeasurements({ expected, good }: BackupLedger): readonly Measurement[] {
  const byAge = good.toSorted((a, b) => compareInstants(a.backedUpAt, b.backedUpAt))
  return [...expected.map((day) => coverage(day, byAge)), ...gaps(byAge)]
}

/**
 * KPI-30: whether a backup of the day can be restored; pending until the day is over. The next day's is no help to it, and one
 * that is restored later still is the day's.
 */
function coverage({ dayOn, zone }: ExpectedBackup, good: readonly GoodBackup[]): Measurement {
  const [startsAt, endsAt] = [startOfDay(dayOn, zone), endOfDay(dayOn, zone)]
  const first = good.find((one) => startsAt <= one.backedUpAt && one.backedUpAt < endsAt)
  const day = oneThing('KPI-30', null, startsAt, [])
  return { ...day, item: dayOn, dueAt: plusMillis(endsAt, -1), achievedAt: first?.backedUpAt ?? null }
}

/** KPI-30: from each good backup to the next one, in the period in which the gap began. One that is open has no length. */
function gaps(good: readonly GoodBackup[]): readonly Measurement[] {
  return good.flatMap(({ id, backedUpAt: at }, index) => {
    const before = good[index - 1]
    if (before === undefined) return []
    const gap = { ...oneThing('KPI-30', 'gap', at, []), item: id, countsAt: before.backedUpAt, achievedAt: at }
    return [{ ...gap, bin: binOf(millisOf(at) - millisOf(before.backedUpAt)) }]
  })
}

/** Limit OPS-1; measures KPI-30. */
export const backupLedger: Ledger<BackupLedger> = {
  shape: 2,
  initial: { expected: [], good: [] },
  record: recordBackup,
  timers: backupTimers,
  measurements: backupMeasurements,
}
