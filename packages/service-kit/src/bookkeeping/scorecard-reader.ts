import {
  finaliseKpis,
  type Instant,
  ingredientsOf,
  type KpiId,
  type KpiRow,
  type KpiTally,
  type LocalDate,
  type PolicyBook,
  periodOfDays,
  plusMillis,
  plusMonths,
  rowOptionsAt,
  type TimeZone,
  trailingFiguresOf,
} from '@afterline/rules'
import type { ClientSession, Connection } from 'mongoose'
import { measuredTallies, openTallies, type Reading, settledTallies, supersededTallies } from './tally-reads.ts'

export interface ScorecardRequest {
  /** First day of the period. */
  readonly from: LocalDate
  /** The day after its last. */
  readonly to: LocalDate
  /** The zone whose days are meant; the company's when left out. */
  readonly zone?: TimeZone | null
  /** `company`, or kind and id, such as `channel:ONLINE`. */
  readonly scope: string
  /** The instant of evaluation; now when left out. */
  readonly asOf?: Instant | null
  /** The KPIs that this service contributes. */
  readonly ids: readonly KpiId[]
}

export interface ScorecardReader {
  /** The rows of the KPIs asked for, sorted by KPI, part and currency; see `finaliseKpis` for which show when empty. */
  kpis(request: ScorecardRequest): Promise<readonly KpiRow[]>
}

/** Up to this age an evaluation starts from the sums and takes back what settled since; before, it reads each thing. */
const FROM_SUMS_WITHIN_MS = 60 * 60 * 1000

/**
 * Reads figures from one snapshot of the database, so that nothing is counted twice or missed while it settles. Seen
 * from now, the cost does not grow with what is settled: it reads sums, and groups what is open by index. Seen from
 * long ago, or in days of another zone, each measurement of the period is evaluated; the functions are the same.
 */
export function createScorecardReader(deps: {
  readonly connection: Connection
  readonly policies: PolicyBook
  readonly now: () => Instant
  /** Of a snapshot whose figures are asked for; each question has one of its own when left out. */
  readonly session?: ClientSession
}): ScorecardReader {
  const { connection, policies, now } = deps
  return {
    async kpis({ from, to, scope, ids, ...request }) {
      const present = now()
      const asOf = request.asOf ?? present
      const zone = request.zone ?? policies.tenantZone
      const session = deps.session ?? (await connection.startSession({ snapshot: true }))
      const isFromSums = zone === policies.tenantZone && asOf >= plusMillis(present, -FROM_SUMS_WITHIN_MS)
      const talliesOf = isFromSums ? talliesFromSums : measuredTallies
      const read = (figures: Reading['figures'], first: LocalDate) => {
        const days = { from: first, to }
        const period = periodOfDays(first, to, zone)
        return talliesOf({ connection, session, scope, figures, asOf, days, period })
      }
      try {
        const tallies = await read({ kpi: { $in: [...ingredientsOf(ids)] } }, from)
        const trailingFigures = trailingFiguresOf(ids)
        const trailing =
          trailingFigures.length === 0 ? [] : await read({ $or: [...trailingFigures] }, plusMonths(to, -12))
        const rows = finaliseKpis(tallies, scope, { ...rowOptionsAt(policies, asOf), trailing })
        return rows.filter(({ id }) => ids.includes(id))
      } finally {
        if (deps.session === undefined) await session.endSession()
      }
    },
  }
}

/**
 * Sums hold everything that is settled now; whatever settled only after `asOf` is replaced by what it was then. That
 * matters when several services answer for one instant, which is past by the time the last of them is asked.
 */
async function talliesFromSums(reading: Reading): Promise<readonly KpiTally[]> {
  const settled = await settledTallies(reading)
  const open = await openTallies(reading)
  const superseded = await supersededTallies(reading)
  return [...settled, ...open, ...superseded]
}
