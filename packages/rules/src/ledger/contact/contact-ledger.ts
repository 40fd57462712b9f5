import { binOf } from '../../kpi/durations.ts'
import { type Instant, laterOf } from '../../primitives/instant.ts'
import { type Act, actScopes, compareActs } from '../act.ts'
import { type ExclusionMark, excludedSince, whileIncluded } from '../exclusion.ts'
import { factGuard } from '../facts.ts'
import type { Fact, Ledger, Measurement, Reckoning, Timer } from '../ledger.ts'
import { endedLimit, oneThing } from '../timing.ts'
import type { ContactFactData, ContactReceivedData } from './facts.ts'

export interface ReceivedContact extends ContactReceivedData {
  readonly at: Instant
  readonly policyVersion: string
}

export interface ContactLedger {
  readonly received: ReceivedContact | null
  /** Of people only. */
  readonly replies: readonly Act[]
  readonly marks: readonly ExclusionMark[]
}

const isContactFact = factGuard<ContactFactData>({
  ContactReceived: true,
  ContactReplied: true,
  ContactExcluded: true,
  ContactRestored: true,
})

function recordContact(state: ContactLedger, fact: Fact): ContactLedger {
  if (!isContactFact(fact)) return state
  const at = fact.occurredAt
  switch (fact.type) {
    case 'ContactReceived': {
      if (state.received !== null && state.received.at <= at) return state
      return { ...state, received: { at, policyVersion: fact.policyVersion, customerId: fact.data.customerId } }
    }
    case 'ContactReplied': {
      const { isAutomatic, repliedBy: personId, teamId } = fact.data
      return isAutomatic ? state : { ...state, replies: [...state.replies, { at, personId, teamId }] }
    }
    case 'ContactExcluded':
      return { ...state, marks: [...state.marks, { at, isExcluded: true }] }
    case 'ContactRestored':
      return { ...state, marks: [...state.marks, { at, isExcluded: false }] }
  }
}

/** SRV-2, from the contact to the first reply of a person; one that is excluded before needs none. */
function contactTimers({ received, replies, marks }: ContactLedger, reckoning: Reckoning): readonly Timer[] {
  if (received === null) return []
  const [first] = replies.toSorted(compareActs)
  const { at: startedAt, policyVersion } = received
  const limit = { key: 'contact.first', item: '', rule: 'SRV-2', startedAt, dueAt: null, policyVersion } as const
  return [endedLimit(limit, first?.at ?? null, excludedSince(marks), reckoning)]
}

function contactMeasurements(contact: ContactLedger, reckoning: Reckoning): readonly Measurement[] {
  const { received, marks } = contact
  const [first, ...later] = contact.replies.toSorted(compareActs)
  if (received === null || first === undefined) return []
  const customer = received.customerId === null ? [] : [`customer:${received.customerId}`]
  const measured = [
    firstResponse(received, first, [...customer, ...actScopes(first)], reckoning),
    handled(received, first, [first, ...later].flatMap(actScopes)),
  ]
  return whileIncluded(measured, marks, received.at)
}

/** KPI-20: open time from the contact to the first reply, under the calendar of the contact, in the contact's period. */
function firstResponse(
  received: ReceivedContact,
  first: Act,
  scopes: readonly string[],
  reckoning: Reckoning,
): Measurement {
  const millis = reckoning.openTimeBetween(received.policyVersion, received.at, first.at)
  const since = laterOf(received.at, first.at)
  const response = oneThing('KPI-20', null, since, scopes)
  return { ...response, countsAt: received.at, achievedAt: since, bin: binOf(millis) }
}

/**
 * KPI-41: what conduct complaints are divided by. A contact counts once for the company and once for each person and team
 * that replied in it, from the first reply on; for no customer, as the complaints name who is complained about.
 */
function handled(received: ReceivedContact, first: Act, scopes: readonly string[]): Measurement {
  const since = laterOf(received.at, first.at)
  const contact = oneThing('KPI-41', 'conductComplaints', since, [...new Set(scopes)])
  return { ...contact, achievedAt: since, numerator: 0 }
}

/** Limit SRV-2; measures KPI-20 and the contacts of KPI-41. */
export const contactLedger: Ledger<ContactLedger> = {
  shape: 2,
  initial: { received: null, replies: [], marks: [] },
  record: recordContact,
  timers: contactTimers,
  measurements: contactMeasurements,
}
