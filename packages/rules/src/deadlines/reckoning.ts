import { openTimeBetween } from '../calendar/open-time.ts'
import type { Reckoning, Timer, TimerStart } from '../ledger/ledger.ts'
import type { PolicyBook } from '../policy/book.ts'
import { type Instant, instantFromMillis } from '../primitives/instant.ts'
import { compiledDeadlineOf } from './compiled-deadlines.ts'
import { courseOf } from './course.ts'
import { dueOf } from './moments.ts'

const ALL_THAT_IS_KNOWN = Number.POSITIVE_INFINITY

/**
 * Resolves due instants under each timer's pinned policy. The due instant is the last moment that meets the limit; it is
 * `NEVER` while a pause lasts, so that what waits stays pending in every figure. The function throws RulesError
 * `POLICY_UNKNOWN`, `CALENDAR_NOT_PUBLISHED`, or `DEADLINE_INVALID` when a deadline of clock 'fixed' comes without its
 * due instant.
 */
export function dueAtOf(book: PolicyBook): (timer: TimerStart) => Instant {
  return (timer) => {
    if (timer.dueAt !== null) return timer.dueAt
    const deadline = compiledDeadlineOf(book, timer)
    return instantFromMillis(dueOf(deadline, timer, courseOf(deadline.policy, timer, ALL_THAT_IS_KNOWN).deciding))
  }
}

/** When a timer counts as ended under its pinned policy; `null` while it runs. */
function stoppedAtOf(book: PolicyBook): (timer: Timer) => Instant | null {
  return (timer) => {
    if (timer.reopenings === undefined && timer.occurrences === undefined) return timer.stoppedAt
    const { stop } = courseOf(compiledDeadlineOf(book, timer).policy, timer, ALL_THAT_IS_KNOWN).deciding
    return stop === Number.POSITIVE_INFINITY ? null : instantFromMillis(stop)
  }
}

/**
 * Binds what ledgers ask about time to a policy book. Every answer follows the policy version that the asking timer or
 * fact pins. The functions throw RulesError `POLICY_UNKNOWN`, `CALENDAR_NOT_PUBLISHED`, `DEADLINE_INVALID`.
 */
export function reckoningOf(book: PolicyBook): Reckoning {
  return {
    dueAtOf: dueAtOf(book),
    stoppedAtOf: stoppedAtOf(book),
    mayPause: (timer) => {
      const { pauses, isStatutory } = compiledDeadlineOf(book, timer).policy
      return pauses.length > 0 && !isStatutory
    },
    openTimeBetween: (policyVersion, from, to) => openTimeBetween(book.calendar(policyVersion), from, to),
    setting: (key, policyVersion) => book.setting(key, policyVersion),
  }
}
