import type { DeadlineKey } from '../catalogue/entry.ts'
import type { RegulationRole, RuleId } from '../catalogue/index.ts'
import type { PauseReason } from './pause-reasons.ts'
import type { Term } from './term.ts'

/**
 * What becomes of a limit that had ended when its case is opened again. KEEPS: nothing, the end stands. RESUMES: the
 * same limit runs on. RESTARTS: the limit runs anew. Each asks more of the reopened case than the one before.
 */
export type Reopening = 'KEEPS' | 'RESUMES' | 'RESTARTS'

/** What a regulation's row says of a deadline; the documents of other layers change parts of it. */
export interface DeadlineRow {
  readonly key: DeadlineKey
  readonly rule: RuleId
  /** What starts the limit and what meets it, in words. Nothing is computed from them: ledgers decide both. */
  readonly describes: { readonly start: string; readonly stop: string }
  readonly term: Term
  /** REGULATION: the number stands in a regulation. PROPOSED: the regulations say 'promptly' or nothing (C26). */
  readonly basis: 'REGULATION' | 'PROPOSED'
  /** Whether it follows from law: then nothing may ever pause it (C40). */
  readonly isStatutory: boolean
  /** `notAfter`: done by then. `notBefore`: not allowed until then (retention). */
  readonly bound: 'notAfter' | 'notBefore'
  readonly warnAtPercent: number
  /** Whom the breach is brought before; `null` where nothing is announced. */
  readonly escalateTo: RegulationRole | null
  readonly informs: readonly RegulationRole[]
  /** What may stop the clock; nothing in the regulations (C40). */
  readonly pauses: readonly PauseReason[]
  readonly reopening: Reopening
}
