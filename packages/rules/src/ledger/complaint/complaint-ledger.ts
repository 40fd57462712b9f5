import type { Instant } from '../../primitives/instant.ts'
import { type ComplaintClass, type ComplaintFactData, type ComplaintReceivedData, factGuard } from '../facts.ts'
import type { Fact, Ledger } from '../ledger.ts'
import { earliest } from '../timing.ts'
import { complaintMeasurements } from './complaint-measurements.ts'
import { complaintTimers } from './complaint-timers.ts'

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
}

const isComplaintFact = factGuard<ComplaintFactData>({
  ComplaintReceived: true,
  ComplaintClassified: true,
  ComplaintRegistered: true,
  OpinionIssued: true,
  ComplaintHandled: true,
  ComplaintMarkedUnsolvable: true,
  AdministrationAccepted: true,
})

function recordComplaint(state: ComplaintLedger, fact: Fact): ComplaintLedger {
  if (!isComplaintFact(fact)) return state
  const { occurredAt: at, policyVersion } = fact
  const withHandover = (kind: HandoverMoment['kind']) => [...state.handover, { at, kind, policyVersion }]
  switch (fact.type) {
    case 'ComplaintReceived':
      return { ...state, received: receivedComplaint(fact.data, at, policyVersion) }
    case 'ComplaintClassified': {
      const { complaintClass } = fact.data
      return { ...state, classifications: [...state.classifications, { at, complaintClass }] }
    }
    case 'ComplaintRegistered':
      return { ...state, registeredAt: earliest(state.registeredAt, at) }
    case 'OpinionIssued':
      return { ...state, opinionAt: earliest(state.opinionAt, at) }
    case 'ComplaintHandled':
      return { ...state, handledAt: earliest(state.handledAt, at), handover: withHandover('HANDLED') }
    case 'ComplaintMarkedUnsolvable':
      return { ...state, handover: withHandover('MARKED') }
    case 'AdministrationAccepted':
      return { ...state, handover: withHandover('ACCEPTED') }
  }
}

function receivedComplaint(data: ComplaintReceivedData, at: Instant, policyVersion: string): ReceivedComplaint {
  const { customerId, productId, lotId, complaintClass } = data
  return { at, policyVersion, customerId, productId, lotId, complaintClass }
}

/** Limits CMP-2 to CMP-6; measures KPI-13 and KPI-17. */
export const complaintLedger: Ledger<ComplaintLedger> = {
  initial: {
    received: null,
    classifications: [],
    registeredAt: null,
    opinionAt: null,
    handledAt: null,
    handover: [],
  },
  record: recordComplaint,
  timers: complaintTimers,
  measurements: complaintMeasurements,
}
