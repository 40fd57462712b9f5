import { type DeadlineKey, deadlineKeys } from '../catalogue/entry.ts'
import { type RegulationRole, roles, rules } from '../catalogue/index.ts'
import type { DeadlineRow, Reopening } from './deadline-row.ts'
import type { PolicyHeader } from './header.ts'
import { type PauseReason, pauseReasonIds } from './pause-reasons.ts'
import { refusePauses } from './pauses.ts'
import { type Approval, isComplete, readApproval, refuseRepeated, whenGiven } from './reading.ts'
import type { Section } from './source.ts'
import { clocks, readTerm, type Term } from './term.ts'

/** What a document of another layer says of a deadline; `null`: nothing. */
export interface DeadlineOverride extends Approval {
  readonly key: DeadlineKey
  readonly term: Term | null
  readonly warnAtPercent: number | null
  readonly escalateTo: RegulationRole | null
  /** Told besides those whom an outer layer names. */
  readonly informs: readonly RegulationRole[] | null
  readonly pauses: readonly PauseReason[] | null
  readonly reopening: Reopening | null
  /** Where it stands, for problems that show only when layers meet. */
  readonly section: Section
}

/** A row, and where it stands. */
export interface PlacedRow extends DeadlineRow {
  readonly section: Section
}

export interface DeadlineDocument {
  readonly kind: 'deadlines'
  readonly header: PolicyHeader
  readonly rows: readonly PlacedRow[]
  readonly overrides: readonly DeadlineOverride[]
}

const ROLE_IDS = roles.map((role) => role.id)

const RULE_IDS = rules.map((rule) => rule.id)

const TERM_KEYS = ['limit', 'clock', 'mode']

const CHANGEABLE_KEYS = [...TERM_KEYS, 'warnAtPercent', 'escalateTo', 'informs', 'pauses', 'reopening']

const ROW_KEYS = [...CHANGEABLE_KEYS, 'key', 'rule', 'describes', 'basis', 'statutory', 'bound']

const OVERRIDE_KEYS = [...CHANGEABLE_KEYS, 'key', 'approvedBy', 'reason']

const REOPENINGS = { keeps: 'KEEPS', resumes: 'RESUMES', restarts: 'RESTARTS' } as const

/** Limits of the company's own running, which no product and no contract has to do with. */
const COMPANY_WIDE: readonly DeadlineKey[] = [
  'report.daily',
  'report.weekly',
  'target.monthly',
  'target.personal',
  'backup.daily',
]

export function readDeadlines(file: Section, header: PolicyHeader): DeadlineDocument {
  const isRegulation = header.layer === 'regulation'
  file.allow('document', 'deadlines', ...(isRegulation ? ['warnAtPercent'] : []))
  const sections = file.sections('deadlines')
  refuseRepeated(sections, 'key', 'deadline')
  if (!isRegulation) {
    const overrides = sections.map((section) => readOverride(section, header)).filter((override) => override !== null)
    return { kind: 'deadlines', header, rows: [], overrides }
  }
  const warnAtPercent = file.integer('warnAtPercent', 1, 100) ?? 75
  const rows = sections.map((section) => readRow(section, warnAtPercent)).filter((row) => row !== null)
  return { kind: 'deadlines', header, rows, overrides: [] }
}

function readRow(section: Section, defaultWarning: number): PlacedRow | null {
  section.allow(...ROW_KEYS)
  const changeable = readChangeable(section)
  const row = {
    key: section.oneOf('key', deadlineKeys),
    rule: section.oneOf('rule', RULE_IDS),
    describes: readDescription(section),
    term: readTermOf(section),
    basis: section.oneOf('basis', ['REGULATION', 'PROPOSED']),
    isStatutory: section.flag('statutory'),
    bound: section.has('bound') ? section.oneOf('bound', ['notAfter', 'notBefore']) : ('notAfter' as const),
  }
  if (!isComplete(row) || !isComplete(changeable)) return null
  const {
    warnAtPercent = defaultWarning,
    escalateTo = null,
    informs = [],
    pauses = [],
    reopening = 'KEEPS' as const,
  } = changeable
  const complete = { ...row, warnAtPercent, escalateTo, informs, pauses, reopening, section }
  refusePauses(section, complete, 'regulation')
  return complete
}

function readDescription(section: Section): PlacedRow['describes'] | null {
  const described = section.section('describes')
  if (described === null) return null
  described.allow('start', 'stop')
  const texts = { start: described.text('start'), stop: described.text('stop') }
  return isComplete(texts) ? texts : null
}

function readOverride(section: Section, { layer }: PolicyHeader): DeadlineOverride | null {
  section.allow(...OVERRIDE_KEYS)
  const key = section.oneOf('key', deadlineKeys)
  if (key === null) return null
  if (!CHANGEABLE_KEYS.some((name) => section.has(name))) section.problem(`nothing is said of '${key}'`)
  if (layer !== 'company' && COMPANY_WIDE.includes(key)) {
    section.problem(`'${key}' holds for the whole company: layer '${layer}' cannot change it`, 'key')
  }
  const {
    warnAtPercent = null,
    escalateTo = null,
    informs = null,
    pauses = null,
    reopening = null,
  } = readChangeable(section)
  const term = TERM_KEYS.some((name) => section.has(name)) ? readTermOf(section) : null
  return { key, term, warnAtPercent, escalateTo, informs, pauses, reopening, ...readApproval(section), section }
}

/** What every layer may say besides the limit itself. */
function readChangeable(section: Section) {
  const reopening = whenGiven(section, 'reopening', (key) => section.oneOf(key, ['keeps', 'resumes', 'restarts']))
  return {
    warnAtPercent: whenGiven(section, 'warnAtPercent', (key) => section.integer(key, 1, 100)),
    escalateTo: whenGiven(section, 'escalateTo', (key) => section.oneOf(key, ROLE_IDS)),
    informs: whenGiven(section, 'informs', (key) => section.someOf(key, ROLE_IDS)),
    pauses: whenGiven(section, 'pauses', (key) => section.someOf(key, pauseReasonIds)),
    reopening: reopening ? REOPENINGS[reopening] : reopening,
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
