import type { Bilingual } from '../primitives/bilingual.ts'
import type { LocalDate, TimeZone } from '../primitives/local-date.ts'

/*
 * Glossary
 *   open time        what lies inside the intervals of working days; everything else is closed
 *   interval         half-open: its first instant is open, its last is not ('18:00' is already closed)
 *   working day      a day with at least one interval; an interval that runs past midnight belongs to the day it began on
 *   make-up day      a Saturday or Sunday that the State Council declares a working day in exchange for a longer holiday
 *   coverage         the days whose holidays are published; outside it nothing is known
 */

export const weekdays = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'] as const
export type Weekday = (typeof weekdays)[number]

/** Clock times 'HH:MM' of the calendar's zone; `to` may be '24:00', and a `to` before `from` lies on the next day. */
export interface ClockInterval {
  readonly from: string
  readonly to: string
}

/** A day that differs from the weekly pattern. */
export interface CalendarException {
  readonly date: LocalDate
  /** HOLIDAY is closed; WORKING is open although the week says closed; HALF_DAY is open for its own intervals. */
  readonly kind: 'HOLIDAY' | 'WORKING' | 'HALF_DAY'
  /** Required for HALF_DAY, refused for HOLIDAY; WORKING without them takes `hoursOfMakeUpDays`. */
  readonly intervals?: readonly ClockInterval[]
  readonly name: Bilingual
}

/** First and last day, both included. */
export interface Coverage {
  readonly from: LocalDate
  readonly to: LocalDate
}

/**
 * What happens outside the coverage. `refuse`: `CALENDAR_NOT_PUBLISHED`. `weeklyPattern`: up to ten years before and
 * after are computed as if no holiday existed, and every explanation says so.
 */
export type OutsideCoverage = 'refuse' | 'weeklyPattern'

/** Business hours, holidays and make-up days of one company in one zone. */
export interface CalendarDefinition {
  readonly id: string
  /** Changes whenever anything of the definition changes; it is stored with every due time. */
  readonly version: string
  readonly zone: TimeZone
  readonly weekly: Readonly<Partial<Record<Weekday, readonly ClockInterval[]>>>
  readonly exceptions: readonly CalendarException[]
  readonly coverage: Coverage
  readonly outsideCoverage?: OutsideCoverage
  /** Hours of a WORKING exception without its own; default: those of the week's first working weekday. */
  readonly hoursOfMakeUpDays?: readonly ClockInterval[]
}

const CLOCK = /^([01]\d|2[0-3]):([0-5]\d)$/
const MINUTE = 60_000

/** An interval in milliseconds after its day's midnight on the clock; `to` is greater than `from`. */
export interface ClockRange {
  readonly from: number
  readonly to: number
}

/** `null` for anything but 'HH:MM' (and '24:00' as an end) with a length above zero. */
export function clockRangeOf(interval: ClockInterval): ClockRange | null {
  const from = clockMillisOf(interval.from)
  const to = interval.to === '24:00' ? 24 * 60 * MINUTE : clockMillisOf(interval.to)
  if (from === null || to === null || from === to) return null
  return { from, to: to > from ? to : to + 24 * 60 * MINUTE }
}

/** Milliseconds after midnight on the clock, `null` for anything but 'HH:MM'. */
export function clockMillisOf(text: string): number | null {
  const match = CLOCK.exec(text)
  return match ? (Number(match[1]) * 60 + Number(match[2])) * MINUTE : null
}
