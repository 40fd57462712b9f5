import type { LocalDate } from '../../primitives/local-date.ts'
import type { CalendarException } from '../definition.ts'
import { eventDays } from './event-days.ts'
import type { FeedEvent } from './feed-event.ts'
import { writtenDate } from './feed-time.ts'
import { timedIntervals } from './half-day.ts'
import type { FeedRemark, FeedRemarkCode, HolidayFeedOptions } from './holiday-feed.ts'
import { defaultFeedMarks, type MarkedText, markedText } from './marks.ts'
import { remark } from './remark.ts'
import { withSpecialDays } from './special-day.ts'

/** What one event says of one day; `exception` is `null` where it cannot be told, and then no other event decides it. */
export interface DayClaim {
  readonly date: LocalDate
  readonly line: number
  readonly mark: string | null
  readonly exception: CalendarException | null
}

export interface EventReading {
  readonly claims: readonly DayClaim[]
  readonly remarks: readonly FeedRemark[]
}

/** What an event says of the days of the window. */
export function readDays(event: FeedEvent, options: HolidayFeedOptions): EventReading {
  const { line, summary, status, recurrence } = event
  const { days, isCut } = eventDays(event, options.window, options.calendar.zone)
  if (event.replaces !== null) return replacement(event, days, options)
  if (status === 'CANCELLED') return { claims: [], remarks: [remark('CANCELLED', line, days, summary)] }
  const aside = [
    ...(isCut ? [remark('OUTSIDE_WINDOW', line, [], summary)] : []),
    ...(['', 'CONFIRMED'].includes(status) ? [] : [remark('NOT_CONFIRMED', line, days, `${summary} (${status})`)]),
  ]
  // A recurrence that is not read may reach into the window from outside it.
  const isOutside = days.length === 0 && recurrence.type !== 'UNSUPPORTED'
  const read = isOutside ? { claims: [], remarks: [] } : claimsOf(event, days, options)
  return { claims: read.claims, remarks: [...aside, ...read.remarks] }
}

/** Neither the day that is replaced nor the one that replaces it is clear. */
function replacement(event: FeedEvent, days: readonly LocalDate[], { window }: HolidayFeedOptions): EventReading {
  const replaced = event.replaces === null ? [] : [writtenDate(event.replaces)]
  const inWindow = replaced.filter((date) => date >= window.from && date <= window.to)
  return unclear('OCCURRENCE_REPLACED', event, [...new Set([...days, ...inWindow])].toSorted())
}

function claimsOf(event: FeedEvent, days: readonly LocalDate[], options: HolidayFeedOptions): EventReading {
  const { summary, categories } = event
  const text = markedText([summary, ...categories].join('\n'), options.marks ?? defaultFeedMarks)
  const marked = withSpecialDays(text, event.specialDays)
  const reason = whyUnclear(event, marked)
  if (reason !== null) return unclear(reason, event, days)
  if (event.start.type === 'CLOCK') return timed(event, days, marked, options)
  return { claims: days.map((date) => claim(event, date, marked, {})), remarks: [] }
}

function whyUnclear(
  { recurrence, start, end, summary, categories }: FeedEvent,
  { kind }: MarkedText,
): FeedRemarkCode | null {
  if (recurrence.type === 'UNSUPPORTED') return 'RECURRENCE_UNSUPPORTED'
  if (start.type === 'DAY' && end?.type === 'DAY' && end.date < start.date) return 'LENGTH_UNCLEAR'
  if (summary === '' && categories.every((text) => text === '')) return 'TEXT_MISSING'
  return kind === 'UNCLEAR' ? 'MARK_UNCLEAR' : null
}

function timed(
  event: FeedEvent,
  days: readonly LocalDate[],
  marked: MarkedText,
  { calendar }: HolidayFeedOptions,
): EventReading {
  const intervals = timedIntervals(event, marked.kind, calendar)
  if (intervals === null) return unclear('TIMED', event, days)
  const claims = days.map((date) => claim(event, date, marked, { kind: 'HALF_DAY', intervals }))
  return { claims, remarks: [remark('TIMED', event.line, days, event.summary)] }
}

function claim(
  { line, summary, categories }: FeedEvent,
  date: LocalDate,
  { kind, mark }: MarkedText,
  halfDay: Partial<CalendarException>,
): DayClaim {
  const text = summary === '' ? categories.join(', ') : summary
  const whole = kind === 'WORKING' ? 'WORKING' : 'HOLIDAY'
  return { date, line, mark, exception: { date, kind: whole, name: { zh: text, en: text }, ...halfDay } }
}

function unclear(code: FeedRemarkCode, event: FeedEvent, days: readonly LocalDate[]): EventReading {
  const claims = days.map((date) => ({ date, line: event.line, mark: null, exception: null }))
  return { claims, remarks: [remark(code, event.line, days, event.summary)] }
}
