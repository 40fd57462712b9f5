import type { JobInterval } from '../catalogue/index.ts'
import type { Instant } from '../primitives/instant.ts'
import { type LocalDate, localDateOf, parseLocalDate, startOfDay, type TimeZone } from '../primitives/local-date.ts'

/** A day, ISO week, month, quarter or year of a zone. */
export interface Period {
  /** `2026-03-02`, `2026-W10`, `2026-03`, `2026-Q1` or `2026`. */
  readonly name: string
  readonly firstOn: LocalDate
  /** The first day that no longer belongs to it. */
  readonly nextOn: LocalDate
  readonly startsAt: Instant
  /** The first instant that no longer belongs to it. */
  readonly endsAt: Instant
}

/**
 * The periods that began after one instant and up to another, that one included, in order. Asking for consecutive spans
 * names each period once, so a scheduler that was down catches up with the same periods as one that was up.
 * @example periodsBegun('QUARTERLY', beginOf('2026-01-01'), beginOf('2026-07-01'), zone) names 2026-Q2 and 2026-Q3
 */
export function periodsBegun(interval: JobInterval, after: Instant, upTo: Instant, zone: TimeZone): readonly Period[] {
  const { firstDayOf, length } = shapes[interval]
  const periods: Period[] = []
  let first = firstDayOf(Temporal.PlainDate.from(localDateOf(after, zone)))
  for (let startsAt = beginOf(first, zone); startsAt <= upTo; startsAt = beginOf(first, zone)) {
    const next = first.add(length)
    if (after < startsAt) periods.push(periodOf(interval, first, next, zone))
    first = next
  }
  return periods
}

interface PeriodShape {
  /** The first day of the period that a day lies in. */
  firstDayOf(day: Temporal.PlainDate): Temporal.PlainDate
  readonly length: Temporal.DurationLike
  nameOf(first: Temporal.PlainDate): string
}

const YEAR_LENGTH = 'YYYY'.length
const MONTH_LENGTH = 'YYYY-MM'.length

const shapes: Readonly<Record<JobInterval, PeriodShape>> = {
  DAILY: { firstDayOf: (day) => day, length: { days: 1 }, nameOf: (first) => first.toString() },
  WEEKLY: { firstDayOf: (day) => day.subtract({ days: day.dayOfWeek - 1 }), length: { weeks: 1 }, nameOf: isoWeekOf },
  MONTHLY: {
    firstDayOf: (day) => day.with({ day: 1 }),
    length: { months: 1 },
    nameOf: (first) => first.toString().slice(0, MONTH_LENGTH),
  },
  QUARTERLY: {
    firstDayOf: (day) => day.with({ month: day.month - ((day.month - 1) % 3), day: 1 }),
    length: { months: 3 },
    nameOf: (first) => `${yearOf(first)}-Q${(first.month + 2) / 3}`,
  },
  YEARLY: { firstDayOf: (day) => day.with({ month: 1, day: 1 }), length: { years: 1 }, nameOf: yearOf },
}

function periodOf(interval: JobInterval, first: Temporal.PlainDate, next: Temporal.PlainDate, zone: TimeZone): Period {
  return {
    name: shapes[interval].nameOf(first),
    firstOn: dateOf(first),
    nextOn: dateOf(next),
    startsAt: beginOf(first, zone),
    endsAt: beginOf(next, zone),
  }
}

/** An ISO week belongs to the year, and has the number in it, of its Thursday. */
function isoWeekOf(monday: Temporal.PlainDate): string {
  const thursday = monday.add({ days: 3 })
  const number = Math.ceil(thursday.dayOfYear / 7)
  return `${yearOf(thursday)}-W${String(number).padStart(2, '0')}`
}

function yearOf(day: Temporal.PlainDate): string {
  return day.toString().slice(0, YEAR_LENGTH)
}

function dateOf(day: Temporal.PlainDate): LocalDate {
  return parseLocalDate(day.toString())
}

function beginOf(day: Temporal.PlainDate, zone: TimeZone): Instant {
  return startOfDay(dateOf(day), zone)
}
