import type { Instant } from '../../primitives/instant.ts'
import { endOfDay, type LocalDate, localDateOf, plusDays, type TimeZone } from '../../primitives/local-date.ts'

/** A day that is over: one `StockDayClosed` is recorded for it and each product, as of its end. */
export interface EndedDay {
  readonly dayOn: LocalDate
  /** The first instant that no longer belongs to it. */
  readonly endedAt: Instant
}

/**
 * The days that ended after one instant and up to another, that one included. A schedule that was down asks from the end
 * of the last day it recorded and, recording each as of its end, brings about the same figures.
 */
export function stockDaysEnded(after: Instant, upTo: Instant, zone: TimeZone): readonly EndedDay[] {
  const days: EndedDay[] = []
  let dayOn = localDateOf(after, zone)
  for (let endedAt = endOfDay(dayOn, zone); endedAt <= upTo; endedAt = endOfDay(dayOn, zone)) {
    days.push({ dayOn, endedAt })
    dayOn = plusDays(dayOn, 1)
  }
  return days
}
