import type { CompiledCalendar } from '../calendar/compiled-calendar.ts'
import { weekdays } from '../calendar/definition.ts'
import { addOpenMillis, openMillisBetween } from '../calendar/open-time.ts'
import { addWorkingDayMillis, clockOnWorkingDay, closeOfWorkingDay } from '../calendar/working-days.ts'
import { epochOf, localOf, type ZoneOffsets } from '../calendar/zone-offsets.ts'
import type { DeadlinePolicy } from '../policy/policy-version.ts'
import type { Clock } from '../policy/term.ts'
import { type Instant, instantFromMillis } from '../primitives/instant.ts'
import { RulesError } from '../rules-error.ts'

const DAY = 86_400_000

export const NEVER_MILLIS = 253_402_300_799_999
/** The last representable moment: a limit is due then while nobody can know when it will be. */
export const NEVER: Instant = instantFromMillis(NEVER_MILLIS)

const COUNTING_OPEN_TIME: readonly Clock[] = ['business', 'workingDays', 'workingDayOfMonth', 'followingWeek']

/** Whether only the company's open time counts on a clock. */
export function countsOpenTime(clock: Clock): boolean {
  return COUNTING_OPEN_TIME.includes(clock)
}

/**
 * How a limit finds its due instant from its start, both in epoch milliseconds, as if nothing paused it. The function
 * throws RulesError `CALENDAR_NOT_PUBLISHED`, or `DEADLINE_INVALID` for a limit that is fixed by agreement: its timer
 * brings the due instant.
 */
export function dueFunctionOf(
  { key, term }: DeadlinePolicy,
  zone: ZoneOffsets,
  calendar: CompiledCalendar,
): (start: number) => number {
  switch (term.clock) {
    case 'elapsed':
      return (start) => start + term.millis
    case 'business':
      return (start) => addOpenMillis(calendar, start, term.millis)
    case 'calendarDays':
      return (start) => epochOf(zone, localOf(zone, start) + term.days * DAY)
    case 'calendarYears':
      return (start) => epochOf(zone, plusYears(localOf(zone, start), term.years))
    case 'workingDays':
      return (start) => addWorkingDayMillis(calendar, start, term.days, term.mode)
    case 'endOfDay':
      return (start) => epochOf(zone, dayOf(localOf(zone, start)) + DAY) - 1
    case 'endOfMonth':
      return (start) => epochOf(zone, monthOf(localOf(zone, start), 1)) - 1
    case 'followingWeek': {
      const days = 7 + weekdays.indexOf(term.weekday)
      return (start) => {
        const day = mondayOf(localOf(zone, start)) + days * DAY
        return clockOnWorkingDay(calendar, epochOf(zone, day), term.clockMillis)
      }
    }
    case 'workingDayOfMonth':
      return (start) => closeOfWorkingDay(calendar, epochOf(zone, monthOf(localOf(zone, start), 0)), term.ordinal)
    case 'count':
      // A project that has no close yet may still reach its number.
      return () => NEVER_MILLIS
    case 'fixed':
      return () => {
        throw new RulesError(
          'DEADLINE_INVALID',
          `deadline '${key}' is fixed by agreement and its timer brings no due instant`,
        )
      }
  }
}

/** Time that counts in [from, to): open time of a calendar, or every hour where there is none. */
export function countedMillis(calendar: CompiledCalendar | null, from: number, to: number): number {
  return calendar === null ? to - from : openMillisBetween(calendar, from, to)
}

/** The earliest instant by which so much more time has counted. */
export function afterCounted(calendar: CompiledCalendar | null, from: number, millis: number): number {
  return calendar === null ? from + millis : addOpenMillis(calendar, from, millis)
}

/** The instant at which a share of the counted time between start and due is used, rounded up; never after due. */
export function warnMillisOf(calendar: CompiledCalendar | null, percent: number, start: number, due: number): number {
  if (due <= start || due === NEVER_MILLIS) return due
  const counted = countedMillis(calendar, start, due)
  return counted === 0 ? due : afterCounted(calendar, start, Math.ceil((counted * percent) / 100))
}

function dayOf(local: number): number {
  return Math.floor(local / DAY) * DAY
}

function mondayOf(local: number): number {
  // 5 January 1970 was a Monday.
  return Math.floor((local - 4 * DAY) / (7 * DAY)) * 7 * DAY + 4 * DAY
}

function monthOf(local: number, plus: number): number {
  const date = new Date(local)
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + plus, 1)
}

/** 29 February becomes 1 March: a record is kept at least as long as asked (C1). */
function plusYears(local: number, years: number): number {
  const date = new Date(local)
  return date.setUTCFullYear(date.getUTCFullYear() + years)
}
