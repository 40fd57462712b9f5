import type { Role } from '@afterline/rules'
import {
  choice,
  described,
  type EventOf,
  eventsOf,
  Id,
  InstantText,
  internal,
  MoneyValue,
  named,
  nullable,
  record,
  ShortText,
  staffId,
  Text,
  Type,
  told,
} from './vocabulary.ts'

export const ContractParty = choice('ContractParty', 'Side of a contract.', {
  COMPANY: { zh: '我方', en: 'The company' },
  COUNTERPARTY: { zh: '对方', en: 'The other party', meaning: 'the customer or supplier' },
})

const TextVersion = named('TextVersion', 'One state of a text.', {
  revision: described(Type.Integer({ minimum: 1 }), 'Counts from 1.'),
  digest: described(ShortText, 'SHA-256 of all that it says.'),
})

const PartyTerms = named('PartyTerms', 'What a contract means to one party.', {
  rights: described(Text, 'What it may claim.'),
  duties: described(Text, 'What it owes.'),
})
const CompanyTerms = described(PartyTerms, 'What it gives to us, and asks of us (CON-1).')
const CounterpartyTerms = described(PartyTerms, 'What it gives to the other party, and asks of it (CON-1).')

const ContractClause = named('ContractClause', 'One clause.', {
  clauseId: described(ShortText, 'Unique in the contract: amendments refer to it.'),
  kind: described(
    ShortText,
    'QUANTITY, SPECIFICATION, QUALITY_STANDARD, PRICE, PAYMENT_METHOD, DELIVERY_TIME, SUPPLIER_REPAIR, SUPPLIER_MAINTENANCE or another.',
  ),
  wording: described(Text, 'What was agreed.'),
})

const TailoredProduct = named('TailoredProduct', "A product made to the customer's need (CON-5).", {
  productId: described(Id, 'Of the range.'),
  specification: described(Text, 'What is to be delivered.'),
  agreedAt: described(nullable(InstantText), 'When the customer agreed to just this; it cannot be signed before.'),
})

const GIVEN_BY = 'Staff id, or that of a contact person of the other party.'
/** Who consents to a text: by signing it (CON-1), or by agreeing to an amendment (CON-4). */
export const consent = {
  givenBy: described(ShortText, GIVEN_BY),
  givenAt: described(InstantText, 'When.'),
}
/** The same for our side: by somebody who may sign for us. */
export const companyConsent = {
  ...consent,
  givenBy: described(staffId('SALESPERSON', 'SALES_MANAGER', 'LEADERSHIP'), GIVEN_BY),
}
export const PartyConsent = record({ text: described(TextVersion, 'What was signed.'), ...consent })

export const contractHead = {
  contractNumber: described(ShortText, "The company's own number, as it stands on the paper."),
  salespersonId: described(staffId('SALESPERSON', 'SALES_MANAGER'), 'Staff id of whose contract it is.'),
}

/** What a contract says, and the version under which legal and both parties refer to it (CON-1, CON-2, CON-5). */
export const writtenText = {
  text: described(TextVersion, 'Which text it is: legal approves, and parties sign, no other.'),
  content: internal(
    record({
      kind: choice('ContractKind', 'What a contract is about.', {
        SALE: { zh: '销售合同', en: 'Sales contract', meaning: 'needs the clauses that CON-2 lists' },
        QUALITY_ASSURANCE: {
          zh: '质量保证协议',
          en: 'Quality agreement',
          meaning: "needs a supplier's repair (CON-6)",
        },
      }),
      counterpartyId: described(Id, 'A customer with a file (CUS-1); the supplier of a quality agreement.'),
      clauses: described(Type.Array(ContractClause), 'What was agreed, clause by clause.'),
      terms: record({ COMPANY: CompanyTerms, COUNTERPARTY: CounterpartyTerms }),
    }),
  ),
  value: described(nullable(MoneyValue), 'Net sum, where it has one.'),
  tailoredProducts: described(Type.Array(TailoredProduct), "Products made to the customer's need (CON-5)."),
  draftedBy: described(
    staffId('SALESPERSON', 'SALES_MANAGER', 'LEGAL'),
    'Staff id of who wrote the present text: never its reviewer.',
  ),
}

/** One legal review (CON-3). */
export const legalReview = {
  reviewId: internal(ShortText),
  text: described(TextVersion, 'What was reviewed.'),
  reviewedBy: described(staffId(), 'Staff id.'),
  reviewerRole: internal(Type.Unsafe<Role>(ShortText)),
  reviewedAt: described(InstantText, 'When.'),
  outcome: choice('ReviewOutcome', 'What legal decided.', {
    APPROVED: { zh: '审核通过', en: 'Approved', meaning: 'may be signed as it is' },
    RETURNED: { zh: '退回修改', en: 'Returned' },
  }),
}
const LegalReview = record(legalReview)

/** Where else a text was reviewed, and what became of its wording here (C38). */
export const TemplateUse = record({
  templateId: described(Id, 'A contract whose text legal has approved.'),
  text: TextVersion,
  draftedBy: ShortText,
  reviews: Type.Array(LegalReview),
  wordingDigest: ShortText,
})

export const contractEvents = eventsOf('contract', {
  ContractDrafted: told(
    'A contract was drafted with its required clauses (CON-2, CON-6) and the terms of both parties (CON-1).',
    { ...contractHead, ...writtenText },
  ),
  QuoteAccepted: told(
    'The customer accepted the quote that the contract comes of; the limit of its signing runs from here (CON-1).',
    { customerId: Id, salespersonId: ShortText, teamId: nullable(ShortText) },
  ),
  ContractSubmittedForReview: told('The text was handed to legal (CON-3).'),
  ContractApproved: told('Legal, and not the drafter, approved this very text (CON-3).', { review: LegalReview }),
  ContractReturned: told('Legal returned the text, to be revised (CON-3).', { review: LegalReview, reason: Text }),
  ContractTemplateAdopted: told(
    'A reviewed template whose blanks, 【like this】, are filled in counts as reviewed (C38).',
    { template: TemplateUse },
  ),
  ContractRevised: told(
    'The text was written anew before anybody signed it; it is a draft again (CON-3).',
    writtenText,
  ),
  ContractSigned: told(
    'One party signed the text: staff, or a contact person of the other party, by id; the second one concludes it (CON-1).',
    { party: ContractParty, text: TextVersion, givenBy: consent.givenBy },
  ),
  ContractActivated: told('The signed contract came into force.'),
  ContractAmended: told('Both parties agreed to a revision of the contract, which legal had reviewed (CON-4, C38).', {
    ...writtenText,
    declaredChanges: Type.Array(ShortText),
    review: LegalReview,
    agreements: record({ COMPANY: PartyConsent, COUNTERPARTY: PartyConsent }),
  }),
  ContractClosed: told('Both parties have done what the contract asks of them.'),
  ContractTerminated: told('The contract ended before it was fulfilled.', { reason: Text }),
  ContractAbandoned: told('A party withdrew before both had signed: nothing will be signed (CON-1).', { reason: Text }),
})

export type ContractEvent = EventOf<(typeof contractEvents)[number]>
