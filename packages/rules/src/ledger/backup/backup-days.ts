import type { Instant } from '../../primitives/instant.ts'
import type { LocalDate, TimeZone } from '../../primitives/local-date.ts'
import { periodsBegun } from '../periods.ts'

/** A day on which a backup is due: one `BackupExpected` is recorded for it, as of its beginning. */
export interface BackupDay {
  readonly dayOn: LocalDate
  readonly startsAt: Instant
}

/** OPS-1: every day that began after one instant and up to another, that one included; holidays are no exception. */
export function backupDays(after: Instant, upTo: Instant, zone: TimeZone): readonly BackupDay[] {
  return periodsBegun('DAILY', after, upTo, zone).map(({ firstOn, startsAt }) => ({ dayOn: firstOn, startsAt }))
}
