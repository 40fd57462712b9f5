import { decodeScorecardId } from '@afterline/rules'
import { kpiValueOf, servedKpis } from '@afterline/service-kit'
import type { ScorecardResolvers } from '../schema.generated.ts'

/** What complaints contribute to a scorecard: handled at all, solved, solved at once, and each limit met. */
export const scorecardResolvers: ScorecardResolvers = {
  service: async ({ id }, _, { kit }) => {
    const rows = await kit.scorecard.kpis({ ...decodeScorecardId(id), ids: servedKpis['after-sales'] })
    return rows.map(kpiValueOf)
  },
}
