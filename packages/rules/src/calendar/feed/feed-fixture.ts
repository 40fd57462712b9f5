import { parseLocalDate } from '../../primitives/local-date.ts'
import type { CalendarDefinition } from '../definition.ts'
import { hours, plainCalendar } from '../fixtures.ts'
import type { HolidayFeedDraft, HolidayFeedOptions } from './holiday-feed.ts'
import { readHolidayFeed } from './read-holiday-feed.ts'

/* Small feeds, and what is read of them. */

export const date = parseLocalDate

/** Monday to Friday 09:00 to 12:00 and 13:30 to 18:00 in Shanghai, known for 2016 to 2026. */
export const office: CalendarDefinition = plainCalendar('Asia/Shanghai')

/** Friday until noon, and a night shift from Saturday on. */
export const oddWeek: CalendarDefinition = {
  ...office,
  weekly: { ...office.weekly, FRI: hours('08:00-12:00'), SAT: hours('09:00-12:00', '22:00-06:00') },
}

export const year2026 = { from: date('2026-01-01'), to: date('2026-12-31') }

/** A calendar with these events, each given by its lines; lines end in CRLF, as they should. */
export function feed(...events: readonly (readonly string[])[]): string {
  const lines = events.flatMap((event) => ['BEGIN:VEVENT', ...event, 'END:VEVENT'])
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n')
}

/** A whole day. */
export function wholeDay(day: string, summary: string, ...more: readonly string[]): readonly string[] {
  return [`DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`, `SUMMARY:${summary}`, ...more]
}

export function read(text: string, options: Partial<HolidayFeedOptions> = {}): HolidayFeedDraft {
  return readHolidayFeed(text, { source: 'test', window: year2026, calendar: office, ...options })
}

/** 'date KIND name' of each entry, with the hours of a half day. */
export function entriesIn({ entries }: HolidayFeedDraft): readonly string[] {
  return entries.map(({ date: day, kind, name, intervals }) => {
    const open = intervals ? ` ${intervals.map(({ from, to }) => `${from}-${to}`).join(' ')}` : ''
    return `${day} ${kind} ${name.zh}${open}`
  })
}

/** Code, line and days of each remark. */
export function remarksIn({ remarks }: HolidayFeedDraft): readonly (readonly [string, number | null, ...string[]])[] {
  return remarks.map(({ code, line, dates }) => [code, line, ...dates])
}
