import { reckoningWith } from '../after-sales-fixture.ts'
import { factsOf, outcomeOf } from '../history-fixture.ts'
import type { Fact, Reckoning } from '../ledger.ts'
import type { ServiceRequestFactData } from './facts.ts'
import { serviceRequestLedger } from './service-request-ledger.ts'

/* Histories of service requests for tests. */

const fact = factsOf<ServiceRequestFactData>()
const customer = { customerId: 'c', productId: null, lotId: null }

export const received = (at: number, data = {}, policyVersion = 'v1') =>
  fact('RequestReceived', at, { ...customer, ...data }, { policyVersion })
export const assigned = (at: number, assigneeId: string, teamId: string | null = null) =>
  fact('RequestAssigned', at, { assigneeId, teamId })
export const progress = (at: number) => fact('RequestProgressReported', at, {})
export const reported = (at: number) => fact('RequestResultReported', at, {})
export const confirmed = (at: number) => fact('RequestSolutionConfirmed', at, {})
export const reopened = (at: number) => fact('RequestReopened', at, {})
export const closed = (at: number, outcome: 'CONFIRMED' | 'NO_ANSWER') => fact('RequestClosed', at, { outcome })
export const linked = (at: number) => fact('RequestLinkedToKnowledge', at, {})
export const waitBegan = (at: number, waitId = 'w') => fact('RequestWaitBegan', at, { waitId })
export const waitEnded = (at: number, waitId = 'w') => fact('RequestWaitEnded', at, { waitId })
export const excluded = (at: number) => fact('RequestExcluded', at, {})
export const restored = (at: number) => fact('RequestRestored', at, {})

export const reckoning = reckoningWith({})

/** What a history adds to a figure. */
export function measure(part: string, facts: readonly Fact[], by: Reckoning = reckoning) {
  const name = (kpi: string, of: string | null) => (of === null ? kpi : `${kpi} ${of}`)
  const { measurements } = outcomeOf(serviceRequestLedger, facts, by)
  return measurements.filter((one) => name(one.kpi, one.part) === part)
}
