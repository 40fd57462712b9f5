import type { Measurement, Reckoning } from '../ledger.ts'
import { onTimeShareOf } from '../timing.ts'
import type { ComplaintLedger, ReceivedComplaint } from './complaint-ledger.ts'
import { milestoneTimers } from './complaint-timers.ts'

export function complaintMeasurements(complaint: ComplaintLedger, reckoning: Reckoning): readonly Measurement[] {
  const { received } = complaint
  if (received === null) return []
  const scopes = complaintScopes(received)
  return [
    handled(complaint, received, scopes),
    // KPI-17 has one part per limit: the share of complaints that met it, in the period of their receipt.
    ...milestoneTimers(complaint, received).flatMap((timer) =>
      onTimeShareOf(timer, reckoning, { kpi: 'KPI-17', part: timer.key, scopes }),
    ),
  ]
}

/** No channel: `channel:` names sales channels, and a complaint knows only how the customer got in touch. */
function complaintScopes({ customerId, productId, lotId }: ReceivedComplaint): readonly string[] {
  const product = productId === null ? [] : [`product:${productId}`]
  const lot = lotId === null ? [] : [`lot:${lotId}`]
  return [`customer:${customerId}`, ...product, ...lot]
}

/** KPI-13: handled of received, in the period of receipt, whenever the handling came. */
function handled(complaint: ComplaintLedger, received: ReceivedComplaint, scopes: readonly string[]): Measurement {
  return {
    kpi: 'KPI-13',
    part: null,
    item: '',
    since: received.at,
    countsAt: received.at,
    dueAt: null,
    achievedAt: complaint.handledAt,
    numerator: 1,
    denominator: 1,
    currency: null,
    scopes,
  }
}
