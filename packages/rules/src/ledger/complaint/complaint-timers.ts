import type { RuleId } from '../../catalogue/index.ts'
import type { Instant } from '../../primitives/instant.ts'
import type { Reckoning, Timer } from '../ledger.ts'
import { compareInstants, pausesOf } from '../timing.ts'
import type { Classification, ComplaintLedger, ReceivedComplaint } from './complaint-state.ts'
import { handoverTimers } from './handover.ts'

/** Keys of the limits that KPI-17 measures. All run from receipt, whoever received the complaint (C27, C30). */
export type ComplaintTimerKey =
  | 'complaint.verify'
  | 'complaint.opinion.quality'
  | 'complaint.opinion.other'
  | 'complaint.handle'

export function complaintTimers(complaint: ComplaintLedger, reckoning: Reckoning): readonly Timer[] {
  const { received } = complaint
  if (received === null) return []
  return [
    ...milestoneTimers(complaint, received),
    ...handoverTimers(complaint, received, reckoning.dueAtOf(handleTimer(complaint, received)), reckoning),
  ]
}

/** Verification, opinion and handling: separate milestones, each with its own limit (C2). */
export function milestoneTimers(complaint: ComplaintLedger, received: ReceivedComplaint): readonly Timer[] {
  const verify = fromReceipt(received, 'complaint.verify', 'CMP-2', complaint.registeredAt)
  return [verify, ...opinionTimers(complaint, received), handleTimer(complaint, received)]
}

/** CMP-3, stopped by the first handling. A hand-over to administration does not stop it (C29). */
export function handleTimer(complaint: ComplaintLedger, received: ReceivedComplaint): Timer {
  const timer = fromReceipt(received, 'complaint.handle', 'CMP-3', complaint.handledAt)
  const pauses = pausesOf(complaint.waits)
  return pauses.length === 0 ? timer : { ...timer, pauses }
}

/**
 * CMP-5 and CMP-6 by C28: the limit of the present class runs, always from receipt, and the quality limit while there is
 * no class. The limit of a class that was left is voided at the instant of leaving; one opinion meets one limit.
 */
function opinionTimers(complaint: ComplaintLedger, received: ReceivedComplaint): readonly Timer[] {
  const history = complaint.classifications.toSorted((a, b) => compareInstants(a.at, b.at))
  const lastLeftAt = new Map<OpinionKey, Instant>()
  let running = opinionKeyOf(received.complaintClass)
  for (const { at, complaintClass } of history) {
    const key = opinionKeyOf(complaintClass)
    if (key !== running) lastLeftAt.set(running, at)
    running = key
  }
  return opinionKeys.flatMap((key) => {
    const timer = fromReceipt(received, key, opinionRules[key], complaint.opinionAt)
    if (key === running) return [timer]
    const voidedAt = lastLeftAt.get(key)
    return voidedAt === undefined ? [] : [{ ...timer, stoppedAt: null, voidedAt }]
  })
}

const opinionKeys = ['complaint.opinion.quality', 'complaint.opinion.other'] as const
type OpinionKey = (typeof opinionKeys)[number]

const opinionRules: Readonly<Record<OpinionKey, RuleId>> = {
  'complaint.opinion.quality': 'CMP-5',
  'complaint.opinion.other': 'CMP-6',
}

function opinionKeyOf(complaintClass: Classification['complaintClass']): OpinionKey {
  return complaintClass === 'OTHER' ? 'complaint.opinion.other' : 'complaint.opinion.quality'
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
