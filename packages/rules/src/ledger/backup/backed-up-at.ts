import { earlierOf, type Instant } from '../../primitives/instant.ts'
import type { BackupVerifiedData } from './facts.ts'

/**
 * The instant whose data a backup brings back, which is what it counts for: of several databases the oldest. Where that is
 * not told, it is when the backup was complete, else when restoring it was tried; and never later than that.
 */
export function backedUpAt(
  { databases, completedAt }: Pick<BackupVerifiedData, 'databases' | 'completedAt'>,
  verifiedAt: Instant,
): Instant {
  const [first, ...others] = databases.map(({ snapshotAt }) => snapshotAt)
  return earlierOf(first === undefined ? (completedAt ?? verifiedAt) : others.reduce(earlierOf, first), verifiedAt)
}
