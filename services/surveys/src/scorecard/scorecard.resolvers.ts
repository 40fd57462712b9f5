import { decodeScorecardId } from '@afterline/rules'
import { kpiValueOf, servedKpis } from '@afterline/service-kit'
import type { ScorecardResolvers } from '../schema.generated.ts'

/** What surveys contribute to a scorecard: satisfaction, and how many answered. */
export const scorecardResolvers: ScorecardResolvers = {
  satisfaction: async ({ id }, _, { kit }) => {
    const rows = await kit.scorecard.kpis({ ...decodeScorecardId(id), ids: servedKpis.surveys })
    return rows.map(kpiValueOf)
  },
}
