import { type LocalDate, plusDays, type TimeZone } from '../../primitives/local-date.ts'
import type { Coverage } from '../definition.ts'
import type { FeedEvent } from './feed-event.ts'
import { type FeedTime, localClock, writtenDate } from './feed-time.ts'
import { yearlyOccurrences } from './yearly.ts'

/** The days of one occurrence: from the first to the last, both included. */
interface Span {
  readonly first: LocalDate
  readonly last: LocalDate
}

export interface EventDays {
  /** Days of all occurrences inside the window, ascending, none twice. */
  readonly days: readonly LocalDate[]
  /** True when an event that does not come back has days outside the window. */
  readonly isCut: boolean
}

/**
 * The days that an event touches. DTEND is not part of an all-day event; without one, or with the day of its beginning, as
 * feeds have it that take DTEND for the last day, it lasts one day.
 */
export function eventDays(event: FeedEvent, window: Coverage, zone: TimeZone): EventDays {
  const { start, end, recurrence } = event
  const single: Span = { first: dateIn(start, zone), last: lastDay(start, end, zone) }
  if (recurrence.type !== 'YEARLY') {
    return { days: daysWithin(single, window), isCut: single.first < window.from || single.last > window.to }
  }
  const { rule, except } = recurrence
  const length = daysBetween(single.first, single.last)
  const firsts = yearlyOccurrences(single.first, rule, window).filter((first) => !except.includes(first))
  const days = firsts.flatMap((first) => daysWithin({ first, last: plusDays(first, length) }, window))
  return { days: [...new Set(days)].toSorted(), isCut: false }
}

function dateIn(time: FeedTime, zone: TimeZone): LocalDate {
  const clock = time.type === 'CLOCK' ? localClock(time, zone) : null
  return clock === null ? writtenDate(time) : (clock.slice(0, 10) as LocalDate) // the day of an existing clock time
}

function lastDay(start: FeedTime, end: FeedTime | null, zone: TimeZone): LocalDate {
  const first = dateIn(start, zone)
  if (end === null) return first
  const endsOn = dateIn(end, zone)
  const isMidnight = end.type === 'DAY' || localClock(end, zone)?.endsWith('T00:00:00') === true
  const last = isMidnight ? plusDays(endsOn, -1) : endsOn
  // What ends before it begins is unclear, and concerns the day of its beginning.
  if (last < first) return first
  return last
}

function daysBetween(first: LocalDate, last: LocalDate): number {
  return Temporal.PlainDate.from(first).until(last, { largestUnit: 'day' }).days
}

function daysWithin({ first, last }: Span, window: Coverage): readonly LocalDate[] {
  const days: LocalDate[] = []
  const to = last < window.to ? last : window.to
  for (let day = first > window.from ? first : window.from; day <= to; day = plusDays(day, 1)) days.push(day)
  return days
}
