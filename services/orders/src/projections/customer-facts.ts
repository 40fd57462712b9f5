import type { CustomerEvent, EventOf, LicenceRecorded } from '@afterline/events'
import { type Instant, type Money, millisOf } from '@afterline/rules'

type LicenceData = EventOf<typeof LicenceRecorded>['data']

/** A licence with the instants that decide whether it counted at a given moment. */
export interface KnownLicence extends Omit<LicenceData, 'customerId' | 'issuer'> {
  readonly verifiedAt: Instant | null
  readonly revokedAt: Instant | null
}

export interface KnownCredit {
  readonly outcome: 'GOOD' | 'LIMITED' | 'REFUSED'
  readonly creditLimit: Money | null
  readonly investigatedAt: Instant
}

export interface KnownNeed {
  readonly needId: string
  readonly productClasses: LicenceData['scope']
  readonly recordedAt: Instant
}

/**
 * What the gates of an order must know of its customer (CUS-1, CUS-4, CUS-5, CUS-8), remembered here so that orders can
 * be decided while customers is down. Every entry keeps its instant: imported history is judged by what held then. What
 * tells a gate nothing more is not remembered, so that this does not grow with every year of a customer.
 */
export interface CustomerFacts {
  readonly customerId: string
  readonly organisation: string
  /** Staff id of who follows the customer up: as a salesperson one deals with own customers only. */
  readonly ownerId: string | null
  readonly kind: 'PROSPECT' | 'NEAR_CUSTOMER' | 'CUSTOMER'
  readonly licences: readonly KnownLicence[]
  /** Oldest first. An investigation that ended as the one before it is left out. */
  readonly credit: readonly KnownCredit[]
  /** Of needs for the same product classes, the one that was recorded first. */
  readonly needs: readonly KnownNeed[]
}

/** A customers' event as the fold reads it. */
export type CustomerFact = CustomerEvent & { readonly occurredAt: Instant }

/**
 * One event folded in; `null` before the file is opened.
 * @throws Error for an event of a customer whose file was never opened: the stream is broken and has to wait.
 */
export function recordCustomerFact(facts: CustomerFacts | null, event: CustomerFact): CustomerFacts {
  if (event.type === 'CustomerFileOpened') {
    const { customerId, organisation, ownerId, kind } = event.data
    return { customerId, organisation, ownerId, kind, licences: [], credit: [], needs: [] }
  }
  if (facts === null) throw new Error(`${event.type} before the customer's file was opened`)
  return { ...facts, ...changesBy(facts, event) }
}

function changesBy(facts: CustomerFacts, event: CustomerFact): Partial<CustomerFacts> {
  const at = event.occurredAt
  switch (event.type) {
    case 'CustomerKindChanged':
      return { kind: event.data.kind }
    case 'CustomerOwnerAssigned':
      return { ownerId: event.data.ownerId }
    case 'LicenceRecorded': {
      const { customerId: _, issuer: __, ...licence } = event.data
      return { licences: [...facts.licences, { ...licence, verifiedAt: null, revokedAt: null }] }
    }
    case 'LicenceVerified':
      return { licences: withLicence(facts, event.data.licenceId, { verifiedAt: at }) }
    case 'LicenceRevoked':
      return { licences: withLicence(facts, event.data.licenceId, { revokedAt: at }) }
    case 'CreditInvestigated': {
      const { outcome, creditLimit } = event.data
      return { credit: withInvestigation(facts.credit, { outcome, creditLimit, investigatedAt: at }) }
    }
    case 'NeedRecorded': {
      const { needId, productClasses } = event.data
      return { needs: withNeed(facts.needs, { needId, productClasses, recordedAt: at }) }
    }
    default:
      return {}
  }
}

function withLicence(facts: CustomerFacts, licenceId: string, change: Partial<KnownLicence>): readonly KnownLicence[] {
  return facts.licences.map((licence) => (licence.licenceId === licenceId ? { ...licence, ...change } : licence))
}

/** An entry may come late, about an earlier instant: what ended as the one before it is told only once all are in order. */
function withInvestigation(known: readonly KnownCredit[], added: KnownCredit): readonly KnownCredit[] {
  const inOrder = [...known, added].toSorted(
    (one, other) => millisOf(one.investigatedAt) - millisOf(other.investigatedAt),
  )
  return inOrder.filter((investigation, index) => {
    const former = inOrder[index - 1]
    return former === undefined || !endedAlike(former, investigation)
  })
}

function endedAlike(one: KnownCredit, other: KnownCredit): boolean {
  const [limit, otherLimit] = [one.creditLimit, other.creditLimit]
  return one.outcome === other.outcome && limit?.minor === otherLimit?.minor && limit?.currency === otherLimit?.currency
}

function withNeed(known: readonly KnownNeed[], added: KnownNeed): readonly KnownNeed[] {
  const alike = known.find((need) => classesOf(need) === classesOf(added))
  if (alike === undefined) return [...known, added]
  return added.recordedAt < alike.recordedAt ? known.map((need) => (need === alike ? added : need)) : known
}

const classesOf = ({ productClasses }: KnownNeed): string => [...new Set(productClasses)].toSorted().join()
