import type { RuleId } from '../catalogue/index.ts'
import type { Bilingual } from '../primitives/bilingual.ts'
import type { PolicyBook } from './book.ts'
import type { PolicyContext } from './context.ts'
import type { Strictness } from './strictness.ts'

/** A policy set as it holds in one of its versions. */
export interface PolicySide {
  readonly book: PolicyBook
  readonly version: string
}

/** One thing that holds otherwise on the other side. */
export interface PolicyChange {
  readonly subject: 'DOCUMENT' | 'DEADLINE' | 'SETTING' | 'TARGET' | 'CALENDAR'
  /** Number of a document, key of a deadline or setting, id of a KPI or calendar. */
  readonly key: string
  /** What of it, e.g. `limit`. */
  readonly aspect: string
  /** The rules that it carries out; none for what belongs to no single rule. */
  readonly rules: readonly RuleId[]
  /** For what it changes: empty for everything. */
  readonly context: PolicyContext
  readonly from: Bilingual
  readonly to: Bilingual
  /** OTHER: neither stricter nor laxer, or not to be compared (C3). */
  readonly effect: Exclude<Strictness, 'EQUAL'>
  /** Numbers of the documents that decide; `null` where none does. */
  readonly decidedBy: { readonly from: string | null; readonly to: string | null }
}
