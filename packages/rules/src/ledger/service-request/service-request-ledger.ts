import type { Instant } from '../../primitives/instant.ts'
import { factGuard } from '../facts.ts'
import type { Fact, Ledger } from '../ledger.ts'
import { earliest } from '../timing.ts'
import type { RequestReceivedData, ServiceRequestFactData } from './facts.ts'
import { requestMeasurements } from './service-request-measurements.ts'
import type { ReceivedRequest, ServiceRequestLedger } from './service-request-state.ts'
import { withWait } from './waits.ts'

const isRequestFact = factGuard<ServiceRequestFactData>({
  RequestReceived: true,
  RequestAssigned: true,
  RequestWaitBegan: true,
  RequestWaitEnded: true,
  RequestProgressReported: true,
  RequestResultReported: true,
  RequestSolutionConfirmed: true,
  RequestReopened: true,
  RequestClosed: true,
  RequestLinkedToKnowledge: true,
  RequestExcluded: true,
  RequestRestored: true,
})

function recordRequest(state: ServiceRequestLedger, fact: Fact): ServiceRequestLedger {
  if (!isRequestFact(fact)) return state
  const at = fact.occurredAt
  switch (fact.type) {
    case 'RequestReceived':
      return { ...state, received: receivedRequest(state.received, fact.data, at, fact.policyVersion) }
    case 'RequestAssigned': {
      const { assigneeId: personId, teamId } = fact.data
      return { ...state, assignments: [...state.assignments, { at, personId, teamId }] }
    }
    case 'RequestWaitBegan':
      return { ...state, waits: withWait(state.waits, fact.data.waitId, { from: at, until: null }) }
    case 'RequestWaitEnded':
      return { ...state, waits: withWait(state.waits, fact.data.waitId, { from: null, until: at }) }
    case 'RequestProgressReported':
    case 'RequestResultReported':
      return { ...state, toldAt: [...state.toldAt, at] }
    case 'RequestSolutionConfirmed':
      return { ...state, confirmedAt: [...state.confirmedAt, at] }
    case 'RequestReopened':
      return { ...state, reopenedAt: [...state.reopenedAt, at] }
    case 'RequestClosed': {
      if (fact.data.outcome !== 'NO_ANSWER') return state
      return { ...state, closedUnansweredAt: [...state.closedUnansweredAt, at] }
    }
    case 'RequestLinkedToKnowledge':
      return { ...state, linkedAt: earliest(state.linkedAt, at) }
    case 'RequestExcluded':
      return { ...state, marks: [...state.marks, { at, isExcluded: true }] }
    case 'RequestRestored':
      return { ...state, marks: [...state.marks, { at, isExcluded: false }] }
  }
}

function receivedRequest(
  known: ReceivedRequest | null,
  { customerId, productId, lotId }: RequestReceivedData,
  at: Instant,
  policyVersion: string,
): ReceivedRequest {
  if (known !== null && known.at <= at) return known
  return { at, policyVersion, customerId, productId, lotId }
}

/** No limits; measures KPI-21, KPI-22 and the linked requests of KPI-34. */
export const serviceRequestLedger: Ledger<ServiceRequestLedger> = {
  shape: 2,
  initial: {
    received: null,
    assignments: [],
    waits: [],
    toldAt: [],
    confirmedAt: [],
    closedUnansweredAt: [],
    reopenedAt: [],
    linkedAt: null,
    marks: [],
  },
  record: recordRequest,
  timers: () => [],
  measurements: requestMeasurements,
}
