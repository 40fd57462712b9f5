import type { RuleId } from '../catalogue/index.ts'
import type { Bilingual } from '../primitives/violation.ts'
import type { PolicyHeader } from './header.ts'
import type { PolicyOverride, PolicySource } from './policy-version.ts'
import type { Approval } from './reading.ts'
import type { Section } from './source.ts'
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

/** What a document says of one key. */
export interface LayerEntry<Key extends string> extends Approval {
  readonly key: Key
  readonly section: Section
}

/** One entry, and the header of the document that it stands in. */
export interface PlacedEntry<Entry> {
  readonly entry: Entry
  readonly header: PolicyHeader
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
