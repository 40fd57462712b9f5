import type { Instant } from '../../primitives/instant.ts'
import {
  type LocalDate,
  localDateOf,
  parseLocalDate,
  plusMonths,
  startOfDay,
  type TimeZone,
} from '../../primitives/local-date.ts'

/** A month whose targets are due: one `TargetsExpected` is recorded for it, as of its beginning. */
export interface TargetMonth {
  /** Its first day. */
  readonly monthOn: LocalDate
  readonly beganAt: Instant
}

/**
 * The months that began after one instant and up to another, that one included. A schedule that was down asks from the
 * last month it recorded and, recording each as of its beginning, brings about the same limits and figures.
 */
export function targetMonthsBegun(after: Instant, upTo: Instant, zone: TimeZone): readonly TargetMonth[] {
  const months: TargetMonth[] = []
  const firstOfMonth = parseLocalDate(`${localDateOf(after, zone).slice(0, 'YYYY-MM'.length)}-01`)
  for (let count = 0; ; count++) {
    const monthOn = plusMonths(firstOfMonth, count)
    const beganAt = startOfDay(monthOn, zone)
    if (beganAt > upTo) return months
    if (beganAt > after) months.push({ monthOn, beganAt })
  }
}
