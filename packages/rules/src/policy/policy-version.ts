import type { CompiledCalendar } from '../calendar/compiled-calendar.ts'
import type { KpiId, KpiTarget, RuleId } from '../catalogue/index.ts'
import type { LocalDate } from '../primitives/local-date.ts'
import type { Bilingual } from '../primitives/violation.ts'
import type { DeadlineKey, DeadlineRow } from './deadline-document.ts'
import type { PolicyHeader, PolicyLayer } from './header.ts'
import type { SettingKey } from './setting-document.ts'
import type { Clock } from './term.ts'

/** One deadline as it holds in one version, all layers applied. */
export interface DeadlinePolicy extends DeadlineRow {
  readonly clock: Clock
  /** The limit in words. */
  readonly limit: Bilingual
  /** The layer that decided the limit. */
  readonly layer: PolicyLayer
  /** Reasons that may stop the clock: none in this version (C40). */
  readonly pauses: readonly string[]
}

/** A company's value that is laxer than the regulation's, and who answers for it. */
export interface PolicyOverride {
  /** First version that contains it. */
  readonly version: string
  readonly key: string
  /** The rule that is relaxed, where the value belongs to one rule. */
  readonly rule: RuleId | null
  readonly regulation: string
  readonly company: string
  readonly approvedBy: string
  readonly reason: string | null
  readonly file: string
  readonly line: number
}

/** Everything that holds from one execution date to the next. */
export interface PolicyVersion {
  /** The execution date of the newest document in it. */
  readonly id: string
  readonly effectiveOn: LocalDate
  readonly documents: readonly PolicyHeader[]
  readonly deadlines: ReadonlyMap<DeadlineKey, DeadlinePolicy>
  readonly calendar: CompiledCalendar
  readonly settings: ReadonlyMap<SettingKey, number>
  readonly targets: ReadonlyMap<KpiId, KpiTarget>
}
