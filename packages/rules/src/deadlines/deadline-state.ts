import type { RegulationRole, RuleId } from '../catalogue/index.ts'
import type { Timer } from '../ledger/ledger.ts'
import type { PolicyBook } from '../policy/book.ts'
import type { Clock, Term } from '../policy/term.ts'
import type { Bilingual } from '../primitives/bilingual.ts'
import { type Instant, instantFromMillis, millisOf } from '../primitives/instant.ts'
import { type CompiledDeadline, compiledDeadlineOf } from './compiled-deadlines.ts'
import { type Course, courseOf } from './course.ts'
import { calendarOf, dueOf, warnOf } from './moments.ts'
import { type DeadlineStatus, deadlineStatuses, statusOf, waitingStatusOf } from './status.ts'

/** A timer as it stands at one instant. Nothing of it is stored truth: it follows from timer, policy version and now. */
export interface DeadlineState {
  readonly key: string
  readonly item: string
  readonly rule: RuleId
  readonly status: DeadlineStatus
  /** Whether a reason that policy lists stops the clock at this instant (C40). Never true of what is overdue or ended. */
  readonly isPaused: boolean
  /** Of the run that decides: a reopening begins a new one where policy says RESTARTS. */
  readonly startedAt: Instant
  /** The last moment that meets the limit; while a pause lasts, what it would be if the pause ended now. */
  readonly dueAt: Instant
  /** When the warning share of the counted time is used; at most `dueAt`. */
  readonly warnAt: Instant
  /** The end that decides; `null` while there is none. */
  readonly stoppedAt: Instant | null
  /** `notBefore` for a limit to wait for. */
  readonly bound: 'notAfter' | 'notBefore'
  /** How far a limit has come that asks for a number of things; `null` for every other. */
  readonly count: DeadlineCount | null
  readonly escalateTo: RegulationRole | null
  readonly informs: readonly RegulationRole[]
  readonly clock: Clock
  /** The limit in words. */
  readonly limit: Bilingual
  readonly policyVersion: string
  /** `id@version` of the calendar that was counted on; `null` where none was. */
  readonly calendarVersion: string | null
}

/** So many of so many. */
export interface DeadlineCount {
  readonly reached: number
  readonly required: number
}

/**
 * Evaluates a timer as of an instant: what happened after it is not known yet. A pause that lasts is taken to end at
 * that instant, so that what is paused never becomes overdue.
 * @throws RulesError `POLICY_UNKNOWN`, `CALENDAR_NOT_PUBLISHED`, `DEADLINE_INVALID`
 */
export function evaluateTimer(book: PolicyBook, timer: Timer, now: Instant): DeadlineState {
  const deadline = compiledDeadlineOf(book, timer)
  const { policy } = deadline
  const at = millisOf(now)
  const course = courseOf(policy, timer, at)
  const { start, stop } = course.deciding
  const due = dueOf(deadline, timer, course.deciding)
  const warn = warnOf(deadline, timer, course.deciding)
  const status = statusAt(deadline, timer, course, { due, warn }, at)
  const calendar = calendarOf(deadline, timer)
  return {
    key: timer.key,
    item: timer.item,
    rule: timer.rule,
    status,
    isPaused: isPaused(status, course),
    startedAt: course.earlier.length === 0 ? timer.startedAt : instantFromMillis(start),
    dueAt: timer.dueAt ?? instantFromMillis(due),
    warnAt: instantFromMillis(warn),
    stoppedAt: stop === Number.POSITIVE_INFINITY ? null : instantFromMillis(stop),
    bound: policy.bound,
    count: countOf(policy.term, course),
    escalateTo: policy.escalateTo,
    informs: policy.informs,
    clock: policy.clock,
    limit: policy.limit,
    policyVersion: timer.policyVersion,
    calendarVersion: calendar && `${calendar.id}@${calendar.version}`,
  }
}

function statusAt(
  { policy }: CompiledDeadline,
  timer: Timer,
  { deciding }: Course,
  { due, warn }: { readonly due: number; readonly warn: number },
  now: number,
): DeadlineStatus {
  const { start, stop } = deciding
  const voided = timer.voidedAt === null ? Number.POSITIVE_INFINITY : millisOf(timer.voidedAt)
  const code =
    policy.bound === 'notBefore'
      ? waitingStatusOf(start, due, voided, now)
      : statusOf(start, due, warn, stop, voided, now)
  return deadlineStatuses[code]
}

function isPaused(status: DeadlineStatus, { pauses }: Course): boolean {
  const isRunning = status === 'RUNNING' || status === 'WARNED'
  return isRunning && pauses.some(({ effect, isOpen }) => effect === 'STOPS' && isOpen)
}

function countOf(term: Term, { reached }: Course): DeadlineCount | null {
  return term.clock === 'count' && reached !== null ? { reached, required: term.atLeast } : null
}

/** Announcements that a running timer owes by now; the caller makes each once per timer. */
export type Announcement = 'WARNING' | 'BREACH'

/**
 * What the clock must have announced by now. Stopped and void timers owe nothing: an announcement asks somebody to act.
 * A timer found overdue owes both, so that the record of a clock that was down is the same as of one that was up.
 */
export function announcementsDue(book: PolicyBook, timer: Timer, now: Instant): readonly Announcement[] {
  const state = evaluateTimer(book, timer, now)
  if (state.escalateTo === null) return []
  if (state.status === 'OVERDUE') return ['WARNING', 'BREACH']
  return state.status === 'WARNED' ? ['WARNING'] : []
}
