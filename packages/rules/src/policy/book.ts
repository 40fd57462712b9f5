import type { CompiledCalendar } from '../calendar/compiled-calendar.ts'
import { compileZone, type ZoneOffsets } from '../calendar/zone-offsets.ts'
import type { KpiId, KpiTarget } from '../catalogue/index.ts'
import type { Instant } from '../primitives/instant.ts'
import { startOfDay, type TimeZone } from '../primitives/local-date.ts'
import { RulesError } from '../rules-error.ts'
import type { PolicyHeader } from './header.ts'
import type { DeadlinePolicy, PolicyOverride, PolicyVersion } from './policy-version.ts'
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
  /** @throws RulesError `POLICY_UNKNOWN` for a key or version that the book lacks; so do all the following. */
  deadline(key: string, version: string): DeadlinePolicy
  deadlines(version: string): readonly DeadlinePolicy[]
  calendar(version: string): CompiledCalendar
  /** Durations in milliseconds, counts as they are. */
  setting(key: SettingKey, version: string): number
  /** `null` for a KPI that only is observed. */
  target(kpi: KpiId, version: string): KpiTarget
  /** The controlled documents in force. */
  documents(version: string): readonly PolicyHeader[]
}

/** @param versions in order of their effective dates, at least one */
export function policyBook(
  versions: readonly PolicyVersion[],
  tenantZone: TimeZone,
  overrides: readonly PolicyOverride[],
): PolicyBook {
  const byId = new Map(versions.map((version) => [version.id, version]))
  const starts = versions.map(({ id, effectiveOn }) => ({ id, since: startOfDay(effectiveOn, tenantZone) }))
  const version = (id: string): PolicyVersion => {
    const found = byId.get(id)
    if (found) return found
    throw new RulesError('POLICY_UNKNOWN', `there is no policy version '${id}'; known: ${[...byId.keys()].join(', ')}`)
  }
  return {
    tenantZone,
    tenantOffsets: compileZone(tenantZone),
    versions: versions.map(({ id }) => id),
    overrides,
    versionAt: (instant) => (starts.findLast(({ since }) => since <= instant) ?? starts[0])?.id ?? '',
    deadline(key, id) {
      // A key from outside may be any text; the map answers for those it knows.
      const found = (version(id).deadlines as ReadonlyMap<string, DeadlinePolicy>).get(key)
      if (found) return found
      throw new RulesError('POLICY_UNKNOWN', `policy version '${id}' has no deadline '${key}'`)
    },
    deadlines: (id) => [...version(id).deadlines.values()],
    calendar: (id) => version(id).calendar,
    setting(key, id) {
      const found = version(id).settings.get(key)
      if (found !== undefined) return found
      throw new RulesError('POLICY_UNKNOWN', `policy version '${id}' has no setting '${key}'`)
    },
    target: (kpi, id) => version(id).targets.get(kpi) ?? null,
    documents: (id) => version(id).documents,
  }
}
