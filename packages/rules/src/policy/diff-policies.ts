import { kpis } from '../catalogue/index.ts'
import { calendarChanges } from './calendar-changes.ts'
import { nameOf, type PolicyContext } from './context.ts'
import { deadlineAspects, deadlineFacts } from './deadline-aspects.ts'
import { documentChanges } from './document-changes.ts'
import type { PolicyChange, PolicySide } from './policy-change.ts'
import type { DeadlinePolicy, SettingPolicy, TargetPolicy } from './policy-version.ts'
import { settingAspects } from './setting-layers.ts'
import { targetAspects } from './target-layers.ts'
import type { Aspect } from './value-kind.ts'

/**
 * Everything that holds otherwise after than before: documents, deadlines, settings, targets, the calendar. What a
 * product class or a contract has of its own is listed where it changes in another way than everything does; classes
 * and contracts are compared each by itself, not in every combination.
 */
export function diffPolicies(before: PolicySide, after: PolicySide): readonly PolicyChange[] {
  const contexts = [{}, ...contextsOfBoth(before, after)]
  const deadlines = contexts.flatMap((context) => deadlineChanges(before, after, context))
  const settings = contexts.flatMap((context) => settingChanges(before, after, context))
  return [
    ...documentChanges(before, after),
    ...withoutRepetition(deadlines),
    ...withoutRepetition(settings),
    ...targetChanges(before, after),
    ...calendarChanges(before, after),
  ]
}

function contextsOfBoth(before: PolicySide, after: PolicySide): readonly PolicyContext[] {
  const contexts = [before, after].flatMap(({ book, version }) => book.contexts(version))
  return [...new Map(contexts.map((context) => [nameOf(context), context])).values()]
}

/** Leaves out what changes for a class or contract just as it does for everything. */
function withoutRepetition(changes: readonly PolicyChange[]): readonly PolicyChange[] {
  const textOf = ({ key, aspect, from, to }: PolicyChange) => JSON.stringify([key, aspect, from, to])
  const isForEverything = ({ context }: PolicyChange) => nameOf(context) === nameOf({})
  const everywhere = new Set(changes.filter(isForEverything).map(textOf))
  return changes.filter((change) => isForEverything(change) || !everywhere.has(textOf(change)))
}

function deadlineChanges(before: PolicySide, after: PolicySide, context: PolicyContext): readonly PolicyChange[] {
  const earlier = new Map(before.book.deadlines(before.version, context).map((policy) => [policy.key, policy]))
  return after.book.deadlines(after.version, context).flatMap((policy) => {
    const { key, rule } = policy
    const about = { subject: 'DEADLINE', key, rules: [rule], context } as const
    return changesIn<DeadlinePolicy>([...deadlineAspects, ...deadlineFacts], earlier.get(key), policy, about)
  })
}

function settingChanges(before: PolicySide, after: PolicySide, context: PolicyContext): readonly PolicyChange[] {
  const earlier = new Map(before.book.settings(before.version, context).map((setting) => [setting.key, setting]))
  return after.book.settings(after.version, context).flatMap((setting) => {
    const about = { subject: 'SETTING', key: setting.key, rules: [], context } as const
    return changesIn<SettingPolicy>(settingAspects, earlier.get(setting.key), setting, about)
  })
}

function targetChanges(before: PolicySide, after: PolicySide): readonly PolicyChange[] {
  const earlier = new Map(before.book.targets(before.version).map((target) => [target.kpi, target]))
  return after.book.targets(after.version).flatMap((target) => {
    const rules = kpis.find(({ id }) => id === target.kpi)?.rules ?? []
    const about = { subject: 'TARGET', key: target.kpi, rules, context: {} } as const
    return changesIn<TargetPolicy>(targetAspects, earlier.get(target.kpi), target, about)
  })
}

type Comparing<Value> = Pick<Aspect<Value>, 'text' | 'compare' | 'decidedBy'> & { readonly name: string }

/** In which aspects a value differs from what it was. (Every policy set has the same keys: none appears or goes.) */
function changesIn<Value>(
  aspects: readonly Comparing<Value>[],
  before: Value | undefined,
  after: Value,
  about: Pick<PolicyChange, 'subject' | 'key' | 'rules' | 'context'>,
): readonly PolicyChange[] {
  if (before === undefined) return []
  return aspects.flatMap(({ name, text, compare, decidedBy }) => {
    const effect = compare(after, before)
    if (effect === 'EQUAL') return []
    const deciding = { from: decidedBy(before)?.number ?? null, to: decidedBy(after)?.number ?? null }
    return [{ ...about, aspect: name, from: text(before), to: text(after), effect, decidedBy: deciding }]
  })
}
