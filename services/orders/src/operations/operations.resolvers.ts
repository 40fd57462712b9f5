import { askForRebuild, latestRebuild, listParked, retryParked } from '@afterline/service-kit'
import type { Resolvers } from '../schema.generated.ts'

/** What operators see and do about this subgraph's parked streams and rebuilds. */
export const operationsResolvers = {
  Operations: {
    parkedInOrders: (_, page, context) => listParked(context, page),
    rebuildInOrders: (_, __, context) => latestRebuild(context),
  },
  Mutation: {
    retryParkedInOrders: (_, address, context) => retryParked(context, address),
    rebuildOrders: (_, wanted, context) => askForRebuild(context, wanted),
  },
} satisfies Resolvers
