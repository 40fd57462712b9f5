import {
  companyConsent,
  consent,
  contractHead,
  described,
  Id,
  InstantText,
  internal,
  legalReview,
  named,
  nullable,
  PartyConsent,
  record,
  ShortText,
  TemplateUse,
  Text,
  Type,
  writtenText,
} from '@afterline/events'
import type { ContractStage } from '@afterline/rules'
import { command, type DataOf, orElse, ownName } from '@afterline/service-kit/aggregate'

const SALES = ['SALESPERSON', 'SALES_MANAGER'] as const
const { kind, counterpartyId, clauses, terms } = writtenText.content.properties
const { value, tailoredProducts, draftedBy } = writtenText

export const ContractText = named('ContractText', 'What a contract says.', {
  clauses: described(clauses, 'Every required kind among them, in words.'),
  companyTerms: terms.properties.COMPANY,
  counterpartyTerms: terms.properties.COUNTERPARTY,
  value,
  tailoredProducts: orElse(tailoredProducts, []),
})

const Consent = named('Consent', "A party's consent.", consent)
const CompanyConsent = named('Consent', "A party's consent.", companyConsent)

export const contractCommands = {
  DraftContract: command('ContractDrafted', SALES, {
    contractId: Id,
    contractNumber: contractHead.contractNumber,
    kind,
    counterpartyId,
    salespersonId: ownName(contractHead.salespersonId),
    quoteAcceptedAt: described(
      nullable(InstantText),
      'When the customer accepted the quote, from when on the limit of signing runs (CON-1); now when left out.',
    ),
    text: described(ContractText, 'What it says.'),
  }).asks('contractClausesGate'),
  ReviseContract: command('ContractRevised', SALES, {
    text: described(ContractText, 'All that it says, changed or not.'),
  }).asks('contractClausesGate'),
  SubmitForReview: command('ContractSubmittedForReview', SALES),
  ApproveContract: command('ContractApproved', ['LEGAL']).asks('legalReviewGate'),
  ReturnContract: command('ContractReturned', ['LEGAL'], { reason: described(Text, 'What is to be changed.') }).asks(
    'legalReviewGate',
  ),
  AdoptTemplate: command('ContractTemplateAdopted', SALES, { templateId: TemplateUse.properties.templateId }).asks(
    'contractReviewGate',
  ),
  SignContract: command('ContractSigned', [...SALES, 'LEADERSHIP'], {
    digest: described(ShortText, 'Of the text that was signed, as Contract.text tells it.'),
    contactId: described(
      nullable(Id),
      'Contact person who signed for the other party; left out where the caller signs for the company.',
    ),
  }).asks('contractSigningGate'),
  ActivateContract: command('ContractActivated', ['SALES_MANAGER', 'LEGAL']),
  AmendContract: command('ContractAmended', ['LEGAL'], {
    text: described(ContractText, 'All that it shall say, changed or not.'),
    draftedBy: described(draftedBy, 'Staff id of who wrote it: not the caller.'),
    declaredChanges: described(
      Type.Array(ShortText),
      'What changes, and nothing else: value, clauses.<id>, terms.COMPANY.rights and the like.',
    ),
    reviewedAt: described(InstantText, 'When the caller reviewed it: before either party agreed.'),
    company: described(CompanyConsent, 'Who agreed for us, and when.'),
    counterparty: described(Consent, 'Contact person who agreed for the other party, and when.'),
  }).asks('amendmentGate', 'tailoredProductsGate'),
  CloseContract: command('ContractClosed', ['SALES_MANAGER', 'FINANCE']),
  TerminateContract: command('ContractTerminated', ['SALES_MANAGER', 'LEGAL'], {
    reason: described(Text, 'Why it ends.'),
  }),
}

const ContractReview = named('ContractReview', 'One legal review (CON-3).', {
  ...legalReview,
  reason: described(nullable(Text), 'Why it was returned.'),
})

/** What a party signs, and amends by mutual consent. The last version of the text is the one that holds. */
export const contractState = {
  contractId: Id,
  ...contractHead,
  ...writtenText,
  draftedAt: described(InstantText, 'When it was first drafted.'),
  quoteAcceptedAt: internal(nullable(InstantText)),
  reviews: described(Type.Array(ContractReview), 'Reviews of all its texts, oldest first (CON-3).'),
  template: internal(nullable(TemplateUse)),
  signatures: internal(record({ COMPANY: nullable(PartyConsent), COUNTERPARTY: nullable(PartyConsent) })),
  amendedAt: described(nullable(InstantText), 'When it was amended last (CON-4).'),
  endedBecause: described(nullable(Text), 'Why it was terminated.'),
}

export type Contract = DataOf<typeof contractState> & { readonly status: Exclude<ContractStage, 'UNDRAFTED'> }
export type WrittenText = DataOf<typeof writtenText>
