import type { CompiledCalendar } from '../../calendar/compiled-calendar.ts'
import { requireKnown } from '../../calendar/open-time.ts'
import { type Instant, millisOf } from '../../primitives/instant.ts'
import { type LocalDate, plusDays } from '../../primitives/local-date.ts'
import { type Period, periodsBegun } from '../periods.ts'
import { compareInstants } from '../timing.ts'
import type { ReportKind } from './facts.ts'

/** A day or week to be reported on: one `ReportExpected` is recorded for it and each salesperson, as of its beginning. */
export interface ReportPeriod {
  readonly kind: ReportKind
  /** `YYYY-MM-DD`, or `YYYY-Www` of an ISO week. */
  readonly period: string
  readonly startsAt: Instant
}

/**
 * C7: both a daily and a weekly report. Of the days that began after one instant and up to another, that one included,
 * each working day, a make-up day among them; of the weeks, each that has a working day. In order, a week before its
 * Monday. A scheduler that was down asks from the last period it recorded and finds what it missed.
 * @throws RulesError `CALENDAR_NOT_PUBLISHED` where the calendar cannot tell whether there is a working day
 */
export function reportPeriods(calendar: CompiledCalendar, after: Instant, upTo: Instant): readonly ReportPeriod[] {
  const workingDates = datesOf(calendar)
  const begun = (kind: ReportKind) =>
    periodsBegun(kind, after, upTo, calendar.zone)
      .filter((period) => hasWorkingDay(period, workingDates, calendar))
      .map(({ name, startsAt }) => ({ kind, period: name, startsAt }))
  return [...begun('WEEKLY'), ...begun('DAILY')].toSorted((a, b) => compareInstants(a.startsAt, b.startsAt))
}

function datesOf({ days, workingDays }: CompiledCalendar): ReadonlySet<LocalDate> {
  return new Set(Array.from(workingDays).flatMap((index) => days[index]?.date ?? []))
}

function hasWorkingDay(
  { firstOn, nextOn, startsAt, endsAt }: Period,
  workingDates: ReadonlySet<LocalDate>,
  calendar: CompiledCalendar,
): boolean {
  for (let day = firstOn; day < nextOn; day = plusDays(day, 1)) if (workingDates.has(day)) return true
  // Of a week at the edge of what is known, the days beyond might be working days.
  for (const instant of [startsAt, endsAt]) requireKnown(calendar, millisOf(instant))
  return false
}
