import { deadlinesOf, enforcementsOf, kindsOf } from './enforcements.ts'
import type { DeadlineKey, RuleEntry, RuleKind } from './entry.ts'
import { everyRule, type RuleId } from './rule-entries.ts'

/** One rule of the regulations. */
export interface Rule extends RuleEntry {
  readonly id: RuleId
  /** How it takes effect, each kind once (`enforcementsOf` tells by what). */
  readonly kinds: readonly RuleKind[]
  /** Keys of the deadlines that enforce it; empty where no clock does. */
  readonly enforcedBy: readonly DeadlineKey[]
}

/** Every rule, in the order of the regulations' families. */
export const rules: readonly Rule[] = everyRule.map((rule) => {
  const enforcements = enforcementsOf(rule.id)
  return { ...rule, kinds: kindsOf(enforcements), enforcedBy: deadlinesOf(enforcements) }
})

// Sound: the ids are exactly those that RuleId is derived from.
const byId = Object.fromEntries(rules.map((rule) => [rule.id, rule])) as Readonly<Record<RuleId, Rule>>

/** The rule behind an id, such as that of a violation. */
export function ruleOf(id: RuleId): Rule {
  return byId[id]
}
