import { askForRebuild, latestRebuild, listParked, retryParked } from '@afterline/service-kit'
import type { Resolvers } from '../schema.generated.ts'

/** What operators see and do about this subgraph's parked streams and rebuilds. */
export const operationsResolvers = {
  Operations: {
    parkedInSurveys: (_, page, context) => listParked(context, page),
    rebuildInSurveys: (_, __, context) => latestRebuild(context),
  },
  Mutation: {
    retryParkedInSurveys: (_, address, context) => retryParked(context, address),
    rebuildSurveys: (_, wanted, context) => askForRebuild(context, wanted),
  },
} satisfies Resolvers
