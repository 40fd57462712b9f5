import type { JobInterval, RuleId } from '../../catalogue/index.ts'
import { type Instant, plusMillis } from '../../primitives/instant.ts'
import type { TimeZone } from '../../primitives/local-date.ts'
import { periodsBegun } from '../periods.ts'
import type { JobExpectedData } from './facts.ts'

/** A duty that recurs (C25), with the interval that the company chose. */
export interface RecurringJob {
  readonly job: string
  readonly rule: RuleId
  readonly interval: JobInterval
}

/** One run of a job: one `JobExpected` is recorded for it, as of the period's beginning. */
export interface ExpectedRun extends JobExpectedData {
  readonly startsAt: Instant
}

/**
 * C25: the runs of the periods that began after one instant and up to another, that one included, in order. Each is due
 * at its period's last moment. A scheduler that was down asks from the last period it recorded and finds what it missed.
 */
export function expectedRuns(
  { job, rule, interval }: RecurringJob,
  after: Instant,
  upTo: Instant,
  zone: TimeZone,
): readonly ExpectedRun[] {
  return periodsBegun(interval, after, upTo, zone).map(({ name, startsAt, endsAt }) => {
    return { job, rule, period: name, startsAt, dueAt: plusMillis(endsAt, -1) }
  })
}
