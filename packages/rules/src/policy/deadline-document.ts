import { deadlineKeys } from '../catalogue/entry.ts'
import { type RegulationRole, type RuleId, roles, rules } from '../catalogue/index.ts'
import { isComplete, type PolicyHeader } from './header.ts'
import type { Section } from './source.ts'
import { clocks, readTerm, type Term } from './term.ts'

/** Key of a deadline, e.g. `complaint.verify`. */
export type DeadlineKey = (typeof deadlineKeys)[number]

/** What a regulation's row says of a deadline; a company's row changes parts of it. */
export interface DeadlineRow {
  readonly key: DeadlineKey
  readonly rule: RuleId
  /** The event that starts the limit, and the one that meets it. */
  readonly start: string
  readonly stop: string
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
}

export interface DeadlineOverride {
  readonly key: DeadlineKey
  readonly term: Term | null
  readonly warnAtPercent: number | null
  readonly escalateTo: RegulationRole | null
  readonly informs: readonly RegulationRole[] | null
  readonly approvedBy: string | null
  readonly reason: string | null
  /** Where it stands, for problems that show only when layers meet. */
  readonly section: Section
}

export interface DeadlineDocument {
  readonly kind: 'deadlines'
  readonly header: PolicyHeader
  readonly rows: readonly { readonly row: DeadlineRow; readonly section: Section }[]
  readonly overrides: readonly DeadlineOverride[]
}

const ROLE_IDS = roles.map((role) => role.id)
const TERM_KEYS = ['limit', 'clock', 'mode', 'warnAtPercent', 'escalateTo', 'informs', 'pauses']
const ROW_KEYS = [...TERM_KEYS, 'key', 'rule', 'start', 'stop', 'basis', 'statutory', 'bound']
const OVERRIDE_KEYS = [...TERM_KEYS, 'key', 'approvedBy', 'reason']
/** Besides statutory limits, those that may never wait for the customer (C40). */
const NEVER_PAUSED: readonly DeadlineKey[] = [
  'complaint.verify',
  'complaint.opinion.quality',
  'complaint.opinion.other',
]

export function readDeadlines(file: Section, header: PolicyHeader): DeadlineDocument {
  file.allow('document', 'warnAtPercent', 'deadlines')
  const sections = file.sections('deadlines')
  refuseRepeatedKeys(sections)
  if (header.layer === 'company') {
    return { kind: 'deadlines', header, rows: [], overrides: sections.map(readOverride).filter((row) => row !== null) }
  }
  const warnAtPercent = file.integer('warnAtPercent', 1, 100) ?? 75
  const rows = sections.flatMap((section) => {
    const row = readRow(section, warnAtPercent)
    return row === null ? [] : [{ row, section }]
  })
  return { kind: 'deadlines', header, rows, overrides: [] }
}

function refuseRepeatedKeys(sections: readonly Section[]): void {
  const seen = new Set<string>()
  for (const section of sections) {
    const key = section.has('key') ? section.text('key') : null
    if (key !== null && seen.has(key)) section.problem(`deadline '${key}' is listed twice`, 'key')
    if (key !== null) seen.add(key)
  }
}

function readRow(section: Section, defaultWarning: number): DeadlineRow | null {
  section.allow(...ROW_KEYS)
  const row = {
    key: section.oneOf('key', deadlineKeys),
    rule: section.oneOf(
      'rule',
      rules.map((rule) => rule.id),
    ),
    start: section.text('start'),
    stop: section.text('stop'),
    term: readTermOf(section),
    basis: section.oneOf('basis', ['REGULATION', 'PROPOSED']),
    isStatutory: section.flag('statutory'),
    bound: section.has('bound') ? section.oneOf('bound', ['notAfter', 'notBefore']) : ('notAfter' as const),
    warnAtPercent: section.has('warnAtPercent') ? section.integer('warnAtPercent', 1, 100) : defaultWarning,
    informs: section.has('informs') ? readRoles(section) : [],
  }
  const escalateTo = section.has('escalateTo') ? section.oneOf('escalateTo', ROLE_IDS) : null
  if (row.key !== null) refusePauses(section, row.key, row.isStatutory === true)
  return isComplete(row) ? { ...row, escalateTo } : null
}

function readOverride(section: Section): DeadlineOverride | null {
  section.allow(...OVERRIDE_KEYS)
  const key = section.oneOf('key', deadlineKeys)
  if (key === null) return null
  return {
    key,
    term: section.has('limit') || section.has('clock') ? readTermOf(section) : null,
    warnAtPercent: section.has('warnAtPercent') ? section.integer('warnAtPercent', 1, 100) : null,
    escalateTo: section.has('escalateTo') ? section.oneOf('escalateTo', ROLE_IDS) : null,
    informs: section.has('informs') ? readRoles(section) : null,
    approvedBy: section.has('approvedBy') ? section.text('approvedBy') : null,
    reason: section.has('reason') ? section.text('reason') : null,
    section,
  }
}

function readTermOf(section: Section): Term | null {
  const clock = section.oneOf('clock', clocks)
  const mode = section.has('mode') ? section.oneOf('mode', ['sameClock', 'endOfDay']) : 'sameClock'
  const limit = section.has('limit') ? section.text('limit') : null
  if (clock === null || mode === null) return null
  if (section.has('mode') && clock !== 'workingDays') section.problem(`clock '${clock}' takes no mode`, 'mode')
  const term = readTerm(clock, limit, mode)
  return typeof term === 'string' ? section.problem(term, section.has('limit') ? 'limit' : 'clock') : term
}

function readRoles(section: Section): readonly RegulationRole[] | null {
  const texts = section.texts('informs')
  if (texts === null) return null
  const known = ROLE_IDS.filter((id) => texts.includes(id))
  if (known.length === new Set(texts).size) return known
  return section.problem(`'informs' must be among ${ROLE_IDS.join(', ')}`, 'informs')
}

/** The shipped policy pauses nothing, some limits never may (C40), and this version counts no pause for any other. */
export function refusePauses(section: Section, key: DeadlineKey, isStatutory: boolean): void {
  if (!section.has('pauses')) return
  const pauses = section.texts('pauses')
  if (pauses === null || pauses.length === 0) return
  const never = isStatutory || NEVER_PAUSED.includes(key)
  section.problem(never ? `'${key}' can never be paused (C40)` : `pauses are not supported for '${key}'`, 'pauses')
}
