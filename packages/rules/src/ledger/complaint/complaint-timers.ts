import type { RuleId } from '../../catalogue/index.ts'
import type { Instant } from '../../primitives/instant.ts'
import type { Reckoning, Timer } from '../ledger.ts'
import { pausesOf } from '../timing.ts'
import type { ComplaintLedger, ReceivedComplaint } from './complaint-state.ts'
import { handoverTimers } from './handover.ts'
import { type OpinionKey, opinionTimers } from './opinion-limits.ts'

/** Keys of the limits that KPI-17 measures. All run from receipt, whoever received the complaint (C27, C30). */
export type ComplaintTimerKey = 'complaint.verify' | OpinionKey | 'complaint.handle'

export function complaintTimers(complaint: ComplaintLedger, reckoning: Reckoning): readonly Timer[] {
  const { received } = complaint
  if (received === null) return []
  const handle = handleTimer(complaint, received)
  // Verification, opinion and handling: separate milestones, each with its own limit (C2).
  return [
    verifyTimer(complaint, received),
    ...opinionTimers(complaint, received, reckoning),
    handle,
    ...handoverTimers(complaint, received, reckoning.dueAtOf(handle), reckoning),
  ]
}

/** CMP-2, stopped by the registration. */
export function verifyTimer(complaint: ComplaintLedger, received: ReceivedComplaint): Timer {
  return fromReceipt(received, 'complaint.verify', 'CMP-2', complaint.registeredAt)
}

/** CMP-3, stopped by the first handling. A hand-over to administration does not stop it (C29). */
export function handleTimer(complaint: ComplaintLedger, received: ReceivedComplaint): Timer {
  const timer = fromReceipt(received, 'complaint.handle', 'CMP-3', complaint.handledAt)
  const pauses = pausesOf(complaint.waits)
  return pauses.length === 0 ? timer : { ...timer, pauses }
}

function fromReceipt(
  received: ReceivedComplaint,
  key: ComplaintTimerKey,
  rule: RuleId,
  stoppedAt: Instant | null,
): Timer {
  const { at: startedAt, policyVersion } = received
  return { key, item: '', rule, startedAt, stoppedAt, voidedAt: null, dueAt: null, policyVersion }
}
