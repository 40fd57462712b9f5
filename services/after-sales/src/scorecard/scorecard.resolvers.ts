import { decodeScorecardId } from '@afterline/rules'
import { kpiValueOf } from '@afterline/service-kit'
import type { ScorecardResolvers } from '../schema.generated.ts'

/** What complaints contribute to a scorecard: handled at all, and each limit met. */
export const scorecardResolvers: ScorecardResolvers = {
  service: async ({ id }, _, { kit }) => {
    const rows = await kit.scorecard.kpis({ ...decodeScorecardId(id), ids: ['KPI-13', 'KPI-17'] })
    return rows.map(kpiValueOf)
  },
}
