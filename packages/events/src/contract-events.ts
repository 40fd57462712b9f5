import type { Role } from '@afterline/rules'
import type { TProperties } from 'typebox'
import {
  defineEvent,
  type EventOf,
  Id,
  InstantText,
  MoneyValue,
  nullable,
  oneOf,
  record,
  ShortText,
  Text,
  Type,
} from './vocabulary.ts'

const TextVersion = record({ revision: Type.Integer({ minimum: 1 }), digest: ShortText })
const PartyTerms = record({ rights: Text, duties: Text })
const PartyConsent = record({ text: TextVersion, givenBy: ShortText, givenAt: InstantText })

/** What a contract says, and the version under which legal and both parties refer to it (CON-1, CON-2, CON-5). */
const writtenText = {
  text: TextVersion,
  content: record({
    kind: oneOf('SALE', 'QUALITY_ASSURANCE'),
    counterpartyId: Id,
    clauses: Type.Array(record({ clauseId: ShortText, kind: ShortText, wording: Text })),
    terms: record({ COMPANY: PartyTerms, COUNTERPARTY: PartyTerms }),
  }),
  value: nullable(MoneyValue),
  tailoredProducts: Type.Array(record({ productId: Id, specification: Text, agreedAt: nullable(InstantText) })),
  draftedBy: ShortText,
}

const LegalReview = record({
  reviewId: ShortText,
  text: TextVersion,
  reviewedBy: ShortText,
  reviewerRole: Type.Unsafe<Role>(ShortText),
  reviewedAt: InstantText,
  outcome: oneOf('APPROVED', 'RETURNED'),
})

/** Where else a text was reviewed, and what became of its wording here (C38). */
const TemplateUse = record({
  templateId: Id,
  text: TextVersion,
  draftedBy: ShortText,
  reviews: Type.Array(LegalReview),
  wordingDigest: ShortText,
})

export const contractEvents = [
  contractEvent(
    'ContractDrafted',
    'A contract was drafted with its required clauses (CON-2, CON-6) and the terms of both parties (CON-1).',
    { contractNumber: ShortText, salespersonId: ShortText, ...writtenText },
  ),
  contractEvent(
    'QuoteAccepted',
    'The customer accepted the quote that the contract comes of; the limit of its signing runs from here (CON-1).',
    { customerId: Id, salespersonId: ShortText, teamId: nullable(ShortText) },
  ),
  contractEvent('ContractSubmittedForReview', 'The text was handed to legal (CON-3).', {}),
  contractEvent('ContractApproved', 'Legal, and not the drafter, approved this very text (CON-3).', {
    review: LegalReview,
  }),
  contractEvent('ContractReturned', 'Legal returned the text, to be revised (CON-3).', {
    review: LegalReview,
    reason: Text,
  }),
  contractEvent('ContractTemplateAdopted', 'A reviewed template with its blanks filled in counts as reviewed (C38).', {
    template: TemplateUse,
  }),
  contractEvent('ContractRevised', 'The text was written anew before anybody signed it; it is a draft again (CON-3).', {
    ...writtenText,
  }),
  contractEvent(
    'ContractSigned',
    'One party signed the text: a member of staff, or a contact person of the other party, by id (CON-1).',
    { party: oneOf('COMPANY', 'COUNTERPARTY'), text: TextVersion, givenBy: ShortText },
  ),
  contractEvent('ContractActivated', 'The signed contract came into force.', {}),
  contractEvent(
    'ContractAmended',
    'Both parties agreed to a revision of the contract, which legal had reviewed (CON-4, C38).',
    {
      ...writtenText,
      declaredChanges: Type.Array(ShortText),
      review: LegalReview,
      agreements: record({ COMPANY: PartyConsent, COUNTERPARTY: PartyConsent }),
    },
  ),
  contractEvent('ContractClosed', 'Both parties have done what the contract asks of them.', {}),
  contractEvent('ContractTerminated', 'The contract ended before it was fulfilled.', { reason: Text }),
  contractEvent('ContractAbandoned', 'A party withdrew before both had signed: nothing will be signed (CON-1).', {
    reason: Text,
  }),
] as const

export type ContractEvent = EventOf<(typeof contractEvents)[number]>

/** Every event of a contract holds its id; none has a second version so far. */
function contractEvent<const Name extends string, Data extends TProperties>(type: Name, summary: string, data: Data) {
  return defineEvent({ type, version: 1, summary, data: record({ contractId: Id, ...data }) })
}
