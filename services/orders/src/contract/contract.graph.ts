import {
  type AggregateGraph,
  between,
  containing,
  graphOf,
  listOf,
  load,
  oneOf,
  onlyTheRecord,
  refuseAnothersName,
} from '@afterline/service-kit'
import type { Filled } from '@afterline/service-kit/aggregate'
import { customerFactsModel, readCustomerFacts } from '../projections/customer-facts.projection.ts'
import type {
  AdoptTemplateInput,
  AmendContractInput,
  ContractTextInput,
  DraftContractInput,
  Resolvers,
  ReturnContractInput,
  ReviseContractInput,
  SignContractInput,
  TerminateContractInput,
} from '../schema.generated.ts'
import { type ContractTypes, contract } from './contract.ts'
import type { Wording } from './text.ts'

export const contracts: AggregateGraph<ContractTypes> = graphOf(contract, {
  type: 'Contract',
  collection: 'contracts',
  async lookUp({ type, data }, _, { kit, session, statesOf }) {
    const customers = customerFactsModel(kit.connection)
    return {
      customer: type === 'DraftContract' ? await readCustomerFacts(customers, data.counterpartyId, session) : null,
      template:
        type === 'AdoptTemplate' ? ((await statesOf(contracts, [data.templateId]))[data.templateId] ?? null) : null,
    }
  },
  lists: {
    contracts: {
      description: 'Contracts. A caller who is only a salesperson sees his or her own.',
      filter: {
        customerId: oneOf('ID', { path: 'state.content.counterpartyId' }),
        status: oneOf('ContractStatus'),
        contractNumber: containing(),
        draftedAt: between(),
      },
      sort: { NEWEST_FIRST: '-draftedAt', OLDEST_FIRST: 'draftedAt', CONTRACT_NUMBER: 'contractNumber' },
    },
  },
  mutations: {
    DraftContract({ text, ...input }: Filled<DraftContractInput>, { id, context }) {
      refuseAnothersName(context, 'salespersonId', input.salespersonId)
      const salespersonId = input.salespersonId ?? context.principal.id
      return { ...input, contractId: id, salespersonId, wording: wordingOf(text) }
    },
    ReviseContract: ({ text }: Filled<ReviseContractInput>) => ({ wording: wordingOf(text) }),
    SubmitForReview: onlyTheRecord,
    ApproveContract: onlyTheRecord,
    ReturnContract: ({ reason }: Filled<ReturnContractInput>) => ({ reason }),
    AdoptTemplate: ({ templateId }: Filled<AdoptTemplateInput>) => ({ templateId }),
    SignContract: ({ digest, contactId }: Filled<SignContractInput>) => ({ digest, contactId }),
    ActivateContract: onlyTheRecord,
    AmendContract: ({ text, ...input }: Filled<AmendContractInput>) => ({ ...input, wording: wordingOf(text) }),
    CloseContract: onlyTheRecord,
    TerminateContract: ({ reason }: Filled<TerminateContractInput>) => ({ reason }),
  },
  resolvers: {
    Customer: {
      contracts: ({ id }, args, context) => listOf(context, contracts, 'contracts', args, { customerId: [id] }),
    },
    Contract: {
      kind: ({ content }) => content.kind,
      customer: ({ content }) => (content.kind === 'SALE' ? { id: content.counterpartyId } : null),
      clauses: ({ content }) => content.clauses,
      companyTerms: ({ content }) => content.terms.COMPANY,
      counterpartyTerms: ({ content }) => content.terms.COUNTERPARTY,
      template: ({ template }, _, context) => template && load(context, contracts, template.templateId),
      signatures: ({ signatures: { COMPANY, COUNTERPARTY } }) => [
        ...(COMPANY ? [{ party: 'COMPANY' as const, ...COMPANY }] : []),
        ...(COUNTERPARTY ? [{ party: 'COUNTERPARTY' as const, ...COUNTERPARTY }] : []),
      ],
    },
  } satisfies Resolvers,
})

function wordingOf({ companyTerms, counterpartyTerms, tailoredProducts, ...text }: Filled<ContractTextInput>): Wording {
  const terms = { COMPANY: companyTerms, COUNTERPARTY: counterpartyTerms }
  return { ...text, terms, tailoredProducts: tailoredProducts ?? [] }
}
