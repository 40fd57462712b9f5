import type { ContractEvent } from '@afterline/events'
import {
  amendmentGate,
  type ContractParty,
  contractClausesGate,
  contractReviewGate,
  contractStages,
  customerStages,
  firstConsentAt,
  tailoredProductsGate,
} from '@afterline/rules'
import { aggregate, type CommandsOf, happens, missing, refused } from '@afterline/service-kit/aggregate'
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

/** A contract from its draft, over legal review and both signatures, to its end (CON-1 to CON-6, C38). */
export const contract = aggregate<ContractTypes>({
  category: 'contract',
  shape: 1,
  life: contractStages,
  commands: contractCommands,
  state: contractState,
  row: 'salespersonId',
  unique: {
    number: {
      is: { zh: '合同编号', en: 'contract number' },
      rule: 'CON-1',
      path: 'contractNumber',
      of: ({ contractNumber }) => [[contractNumber]],
    },
  },
  begunAt: 'draftedAt',
  begin: {
    DraftContract({ by, at, data }, { customer }) {
      const { contractId, contractNumber, salespersonId, kind, counterpartyId, quoteAcceptedAt } = data
      const text = writtenText(data, 1, data.text, by.id)
      const drafted = happens('ContractDrafted', { contractId, contractNumber, salespersonId, ...text }).unless(
        contractClausesGate(text.content),
      )
      if (kind !== 'SALE') return drafted
      const accepted = { contractId, customerId: counterpartyId, salespersonId, teamId: null }
      return drafted
        .and({ type: 'QuoteAccepted', data: accepted, occurredAt: quoteAcceptedAt ?? at })
        .unless(customer === null ? [missing('CUS-1', customerStages.name, { counterpartyId })] : [])
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
    AdoptTemplate(own, { at, knownAt, data: { templateId } }, { template }) {
      if (template === null) return refused([missing('CON-3', contractStages.name, { templateId })])
      const use = templateUse(template, own)
      return happens('ContractTemplateAdopted', { contractId: own.contractId, template: use }).unless(
        contractReviewGate({ ...own, template: use, signedAt: at, knownAt }),
      )
    },
    SignContract(own, { by, at, knownAt, data: { digest, contactId } }) {
      const party: ContractParty = contactId === null ? 'COMPANY' : 'COUNTERPARTY'
      const signature = { text: { revision: own.text.revision, digest }, givenBy: contactId ?? by.id }
      const { contractId, signatures } = own
      return happens('ContractSigned', { contractId, party, ...signature }).unless(
        signatures[party] === null ? [] : [refusal.signedBefore(party, signatures[party])],
        signingGate(own, { ...signatures, [party]: { ...signature, givenAt: at } }, { at, knownAt }),
      )
    },
    AmendContract(own, { by, at, data }) {
      const { contractId, contractNumber, content, text: present } = own
      const current = { ...own, stoodSince: own.amendedAt ?? own.draftedAt }
      const { draftedBy, declaredChanges, reviewedAt } = data
      const amended = writtenText({ contractNumber, ...content }, present.revision + 1, data.text, draftedBy)
      const { text } = amended
      const review = reviewBy(by, text, reviewedAt, 'APPROVED')
      const reviewed = { ...amended, reviews: [review] }
      const agreements = { COMPANY: { text, ...data.company }, COUNTERPARTY: { text, ...data.counterparty } }
      const places = declaredChanges.filter((place) => place !== 'value')
      return happens('ContractAmended', { contractId, ...amended, declaredChanges, review, agreements }).unless(
        amendmentGate({ current, amended: reviewed, declaredChanges: places, agreements, at }),
        tailoredProductsGate({ tailoredProducts: tailoredIn(amended), signedAt: firstConsentAt(agreements, at) }),
        valueGate(own, amended, declaredChanges),
      )
    },
    TerminateContract({ contractId, status }, { data: { reason } }) {
      const isInForce = status === 'ACTIVE' || status === 'AMENDED'
      return happens(isInForce ? 'ContractTerminated' : 'ContractAbandoned', { contractId, reason })
    },
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
