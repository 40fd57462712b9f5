import { type KpiId, kpis } from '../catalogue/index.ts'
import type { PlacedEntry } from './layer-entry.ts'
import { layOver, saidByRegulations } from './layering.ts'
import type { Layers } from './layers.ts'
import { targetText } from './policy-texts.ts'
import type { TargetPolicy } from './policy-version.ts'
import { strictnessOfTarget } from './strictness.ts'
import type { TargetDocument, TargetEntry } from './target-document.ts'
import type { Aspect, ValueKind } from './value-kind.ts'

export const targetAspects: readonly Aspect<TargetPolicy>[] = [
  {
    name: 'target',
    text: ({ target }) => targetText(target),
    compare: (value, than) => strictnessOfTarget(value.target, than.target),
    isOrdered: () => true,
    needsApproval: () => true,
    decidedBy: ({ decidedBy }) => decidedBy,
    taking: (_, from) => from,
  },
]

const targetKind: ValueKind<KpiId, TargetPolicy, TargetEntry> = {
  aspects: targetAspects,
  ruleOf: () => null,
  overlay: (_, placed) => asPolicy(placed),
  refuse: () => undefined,
}

/** Every target with the company's applied; where the regulations have none, the company's own. */
export function resolveTargets(layers: Layers, documents: readonly TargetDocument[]): ReadonlyMap<KpiId, TargetPolicy> {
  const entries = documents.flatMap(({ header, entries }) => entries.map((entry) => ({ entry, header })))
  const said = saidByRegulations(entries, 'target of', asPolicy)
  const regulations = new Map(kpis.map(({ id }) => [id, said.get(id) ?? observedOnly(id)] as const))
  return layOver(targetKind, regulations, entries, layers).everywhere
}

/** A KPI for which nothing is to be reached. */
function observedOnly(kpi: KpiId): TargetPolicy {
  return { kpi, target: null, decidedBy: null }
}

function asPolicy({ entry: { key, target }, header }: PlacedEntry<TargetEntry>): TargetPolicy {
  return { kpi: key, target, decidedBy: { layer: header.layer, number: header.number } }
}
