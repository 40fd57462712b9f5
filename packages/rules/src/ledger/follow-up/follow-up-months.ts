import type { Instant } from '../../primitives/instant.ts'
import type { TimeZone } from '../../primitives/local-date.ts'
import { periodsBegun } from '../periods.ts'

/** A month in which each active customer is to be followed up. */
export interface FollowUpMonth {
  /** `YYYY-MM`. */
  readonly month: string
  /** Its first instant: when the expectation occurs, and as of when it is decided who is active. */
  readonly startsAt: Instant
}

/**
 * The months that began after one instant and up to another, that one included: whose expectations are to be recorded by
 * then. A scheduler that was down catches up with the same expectations, at the same instants, as one that was up.
 */
export function followUpMonths(after: Instant, upTo: Instant, zone: TimeZone): readonly FollowUpMonth[] {
  return periodsBegun('MONTHLY', after, upTo, zone).map(({ name, startsAt }) => ({ month: name, startsAt }))
}
