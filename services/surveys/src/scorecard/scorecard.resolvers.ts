import { decodeScorecardId } from '@afterline/rules'
import { kpiValueOf } from '@afterline/service-kit'
import type { ScorecardResolvers } from '../schema.generated.ts'

/** What surveys contribute to a scorecard: satisfaction, and how many answered. */
export const scorecardResolvers: ScorecardResolvers = {
  satisfaction: async ({ id }, _, { kit }) => {
    const rows = await kit.scorecard.kpis({ ...decodeScorecardId(id), ids: ['KPI-23', 'KPI-24'] })
    return rows.map(kpiValueOf)
  },
}
