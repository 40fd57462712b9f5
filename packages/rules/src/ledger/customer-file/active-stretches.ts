import type { Instant } from '../../primitives/instant.ts'
import { type Stretch, stretchesWhere } from '../stretches.ts'
import { compareInstants } from '../timing.ts'

/** That a party became active, or no longer is (C34). */
export interface ActivityMark {
  readonly at: Instant
  readonly isActive: boolean
}

/** What a file's activity depends on. */
export interface FileActivity {
  readonly openedAt: Instant
  readonly activity: readonly ActivityMark[]
  readonly closedAt: Instant | null
}

/**
 * When an open file was an active one. Nobody is active before that was said; being said again changes nothing. What
 * begins and ends at the same instant is active: no file drops out of the figures in doubt.
 */
export function activeStretches({ openedAt, activity, closedAt }: FileActivity): readonly Stretch[] {
  const marks = activity.toSorted((a, b) => compareInstants(a.at, b.at) || Number(a.isActive) - Number(b.isActive))
  const borders = [openedAt, ...marks.map(({ at }) => at), ...(closedAt === null ? [] : [closedAt])]
  return stretchesWhere(borders, (instant) => {
    const isOpen = openedAt <= instant && (closedAt === null || instant < closedAt)
    return isOpen && (marks.findLast(({ at }) => at <= instant)?.isActive ?? false)
  })
}
