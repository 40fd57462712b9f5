import type { RuleId } from './catalogue/rule-entries.ts'
import type { Bilingual } from './primitives/bilingual.ts'

/** A rule that refuses: data, not an exception. Whoever checks returns every violation at once. */
export interface Violation {
  readonly rule: RuleId
  readonly message: Bilingual
  /** Where in the input: field names and list indexes, outermost first. */
  readonly path: readonly string[]
  /** What would make the command acceptable. */
  readonly remedy: Bilingual
  /** The facts that the check used, so that a reader can follow it. Never personal data. */
  readonly facts: Readonly<Record<string, string | number | boolean | null>>
}
