import { weekdays } from '../calendar/definition.ts'
import { addOpenMillis, openMillisBetween } from '../calendar/open-time.ts'
import { addWorkingDayMillis, clockOnWorkingDay, closeOfWorkingDay } from '../calendar/working-days.ts'
import { epochOf, localOf } from '../calendar/zone-offsets.ts'
import type { TimerStart } from '../ledger/ledger.ts'
import type { PolicyBook } from '../policy/book.ts'
import type { DeadlinePolicy } from '../policy/policy-version.ts'
import type { Clock } from '../policy/term.ts'
import { type Instant, instantFromMillis, millisOf } from '../primitives/instant.ts'
import { RulesError } from '../rules-error.ts'

const DAY = 86_400_000

/**
 * Resolves due instants under each timer's pinned policy. The due instant is the last moment that meets the limit.
 * The function throws RulesError `POLICY_UNKNOWN`, `CALENDAR_NOT_PUBLISHED`, or `DEADLINE_INVALID` when a deadline of
 * clock 'fixed' comes without its due instant.
 */
export function dueAtOf(book: PolicyBook): (timer: TimerStart) => Instant {
  return (timer) => timer.dueAt ?? instantFromMillis(dueMillis(book, policyOf(book, timer), timer))
}

export function policyOf(book: PolicyBook, timer: TimerStart): DeadlinePolicy {
  return book.deadline(timer.key, timer.policyVersion)
}

/** Due instant in epoch milliseconds. */
export function dueMillis(book: PolicyBook, policy: DeadlinePolicy, timer: TimerStart): number {
  if (timer.dueAt !== null) return millisOf(timer.dueAt)
  const start = millisOf(timer.startedAt)
  const { term } = policy
  const zone = book.tenantOffsets
  const calendar = () => book.calendar(timer.policyVersion)
  switch (term.clock) {
    case 'elapsed':
      return start + term.millis
    case 'business':
      return addOpenMillis(calendar(), start, term.millis)
    case 'calendarDays':
      return epochOf(zone, localOf(zone, start) + term.days * DAY)
    case 'calendarYears':
      return epochOf(zone, plusYears(localOf(zone, start), term.years))
    case 'workingDays':
      return addWorkingDayMillis(calendar(), start, term.days, term.mode)
    case 'endOfDay':
      return epochOf(zone, dayOf(localOf(zone, start)) + DAY) - 1
    case 'endOfMonth':
      return epochOf(zone, monthOf(localOf(zone, start), 1)) - 1
    case 'followingWeek': {
      const day = mondayOf(localOf(zone, start)) + (7 + weekdays.indexOf(term.weekday)) * DAY
      return clockOnWorkingDay(calendar(), epochOf(zone, day), term.clockMillis)
    }
    case 'workingDayOfMonth':
      return closeOfWorkingDay(calendar(), epochOf(zone, monthOf(localOf(zone, start), 0)), term.ordinal)
    case 'fixed':
      throw new RulesError(
        'DEADLINE_INVALID',
        `deadline '${timer.key}' is fixed by agreement and its timer brings no due instant`,
      )
  }
}

const COUNTS_OPEN_TIME: readonly Clock[] = ['business', 'workingDays', 'workingDayOfMonth', 'followingWeek']

/** Whether only open time counts. A due instant that the timer brings is counted on the wall clock. */
export function countsOpenTime(policy: DeadlinePolicy, timer: TimerStart): boolean {
  return timer.dueAt === null && COUNTS_OPEN_TIME.includes(policy.clock)
}

/** The instant at which the policy's share of the counted time between start and due is used, rounded up; never after due. */
export function warnMillis(book: PolicyBook, policy: DeadlinePolicy, timer: TimerStart, due: number): number {
  const start = millisOf(timer.startedAt)
  if (due <= start) return due
  if (!countsOpenTime(policy, timer)) return start + share(due - start, policy.warnAtPercent)
  const calendar = book.calendar(timer.policyVersion)
  const counted = openMillisBetween(calendar, start, due)
  return counted === 0 ? due : addOpenMillis(calendar, start, share(counted, policy.warnAtPercent))
}

function share(millis: number, percent: number): number {
  return Math.ceil((millis * percent) / 100)
}

function dayOf(local: number): number {
  return Math.floor(local / DAY) * DAY
}

function mondayOf(local: number): number {
  const day = dayOf(local)
  return day - ((new Date(day).getUTCDay() + 6) % 7) * DAY
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
