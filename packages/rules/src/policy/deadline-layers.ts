import { type DeadlineKey, deadlineKeys } from '../catalogue/entry.ts'
import { deadlineAspects } from './deadline-aspects.ts'
import type { DeadlineDocument, DeadlineOverride, PlacedRow } from './deadline-document.ts'
import type { PolicyHeader } from './header.ts'
import type { PlacedEntry } from './layer-entry.ts'
import { layOver, saidByRegulations } from './layering.ts'
import type { Layers } from './layers.ts'
import { refusePauses } from './pauses.ts'
import type { DeadlineAspect, DeadlinePolicy, PolicySource } from './policy-version.ts'
import { termText } from './term.ts'
import type { ValueKind } from './value-kind.ts'

const deadlineKind: ValueKind<DeadlineKey, DeadlinePolicy, DeadlineOverride> = {
  aspects: deadlineAspects,
  ruleOf: ({ rule }) => rule,
  overlay: overlaid,
  refuse: (value, { entry, header }) => refusePauses(entry.section, value, header.layer),
}

/** Every deadline with all layers applied; refuses a laxer limit that nobody has approved. */
export function resolveDeadlines(layers: Layers, documents: readonly DeadlineDocument[]) {
  const rows = documents.flatMap(({ header, rows }) => rows.map((entry) => ({ entry, header })))
  const said = saidByRegulations(rows, 'deadline', ({ entry, header }) => fromRow(entry, header))
  const regulations = new Map<DeadlineKey, DeadlinePolicy>()
  for (const key of deadlineKeys) {
    const policy = said.get(key)
    if (policy) regulations.set(key, policy)
    else layers.missing('deadlines', `deadline '${key}'`)
  }
  const entries = documents.flatMap(({ header, overrides }) => overrides.map((entry) => ({ entry, header })))
  return layOver(deadlineKind, regulations, entries, layers)
}

function fromRow({ section: _, ...row }: PlacedRow, { layer, number }: PolicyHeader): DeadlinePolicy {
  const decidedBy = byAspect(() => ({ layer, number }))
  return { ...row, clock: row.term.clock, limit: termText(row.term), layer, decidedBy }
}

function byAspect(source: (aspect: DeadlineAspect) => PolicySource): DeadlinePolicy['decidedBy'] {
  return {
    limit: source('limit'),
    warnAtPercent: source('warnAtPercent'),
    escalateTo: source('escalateTo'),
    informs: source('informs'),
    pauses: source('pauses'),
    reopening: source('reopening'),
  }
}

function overlaid(outer: DeadlinePolicy, { entry, header }: PlacedEntry<DeadlineOverride>): DeadlinePolicy {
  const { term, warnAtPercent, escalateTo, informs, pauses, reopening } = entry
  const said = { limit: term, warnAtPercent, escalateTo, informs, pauses, reopening }
  const { layer, number } = header
  return {
    ...outer,
    ...(term && { term, clock: term.clock, limit: termText(term), layer }),
    warnAtPercent: warnAtPercent ?? outer.warnAtPercent,
    escalateTo: escalateTo ?? outer.escalateTo,
    // Whoever an outer layer wants told is told all the same.
    informs: informs ? [...new Set([...outer.informs, ...informs])] : outer.informs,
    pauses: pauses ?? outer.pauses,
    reopening: reopening ?? outer.reopening,
    decidedBy: byAspect((aspect) => (said[aspect] === null ? outer.decidedBy[aspect] : { layer, number })),
  }
}
