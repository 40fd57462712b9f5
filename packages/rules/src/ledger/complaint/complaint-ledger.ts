import type { Instant } from '../../primitives/instant.ts'
import { earlierTold } from '../entries.ts'
import { type ComplaintExtraFactData, type ComplaintFactData, type ComplaintReceivedData, factGuard } from '../facts.ts'
import type { Fact, Ledger } from '../ledger.ts'
import { earliest } from '../timing.ts'
import { complaintMeasurements } from './complaint-measurements.ts'
import type { ComplaintLedger, HandoverMoment, ReceivedComplaint } from './complaint-state.ts'
import { complaintTimers } from './complaint-timers.ts'

const isComplaintFact = factGuard<ComplaintFactData & ComplaintExtraFactData>({
  ComplaintReceived: true,
  ComplaintClassified: true,
  ComplaintRegistered: true,
  OpinionIssued: true,
  ComplaintHandled: true,
  ComplaintMarkedUnsolvable: true,
  AdministrationAccepted: true,
  ResolutionConfirmed: true,
  ComplaintReopened: true,
  ComplaintWaitBegan: true,
  ComplaintWaitEnded: true,
  ConductComplaintUpheld: true,
})

function recordComplaint(state: ComplaintLedger, fact: Fact): ComplaintLedger {
  if (!isComplaintFact(fact)) return state
  const { occurredAt: at, policyVersion } = fact
  const withHandover = (kind: HandoverMoment['kind']) => [...state.handover, { at, kind, policyVersion }]
  switch (fact.type) {
    case 'ComplaintReceived':
      return { ...state, received: earlierTold(state.received, receivedComplaint(fact.data, at, policyVersion)) }
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
    case 'ResolutionConfirmed':
      return { ...state, confirmedAt: [...state.confirmedAt, at] }
    case 'ComplaintReopened':
      return { ...state, reopenedAt: [...state.reopenedAt, at] }
    case 'ComplaintWaitBegan':
      return { ...state, waits: [...state.waits, { at, reason: fact.data.reason }] }
    case 'ComplaintWaitEnded':
      return { ...state, waits: [...state.waits, { at, reason: null }] }
    case 'ConductComplaintUpheld': {
      const { staffId, teamId } = fact.data
      return { ...state, upheldConduct: [...state.upheldConduct, { at, staffId, teamId }] }
    }
  }
}

function receivedComplaint(data: ComplaintReceivedData, at: Instant, policyVersion: string): ReceivedComplaint {
  const { customerId, productId, lotId, complaintClass } = data
  return { at, policyVersion, customerId, productId, lotId, complaintClass }
}

/** Limits CMP-2 to CMP-6; measures KPI-13 to KPI-17 and the complaints of KPI-41. */
export const complaintLedger: Ledger<ComplaintLedger> = {
  shape: 2,
  initial: {
    received: null,
    classifications: [],
    registeredAt: null,
    opinionAt: null,
    handledAt: null,
    handover: [],
    confirmedAt: [],
    reopenedAt: [],
    waits: [],
    upheldConduct: [],
  },
  record: recordComplaint,
  timers: complaintTimers,
  measurements: complaintMeasurements,
}
