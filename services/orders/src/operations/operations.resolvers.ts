import { listParked, retryParked } from '@afterline/service-kit'
import type { Resolvers } from '../schema.generated.ts'

/** What operators see and do about this subgraph's parked streams. */
export const operationsResolvers = {
  Operations: { parkedInOrders: (_, page, context) => listParked(context, page) },
  Mutation: { retryParkedInOrders: (_, address, context) => retryParked(context, address) },
} satisfies Resolvers
