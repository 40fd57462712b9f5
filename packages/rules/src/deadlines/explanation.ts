import { segmentsBetween } from '../calendar/segments.ts'
import type { Timer } from '../ledger/ledger.ts'
import type { PolicyBook } from '../policy/book.ts'
import { earlierOf, type Instant, instantFromMillis, millisOf } from '../primitives/instant.ts'
import type { Bilingual } from '../primitives/violation.ts'
import { countsOpenTime, policyOf } from './due.ts'

/** One stretch of a timer's life with one reason for counting or not. Half-open, never empty. */
export interface ExplainedSegment {
  readonly from: Instant
  readonly to: Instant
  readonly counted: boolean
  readonly reason: Bilingual
}

/** How a timer's time was counted. The segments adjoin and fill the time from start to end; the counted ones sum to `counted`. */
export interface TimerExplanation {
  readonly counted: number
  readonly segments: readonly ExplainedSegment[]
}

/**
 * Explains a timer from its start until it stopped or became void, at the latest until an instant; empty when that lies
 * before the start.
 * @throws RulesError `POLICY_UNKNOWN`, `CALENDAR_NOT_PUBLISHED`
 */
export function explainTimer(book: PolicyBook, timer: Timer, until: Instant): TimerExplanation {
  const policy = policyOf(book, timer)
  const end = [timer.stoppedAt, timer.voidedAt].reduce<Instant>(
    (earliest, instant) => (instant ? earlierOf(earliest, instant) : earliest),
    until,
  )
  if (end <= timer.startedAt) return { counted: 0, segments: [] }
  if (!countsOpenTime(policy, timer)) return explainElapsed(timer.startedAt, end)
  const calendar = book.calendar(timer.policyVersion)
  const segments = segmentsBetween(calendar, millisOf(timer.startedAt), millisOf(end))
  return {
    counted: segments.reduce((sum, segment) => sum + (segment.isOpen ? segment.to - segment.from : 0), 0),
    segments: segments.map(({ from, to, isOpen, reason }) => ({
      from: instantFromMillis(from),
      to: instantFromMillis(to),
      counted: isOpen,
      reason,
    })),
  }
}

function explainElapsed(from: Instant, to: Instant): TimerExplanation {
  const reason = { zh: '连续计时，不扣除休息时间', en: 'every hour counts' }
  return { counted: millisOf(to) - millisOf(from), segments: [{ from, to, counted: true, reason }] }
}
