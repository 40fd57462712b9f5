import { ContractParty, described, named, nullable, PartyConsent, Type, writtenText } from '@afterline/events'
import {
  type AggregateGraph,
  between,
  computed,
  containing,
  graphOf,
  load,
  oneOf,
  opensRowOf,
  referenceTo,
} from '@afterline/service-kit'
import { ownerOfCustomer, readCustomerFacts } from '../projections/customer-facts.projection.ts'
import { type ContractTypes, contract } from './contract.ts'

const { kind, clauses, terms } = writtenText.content.properties
const ContractSignature = named(
  'ContractSignature',
  "One party's signature (CON-1), or consent to an amendment (CON-4).",
  { party: described(ContractParty, 'For whom.'), ...PartyConsent.properties },
)

export const contracts: AggregateGraph<ContractTypes> = graphOf(contract, {
  type: 'Contract',
  says: 'What the company agreed with a customer or supplier, as its latest text has it.',
  audience: 'CONTRACT_READERS',
  collection: 'contracts',
  async lookUp(command, _, reading) {
    const { type, data, by } = command
    const template = type === 'AdoptTemplate' ? await reading.stateOf(contracts, data.templateId) : null
    return {
      customer: type === 'DraftContract' ? await readCustomerFacts(reading, data.counterpartyId, command) : null,
      template: template !== null && opensRowOf(template.salespersonId, by) ? template : null,
    }
  },
  // Drafts name the customer, and nothing that comes later does.
  ownerNamed: async (context, named) =>
    'counterpartyId' in named && named.kind === 'SALE'
      ? ownerOfCustomer(context, named.counterpartyId)
      : context.principal.id,
  lists: {
    contracts: {
      description: 'Contracts. A caller who is only a salesperson sees his or her own.',
      of: { Customer: { by: 'customerId', readers: 'CONTRACT_READERS' } },
      filter: {
        customerId: oneOf('ID', { path: 'state.content.counterpartyId' }),
        status: oneOf('ContractStatus'),
        contractNumber: containing(),
        draftedAt: between(),
      },
      sort: { NEWEST_FIRST: '-draftedAt', OLDEST_FIRST: 'draftedAt', CONTRACT_NUMBER: 'contractNumber' },
    },
  },
  fields: {
    kind: computed(kind, ({ content }) => content.kind),
    customer: computed(nullable(referenceTo('Customer', 'Null for one with a supplier.')), ({ content }) =>
      content.kind === 'SALE' ? { id: content.counterpartyId } : null,
    ),
    clauses: computed(clauses, ({ content }) => content.clauses),
    companyTerms: computed(terms.properties.COMPANY, ({ content }) => content.terms.COMPANY),
    counterpartyTerms: computed(terms.properties.COUNTERPARTY, ({ content }) => content.terms.COUNTERPARTY),
    template: computed(
      nullable(referenceTo('Contract', 'The contract whose reviewed text this one repeats (C38).')),
      async ({ template }, _, context) => template && load(context, contracts, template.templateId),
    ),
    signatures: computed(
      described(Type.Array(ContractSignature), 'Who has signed the present text.'),
      ({ signatures: { COMPANY, COUNTERPARTY } }) => [
        ...(COMPANY ? [{ party: 'COMPANY' as const, ...COMPANY }] : []),
        ...(COUNTERPARTY ? [{ party: 'COUNTERPARTY' as const, ...COUNTERPARTY }] : []),
      ],
    ),
  },
})
