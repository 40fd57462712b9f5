import type { Instant } from '../../primitives/instant.ts'
import { type Act, actScopes, earlierAct, lastActBy } from '../act.ts'
import { type ExclusionMark, excludedSince, whileIncluded } from '../exclusion.ts'
import { factGuard } from '../facts.ts'
import type { Fact, Ledger, Measurement, Reckoning, Timer } from '../ledger.ts'
import { endedLimit, type Limit, onTimeShareOf } from '../timing.ts'
import type { ContactChannel, EnquiryFactData, EnquiryReceivedData } from './facts.ts'

export interface ReceivedEnquiry extends EnquiryReceivedData {
  readonly at: Instant
  readonly policyVersion: string
}

export interface EnquiryLedger {
  readonly received: ReceivedEnquiry | null
  readonly assignments: readonly Act[]
  /** The first answer: what is written to the customer afterwards stops nothing. */
  readonly answered: Act | null
  readonly marks: readonly ExclusionMark[]
}

const isEnquiryFact = factGuard<EnquiryFactData>({
  EnquiryReceived: true,
  EnquiryAssigned: true,
  EnquiryAnswered: true,
  EnquiryExcluded: true,
  EnquiryRestored: true,
})

function recordEnquiry(state: EnquiryLedger, fact: Fact): EnquiryLedger {
  if (!isEnquiryFact(fact)) return state
  const at = fact.occurredAt
  switch (fact.type) {
    case 'EnquiryReceived': {
      if (state.received !== null && state.received.at <= at) return state
      const { customerId, channel } = fact.data
      return { ...state, received: { at, policyVersion: fact.policyVersion, customerId, channel } }
    }
    case 'EnquiryAssigned': {
      const { assigneeId: personId, teamId } = fact.data
      return { ...state, assignments: [...state.assignments, { at, personId, teamId }] }
    }
    case 'EnquiryAnswered': {
      const { answeredBy: personId, teamId } = fact.data
      return { ...state, answered: earlierAct(state.answered, { at, personId, teamId }) }
    }
    case 'EnquiryExcluded':
      return { ...state, marks: [...state.marks, { at, isExcluded: true }] }
    case 'EnquiryRestored':
      return { ...state, marks: [...state.marks, { at, isExcluded: false }] }
  }
}

const limits = {
  'enquiry.phone': { rule: 'CMP-14', channels: ['PHONE', 'ONLINE_CHAT'] },
  'enquiry.written': { rule: 'CMP-15', channels: ['LETTER', 'EMAIL', 'WECHAT', 'WEB_FORM', 'SMS'] },
} as const

type EnquiryTimerKey = keyof typeof limits

/**
 * Whether a channel counts as telephone or as letter (C33). A visitor is answered while present and registered
 * (CMP-13): no regulation gives that a limit.
 */
function limitOf(channel: ContactChannel): EnquiryTimerKey | null {
  if (isOneOf(limits['enquiry.phone'].channels, channel)) return 'enquiry.phone'
  return isOneOf(limits['enquiry.written'].channels, channel) ? 'enquiry.written' : null
}

function isOneOf(channels: readonly ContactChannel[], channel: ContactChannel): boolean {
  return channels.includes(channel)
}

/** CMP-14 or CMP-15, from receipt to the first answer; one that is excluded before needs no answer. */
function enquiryTimers({ received, answered, marks }: EnquiryLedger, reckoning: Reckoning): readonly Timer[] {
  if (received === null) return []
  return answerLimits(received).map((limit) => endedLimit(limit, answered?.at ?? null, excludedSince(marks), reckoning))
}

/** One, or none for a visitor. */
function answerLimits({ channel, at: startedAt, policyVersion }: ReceivedEnquiry): readonly Limit[] {
  const key = limitOf(channel)
  return key === null ? [] : [{ key, item: '', rule: limits[key].rule, startedAt, dueAt: null, policyVersion }]
}

/** KPI-18 for what was asked in writing, KPI-19 for every enquiry; both in the period of receipt. */
function enquiryMeasurements(enquiry: EnquiryLedger, reckoning: Reckoning): readonly Measurement[] {
  const { received, answered, marks } = enquiry
  if (received === null) return []
  const scopes = enquiryScopes(enquiry)
  const measured = answerLimits(received).flatMap((limit) => {
    const timer = endedLimit(limit, answered?.at ?? null, null, reckoning)
    const inTime = onTimeShareOf(timer, reckoning, { kpi: 'KPI-19', part: timer.key, scopes })
    if (timer.key !== 'enquiry.written') return [inTime]
    const replied = onTimeShareOf(timer, reckoning, { kpi: 'KPI-18', part: null, scopes })
    // CMP-16 asks for a reply to every letter; whether it came in time is CMP-15.
    return [{ ...replied, countsLate: true }, inTime]
  })
  return whileIncluded(measured, marks, received.at)
}

/** It counts for who answered or, while nobody has, for whom it was last assigned to. */
function enquiryScopes({ received, answered, assignments }: EnquiryLedger): readonly string[] {
  const customerId = received?.customerId ?? null
  const responsible = answered ?? lastActBy(assignments, null)
  return [...(customerId === null ? [] : [`customer:${customerId}`]), ...actScopes(responsible)]
}

/** Limits CMP-14 and CMP-15; measures KPI-18 and KPI-19. */
export const enquiryLedger: Ledger<EnquiryLedger> = {
  shape: 2,
  initial: { received: null, assignments: [], answered: null, marks: [] },
  record: recordEnquiry,
  timers: enquiryTimers,
  measurements: enquiryMeasurements,
}
