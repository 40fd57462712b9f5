import type { RegulationRole, RuleId } from '../catalogue/index.ts'
import type { Timer } from '../ledger/ledger.ts'
import type { PolicyBook } from '../policy/book.ts'
import type { Clock } from '../policy/term.ts'
import { type Instant, instantFromMillis } from '../primitives/instant.ts'
import type { Bilingual } from '../primitives/violation.ts'
import { countsOpenTime, dueMillis, policyOf, warnMillis } from './due.ts'

/**
 * NOT_STARTED before the start; RUNNING, WARNED (the warning share is used) or OVERDUE while open; MET or MISSED once
 * stopped; VOID when the limit stopped applying. A limit of bound 'notBefore' is RUNNING until due and MET from then on.
 */
export type DeadlineStatus = 'NOT_STARTED' | 'RUNNING' | 'WARNED' | 'OVERDUE' | 'MET' | 'MISSED' | 'VOID'

/** A timer as it stands at one instant. Nothing of it is stored truth: it follows from timer, policy version and now. */
export interface DeadlineState {
  readonly key: string
  readonly item: string
  readonly rule: RuleId
  readonly status: DeadlineStatus
  readonly startedAt: Instant
  /** The last moment that meets the limit. */
  readonly dueAt: Instant
  /** When the warning share of the counted time is used; at most `dueAt`. */
  readonly warnAt: Instant
  readonly stoppedAt: Instant | null
  readonly escalateTo: RegulationRole | null
  readonly informs: readonly RegulationRole[]
  readonly clock: Clock
  /** The limit in words. */
  readonly limit: Bilingual
  readonly policyVersion: string
  /** `id@version` of the calendar that was counted on; `null` where none was. */
  readonly calendarVersion: string | null
}

/**
 * Evaluates a timer as of an instant: what happened after it is not known yet.
 * @throws RulesError `POLICY_UNKNOWN`, `CALENDAR_NOT_PUBLISHED`, `DEADLINE_INVALID`
 */
export function evaluateTimer(book: PolicyBook, timer: Timer, now: Instant): DeadlineState {
  const policy = policyOf(book, timer)
  const due = dueMillis(book, policy, timer)
  const dueAt = instantFromMillis(due)
  const warnAt = instantFromMillis(warnMillis(book, policy, timer, due))
  const calendar = countsOpenTime(policy, timer) ? book.calendar(timer.policyVersion) : null
  return {
    key: timer.key,
    item: timer.item,
    rule: timer.rule,
    status: policy.bound === 'notBefore' ? waitingStatus(timer, dueAt, now) : statusOf(timer, dueAt, warnAt, now),
    startedAt: timer.startedAt,
    dueAt,
    warnAt,
    stoppedAt: known(timer.stoppedAt, now),
    escalateTo: policy.escalateTo,
    informs: policy.informs,
    clock: policy.clock,
    limit: policy.limit,
    policyVersion: timer.policyVersion,
    calendarVersion: calendar && `${calendar.id}@${calendar.version}`,
  }
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

function statusOf(timer: Timer, dueAt: Instant, warnAt: Instant, now: Instant): DeadlineStatus {
  const stoppedAt = known(timer.stoppedAt, now)
  // Before the start: a limit can stop applying before it begins, as the hand-over of a complaint that is handled in time.
  if (known(timer.voidedAt, now)) return 'VOID'
  if (now < timer.startedAt) return 'NOT_STARTED'
  if (stoppedAt) return stoppedAt <= dueAt ? 'MET' : 'MISSED'
  if (now > dueAt) return 'OVERDUE'
  return now >= warnAt ? 'WARNED' : 'RUNNING'
}

function waitingStatus(timer: Timer, dueAt: Instant, now: Instant): DeadlineStatus {
  if (known(timer.voidedAt, now)) return 'VOID'
  if (now < timer.startedAt) return 'NOT_STARTED'
  return now < dueAt ? 'RUNNING' : 'MET'
}

function known(instant: Instant | null, now: Instant): Instant | null {
  return instant !== null && instant <= now ? instant : null
}
