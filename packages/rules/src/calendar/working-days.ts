import { type Instant, instantFromMillis, millisOf } from '../primitives/instant.ts'
import { RulesError } from '../rules-error.ts'
import { type CalendarDay, type CompiledCalendar, lastAtMost } from './compiled-calendar.ts'
import { intervalFrom, notPublished, requireKnown } from './open-time.ts'
import { epochOf, localOf } from './zone-offsets.ts'

/** `sameClock`: the same clock time on the day reached (stricter). `endOfDay`: the close of the day reached. */
export type WorkingDayMode = 'sameClock' | 'endOfDay'

/**
 * The instant so many working days later (CMP-3). `start` first moves forward to the next open instant; each step is
 * one working day. Where the clock time is closed on the day reached (lunch, half day), the next opening of that day
 * counts, and after its close, its close. On a working day that runs past midnight, 02:00 of the night counts as 26:00.
 *
 * @example Friday 2026-02-13 16:00 + 1 in China is Saturday 2026-02-14 16:00, a make-up day.
 * @throws RulesError `CALENDAR_NOT_PUBLISHED`, or `DEADLINE_INVALID` for a negative or fractional number of days
 */
export function addWorkingDays(
  calendar: CompiledCalendar,
  start: Instant,
  days: number,
  mode: WorkingDayMode,
): Instant {
  return instantFromMillis(addWorkingDayMillis(calendar, millisOf(start), days, mode))
}

export function addWorkingDayMillis(
  calendar: CompiledCalendar,
  start: number,
  days: number,
  mode: WorkingDayMode,
): number {
  if (!Number.isSafeInteger(days) || days < 0) {
    throw new RulesError('DEADLINE_INVALID', `${days} is not a number of working days`)
  }
  const interval = intervalFrom(calendar, start)
  const from = calendar.workingDayOf[interval] ?? 0
  const target = from + days
  const reached = workingDay(calendar, target)
  if (!reached) throw notPublished(calendar, start)
  if (mode === 'endOfDay') return closeOf(calendar, target)
  const snapped = Math.max(start, calendar.opens[interval] ?? start)
  const clock = localOf(calendar.zoneOffsets, snapped) - (workingDay(calendar, from)?.localMidnight ?? 0)
  return snapWithin(calendar, target, epochOf(calendar.zoneOffsets, reached.localMidnight + clock))
}

/** The close of the n-th working day (1 = first) among those that begin on or after the day of an instant. */
export function closeOfWorkingDay(calendar: CompiledCalendar, fromDay: number, ordinal: number): number {
  requireKnown(calendar, fromDay)
  const day = lastAtMost(calendar.dayStarts, fromDay)
  const position = lastAtMost(calendar.workingDays, day - 1) + ordinal
  if (!workingDay(calendar, position)) throw notPublished(calendar, fromDay)
  return closeOf(calendar, position)
}

/** A clock time, open or not, on the first working day on or after the day of an instant. */
export function clockOnWorkingDay(calendar: CompiledCalendar, fromDay: number, clock: number): number {
  requireKnown(calendar, fromDay)
  const day = lastAtMost(calendar.dayStarts, fromDay)
  const reached = workingDay(calendar, lastAtMost(calendar.workingDays, day - 1) + 1)
  if (!reached) throw notPublished(calendar, fromDay)
  return epochOf(calendar.zoneOffsets, reached.localMidnight + clock)
}

function workingDay(calendar: CompiledCalendar, position: number): CalendarDay | undefined {
  const index = calendar.workingDays[position]
  return index === undefined ? undefined : calendar.days[index]
}

function closeOf(calendar: CompiledCalendar, position: number): number {
  const lastInterval = (calendar.firstIntervals[position + 1] ?? 0) - 1
  return calendar.closes[lastInterval] ?? 0
}

function snapWithin(calendar: CompiledCalendar, position: number, epoch: number): number {
  const end = calendar.firstIntervals[position + 1] ?? 0
  for (let interval = calendar.firstIntervals[position] ?? 0; interval < end; interval += 1) {
    if (epoch < (calendar.closes[interval] ?? 0)) return Math.max(epoch, calendar.opens[interval] ?? 0)
  }
  return closeOf(calendar, position)
}
