import type { Enforcement } from './enforcement.ts'
import { complaintEnforcements } from './enforcement-complaints.ts'
import { contractEnforcements } from './enforcement-contracts.ts'
import { customerEnforcements } from './enforcement-customers.ts'
import { followUpEnforcements } from './enforcement-follow-up.ts'
import { measuredBy } from './enforcement-forms.ts'
import { governanceEnforcements } from './enforcement-governance.ts'
import { marketEnforcements } from './enforcement-market.ts'
import { orderEnforcements } from './enforcement-orders.ts'
import { returnEnforcements } from './enforcement-returns.ts'
import { securityEnforcements } from './enforcement-security.ts'
import { serviceEnforcements } from './enforcement-service.ts'
import { targetEnforcements } from './enforcement-targets.ts'
import { traceabilityEnforcements } from './enforcement-traceability.ts'
import { trainingEnforcements } from './enforcement-training.ts'
import type { DeadlineKey, RuleKind } from './entry.ts'
import { kpis } from './kpis.ts'
import type { RuleId } from './rule-entries.ts'

const written: Readonly<Record<RuleId, readonly Enforcement[]>> = {
  ...governanceEnforcements,
  ...customerEnforcements,
  ...marketEnforcements,
  ...contractEnforcements,
  ...orderEnforcements,
  ...traceabilityEnforcements,
  ...targetEnforcements,
  ...serviceEnforcements,
  ...complaintEnforcements,
  ...returnEnforcements,
  ...followUpEnforcements,
  ...trainingEnforcements,
  ...securityEnforcements,
}

/** Every way in which a rule takes effect; the KPIs that measure it come last, in their order. */
export function enforcementsOf(rule: RuleId): readonly Enforcement[] {
  const measured = kpis.filter(({ rules }) => rules.includes(rule)).map(({ id }) => measuredBy(id))
  return [...written[rule], ...measured]
}

/** The kinds of the enforcements, each once, in the order in which they are first met. */
export function kindsOf(enforcements: readonly Enforcement[]): readonly RuleKind[] {
  return [...new Set(enforcements.map(({ kind }) => kind))]
}

/** Keys of the limits among the enforcements, each once. */
export function deadlinesOf(enforcements: readonly Enforcement[]): readonly DeadlineKey[] {
  const keys = enforcements.flatMap((enforcement) => {
    const key = 'deadline' in enforcement ? enforcement.deadline : undefined
    return key === undefined ? [] : [key]
  })
  return [...new Set(keys)]
}
