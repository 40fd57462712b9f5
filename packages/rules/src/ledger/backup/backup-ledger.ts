import { binOf } from '../../kpi/durations.ts'
import { millisOf, plusMillis } from '../../primitives/instant.ts'
import { endOfDay, startOfDay } from '../../primitives/local-date.ts'
import { type Entry, withEntry } from '../entries.ts'
import { factGuard } from '../facts.ts'
import type { Fact, Ledger, Measurement, Timer } from '../ledger.ts'
import { oneThing } from '../timing.ts'
import type { BackupExpectedData, BackupFactData } from './facts.ts'

/** A day with its date as the id. */
export interface ExpectedBackup extends Entry, BackupExpectedData {
  readonly policyVersion: string
}

export interface GoodBackup extends Entry {
  readonly policyVersion: string
}

/** The days that need a backup, and the backups that were restored successfully, both by time. */
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
      const { archiveId, isRestorable } = fact.data
      if (!isRestorable) return state
      // Restored again later, it is no new backup.
      return { ...state, good: withEntry(state.good, { id: archiveId, at, policyVersion }) }
    }
  }
}

/**
 * OPS-1: after each good backup the next one is due, however little changed. Where the first is still to come, a limit
 * runs from the first day that expects one: having no backup at all must not look better than having an old one.
 */
function backupTimers({ expected, good }: BackupLedger): readonly Timer[] {
  const [firstDay] = expected
  const [firstGood] = good
  const isAwaited = firstDay !== undefined && (firstGood === undefined || firstDay.at < firstGood.at)
  const starts: readonly GoodBackup[] = isAwaited ? [{ ...firstDay, id: '' }, ...good] : good
  return starts.map(({ id, at, policyVersion }, index) => ({
    key: 'backup.daily',
    item: id,
    rule: 'OPS-1',
    startedAt: at,
    stoppedAt: starts[index + 1]?.at ?? null,
    voidedAt: null,
    dueAt: null,
    policyVersion,
  }))
}

function backupMeasurements({ expected, good }: BackupLedger): readonly Measurement[] {
  return [...expected.map((day) => coverage(day, good)), ...gaps(good)]
}

/** KPI-30: whether a backup of the day can be restored; pending until the day is over. The next day's is no help to it. */
function coverage({ dayOn, zone }: ExpectedBackup, good: readonly GoodBackup[]): Measurement {
  const [startsAt, endsAt] = [startOfDay(dayOn, zone), endOfDay(dayOn, zone)]
  const first = good.find(({ at }) => startsAt <= at && at < endsAt)
  const day = oneThing('KPI-30', null, startsAt, [])
  return { ...day, item: dayOn, dueAt: plusMillis(endsAt, -1), achievedAt: first?.at ?? null }
}

/** KPI-30: from each good backup to the next one, in the period in which the gap began. One that is open has no length. */
function gaps(good: readonly GoodBackup[]): readonly Measurement[] {
  return good.flatMap(({ id, at }, index) => {
    const before = good[index - 1]
    if (before === undefined) return []
    const gap = { ...oneThing('KPI-30', 'gap', at, []), item: id, countsAt: before.at, achievedAt: at }
    return [{ ...gap, bin: binOf(millisOf(at) - millisOf(before.at)) }]
  })
}

/** Limit OPS-1; measures KPI-30. */
export const backupLedger: Ledger<BackupLedger> = {
  shape: 1,
  initial: { expected: [], good: [] },
  record: recordBackup,
  timers: backupTimers,
  measurements: backupMeasurements,
}
