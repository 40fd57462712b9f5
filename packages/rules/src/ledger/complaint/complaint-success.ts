import { type Instant, millisOf } from '../../primitives/instant.ts'
import type { Measurement, Reckoning } from '../ledger.ts'
import { compareInstants, measurementsOfRuns, oneThing, type Run } from '../timing.ts'
import type { ComplaintLedger, ReceivedComplaint } from './complaint-ledger.ts'

/*
 * KPI-14 and KPI-15: of what was handled, in the period of the first handling, what the customer confirmed as solved.
 * A confirmation that is taken back by a reopening within policy's window was no success; a later one may be. One that
 * has outlived the window stays a success: what comes back after it is another problem.
 */
export function successMeasurements(
  complaint: ComplaintLedger,
  received: ReceivedComplaint,
  scopes: readonly string[],
  reckoning: Reckoning,
): readonly Measurement[] {
  const { handledAt } = complaint
  if (handledAt === null) return []
  const window = reckoning.setting('complaint.reopenWindow', received.policyVersion)
  const runs = successRuns(complaint, window)
  const first = runs.filter((run, index) => index === 0 && isFirstTime(complaint, run.from))
  return [
    ...measurementsOfRuns(oneThing('KPI-14', null, handledAt, scopes), runs),
    ...measurementsOfRuns(oneThing('KPI-15', null, handledAt, scopes), first),
  ]
}

/** From each confirmation until it was taken back, up to the first one that stands. */
function successRuns({ confirmedAt, reopenedAt }: ComplaintLedger, window: number): readonly Run[] {
  const reopenings = reopenedAt.toSorted(compareInstants)
  const runs: Run[] = []
  let lostAt: Instant | null = null
  for (const from of confirmedAt.toSorted(compareInstants)) {
    // A second confirmation of the same resolution adds nothing.
    if (runs.length > 0 && (lostAt === null || from < lostAt)) continue
    lostAt = reopenings.find((at) => at >= from && millisOf(at) - millisOf(from) <= window) ?? null
    runs.push({ from, until: lostAt })
  }
  return runs
}

/** Confirmed after a single attempt, by those who handle complaints (KPI-15). */
function isFirstTime({ handover }: ComplaintLedger, confirmedAt: Instant): boolean {
  const before = handover.filter(({ at }) => at <= confirmedAt)
  return before.length === 1 && before.every(({ kind }) => kind === 'HANDLED')
}
