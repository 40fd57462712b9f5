import { type BackupEvent, contexts } from '@afterline/events'
import {
  backupDays,
  backupStages,
  type Instant,
  localDateOf,
  plusMillis,
  startOfDay,
  type TimeZone,
  thousandthsOf,
} from '@afterline/rules'
import { type AnyCommandOf, aggregate, type CommandsOf } from '@afterline/service-kit/aggregate'
import * as refusal from './backup.refusals.ts'
import { type BackupRecord, backupCommands, backupState } from './fields.ts'

export interface BackupTypes {
  readonly unbegun: 'UNKNOWN'
  readonly state: BackupRecord
  readonly commands: CommandsOf<typeof backupCommands>
  readonly events: BackupEvent
  readonly lookUp: undefined
  readonly begins: 'RecordBackup'
  readonly begunBy: 'BackupsBegun'
}

export type BackupCommand = AnyCommandOf<BackupTypes>
type Recording = Extract<BackupCommand, { readonly type: 'RecordBackup' }>

/**
 * The record of all backups (OPS-1, KPI-30): one for the company, begun by the first attempt to restore one, whatever came
 * of that. Every day since needs a backup that was restored.
 */
export const backup = aggregate<BackupTypes>({
  category: 'backup',
  shape: 1,
  life: backupStages,
  commands: backupCommands,
  state: backupState,
  begunAt: 'begunAt',
  unique: {
    company: {
      is: { zh: '公司的备份记录', en: 'record of the company’s backups' },
      rule: 'OPS-1',
      path: 'archiveId',
      of: () => [['company']],
    },
  },
  begin: {
    RecordBackup: (recording) => {
      const { backupId } = recording.data
      const yesterday = plusMillis(beginningOfDay(recording), -1)
      return {
        events: [
          { type: 'BackupsBegun', data: { backupId } },
          ...daysBegun(backupId, yesterday, recording),
          verified(backupId, recording),
        ],
        violations: problemsOf(recording),
      }
    },
  },
  again: {
    identity: 'company',
    decide: {
      RecordBackup: (known, recording) => {
        const { archiveId, isRestorable } = recording.data
        // Restored again it is no other backup; one that could not be restored may be tried again.
        const isKnown = known.verified.some((one) => one.archiveId === archiveId && (one.isRestorable || !isRestorable))
        if (isKnown) return { events: [], violations: [] }
        return {
          events: [...daysMissing(known, recording), verified(known.backupId, recording)],
          violations: problemsOf(recording),
        }
      },
    },
  },
  decide: {
    ExpectBackups: (known, command) => ({ events: daysMissing(known, command), violations: [] }),
  },
  begun: {
    BackupsBegun: ({ data: { backupId }, occurredAt }) => {
      return { status: 'KEPT', backupId, begunAt: occurredAt, expectedTo: null, verified: [] }
    },
  },
  evolve: {
    BackupExpected: (_, { occurredAt }) => ({ expectedTo: occurredAt }),
    BackupVerified: ({ verified: former }, { data: { backupId: _, ...told }, occurredAt: verifiedAt }) => ({
      verified: [...former, { ...told, verifiedAt }],
    }),
  },
})

function verified(backupId: string, { data: { zone: _, ...told } }: Recording): BackupEvent {
  return { type: 'BackupVerified', data: { ...told, backupId } }
}

interface InZone {
  readonly at: Instant
  readonly data: { readonly zone: TimeZone }
}

/** Also those during which nothing ran that could have noted them. */
function daysMissing({ backupId, begunAt, expectedTo }: BackupRecord, until: InZone): readonly BackupEvent[] {
  return daysBegun(backupId, expectedTo ?? begunAt, until)
}

function daysBegun(backupId: string, after: Instant, { at, data: { zone } }: InZone): readonly BackupEvent[] {
  return backupDays(after, at, zone).map(({ dayOn, startsAt }) => {
    return { type: 'BackupExpected', data: { backupId, dayOn, zone }, occurredAt: startsAt }
  })
}

function beginningOfDay({ at, data: { zone } }: InZone): Instant {
  return startOfDay(localDateOf(at, zone), zone)
}

function problemsOf({ at, knownAt, data }: Recording) {
  const { archiveId, isRestorable, manifestSha256, problems } = data
  return [
    ...(knownAt === undefined ? [] : [refusal.recordedLate(archiveId, at)]),
    ...(isRestorable && (problems.length > 0 || manifestSha256 === null) ? [refusal.contradicting(archiveId)] : []),
    // What could not be restored may say anything of itself.
    ...(isRestorable ? implausibilitiesOf(data, knownAt ?? at) : []),
  ]
}

type Finding = readonly [isSo: boolean, what: keyof typeof refusal.implausibilities]

function implausibilitiesOf({ archiveId, completedAt, databases }: Recording['data'], now: Instant) {
  const holders = databases.map(({ context }) => context)
  const instants = [completedAt ?? now, ...databases.map(({ snapshotAt }) => snapshotAt)]
  const findings: readonly Finding[] = [
    [completedAt === null, 'UNDATED'],
    [instants.some((instant) => instant > now), 'AHEAD'],
    [databases.length === 0, 'EMPTY'],
    [holders.some((holder) => !contexts.some((context) => context === holder)), 'FOREIGN'],
    [new Set(holders).size < holders.length, 'TWICE'],
    [databases.some((one) => thousandthsOf(one.events) > thousandthsOf(one.documents)), 'MISCOUNTED'],
  ]
  return findings.filter(([isSo]) => isSo).map(([, what]) => refusal.implausible(archiveId, what))
}
