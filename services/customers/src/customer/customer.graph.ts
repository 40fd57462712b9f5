import {
  type AggregateGraph,
  containing,
  graphOf,
  hasRole,
  loadForAnybody,
  olderThan,
  oneOf,
  type RequestContext,
  startingWith,
} from '@afterline/service-kit'
import type { Filled } from '@afterline/service-kit/aggregate'
import { historyOf } from '../projections/service-history.ts'
import type { OpenCustomerFileInput, Resolvers } from '../schema.generated.ts'
import { type CustomerTypes, customer } from './customer.ts'

export const customers: AggregateGraph<CustomerTypes> = graphOf(customer, {
  type: 'Customer',
  says: 'The one file of a customer, prospects included (CUS-1). Other subgraphs add orders, complaints and ratings.',
  audience: 'CUSTOMER_READERS',
  collection: 'customers',
  lists: {
    customers: {
      description: 'Customer files. A caller who is only a salesperson sees the files assigned to him or her.',
      filter: {
        kind: oneOf('CustomerKind'),
        ownerId: oneOf('String', { description: 'Followed up by any of these, by staff id.' }),
        region: oneOf('String'),
        organisation: containing(),
        organisationStartsWith: startingWith({ path: 'state.organisation' }),
        notUpdatedSince: olderThan({
          path: 'state.updatedAt',
          description: 'Files not changed since this instant: what is due for the weekly update (CUS-7).',
        }),
      },
      sort: { ORGANISATION: 'organisation', LEAST_RECENTLY_UPDATED: 'updatedAt' },
      readers: 'CUSTOMER_OVERVIEW_READERS',
    },
  },
  parts: ['ServiceHistoryEntry'],
  mutations: {
    OpenCustomerFile({ ownerId, ...input }: Filled<OpenCustomerFileInput>, { id, context }) {
      const ownOfSalesperson = hasRole(context, 'SALESPERSON') ? context.principal.id : null
      return { ...input, customerId: id, ownerId: ownerId ?? ownOfSalesperson, sourceKey: null }
    },
  },
  resolvers: {
    Customer: { serviceHistory: ({ id }, page, { kit }) => historyOf(kit.connection, id, page) },
    ServiceHistoryEntry: { stream: ({ _id }) => _id },
  } satisfies Resolvers,
})

/** Staff id of who follows the customer up; `null` where nobody does, or there is no such file. */
export async function ownerOfCustomer(context: RequestContext, customerId: string): Promise<string | null> {
  return (await loadForAnybody(context, customers, customerId))?.ownerId ?? null
}
