import { type Instant, millisOf } from '../../primitives/instant.ts'
import type { Measurement, Reckoning } from '../ledger.ts'
import { phaseItem, phasesOf } from '../phase.ts'
import { compareInstants, oneThing } from '../timing.ts'
import type { ComplaintLedger, ReceivedComplaint } from './complaint-state.ts'

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
  const successes = successesOf(complaint, window)
  const first = successes.filter(({ from }, index) => index === 0 && isFirstTime(complaint, from))
  return [
    ...succeeded(oneThing('KPI-14', null, handledAt, scopes), successes),
    ...succeeded(oneThing('KPI-15', null, handledAt, scopes), first),
  ]
}

/** From a confirmation on, until it was taken back. */
interface Success {
  readonly from: Instant
  readonly until: Instant | null
}

function succeeded(handled: Measurement, successes: readonly Success[]): readonly Measurement[] {
  const lost = successes.flatMap(({ until }) => until ?? [])
  const achieved = successes.map(({ from }) => from)
  return phasesOf(handled.since, achieved, lost).map((phase, index) => ({
    ...handled,
    ...phase,
    item: phaseItem(index),
  }))
}

/** Each confirmation that was taken back, up to the first one that stands. */
function successesOf({ confirmedAt, reopenedAt }: ComplaintLedger, window: number): readonly Success[] {
  const reopenings = reopenedAt.toSorted(compareInstants)
  const successes: Success[] = []
  let lostAt: Instant | null = null
  for (const from of confirmedAt.toSorted(compareInstants)) {
    // A second confirmation of the same resolution adds nothing.
    if (successes.length > 0 && (lostAt === null || from < lostAt)) continue
    lostAt = reopenings.find((at) => at >= from && millisOf(at) - millisOf(from) <= window) ?? null
    successes.push({ from, until: lostAt })
  }
  return successes
}

/** Confirmed after a single attempt, by those who handle complaints (KPI-15). */
function isFirstTime({ handover }: ComplaintLedger, confirmedAt: Instant): boolean {
  const before = handover.filter(({ at }) => at <= confirmedAt)
  return before.length === 1 && before.every(({ kind }) => kind === 'HANDLED')
}
