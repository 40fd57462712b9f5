import type { Instant } from '../../primitives/instant.ts'
import { responsibleScopes } from '../act.ts'
import { factGuard } from '../facts.ts'
import type { Fact, Ledger, Measurement, Reckoning, Timer } from '../ledger.ts'
import { onTimeShareOf } from '../timing.ts'
import type { FollowUpExpectedData, FollowUpFactData } from './facts.ts'

export interface ExpectedFollowUp extends FollowUpExpectedData {
  readonly at: Instant
  readonly policyVersion: string
}

export interface FollowUpLedger {
  readonly expected: ExpectedFollowUp | null
  /** Two-way contacts only. */
  readonly contactedAt: readonly Instant[]
}

const isFollowUpFact = factGuard<FollowUpFactData>({ FollowUpExpected: true, FollowUpRecorded: true })

function recordFollowUp(state: FollowUpLedger, fact: Fact): FollowUpLedger {
  if (!isFollowUpFact(fact)) return state
  const at = fact.occurredAt
  switch (fact.type) {
    case 'FollowUpExpected': {
      if (state.expected !== null && state.expected.at <= at) return state
      const { customerId, salespersonId, teamId, month } = fact.data
      const { policyVersion } = fact
      return { ...state, expected: { at, policyVersion, customerId, salespersonId, teamId, month } }
    }
    case 'FollowUpRecorded':
      return fact.data.isTwoWay ? { ...state, contactedAt: [...state.contactedAt, at] } : state
  }
}

/**
 * FUP-1: within the month, the first contact. Without a designated salesperson nothing meets it: the regulation gives the
 * visit to one, so that the gap stays visible until somebody is named.
 */
function followUpTimers({ expected, contactedAt }: FollowUpLedger): readonly Timer[] {
  if (expected === null) return []
  const { at: startedAt, policyVersion, month, salespersonId } = expected
  const [first = null] = contactedAt.filter((at) => startedAt <= at).toSorted()
  const stoppedAt = salespersonId === null ? null : first
  return [
    {
      key: 'visit.monthly',
      item: month,
      rule: 'FUP-1',
      startedAt,
      stoppedAt,
      voidedAt: null,
      dueAt: null,
      policyVersion,
    },
  ]
}

/** KPI-25: of the customers active at the month's start, those followed up within it; the others when it is over. */
function followUpMeasurements(followUp: FollowUpLedger, reckoning: Reckoning): readonly Measurement[] {
  if (followUp.expected === null) return []
  const { customerId, salespersonId, teamId } = followUp.expected
  const scopes = [`customer:${customerId}`, ...responsibleScopes(salespersonId, teamId)]
  return followUpTimers(followUp).flatMap((timer) =>
    onTimeShareOf(timer, reckoning, { kpi: 'KPI-25', part: 'monthly', scopes }),
  )
}

/** Limit FUP-1; measures the monthly part of KPI-25. */
export const followUpLedger: Ledger<FollowUpLedger> = {
  shape: 1,
  initial: { expected: null, contactedAt: [] },
  record: recordFollowUp,
  timers: followUpTimers,
  measurements: followUpMeasurements,
}
