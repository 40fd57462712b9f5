import type { CompiledCalendar } from '../calendar/compiled-calendar.ts'
import type { KpiId } from '../catalogue/index.ts'
import type { LocalDate } from '../primitives/local-date.ts'
import type { CalendarDocument, Tenant } from './calendar-document.ts'
import { resolveDeadlines } from './deadline-layers.ts'
import type { PolicyDocument } from './documents.ts'
import type { PolicyKind } from './header.ts'
import type { Layers } from './layers.ts'
import type { PolicyOverride, PolicyVersion } from './policy-version.ts'
import {
  isSettingLaxer,
  type SettingDocument,
  type SettingEntry,
  type SettingKey,
  settingKeys,
} from './setting-document.ts'
import { isTargetLaxer, type TargetDocument, type TargetEntry, targetText } from './target-document.ts'

/** One version of the policy set, and the laxer values in it. */
export interface ResolvedVersion {
  readonly version: PolicyVersion | null
  readonly overrides: readonly PolicyOverride[]
}

/** Lays the company's documents over the regulation's, as they hold on one day. */
export function resolveVersion(
  documents: readonly PolicyDocument[],
  effectiveOn: LocalDate,
  layers: Layers,
): ResolvedVersion {
  const inForce = documentsInForce(documents, effectiveOn)
  const { calendar } = resolveCalendar(layers, ofKind(inForce, 'calendars'))
  const deadlines = resolveDeadlines(layers, ofKind(inForce, 'deadlines'))
  const settings = resolveSettings(layers, ofKind(inForce, 'settings'))
  const targets = resolveTargets(layers, ofKind(inForce, 'targets'))
  if (!calendar) return { version: null, overrides: layers.overrides }
  const headers = inForce.map((document) => document.header)
  const version = {
    id: effectiveOn,
    effectiveOn,
    documents: headers,
    calendar,
    deadlines,
    settings,
    targets,
  }
  return { version, overrides: layers.overrides }
}

/**
 * Of each document the newest revision of that day, regulations first. The earliest revision of a regulation also holds
 * for the time before it, because history that is older than the policy set still needs limits.
 */
function documentsInForce(documents: readonly PolicyDocument[], day: LocalDate): readonly PolicyDocument[] {
  const byNumber = Map.groupBy(documents, ({ header }) => `${header.layer} ${header.number}`)
  const chosen = [...byNumber.values()].flatMap((revisions) => {
    const ordered = revisions.toSorted((a, b) => (a.header.effectiveOn < b.header.effectiveOn ? -1 : 1))
    const current = ordered.findLast((revision) => revision.header.effectiveOn <= day)
    const earliest = ordered.filter((revision) => revision.header.layer === 'regulation').slice(0, 1)
    return current ? [current] : earliest
  })
  const rank = (document: PolicyDocument) => (document.header.layer === 'regulation' ? 0 : 1)
  return chosen.toSorted((a, b) => rank(a) - rank(b))
}

function ofKind<K extends PolicyKind>(documents: readonly PolicyDocument[], kind: K) {
  return documents.filter((document): document is Extract<PolicyDocument, { kind: K }> => document.kind === kind)
}

/** The innermost tenant wins; a calendar of the same id replaces the outer one. */
function resolveCalendar(layers: Layers, documents: readonly CalendarDocument[]) {
  const calendars = new Map<string, CompiledCalendar>()
  for (const calendar of documents.flatMap((document) => document.calendars)) calendars.set(calendar.id, calendar)
  const tenant = tenantOf(documents)
  if (!tenant) {
    layers.missing('calendars', 'the tenant')
    return { calendar: undefined }
  }
  const calendar = calendars.get(tenant.calendarId)
  if (!calendar) tenant.section.problem(`there is no calendar '${tenant.calendarId}'`, 'calendar')
  return { calendar }
}

export function tenantOf(documents: readonly CalendarDocument[]): Tenant | undefined {
  return documents.findLast((document) => document.tenant !== null)?.tenant ?? undefined
}

function resolveSettings(layers: Layers, documents: readonly SettingDocument[]): ReadonlyMap<SettingKey, number> {
  const entries = new Map<SettingKey, SettingEntry>()
  for (const entry of documents.flatMap((document) => document.entries)) {
    const outer = entries.get(entry.key)
    if (outer && isSettingLaxer(entry.key, entry.value, outer.value)) {
      layers.relax({ ...entry, rule: null, regulation: outer.text, company: entry.text })
    }
    entries.set(entry.key, entry)
  }
  for (const key of settingKeys) if (!entries.has(key)) layers.missing('settings', `setting '${key}'`)
  return new Map([...entries].map(([key, entry]) => [key, entry.value]))
}

function resolveTargets(layers: Layers, documents: readonly TargetDocument[]) {
  const entries = new Map<KpiId, TargetEntry>()
  for (const entry of documents.flatMap((document) => document.entries)) {
    const outer = entries.get(entry.kpi)
    if (outer && isTargetLaxer(entry.target, outer.target)) {
      const texts = { regulation: targetText(outer.target), company: targetText(entry.target) }
      layers.relax({ ...entry, ...texts, key: entry.kpi, rule: null })
    }
    entries.set(entry.kpi, entry)
  }
  return new Map([...entries].map(([kpi, entry]) => [kpi, entry.target]))
}
