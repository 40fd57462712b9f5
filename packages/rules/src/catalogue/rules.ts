import type { Bilingual } from '../primitives/bilingual.ts'
import { deadlinesOf, enforcementsOf, kindsOf } from './enforcements.ts'
import type { DeadlineKey, RuleKind } from './entry.ts'
import { everySection, type KnownRuleEntry, type RuleId } from './rule-entries.ts'

/** One rule of the regulations. */
export interface Rule extends KnownRuleEntry {
  /** How it takes effect, each kind once (`enforcementsOf` tells by what). */
  readonly kinds: readonly RuleKind[]
  /** Keys of the deadlines that enforce it; empty where no clock does. */
  readonly enforcedBy: readonly DeadlineKey[]
}

/** A part of the regulations: the rules about one subject. */
export interface Section {
  readonly title: Bilingual
  readonly rules: readonly Rule[]
}

/** The sections, in the order of the regulations; each rule is in one. */
export const sections: readonly Section[] = everySection.map(({ title, rules }) => ({
  title,
  rules: rules.map(ruleFrom),
}))

/** Every rule, in the order of the sections. */
export const rules: readonly Rule[] = sections.flatMap((section) => section.rules)

function ruleFrom(entry: KnownRuleEntry): Rule {
  const enforcements = enforcementsOf(entry.id)
  return { ...entry, kinds: kindsOf(enforcements), enforcedBy: deadlinesOf(enforcements) }
}

// Sound: the ids are exactly those that RuleId is derived from.
const byId = Object.fromEntries(rules.map((rule) => [rule.id, rule])) as Readonly<Record<RuleId, Rule>>

/** The rule behind an id, such as that of a violation. */
export function ruleOf(id: RuleId): Rule {
  return byId[id]
}
