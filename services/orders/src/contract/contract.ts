import type { ContractEvent } from '@afterline/events'
import {
  amendmentGate,
  type ContractParty,
  type ContractStage,
  contractClausesGate,
  contractReviewGate,
  contractStages,
  firstConsentAt,
  type Instant,
  type PartyConsent,
  type PartyConsents,
  tailoredProductsGate,
} from '@afterline/rules'
import { type AnyCommandOf, aggregate, happens, refused, type Shown } from '@afterline/service-kit/aggregate'
import type { CustomerFacts } from '../projections/customer-facts.ts'
import * as refusal from './contract.refusals.ts'
import { type Review, reviewBy, reviewerGate, signingGate, tailoredIn, valueGate } from './gates.ts'
import { type Head, type TemplateUse, templateUse, type Wording, type WrittenText, writtenText } from './text.ts'

/** What a party signs, and amends by mutual consent. The last version of the text is the one that holds. */
export interface Contract extends WrittenText {
  readonly status: Exclude<ContractStage, 'UNDRAFTED'>
  readonly contractId: string
  readonly contractNumber: string
  readonly salespersonId: string
  readonly draftedAt: Instant
  readonly quoteAcceptedAt: Instant | null
  /** Of all versions of the text, oldest first. */
  readonly reviews: readonly Review[]
  /** What stands in for a review of its own (C38). */
  readonly template: TemplateUse | null
  readonly signatures: PartyConsents
  readonly amendedAt: Instant | null
  readonly endedBecause: string | null
}

export type ShownContract = Shown<Contract>

interface ContractCommands {
  readonly DraftContract: Head & {
    readonly contractId: string
    readonly salespersonId: string
    /** Of the quote that it comes of (CON-1): the moment of drafting when `null`. */
    readonly quoteAcceptedAt: Instant | null
    readonly wording: Wording
  }
  readonly ReviseContract: { readonly wording: Wording }
  readonly SubmitForReview: Nothing
  readonly ApproveContract: Nothing
  readonly ReturnContract: { readonly reason: string }
  readonly AdoptTemplate: { readonly templateId: string }
  /** By the contact person of the other party, else by the caller for the company; `digest` is that of what was signed. */
  readonly SignContract: { readonly digest: string; readonly contactId: string | null }
  readonly ActivateContract: Nothing
  readonly AmendContract: {
    readonly wording: Wording
    readonly draftedBy: string
    /** As `amendmentGate` names places, and `value`. */
    readonly declaredChanges: readonly string[]
    readonly reviewedAt: Instant
    readonly company: Consent
    readonly counterparty: Consent
  }
  readonly CloseContract: Nothing
  readonly TerminateContract: { readonly reason: string }
}

type Nothing = Readonly<Record<never, never>>
type Consent = Omit<PartyConsent, 'text'>

export interface ContractTypes {
  readonly unbegun: 'UNDRAFTED'
  readonly state: Contract
  readonly commands: ContractCommands
  readonly events: ContractEvent
  /** The customer whom a draft names, the reviewed text that a contract adopts; `null` for what there is not. */
  readonly lookUp: { readonly customer: CustomerFacts | null; readonly template: Contract | null }
  readonly begins: 'DraftContract'
  readonly begunBy: 'ContractDrafted'
}

export type ContractCommand = AnyCommandOf<ContractTypes>

/** A contract from its draft, over legal review and both signatures, to its end (CON-1 to CON-6, C38). */
export const contract = aggregate<ContractTypes>({
  category: 'contract',
  shape: 1,
  life: contractStages,
  row: 'salespersonId',
  begunAt: 'draftedAt',
  gates: {
    DraftContract: ['contractClausesGate'],
    ReviseContract: ['contractClausesGate'],
    ApproveContract: ['legalReviewGate'],
    ReturnContract: ['legalReviewGate'],
    AdoptTemplate: ['contractReviewGate'],
    SignContract: ['contractSigningGate'],
    AmendContract: ['amendmentGate', 'tailoredProductsGate'],
  },
  begin: {
    DraftContract({ by, at, data }, { customer }) {
      const { contractId, contractNumber, salespersonId, kind, counterpartyId, quoteAcceptedAt, wording } = data
      const text = writtenText(data, 1, wording, by.id)
      const drafted = { contractId, contractNumber, salespersonId, ...text }
      const accepted = { contractId, customerId: counterpartyId, salespersonId, teamId: null }
      const isSale = kind === 'SALE'
      return {
        events: [
          { type: 'ContractDrafted', data: drafted },
          ...(isSale ? [{ type: 'QuoteAccepted', data: accepted, occurredAt: quoteAcceptedAt ?? at } as const] : []),
        ],
        violations: [
          ...(isSale && customer === null ? [refusal.unknownCounterparty(counterpartyId)] : []),
          ...contractClausesGate(text.content),
        ],
      }
    },
  },
  decide: {
    ReviseContract({ contractId, contractNumber, content, text, signatures }, { by, data }) {
      const revised = writtenText({ contractNumber, ...content }, text.revision + 1, data.wording, by.id)
      const isSigned = signatures.COMPANY !== null || signatures.COUNTERPARTY !== null
      return happens('ContractRevised', { contractId, ...revised }).unless(
        contractClausesGate(revised.content),
        isSigned ? [refusal.signedByOne(text)] : [],
      )
    },
    SubmitForReview: ({ contractId }) => happens('ContractSubmittedForReview', { contractId }),
    ApproveContract({ contractId, text, draftedBy }, { by, at }) {
      const review = reviewBy(by, text, at, 'APPROVED')
      return happens('ContractApproved', { contractId, review }).unless(reviewerGate(draftedBy, review))
    },
    ReturnContract({ contractId, text, draftedBy }, { by, at, data: { reason } }) {
      const review = reviewBy(by, text, at, 'RETURNED')
      return happens('ContractReturned', { contractId, review, reason }).unless(reviewerGate(draftedBy, review))
    },
    AdoptTemplate(own, { at, data: { templateId } }, { template }) {
      if (template === null) return refused([refusal.unknownTemplate(templateId)])
      const use = templateUse(template, own)
      const { contractId } = own
      return happens('ContractTemplateAdopted', { contractId, template: use }).unless(
        contractReviewGate({ ...own, template: use, signedAt: at }),
      )
    },
    SignContract(own, { by, at, data: { digest, contactId } }) {
      const party: ContractParty = contactId === null ? 'COMPANY' : 'COUNTERPARTY'
      const signature = { text: { revision: own.text.revision, digest }, givenBy: contactId ?? by.id }
      const { contractId, signatures } = own
      return happens('ContractSigned', { contractId, party, ...signature }).unless(
        signatures[party] === null ? [] : [refusal.signedBefore(party, signatures[party])],
        signingGate(own, { ...signatures, [party]: { ...signature, givenAt: at } }, at),
      )
    },
    ActivateContract: ({ contractId }) => happens('ContractActivated', { contractId }),
    AmendContract(own, { by, at, data }) {
      const { contractId, contractNumber, content, text: current } = own
      const { wording, draftedBy, declaredChanges, reviewedAt } = data
      const amended = writtenText({ contractNumber, ...content }, current.revision + 1, wording, draftedBy)
      const { text } = amended
      const review = reviewBy(by, text, reviewedAt, 'APPROVED')
      const agreements = { COMPANY: { text, ...data.company }, COUNTERPARTY: { text, ...data.counterparty } }
      const places = declaredChanges.filter((place) => place !== 'value')
      return happens('ContractAmended', {
        contractId,
        ...amended,
        declaredChanges,
        review,
        agreements,
      }).unless(
        amendmentGate({
          current: own,
          amended: { ...amended, reviews: [review] },
          declaredChanges: places,
          agreements,
          at,
        }),
        tailoredProductsGate({ tailoredProducts: tailoredIn(amended), signedAt: firstConsentAt(agreements, at) }),
        valueGate(own, amended, declaredChanges),
      )
    },
    CloseContract: ({ contractId }) => happens('ContractClosed', { contractId }),
    TerminateContract: ({ contractId, status }, { data: { reason } }) =>
      happens(status === 'ACTIVE' || status === 'AMENDED' ? 'ContractTerminated' : 'ContractAbandoned', {
        contractId,
        reason,
      }),
  },
  begun: {
    ContractDrafted: ({ data, occurredAt }) => ({
      ...data,
      status: 'DRAFT',
      draftedAt: occurredAt,
      quoteAcceptedAt: null,
      reviews: [],
      template: null,
      signatures: { COMPANY: null, COUNTERPARTY: null },
      amendedAt: null,
      endedBecause: null,
    }),
  },
  evolve: {
    QuoteAccepted: (_, { occurredAt }) => ({ quoteAcceptedAt: occurredAt }),
    ContractSubmittedForReview: () => ({ status: 'LEGAL_REVIEW' }),
    ContractApproved: ({ reviews }, { data: { review } }) => ({
      status: 'APPROVED',
      reviews: [...reviews, { ...review, reason: null }],
    }),
    ContractReturned: ({ reviews }, { data: { review, reason } }) => ({
      status: 'RETURNED',
      reviews: [...reviews, { ...review, reason }],
    }),
    ContractTemplateAdopted: (_, { data: { template } }) => ({ status: 'APPROVED', template }),
    ContractRevised: (_, { data }) => ({ ...data, status: 'DRAFT', template: null }),
    // The first signature leaves it waiting for the other one.
    ContractSigned({ signatures }, { data: { party, text, givenBy }, occurredAt }) {
      const both = { ...signatures, [party]: { text, givenBy, givenAt: occurredAt } }
      return { signatures: both, status: both.COMPANY && both.COUNTERPARTY ? 'SIGNED' : 'APPROVED' }
    },
    ContractActivated: () => ({ status: 'ACTIVE' }),
    ContractAmended({ reviews }, { data, occurredAt }) {
      const { declaredChanges: _, review, agreements, ...text } = data
      const reviewed = [...reviews, { ...review, reason: null }]
      return { ...text, status: 'AMENDED', reviews: reviewed, signatures: agreements, amendedAt: occurredAt }
    },
    ContractClosed: () => ({ status: 'CLOSED' }),
    ContractTerminated: (_, { data: { reason } }) => ({ status: 'TERMINATED', endedBecause: reason }),
    ContractAbandoned: (_, { data: { reason } }) => ({ status: 'TERMINATED', endedBecause: reason }),
  },
})
