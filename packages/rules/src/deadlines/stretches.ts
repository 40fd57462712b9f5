import type { CompiledCalendar } from '../calendar/compiled-calendar.ts'
import { afterCounted, countedMillis, NEVER_MILLIS } from './due.ts'

/** Time that does not count. Epoch milliseconds, half-open; `until` is Infinity while its end is unknown. */
export interface Stretch {
  readonly from: number
  readonly until: number
}

/** The same time in order, without overlaps and gaps of no length: two stretches that adjoin are one. */
export function unionOf(stretches: readonly Stretch[]): readonly Stretch[] {
  const union: Stretch[] = []
  for (const next of stretches.filter(({ from, until }) => from < until).toSorted((a, b) => a.from - b.from)) {
    const last = union.at(-1)
    if (last && next.from <= last.until) union[union.length - 1] = { ...last, until: Math.max(last.until, next.until) }
    else union.push(next)
  }
  return union
}

/** What of the stretches lies in [from, until). */
export function within(stretches: readonly Stretch[], from: number, until: number): readonly Stretch[] {
  return stretches
    .map((stretch) => ({ from: Math.max(stretch.from, from), until: Math.min(stretch.until, until) }))
    .filter((stretch) => stretch.from < stretch.until)
}

/**
 * Moves an instant later by the time that counts inside every stretch that begins before it; an instant that a stretch
 * begins at has come already. While a stretch lasts, the instant is not reached.
 *
 * A limit of open time loses only the open time inside: a pause at night changes nothing, and hours off are never added
 * to a start (adding the wall-clock length of a pause is the mistake that most such engines begin with).
 * @param stretches in order, as `unionOf` gives them
 * @returns `NEVER_MILLIS` when a stretch that moves the instant has no end
 * @throws RulesError `CALENDAR_NOT_PUBLISHED`
 */
export function movedBy(stretches: readonly Stretch[], calendar: CompiledCalendar | null, instant: number): number {
  let moved = instant
  for (const { from, until } of stretches) {
    if (from >= moved) break
    if (until === Number.POSITIVE_INFINITY) return NEVER_MILLIS
    moved = Math.max(until, afterCounted(calendar, moved, countedMillis(calendar, from, until)))
  }
  return moved
}
