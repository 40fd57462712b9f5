import { openTimeBetween } from '../calendar/open-time.ts'
import type { Reckoning } from '../ledger/ledger.ts'
import type { PolicyBook } from '../policy/book.ts'
import { dueAtOf, policyOf } from './due.ts'

/**
 * Binds what ledgers ask about time to a policy book. Every answer follows the policy version that the asking timer or
 * fact pins. The functions throw RulesError `POLICY_UNKNOWN`, `CALENDAR_NOT_PUBLISHED`, `DEADLINE_INVALID`.
 */
export function reckoningOf(book: PolicyBook): Reckoning {
  return {
    dueAtOf: dueAtOf(book),
    stoppedAtOf: (timer) => timer.stoppedAt,
    mayPause: (timer) => policyOf(book, timer).pauses.length > 0,
    openTimeBetween: (policyVersion, from, to) => openTimeBetween(book.calendar(policyVersion), from, to),
    setting: (key, policyVersion) => book.setting(key, policyVersion),
  }
}
