import { contextsOf, contextText, isFor, nameOf, type PolicyContext, type ScopedValues } from './context.ts'
import type { LayerEntry, PlacedEntry } from './layer-entry.ts'
import type { Layers } from './layers.ts'
import type { Section } from './source.ts'
import type { Aspect, ValueKind } from './value-kind.ts'

/**
 * Lays the company's entries over the regulations' values, and over the result those of each product class and each
 * contract. Where a class and a contract both say something, the stricter of the two holds, unless the contract's entry
 * names an approver.
 */
export function layOver<Key extends string, Value, Entry extends LayerEntry<Key>>(
  kind: ValueKind<Key, Value, Entry>,
  regulations: ReadonlyMap<Key, Value>,
  entries: readonly PlacedEntry<Entry>[],
  layers: Layers,
): ScopedValues<Key, Value> {
  const changed = (outer: ReadonlyMap<Key, Value>, context: PolicyContext) =>
    laidOver(kind, outer, entriesFor(entries, context), layers)
  const everywhere = new Map([...regulations, ...changed(regulations, {})])
  const within = new Map<string, ReadonlyMap<Key, Value>>()
  const contexts = contextsOf(entries.map(({ header }) => header))
  for (const context of contexts) within.set(nameOf(context), changed(everywhere, context))
  for (const { productClass } of contexts.filter((context) => context.productClass)) {
    const ofClass = within.get(nameOf({ productClass })) ?? everywhere
    for (const { contractId } of contexts.filter((context) => context.contractId)) {
      const both = laidWithin(kind, ofClass, entriesFor(entries, { contractId }), layers)
      within.set(nameOf({ productClass, contractId }), both)
    }
  }
  return { everywhere, within }
}

/** What the regulations say, once per key; a key in two of their documents would leave open which one holds. */
export function saidByRegulations<Entry extends { readonly key: string; readonly section: Section }, Value>(
  entries: readonly PlacedEntry<Entry>[],
  what: string,
  policyOf: (placed: PlacedEntry<Entry>) => Value,
): ReadonlyMap<Entry['key'], Value> {
  const values = new Map<Entry['key'], Value>()
  for (const placed of entries.filter(({ header }) => header.layer === 'regulation')) {
    const { key, section } = placed.entry
    if (values.has(key)) section.problem(`${what} '${key}' is in two documents`)
    values.set(key, policyOf(placed))
  }
  return values
}

/** The entries of the documents that are for exactly this context; two documents must not both name a key. */
function entriesFor<Key extends string, Entry extends LayerEntry<Key>>(
  entries: readonly PlacedEntry<Entry>[],
  context: PolicyContext,
): readonly PlacedEntry<Entry>[] {
  const found = new Map<Key, PlacedEntry<Entry>>()
  for (const placed of entries.filter(({ header }) => isFor(header, context))) {
    const { key, section } = placed.entry
    const other = found.get(key)
    if (other && other.header !== placed.header) {
      section.problem(`'${key}' is changed by two documents for ${contextText(context).en}`, 'key')
    }
    found.set(key, placed)
  }
  return [...found.values()]
}

/** What entries make of outer values; what is laxer without an approver is refused. */
function laidOver<Key extends string, Value, Entry extends LayerEntry<Key>>(
  kind: ValueKind<Key, Value, Entry>,
  outer: ReadonlyMap<Key, Value>,
  entries: readonly PlacedEntry<Entry>[],
  layers: Layers,
): ReadonlyMap<Key, Value> {
  return changedBy(outer, entries, (value, placed) => {
    const inner = kind.overlay(value, placed)
    kind.refuse(inner, placed)
    for (const aspect of kind.aspects) {
      if (isLaxer(aspect, inner, value) && aspect.needsApproval(value))
        relax(layers, { kind, aspect, value, inner, placed })
    }
    return inner
  })
}

/** What a contract's entries make of the values of a product class: in each aspect the stricter, or what is approved. */
function laidWithin<Key extends string, Value, Entry extends LayerEntry<Key>>(
  kind: ValueKind<Key, Value, Entry>,
  ofClass: ReadonlyMap<Key, Value>,
  entries: readonly PlacedEntry<Entry>[],
  layers: Layers,
): ReadonlyMap<Key, Value> {
  return changedBy(ofClass, entries, (value, placed) => {
    const inner = kind.overlay(value, placed)
    const both = kind.aspects.reduce((result, aspect) => {
      if (!isLaxer(aspect, inner, value)) return aspect.taking(result, inner)
      const isApproved = placed.entry.approvedBy !== null
      if (!isApproved && aspect.compare(inner, value) === 'LAXER') return result
      if (!isApproved || aspect.needsApproval(value)) relax(layers, { kind, aspect, value, inner, placed })
      return aspect.taking(result, inner)
    }, value)
    kind.refuse(both, placed)
    return both
  })
}

/** Entries whose key no outer layer has are left out: that it is missing is told elsewhere. */
function changedBy<Key extends string, Value, Entry extends LayerEntry<Key>>(
  outer: ReadonlyMap<Key, Value>,
  entries: readonly PlacedEntry<Entry>[],
  change: (value: Value, placed: PlacedEntry<Entry>) => Value,
): ReadonlyMap<Key, Value> {
  const changed = new Map<Key, Value>()
  for (const placed of entries) {
    const value = outer.get(placed.entry.key)
    if (value !== undefined) changed.set(placed.entry.key, change(value, placed))
  }
  return changed
}

/** What cannot be compared counts as laxer: an approver must have looked at it (C3). */
function isLaxer<Value>({ isOrdered, compare }: Aspect<Value>, value: Value, than: Value): boolean {
  const strictness = compare(value, than)
  return isOrdered(than) && (strictness === 'LAXER' || strictness === 'OTHER')
}

interface Relaxation<Key extends string, Value, Entry extends LayerEntry<Key>> {
  readonly kind: ValueKind<Key, Value, Entry>
  readonly aspect: Aspect<Value>
  readonly value: Value
  readonly inner: Value
  readonly placed: PlacedEntry<Entry>
}

function relax<Key extends string, Value, Entry extends LayerEntry<Key>>(
  layers: Layers,
  { kind, aspect, value, inner, placed }: Relaxation<Key, Value, Entry>,
): void {
  layers.relax({
    ...placed,
    key: placed.entry.key,
    aspect: aspect.name,
    rule: kind.ruleOf(value),
    outer: aspect.text(value).en,
    outerLayer: aspect.decidedBy(value)?.layer ?? 'regulation',
    inner: aspect.text(inner).en,
  })
}
