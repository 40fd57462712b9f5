import { listParked, retryParked } from '@afterline/service-kit'
import type { Resolvers } from '../schema.generated.ts'

/** The entity that every subgraph adds its part to. */
export interface OperationsReference {
  readonly id: string
}

/** What operators see and do about this subgraph's parked streams. */
export const operationsResolvers = {
  Query: { operations: () => ({ id: 'operations' }) },
  Operations: { parkedInCustomers: (_, page, context) => listParked(context, page) },
  Mutation: { retryParkedInCustomers: (_, address, context) => retryParked(context, address) },
} satisfies Resolvers
