import { decodeScorecardId, encodeScorecardId, parseTimeZone, type ScorecardQuestion } from '@afterline/rules'
import { kpiValueOf, servedKpis } from '@afterline/service-kit'
import type { Resolvers } from '../schema.generated.ts'

export interface ScorecardView extends ScorecardQuestion {
  readonly id: string
}

export type KpiValueView = ReturnType<typeof kpiValueOf>

export function scorecardResolvers(): Resolvers {
  return {
    Query: {
      scorecard(_, { from, to, asOf, scope, zone }, { kit }) {
        const question = {
          from,
          to,
          // One instant for all who contribute: the moment of the question, not of each answer.
          asOf: asOf ?? kit.now(),
          scope: scope ?? 'company',
          zone: zone ? parseTimeZone(zone) : null,
        }
        return { ...question, id: encodeScorecardId(question) }
      },
    },
    Scorecard: {
      __resolveReference: ({ id }) => ({ ...decodeScorecardId(id), id }),
      sales: async ({ from, to, asOf, scope, zone }, _, { kit }) =>
        (await kit.scorecard.kpis({ from, to, asOf, scope, zone, ids: servedKpis.orders })).map(kpiValueOf),
    },
  }
}
