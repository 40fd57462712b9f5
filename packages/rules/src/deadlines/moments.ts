import type { CompiledCalendar } from '../calendar/compiled-calendar.ts'
import type { TimerStart } from '../ledger/ledger.ts'
import { millisOf } from '../primitives/instant.ts'
import type { CompiledDeadline } from './compiled-deadlines.ts'
import type { Run } from './course.ts'
import { NEVER_MILLIS, warnMillisOf } from './due.ts'
import { movedBy } from './stretches.ts'

/** The calendar that a timer counts on. A due instant that the timer brings is counted on the wall clock. */
export function calendarOf(
  { calendar }: CompiledDeadline,
  { dueAt }: Pick<TimerStart, 'dueAt'>,
): CompiledCalendar | null {
  return dueAt === null ? calendar : null
}

/**
 * The last moment that meets a run of a limit, in epoch milliseconds. It is found as if nothing paused the run, then
 * moved by the counted time that the run lost before it: elapsed time for hours, calendar days and years, open time for
 * business time and working days. A moment of the calendar, or one that the timer brings, is never moved.
 */
export function dueOf(deadline: CompiledDeadline, timer: Pick<TimerStart, 'dueAt'>, run: Run): number {
  if (timer.dueAt !== null) return millisOf(timer.dueAt)
  // It begins when something falls due that waits (CMP-4): nobody can know when that will be.
  if (run.start === NEVER_MILLIS) return NEVER_MILLIS
  return moved(deadline, run, deadline.dueMillis(run.start))
}

/** When the warning share of a run's counted time is used; at most the due instant. */
export function warnOf(deadline: CompiledDeadline, timer: Pick<TimerStart, 'dueAt'>, run: Run): number {
  const { policy } = deadline
  if (timer.dueAt !== null) return warnMillisOf(null, policy.warnAtPercent, run.start, millisOf(timer.dueAt))
  if (run.start === NEVER_MILLIS) return NEVER_MILLIS
  const due = deadline.dueMillis(run.start)
  return moved(deadline, run, warnMillisOf(deadline.calendar, policy.warnAtPercent, run.start, due))
}

function moved({ isMeasuring, calendar }: CompiledDeadline, { uncounted }: Run, instant: number): number {
  return isMeasuring && uncounted.length > 0 ? movedBy(uncounted, calendar, instant) : instant
}
