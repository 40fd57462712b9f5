import { parseInstant } from '../primitives/instant.ts'
import { parseLocalDate, parseTimeZone } from '../primitives/local-date.ts'
import { chinaHolidays } from './china/china-holidays.ts'
import type { CalendarDefinition, ClockInterval } from './definition.ts'

/* Calendars for tests and the benchmark, and a way to write instants as a clock on the wall shows them. */

/** '09:00-12:00' as an interval. */
export function hours(...texts: string[]): readonly ClockInterval[] {
  return texts.map((text) => {
    const [from = '', to = ''] = text.split('-')
    return { from, to }
  })
}

const office = hours('09:00-12:00', '13:30-18:00')
const mondayToFriday = { MON: office, TUE: office, WED: office, THU: office, FRI: office }

/** The shipped office hours in Shanghai, with Chinese holidays and make-up days of 2016 to 2026. */
export const chineseOffice: CalendarDefinition = {
  id: 'office',
  version: '1',
  zone: parseTimeZone('Asia/Shanghai'),
  weekly: mondayToFriday,
  ...chinaHolidays(2026),
}

/** A calendar without holidays in a zone, known for the years 2016 to 2026. */
export function plainCalendar(zone: string, weekly: CalendarDefinition['weekly'] = mondayToFriday): CalendarDefinition {
  const coverage = { from: parseLocalDate('2016-01-01'), to: parseLocalDate('2026-12-31') }
  return { id: 'plain', version: '1', zone: parseTimeZone(zone), weekly, exceptions: [], coverage }
}

/** The same hours on each of the seven days. */
export function everyDay(...texts: string[]): CalendarDefinition['weekly'] {
  const day = hours(...texts)
  return { MON: day, TUE: day, WED: day, THU: day, FRI: day, SAT: day, SUN: day }
}

/** '2026-02-13 16:00' in Shanghai. */
export function shanghai(text: string) {
  return parseInstant(`${text.replace(' ', 'T')}:00+08:00`)
}
