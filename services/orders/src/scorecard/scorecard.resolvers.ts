import {
  decodeScorecardId,
  encodeScorecardId,
  type KpiId,
  parseTimeZone,
  type ScorecardQuestion,
} from '@afterline/rules'
import { kpiValueOf } from '@afterline/service-kit'
import type { Resolvers } from '../schema.generated.ts'

/** The key figures that this service keeps. */
const salesKpis: readonly KpiId[] = ['KPI-1', 'KPI-3', 'KPI-9', 'KPI-10', 'KPI-40']

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
        (await kit.scorecard.kpis({ from, to, asOf, scope, zone, ids: salesKpis })).map(kpiValueOf),
    },
  }
}
