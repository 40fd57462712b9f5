import type { CompiledCalendar } from '../calendar/compiled-calendar.ts'
import type { LocalDate } from '../primitives/local-date.ts'
import type { CalendarDocument, Tenant } from './calendar-document.ts'
import { contextsOf } from './context.ts'
import { resolveDeadlines } from './deadline-layers.ts'
import type { PolicyDocument } from './documents.ts'
import { type PolicyKind, policyLayers } from './header.ts'
import type { Layers } from './layers.ts'
import { identityOf } from './life-cycle.ts'
import type { PolicyOverride, PolicyVersion } from './policy-version.ts'
import { resolveSettings } from './setting-layers.ts'
import { resolveTargets } from './target-layers.ts'

/** One version of the policy set, and the laxer values in it. */
export interface ResolvedVersion {
  readonly version: PolicyVersion | null
  readonly overrides: readonly PolicyOverride[]
}

/**
 * Lays the documents of every layer over the regulations', as they hold on one day.
 * @param documents approved ones; no other takes effect
 */
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
    contexts: contextsOf(headers),
    calendar,
    deadlines,
    settings,
    targets,
  }
  return { version, overrides: layers.overrides }
}

/**
 * Of each document the newest revision of that day, outer layers first. The earliest revision of a regulation also holds
 * for the time before it, because history that is older than the policy set still needs limits.
 */
function documentsInForce(documents: readonly PolicyDocument[], day: LocalDate): readonly PolicyDocument[] {
  const revisionsOf = Map.groupBy(documents, ({ header }) => identityOf(header))
  const chosen = [...revisionsOf.values()].flatMap((revisions) => {
    const ordered = revisions.toSorted((a, b) => (a.header.effectiveOn < b.header.effectiveOn ? -1 : 1))
    const current = ordered.findLast((revision) => revision.header.effectiveOn <= day)
    const earliest = ordered.filter((revision) => revision.header.layer === 'regulation').slice(0, 1)
    return current ? [current] : earliest
  })
  const rank = ({ header }: PolicyDocument) => policyLayers.indexOf(header.layer)
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
