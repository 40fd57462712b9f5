import type { LocalDate, TimeZone } from '../../primitives/local-date.ts'

export interface BackupExpectedData {
  readonly dayOn: LocalDate
  /** Whose day it is. */
  readonly zone: TimeZone
}

export interface BackupVerifiedData {
  readonly backupId: string
  /** Whether restoring it succeeded. One that was not tried is not verified. */
  readonly isRestorable: boolean
}

/** One stream for all backups of the customer files, those of buyers and of users (C34). */
export interface BackupFactData {
  /** Recorded by a schedule, as of the day's first instant. */
  readonly BackupExpected: BackupExpectedData
  /** Occurs when the attempt to restore ended: only then is known that there is a backup. */
  readonly BackupVerified: BackupVerifiedData
}
