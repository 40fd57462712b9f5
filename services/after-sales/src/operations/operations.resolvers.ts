import { askForRebuild, latestRebuild, listParked, retryParked } from '@afterline/service-kit'
import type { Resolvers } from '../schema.generated.ts'

/** What operators see and do about this subgraph's parked streams and rebuilds. */
export const operationsResolvers = {
  Operations: {
    parkedInAfterSales: (_, page, context) => listParked(context, page),
    rebuildInAfterSales: (_, __, context) => latestRebuild(context),
  },
  Mutation: {
    retryParkedInAfterSales: (_, address, context) => retryParked(context, address),
    rebuildAfterSales: (_, wanted, context) => askForRebuild(context, wanted),
  },
} satisfies Resolvers
