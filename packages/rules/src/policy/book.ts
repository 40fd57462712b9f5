import type { CompiledCalendar } from '../calendar/compiled-calendar.ts'
import { compileZone, type ZoneOffsets } from '../calendar/zone-offsets.ts'
import type { KpiId, KpiTarget } from '../catalogue/index.ts'
import type { Instant } from '../primitives/instant.ts'
import { startOfDay, type TimeZone } from '../primitives/local-date.ts'
import { RulesError } from '../rules-error.ts'
import { type PolicyContext, type ScopedValues, valueIn, valuesIn } from './context.ts'
import type { PolicyHeader } from './header.ts'
import { type DocumentStanding, standingsAt } from './life-cycle.ts'
import type { DeadlinePolicy, PolicyOverride, PolicyVersion, SettingPolicy, TargetPolicy } from './policy-version.ts'
import type { SettingKey } from './setting-document.ts'

/** Every version of a company's policy set. A version that an event pins stays readable for ever. */
export interface PolicyBook {
  /** In which days, months and effective dates begin; one for all versions, or periods would overlap. */
  readonly tenantZone: TimeZone
  readonly tenantOffsets: ZoneOffsets
  /** Ids in order of their effective dates. */
  readonly versions: readonly string[]
  /** Every laxer value, each once, under the first version that has it. */
  readonly overrides: readonly PolicyOverride[]
  /** The version in force; before the first one's effective date, the first one. */
  versionAt(instant: Instant): string
  /**
   * What holds in a context; without one, what holds for everything (C18, C37).
   * @throws RulesError `POLICY_UNKNOWN` for a key or version that the book lacks; so do all the following.
   */
  deadline(key: string, version: string, context?: PolicyContext): DeadlinePolicy
  deadlines(version: string, context?: PolicyContext): readonly DeadlinePolicy[]
  calendar(version: string): CompiledCalendar
  /** Durations in milliseconds, counts as they are. */
  setting(key: SettingKey, version: string, context?: PolicyContext): number
  settings(version: string, context?: PolicyContext): readonly SettingPolicy[]
  /** `null` for a KPI that only is observed. Figures are the whole company's: no context has targets of its own. */
  target(kpi: KpiId, version: string): KpiTarget
  targets(version: string): readonly TargetPolicy[]
  /** The product classes and the contracts with values of their own. */
  contexts(version: string): readonly PolicyContext[]
  /** The controlled documents in force. */
  documents(version: string): readonly PolicyHeader[]
  /** Every document ever handed over, pending ones too, and where it stands at an instant. */
  documentStates(at: Instant): readonly DocumentStanding[]
}

/** What a book is made of. */
export interface PolicyBookParts {
  /** In order of their effective dates, at least one. */
  readonly versions: readonly PolicyVersion[]
  readonly tenantZone: TimeZone
  readonly overrides: readonly PolicyOverride[]
  /** Of all documents, whatever their status. */
  readonly headers: readonly PolicyHeader[]
}

export function policyBook({ versions, tenantZone, overrides, headers }: PolicyBookParts): PolicyBook {
  const byId = new Map(versions.map((version) => [version.id, version]))
  const starts = versions.map(({ id, effectiveOn }) => ({ id, since: startOfDay(effectiveOn, tenantZone) }))
  const version = (id: string): PolicyVersion =>
    byId.get(id) ?? unknown(`there is no policy version '${id}'; known: ${[...byId.keys()].join(', ')}`)
  return {
    tenantZone,
    tenantOffsets: compileZone(tenantZone),
    versions: versions.map(({ id }) => id),
    overrides,
    versionAt: (instant) => (starts.findLast(({ since }) => since <= instant) ?? starts[0])?.id ?? '',
    deadline: (key, id, context) =>
      // A key from outside may be any text; the map answers for those it knows.
      valueIn(version(id).deadlines as ScopedValues<string, DeadlinePolicy>, key, context ?? {}) ??
      unknown(`policy version '${id}' has no deadline '${key}'`),
    deadlines: (id, context) => valuesIn(version(id).deadlines, context ?? {}),
    calendar: (id) => version(id).calendar,
    setting: (key, id, context) =>
      valueIn(version(id).settings, key, context ?? {})?.value ??
      unknown(`policy version '${id}' has no setting '${key}'`),
    settings: (id, context) => valuesIn(version(id).settings, context ?? {}),
    target: (kpi, id) => version(id).targets.get(kpi)?.target ?? null,
    targets: (id) => [...version(id).targets.values()],
    contexts: (id) => version(id).contexts,
    documents: (id) => version(id).documents,
    documentStates: (at) => standingsAt(headers, at, tenantZone),
  }
}

function unknown(message: string): never {
  throw new RulesError('POLICY_UNKNOWN', message)
}
