import type { Instant } from '../../primitives/instant.ts'
import type { ComplaintClass, ComplaintReceivedData, ConductComplaintUpheldData } from '../facts.ts'

export interface ReceivedComplaint extends ComplaintReceivedData {
  readonly at: Instant
  readonly policyVersion: string
}

export interface Classification {
  readonly at: Instant
  readonly complaintClass: ComplaintClass
}

/** A fact that begins or ends the duty to hand the complaint over to administration (CMP-4). */
export interface HandoverMoment {
  readonly at: Instant
  readonly kind: 'MARKED' | 'ACCEPTED' | 'HANDLED'
  readonly policyVersion: string
}

/** The instants of one complaint, kept as they are told; see `OrderLedger` for why there is no status. */
export interface ComplaintLedger {
  readonly received: ReceivedComplaint | null
  readonly classifications: readonly Classification[]
  readonly registeredAt: Instant | null
  readonly opinionAt: Instant | null
  /** Of the first handling: reopening gives no new limit, for no regulation names one. */
  readonly handledAt: Instant | null
  readonly handover: readonly HandoverMoment[]
  readonly confirmedAt: readonly Instant[]
  readonly reopenedAt: readonly Instant[]
  /** Beginnings and ends of waiting, in the order in which they were told. */
  readonly waits: readonly WaitMoment[]
  readonly upheldConduct: readonly (ConductComplaintUpheldData & { readonly at: Instant })[]
}

/** The beginning of a wait with its reason, or an end. */
export interface WaitMoment {
  readonly at: Instant
  readonly reason: string | null
}
