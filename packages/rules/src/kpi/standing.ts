import type { KpiTarget } from '../catalogue/index.ts'
import type { PolicyBook } from '../policy/index.ts'
import type { Instant } from '../primitives/instant.ts'
import type { KpiRow } from './rows.ts'

/** What a row is to reach, and whether it does. */
export interface KpiStanding {
  /** `null` where the row has nothing to reach: it is only observed, or it is no share or percentile of what has a target. */
  readonly target: KpiTarget
  /** `null` where nothing says so: no target, nothing counted, or a direction, which one period alone cannot show. */
  readonly isMet: boolean | null
}

/** A row as it is computed here, or as the graph told it. */
export interface JudgedRow
  extends Pick<KpiRow, 'part' | 'numerator' | 'denominator' | 'value' | 'per' | 'isSuppressed'> {
  readonly id: string
  readonly unit: string
}

/** Quantities have up to three decimals: times this, they are integers. */
const THOUSANDTHS = 1000

/** How a row stands to the target that the policy in force at an instant sets for its KPI. */
export function standingOf(row: JudgedRow, policies: PolicyBook, asOf: Instant): KpiStanding {
  const entry = policies.targets(policies.versionAt(asOf)).find(({ kpi }) => kpi === row.id)
  const target = targetOf(row, entry?.target ?? null)
  return { target, isMet: isMet(row, target) }
}

/** A share is asked of whatever is a share, a limit of a duration's 90th percentile, a direction of the KPI as a whole. */
function targetOf({ unit, part, per }: JudgedRow, target: KpiTarget): KpiTarget {
  if (target === null) return null
  if (typeof target === 'string') return part === null ? target : null
  if ('atMostHours' in target) return unit === 'duration' && part?.endsWith('p90') === true ? target : null
  return unit === 'ratio' && per === 1 ? target : null
}

function isMet({ value, numerator, denominator, isSuppressed }: JudgedRow, target: KpiTarget): boolean | null {
  if (target === null || typeof target === 'string' || value === null || isSuppressed) return null
  if ('atMostHours' in target) return value <= target.atMostHours * 3_600_000
  const [above, below] = [numerator, denominator].map((number) => Math.round(number * THOUSANDTHS))
  return (above ?? 0) * target.denominator >= target.numerator * (below ?? 0)
}
