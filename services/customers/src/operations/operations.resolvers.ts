import { askForRebuild, latestRebuild, listParked, retryParked } from '@afterline/service-kit'
import type { Resolvers } from '../schema.generated.ts'

/** The entity that every subgraph adds its part to. */
export interface OperationsReference {
  readonly id: string
}

/** What operators see and do about this subgraph's parked streams and rebuilds. */
export const operationsResolvers = {
  Query: { operations: () => ({ id: 'operations' }) },
  Operations: {
    parkedInCustomers: (_, page, context) => listParked(context, page),
    rebuildInCustomers: (_, __, context) => latestRebuild(context),
  },
  Mutation: {
    retryParkedInCustomers: (_, address, context) => retryParked(context, address),
    rebuildCustomers: (_, wanted, context) => askForRebuild(context, wanted),
  },
} satisfies Resolvers
