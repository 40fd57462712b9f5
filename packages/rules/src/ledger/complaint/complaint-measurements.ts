import { actScopes, compareActs } from '../act.ts'
import type { Measurement, Reckoning, Timer } from '../ledger.ts'
import { phaseItem, phasesOf } from '../phase.ts'
import { anAmount, oneThing, onTimeShareOf } from '../timing.ts'
import type { ComplaintLedger, ReceivedComplaint } from './complaint-state.ts'
import { successMeasurements } from './complaint-success.ts'
import { handleTimer, verifyTimer } from './complaint-timers.ts'
import { opinionShares } from './opinion-limits.ts'

export function complaintMeasurements(complaint: ComplaintLedger, reckoning: Reckoning): readonly Measurement[] {
  const { received } = complaint
  if (received === null) return []
  const scopes = complaintScopes(received)
  const milestone = (timer: Timer) => onTimeShareOf(timer, reckoning, { kpi: 'KPI-17', part: timer.key, scopes })
  return [
    ...handling(complaint, received, scopes),
    ...successMeasurements(complaint, received, scopes, reckoning),
    anAmount('KPI-16', 'received', received.at, 1, scopes),
    // KPI-17 has one part per limit: the share of complaints that met it, in the period of their receipt.
    milestone(verifyTimer(complaint, received)),
    ...opinionShares(complaint, received, scopes, reckoning),
    milestone(handleTimer(complaint, received)),
    ...handledWithoutPauses(complaint, received, scopes, reckoning),
    ...upheldConduct(complaint),
  ]
}

/**
 * KPI-13: handled of received, in the period of receipt, whenever the handling came. What the customer reopened is open
 * again, until it is handled again.
 */
function handling(
  { handover, reopenedAt }: ComplaintLedger,
  received: ReceivedComplaint,
  scopes: readonly string[],
): readonly Measurement[] {
  const handledAt = handover.flatMap(({ kind, at }) => (kind === 'HANDLED' ? [at] : []))
  const one = oneThing('KPI-13', null, received.at, scopes)
  return phasesOf(received.at, handledAt, reopenedAt).map((phase, index) => ({
    ...one,
    ...phase,
    item: phaseItem(index),
  }))
}

/** No channel: `channel:` names sales channels, and a complaint knows only how the customer got in touch. */
function complaintScopes({ customerId, productId, lotId }: ReceivedComplaint): readonly string[] {
  const product = productId === null ? [] : [`product:${productId}`]
  const lot = lotId === null ? [] : [`lot:${lotId}`]
  return [`customer:${customerId}`, ...product, ...lot]
}

/** C40: where policy lets the limit wait, the share as it would be had nothing stopped the clock stands beside it. */
function handledWithoutPauses(
  complaint: ComplaintLedger,
  received: ReceivedComplaint,
  scopes: readonly string[],
  reckoning: Reckoning,
): readonly Measurement[] {
  const timer = handleTimer(complaint, received)
  if (!reckoning.mayPause(timer)) return []
  const part = `${timer.key}.withoutPauses`
  return [onTimeShareOf({ ...timer, pauses: [] }, reckoning, { kpi: 'KPI-17', part, scopes })]
}

/** KPI-41: complaints about the conduct of a member of staff that were found right, in the period of that finding. */
function upheldConduct({ upheldConduct: upheld }: ComplaintLedger): readonly Measurement[] {
  // By time, so that a finding that is told late changes nothing of the others but their numbers.
  const acts = upheld.map(({ staffId: personId, teamId, at }) => ({ at, personId, teamId })).toSorted(compareActs)
  return acts.map((act, index) => ({
    ...anAmount('KPI-41', 'conductComplaints', act.at, 1, actScopes(act)),
    item: String(index + 1),
  }))
}
