import { earlierOf, type Instant, millisOf, type PolicyBook } from '@afterline/rules'
import { ServiceError } from './service-error.ts'

/** How far a client's clock may differ from ours before an instant counts as future or past. */
const CLOCK_TOLERANCE_MS = 2 * 60 * 1000
const HOUR_MS = 60 * 60 * 1000

export interface CommandMoment {
  /** When the command happened: never later than now, so that no figure counts what lies ahead. */
  readonly at: Instant
  /** The reason, where the entry is late; `null` for one made as it happened. */
  readonly backdatedBecause: string | null
}

/**
 * Checks the instant of a command that somebody enters. Within the tolerance for clients' clocks it is now. A late entry
 * needs a reason and has a limit; what is older comes in through an import, where it is listed.
 * @throws ServiceError `INPUT_INVALID` for a future instant, `BACKDATING_REFUSED` without a reason or beyond the limit
 */
export function enteredMoment(policies: PolicyBook, at: Instant, reason: string | null, now: Instant): CommandMoment {
  const { at: happenedAt } = knownMoment(at, reason, now)
  const ageMs = millisOf(now) - millisOf(happenedAt)
  if (reason === null || reason.trim() === '' || ageMs === 0) {
    // A clock that differs tells nothing of the past: else a limit just missed, or a lot just blocked, could be evaded.
    if (ageMs <= CLOCK_TOLERANCE_MS) return { at: now, backdatedBecause: null }
    throw new ServiceError('BACKDATING_REFUSED', 'an entry for the past needs a reason')
  }
  const limitMs = policies.setting('recording.maximumBackdating', policies.versionAt(now))
  if (ageMs > limitMs) {
    throw new ServiceError('BACKDATING_REFUSED', `an entry may go back ${limitMs / HOUR_MS} hours at most`)
  }
  return { at: happenedAt, backdatedBecause: reason }
}

/**
 * Checks the instant of a command that history or an event brings: it may be as old as it is.
 * @throws ServiceError `INPUT_INVALID` for a future instant
 */
export function knownMoment(at: Instant, reason: string | null, now: Instant): CommandMoment {
  if (millisOf(at) - millisOf(now) > CLOCK_TOLERANCE_MS) {
    throw new ServiceError('INPUT_INVALID', `${at} lies in the future`)
  }
  return { at: earlierOf(at, now), backdatedBecause: reason }
}
