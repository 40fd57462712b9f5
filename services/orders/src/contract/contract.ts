import type { ContractEvent } from '@afterline/events'
import {
  amendmentGate,
  type ContractParty,
  contractClausesGate,
  contractReviewGate,
  contractStages,
  firstConsentAt,
  tailoredProductsGate,
} from '@afterline/rules'
import { type AnyCommandOf, aggregate, type CommandsOf, happens, refused } from '@afterline/service-kit/aggregate'
import type { CustomerFacts } from '../projections/customer-facts.ts'
import * as refusal from './contract.refusals.ts'
import { type Contract, contractCommands, contractState } from './fields.ts'
import { reviewBy, reviewerGate, signingGate, tailoredIn, valueGate } from './gates.ts'
import { templateUse, writtenText } from './text.ts'

export interface ContractTypes {
  readonly unbegun: 'UNDRAFTED'
  readonly state: Contract
  readonly commands: CommandsOf<typeof contractCommands>
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
  commands: contractCommands,
  state: contractState,
  row: 'salespersonId',
  begunAt: 'draftedAt',
  begin: {
    DraftContract({ by, at, data }, { customer }) {
      const { contractId, contractNumber, salespersonId, kind, counterpartyId, quoteAcceptedAt } = data
      const text = writtenText(data, 1, data.text, by.id)
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
      const revised = writtenText({ contractNumber, ...content }, text.revision + 1, data.text, by.id)
      const isSigned = signatures.COMPANY !== null || signatures.COUNTERPARTY !== null
      return happens('ContractRevised', { contractId, ...revised }).unless(
        contractClausesGate(revised.content),
        isSigned ? [refusal.signedByOne(text)] : [],
      )
    },
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
    AmendContract(own, { by, at, data }) {
      const { contractId, contractNumber, content, text: current } = own
      const { draftedBy, declaredChanges, reviewedAt } = data
      const amended = writtenText({ contractNumber, ...content }, current.revision + 1, data.text, draftedBy)
      const { text } = amended
      const review = reviewBy(by, text, reviewedAt, 'APPROVED')
      const agreements = { COMPANY: { text, ...data.company }, COUNTERPARTY: { text, ...data.counterparty } }
      const places = declaredChanges.filter((place) => place !== 'value')
      return happens('ContractAmended', { contractId, ...amended, declaredChanges, review, agreements }).unless(
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
    TerminateContract: ({ contractId, status }, { data: { reason } }) =>
      happens(status === 'ACTIVE' || status === 'AMENDED' ? 'ContractTerminated' : 'ContractAbandoned', {
        contractId,
        reason,
      }),
  },
  evolve: {
    QuoteAccepted: (_, { occurredAt }) => ({ quoteAcceptedAt: occurredAt }),
    ContractApproved: ({ reviews }, { data: { review } }) => ({ reviews: [...reviews, { ...review, reason: null }] }),
    ContractReturned: ({ reviews }, { data: { review, reason } }) => ({ reviews: [...reviews, { ...review, reason }] }),
    ContractTemplateAdopted: (_, { data: { template } }) => ({ template }),
    ContractRevised: (_, { data }) => ({ ...data, template: null }),
    // The first signature leaves it waiting for the other one.
    ContractSigned({ status, signatures }, { data: { party, text, givenBy }, occurredAt }) {
      const both = { ...signatures, [party]: { text, givenBy, givenAt: occurredAt } }
      return { signatures: both, ...(both.COMPANY && both.COUNTERPARTY ? {} : { status }) }
    },
    ContractAmended({ reviews }, { data, occurredAt }) {
      const { declaredChanges: _, review, agreements, ...text } = data
      const reviewed = [...reviews, { ...review, reason: null }]
      return { ...text, reviews: reviewed, signatures: agreements, amendedAt: occurredAt }
    },
    ContractTerminated: (_, { data: { reason } }) => ({ endedBecause: reason }),
    ContractAbandoned: (_, { data: { reason } }) => ({ status: 'TERMINATED', endedBecause: reason }),
  },
})
