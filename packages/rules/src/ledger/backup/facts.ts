import type { Instant } from '../../primitives/instant.ts'
import type { LocalDate, TimeZone } from '../../primitives/local-date.ts'

export interface BackupExpectedData {
  readonly dayOn: LocalDate
  /** Whose day it is. */
  readonly zone: TimeZone
}

export interface BackupVerifiedData {
  /** Of the backup, on its volume: the record of all of them has an id of its own. */
  readonly archiveId: string
  /** Whether restoring it succeeded. One that was not tried is not verified. */
  readonly isRestorable: boolean
  /** When the backup was complete; `null` where its manifest cannot be read. */
  readonly completedAt: Instant | null
  /** Each as of one instant. */
  readonly databases: readonly { readonly snapshotAt: Instant }[]
}

/**
 * One stream for all backups of the customer files, those of buyers and of users (C34). It begins with the first attempt to
 * restore one: a company that has never told of any, such as one that tries the platform out, is neither measured nor under a
 * limit. From then on every day counts, also while no attempt succeeds.
 */
export interface BackupFactData {
  /** Recorded by a schedule, as of the day's first instant. */
  readonly BackupExpected: BackupExpectedData
  /** Occurs when the attempt to restore ended: only then is known that there is a backup, which is as old as its snapshot. */
  readonly BackupVerified: BackupVerifiedData
}
