import { deadlineKeys } from '../catalogue/entry.ts'
import {
  type DeadlineDocument,
  type DeadlineKey,
  type DeadlineOverride,
  type DeadlineRow,
  refusePauses,
} from './deadline-document.ts'
import type { LayeredValue, Layers } from './layers.ts'
import type { DeadlinePolicy } from './policy-version.ts'
import { isAtLeastAsStrict, type Term, termText } from './term.ts'

/** Every deadline with the companies' changes applied; refuses a laxer limit that nobody has approved. */
export function resolveDeadlines(layers: Layers, documents: readonly DeadlineDocument[]) {
  const rows = new Map<DeadlineKey, DeadlineRow>()
  for (const document of documents) {
    for (const { row, section } of document.rows) {
      if (rows.has(row.key)) section.problem(`deadline '${row.key}' is in two documents`, 'key')
      rows.set(row.key, row)
    }
  }
  const overrides = uniqueOverrides(documents)
  const deadlines = new Map<DeadlineKey, DeadlinePolicy>()
  for (const key of deadlineKeys) {
    const row = rows.get(key)
    if (row) deadlines.set(key, withOverride(layers, row, overrides.get(key)))
    else layers.missing('deadlines', `deadline '${key}'`)
  }
  return deadlines
}

function uniqueOverrides(documents: readonly DeadlineDocument[]): ReadonlyMap<DeadlineKey, DeadlineOverride> {
  const overrides = new Map<DeadlineKey, DeadlineOverride>()
  for (const override of documents.flatMap((document) => document.overrides)) {
    if (overrides.has(override.key)) override.section.problem(`'${override.key}' is changed by two documents`)
    overrides.set(override.key, override)
  }
  return overrides
}

function withOverride(layers: Layers, row: DeadlineRow, override: DeadlineOverride | undefined): DeadlinePolicy {
  if (!override) return asPolicy(row, 'regulation')
  refusePauses(override.section, row.key, row.isStatutory)
  if (override.term !== null) refuseUnapproved(layers, row, override.term, override)
  const changed = {
    ...row,
    term: override.term ?? row.term,
    warnAtPercent: override.warnAtPercent ?? row.warnAtPercent,
    escalateTo: override.escalateTo ?? row.escalateTo,
    informs: override.informs ?? row.informs,
  }
  return asPolicy(changed, override.term === null ? 'regulation' : 'company')
}

/** A number that no regulation gives is the company's own to choose; any other only with an approver when laxer. */
function refuseUnapproved(layers: Layers, row: DeadlineRow, term: Term, override: DeadlineOverride): void {
  const isStricter = row.bound === 'notBefore' ? isAtLeastAsStrict(row.term, term) : isAtLeastAsStrict(term, row.term)
  if (isStricter || (row.basis === 'PROPOSED' && !row.isStatutory)) return
  const value: LayeredValue = {
    ...override,
    rule: row.rule,
    regulation: termText(row.term).en,
    company: termText(term).en,
  }
  layers.relax(value)
}

function asPolicy(row: DeadlineRow, layer: DeadlinePolicy['layer']): DeadlinePolicy {
  return { ...row, clock: row.term.clock, limit: termText(row.term), layer, pauses: [] }
}
