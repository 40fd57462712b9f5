import { type Act, actScopes, earlierAct } from '../act.ts'
import { factGuard } from '../facts.ts'
import type { Fact, Ledger, Measurement } from '../ledger.ts'
import { oneThing } from '../timing.ts'
import type { StaffDayFactData } from './facts.ts'

/** One day of one person: told twice, it was worked once. */
export interface StaffDayLedger {
  readonly worked: Act | null
}

const isStaffDayFact = factGuard<StaffDayFactData>({ StaffDayWorked: true })

function recordStaffDay(state: StaffDayLedger, fact: Fact): StaffDayLedger {
  if (!isStaffDayFact(fact)) return state
  const { personId, teamId } = fact.data
  return { worked: earlierAct(state.worked, { at: fact.occurredAt, personId, teamId }) }
}

/** KPI-22: a day among those that solved requests are divided by, in its own period. */
function staffDayMeasurements({ worked }: StaffDayLedger): readonly Measurement[] {
  if (worked === null) return []
  const day = oneThing('KPI-22', 'solvedPerStaffDay', worked.at, actScopes(worked))
  return [{ ...day, achievedAt: worked.at, numerator: 0 }]
}

/** No limits; measures the staff days of KPI-22. */
export const staffDayLedger: Ledger<StaffDayLedger> = {
  shape: 1,
  initial: { worked: null },
  record: recordStaffDay,
  timers: () => [],
  measurements: staffDayMeasurements,
}
