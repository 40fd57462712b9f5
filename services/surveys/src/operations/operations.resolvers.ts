import { listParked, retryParked } from '@afterline/service-kit'
import type { Resolvers } from '../schema.generated.ts'

/** What operators see and do about this subgraph's parked streams. */
export const operationsResolvers = {
  Operations: { parkedInSurveys: (_, page, context) => listParked(context, page) },
  Mutation: { retryParkedInSurveys: (_, address, context) => retryParked(context, address) },
} satisfies Resolvers
