import type { KpiId } from '../../catalogue/index.ts'
import { binOf } from '../../kpi/durations.ts'
import { type Instant, laterOf } from '../../primitives/instant.ts'
import { actScopes, lastActBy } from '../act.ts'
import { whileIncluded } from '../exclusion.ts'
import type { Measurement, Reckoning } from '../ledger.ts'
import { type Phase, phaseItem, phasesOf } from '../phase.ts'
import { oneThing } from '../timing.ts'
import { progressGaps } from './progress-gaps.ts'
import type { ReceivedRequest, ServiceRequestLedger } from './service-request-state.ts'
import { waitedMillis } from './waits.ts'

export function requestMeasurements(request: ServiceRequestLedger, reckoning: Reckoning): readonly Measurement[] {
  const { received } = request
  if (received === null) return []
  // Only the customer's confirmation solves: closing without an answer does not (C32).
  const phases = phasesOf(received.at, request.confirmedAt, request.reopenedAt)
  const measured = [
    ...phases.map((phase, index) => resolution(request, received, phase, phaseItem(index))),
    ...phases.flatMap((phase, index) => solvedMeasurements(request, received, phase, phaseItem(index), reckoning)),
    ...gapMeasurements(request, received),
  ]
  return whileIncluded(measured, request.marks, received.at)
}

/** The scopes of a request as it was assigned at an instant; without one, as it was assigned last. */
function scopesAt(request: ServiceRequestLedger, received: ReceivedRequest, at: Instant | null): readonly string[] {
  const { customerId, productId, lotId } = received
  const product = productId === null ? [] : [`product:${productId}`]
  const lot = lotId === null ? [] : [`lot:${lotId}`]
  return [`customer:${customerId}`, ...product, ...lot, ...actScopes(lastActBy(request.assignments, at))]
}

/** KPI-21: solved and confirmed of received, in the period of receipt; a reopened request is unsolved again. */
function resolution(
  request: ServiceRequestLedger,
  received: ReceivedRequest,
  { since, achievedAt, until }: Phase,
  item: string,
): Measurement {
  const thing = oneThing('KPI-21', null, since, scopesAt(request, received, achievedAt))
  return { ...thing, item, countsAt: received.at, achievedAt, until }
}

/** What counts of a request once it is solved, and no longer when it is reopened. */
function solvedMeasurements(
  request: ServiceRequestLedger,
  received: ReceivedRequest,
  { achievedAt: confirmedAt, until }: Phase,
  item: string,
  reckoning: Reckoning,
): readonly Measurement[] {
  if (confirmedAt === null) return []
  const solvedAt = laterOf(received.at, confirmedAt)
  const scopes = scopesAt(request, received, confirmedAt)
  const solved = (kpi: KpiId, part: string) => ({
    ...oneThing(kpi, part, solvedAt, scopes),
    item,
    achievedAt: solvedAt,
    until,
  })
  const openTime = (from: Instant, to: Instant) => reckoning.openTimeBetween(received.policyVersion, from, to)
  const total = openTime(received.at, solvedAt)
  const waited = waitedMillis(request.waits, received.at, solvedAt, openTime)
  // Set against the days that were worked: customers and products have none.
  const staffScopes = actScopes(lastActBy(request.assignments, confirmedAt))
  return [
    // A duration belongs to the period of receipt, as the request does; the others to that of the solution.
    { ...solved('KPI-22', 'withPauses'), countsAt: received.at, bin: binOf(total) },
    { ...solved('KPI-22', 'withoutPauses'), countsAt: received.at, bin: binOf(total - waited) },
    { ...solved('KPI-22', 'solvedPerStaffDay'), denominator: 0, scopes: staffScopes },
    { ...solved('KPI-34', 'linked'), achievedAt: request.linkedAt },
  ]
}

/** KPI-22: each gap by itself; the longest of all is found among them. So what is still unsolved shows its gaps, too. */
function gapMeasurements(request: ServiceRequestLedger, received: ReceivedRequest): readonly Measurement[] {
  return progressGaps(request, received).map(({ endedAt, millis }, index) => ({
    ...oneThing('KPI-22', 'progressGap', endedAt, scopesAt(request, received, endedAt)),
    item: phaseItem(index),
    countsAt: received.at,
    achievedAt: endedAt,
    bin: binOf(millis),
  }))
}
