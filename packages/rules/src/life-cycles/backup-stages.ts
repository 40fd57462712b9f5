import type { TransitionTable } from './transitions.ts'

export type BackupStage = 'UNKNOWN' | 'KEPT'

export type BackupCommandName = 'RecordBackup' | 'ExpectBackups'

/** The record of all backups of the company: it is begun by the first attempt to restore one, and kept from then on (OPS-1). */
export const backupStages: TransitionTable<BackupStage, BackupCommandName> = {
  name: { zh: '备份记录', en: 'record of backups' },
  rule: 'OPS-1',
  initial: 'UNKNOWN',
  transitions: {
    UNKNOWN: { RecordBackup: 'KEPT' },
    KEPT: { RecordBackup: 'KEPT', ExpectBackups: 'KEPT' },
  },
}
