import type { RuleId } from '../catalogue/index.ts'
import type { Bilingual } from '../primitives/bilingual.ts'
import type { LayerEntry, PlacedEntry } from './layer-entry.ts'
import type { PolicyOverride, PolicySource } from './policy-version.ts'
import type { Strictness } from './strictness.ts'

/** One respect in which two values of a kind can differ. */
export interface Aspect<Value> {
  readonly name: PolicyOverride['aspect']
  readonly text: (value: Value) => Bilingual
  readonly compare: (value: Value, than: Value) => Strictness
  /** Whether one of two values is meant to be the stricter; where not, the innermost simply holds. */
  readonly isOrdered: (value: Value) => boolean
  /** Whether an inner layer needs an approver for something laxer than this value. */
  readonly needsApproval: (outer: Value) => boolean
  /** `null` where the value is what holds without any document. */
  readonly decidedBy: (value: Value) => PolicySource | null
  /** The first value, in this respect as the second is. */
  readonly taking: (value: Value, from: Value) => Value
}

/** What has to be known of a kind of value so that layers of it can be laid over each other. */
export interface ValueKind<Key extends string, Value, Entry extends LayerEntry<Key>> {
  readonly aspects: readonly Aspect<Value>[]
  readonly ruleOf: (value: Value) => RuleId | null
  /** The outer value with all that an entry says in its place. */
  readonly overlay: (outer: Value, placed: PlacedEntry<Entry>) => Value
  /** Notes what no approval could allow. */
  readonly refuse: (value: Value, placed: PlacedEntry<Entry>) => void
}
