import type { ContractEvent } from '@afterline/events'
import { type ContractStage, type Instant, instantFromMillis, millisOf, parseInstant } from '@afterline/rules'
import type { CommandOf } from '@afterline/service-kit/aggregate'
import type { PastEvent } from '@afterline/service-kit/testing'
import type { CustomerFacts } from '../projections/customer-facts.ts'
import type { ContractTypes } from './contract.ts'
import type { Contract } from './fields.ts'
import { type Head, type Wording, writtenText } from './text.ts'

/** A hospital buys pumps: the contract that the tests of this folder vary. */
const uuid = (number: number) => `0195b1f0-0000-7000-8000-${String(number).padStart(12, '0')}`
export const ids = {
  contract: uuid(1),
  customer: uuid(2),
  contact: uuid(3),
  product: uuid(4),
  template: uuid(5),
  supplier: uuid(6),
}

export const acceptedAt = parseInstant('2026-03-02T09:00:00+08:00')
/** So many hours after the customer accepted the quote. */
export const hours = (count: number): Instant => instantFromMillis(millisOf(acceptedAt) + count * 3_600_000)

export const drafter = { id: 'sales-1', role: 'SALESPERSON' }
export const lawyer = { id: 'legal-1', role: 'LEGAL' }
export const director = { id: 'director-1', role: 'LEADERSHIP' }

export const head: Head = { contractNumber: 'S-2026-17', kind: 'SALE', counterpartyId: ids.customer }

const SALES_CLAUSES = ['QUANTITY', 'SPECIFICATION', 'QUALITY_STANDARD', 'PRICE', 'PAYMENT_METHOD', 'DELIVERY_TIME']

export const clause = (kind: string, wording = `${kind} 【as agreed】`) => ({ clauseId: kind, kind, wording })

export const wording: Wording = {
  clauses: SALES_CLAUSES.map((kind) => clause(kind)),
  companyTerms: { rights: 'payment', duties: 'delivery' },
  counterpartyTerms: { rights: 'delivery', duties: 'payment' },
  value: { minor: 1_000_00, currency: 'CNY' },
  tailoredProducts: [],
}

/** The wording with other words in the clause of a kind. */
export const reworded = (kind: string, words: string): Wording => ({
  ...wording,
  clauses: wording.clauses.map((each) => (each.kind === kind ? clause(kind, words) : each)),
})

export const text = writtenText(head, 1, wording, drafter.id)
export const customer: CustomerFacts = {
  customerId: ids.customer,
  organisation: 'Riverside Hospital',
  ownerId: null,
  kind: 'CUSTOMER',
  licences: [],
  credit: [],
  needs: [],
}
export const lookUp = { customer, template: null }

type Name = keyof ContractTypes['commands']

export function command<Type extends Name>(
  type: Type,
  data: ContractTypes['commands'][Type],
  { at = hours(7), by = drafter }: { readonly at?: Instant; readonly by?: typeof drafter } = {},
): CommandOf<ContractTypes, Type> {
  // The name and its data belong together by the parameters' types, which the compiler cannot follow through the union.
  return { type, data, at, by } as unknown as CommandOf<ContractTypes, Type>
}

const { contract: contractId, customer: customerId } = ids
const salespersonId = drafter.id

export const review = {
  reviewId: text.text.digest,
  text: text.text,
  reviewedBy: lawyer.id,
  reviewerRole: 'LEGAL',
  reviewedAt: hours(2),
  outcome: 'APPROVED',
} as const

export const drafted = {
  type: 'ContractDrafted',
  data: { contractId, contractNumber: head.contractNumber, salespersonId, ...text },
  occurredAt: hours(1),
} as const
export const accepted = {
  type: 'QuoteAccepted',
  data: { contractId, customerId, salespersonId, teamId: null },
  occurredAt: acceptedAt,
} as const
export const submitted = { type: 'ContractSubmittedForReview', data: { contractId }, occurredAt: hours(1) } as const
export const approved = { type: 'ContractApproved', data: { contractId, review }, occurredAt: hours(2) } as const
export const returned = {
  type: 'ContractReturned',
  data: { contractId, review: { ...review, outcome: 'RETURNED' }, reason: 'liability' },
  occurredAt: hours(2),
} as const
export const signedBy = (party: 'COMPANY' | 'COUNTERPARTY', at: Instant) =>
  ({
    type: 'ContractSigned',
    data: { contractId, party, text: text.text, givenBy: party === 'COMPANY' ? director.id : ids.contact },
    occurredAt: at,
  }) as const

const inReview = [drafted, accepted, submitted]
const signed = [...inReview, approved, signedBy('COMPANY', hours(3)), signedBy('COUNTERPARTY', hours(4))]
const active = [...signed, { type: 'ContractActivated', data: { contractId }, occurredAt: hours(5) } as const]
const amendment = writtenText(head, 2, reworded('PRICE', 'less'), drafter.id)
const consent = { text: amendment.text, givenBy: director.id, givenAt: hours(6) }
const amended = {
  type: 'ContractAmended',
  data: {
    contractId,
    ...amendment,
    declaredChanges: ['clauses.PRICE'],
    review: { ...review, text: amendment.text, reviewedAt: hours(5) },
    agreements: { COMPANY: consent, COUNTERPARTY: { ...consent, givenBy: ids.contact } },
  },
  occurredAt: hours(6),
} as const

/** A past that leads to each stage. */
export const pastOf: Readonly<Record<ContractStage, readonly PastEvent<ContractEvent>[]>> = {
  UNDRAFTED: [],
  DRAFT: [drafted, accepted],
  LEGAL_REVIEW: inReview,
  APPROVED: [...inReview, approved],
  RETURNED: [...inReview, returned],
  SIGNED: signed,
  ACTIVE: active,
  AMENDED: [...active, amended],
  CLOSED: [...active, { type: 'ContractClosed', data: { contractId }, occurredAt: hours(6) }],
  TERMINATED: [...active, { type: 'ContractTerminated', data: { contractId, reason: 'void' }, occurredAt: hours(6) }],
}

/** The text of another contract that legal has approved. */
export const template: Contract = {
  ...text,
  contractId: ids.template,
  contractNumber: 'T-1',
  salespersonId,
  status: 'APPROVED',
  draftedAt: hours(-100),
  quoteAcceptedAt: null,
  reviews: [{ ...review, reviewedAt: hours(-90), reason: null }],
  template: null,
  signatures: { COMPANY: null, COUNTERPARTY: null },
  amendedAt: null,
  endedBecause: null,
}
