import type { PolicyHeader } from './header.ts'
import type { Approval } from './reading.ts'
import type { Section } from './source.ts'

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
