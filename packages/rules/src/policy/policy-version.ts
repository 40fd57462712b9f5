import type { CompiledCalendar } from '../calendar/compiled-calendar.ts'
import type { DeadlineKey } from '../catalogue/entry.ts'
import type { KpiId, KpiTarget, RuleId } from '../catalogue/index.ts'
import type { Bilingual } from '../primitives/bilingual.ts'
import type { LocalDate } from '../primitives/local-date.ts'
import type { PolicyContext, ScopedValues } from './context.ts'
import type { DeadlineRow } from './deadline-row.ts'
import type { PolicyHeader, PolicyLayer } from './header.ts'
import type { SettingKey } from './setting-document.ts'
import type { Clock } from './term.ts'

/** What of a deadline the layers decide, each for itself. */
export type DeadlineAspect = 'limit' | 'warnAtPercent' | 'escalateTo' | 'informs' | 'pauses' | 'reopening'

/** The document, by its number, that decided a value, and its layer. */
export interface PolicySource {
  readonly number: string
  readonly layer: PolicyLayer
}

/** One deadline as it holds in one version, all layers applied. */
export interface DeadlinePolicy extends DeadlineRow {
  readonly clock: Clock
  /** The limit in words. */
  readonly limit: Bilingual
  /** The layer that decided the limit. */
  readonly layer: PolicyLayer
  readonly decidedBy: Readonly<Record<DeadlineAspect, PolicySource>>
}

/** One setting as it holds in one version: durations in milliseconds, counts as they are. */
export interface SettingPolicy {
  readonly key: SettingKey
  readonly value: number
  readonly text: Bilingual
  readonly decidedBy: PolicySource
}

/** What one KPI is to reach in one version. */
export interface TargetPolicy {
  readonly kpi: KpiId
  readonly target: KpiTarget
  /** `null` where no document gives a target. */
  readonly decidedBy: PolicySource | null
}

/** A value that is laxer than an outer layer's, and who answers for it. */
export interface PolicyOverride {
  /** First version that contains it. */
  readonly version: string
  readonly key: string
  /** What of it: an aspect of a deadline, or the `value` of a setting, or a `target`. */
  readonly aspect: DeadlineAspect | 'value' | 'target'
  /** The rule that is relaxed, where the value belongs to one rule. */
  readonly rule: RuleId | null
  /** The outer layer's value: the regulation's, unless a layer between them had one. */
  readonly regulation: string
  /** The laxer value, of the layer and for the product classes or contracts named. */
  readonly company: string
  readonly layer: PolicyLayer
  readonly appliesTo: readonly string[]
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
  /** The product classes and contracts with values of their own. */
  readonly contexts: readonly PolicyContext[]
  readonly deadlines: ScopedValues<DeadlineKey, DeadlinePolicy>
  readonly calendar: CompiledCalendar
  readonly settings: ScopedValues<SettingKey, SettingPolicy>
  readonly targets: ReadonlyMap<KpiId, TargetPolicy>
}
