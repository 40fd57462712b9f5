import { type LocalDate, parseLocalDate } from '../primitives/local-date.ts'
import type { Bilingual } from '../primitives/violation.ts'
import { RulesError } from '../rules-error.ts'
import type { Section } from './source.ts'

const policyKinds = ['deadlines', 'calendars', 'targets', 'settings'] as const
export type PolicyKind = (typeof policyKinds)[number]

/** Outermost first. Whatever an inner layer says must be stricter, or be approved. */
const policyLayers = ['regulation', 'company'] as const
export type PolicyLayer = (typeof policyLayers)[number]

/** What every controlled document carries (GEN-4). Several with one number are versions of one document. */
export interface PolicyHeader {
  readonly number: string
  readonly kind: PolicyKind
  readonly layer: PolicyLayer
  readonly title: Bilingual
  readonly drafter: string
  readonly reviewer: string
  readonly approver: string
  /** Execution date: from the start of this day in the tenant's zone (GEN-5). */
  readonly effectiveOn: LocalDate
  readonly changeReason: Bilingual
}

const HEADER_KEYS = [
  'number',
  'kind',
  'layer',
  'title',
  'drafter',
  'reviewer',
  'approver',
  'effectiveOn',
  'changeReason',
]

export function readHeader(file: Section): PolicyHeader | null {
  const section = file.section('document')
  if (section === null) return null
  section.allow(...HEADER_KEYS)
  const header = {
    number: section.text('number'),
    kind: section.oneOf('kind', policyKinds),
    layer: section.oneOf('layer', policyLayers),
    title: section.bilingual('title'),
    drafter: section.text('drafter'),
    reviewer: section.text('reviewer'),
    approver: section.text('approver'),
    effectiveOn: readDate(section, 'effectiveOn'),
    changeReason: section.bilingual('changeReason'),
  }
  return isComplete(header) ? header : null
}

export function readDate(section: Section, key: string): LocalDate | null {
  const text = section.text(key)
  if (text === null) return null
  try {
    return parseLocalDate(text)
  } catch (error) {
    if (error instanceof RulesError) return section.problem(error.message, key)
    throw error
  }
}

type Complete<T> = { readonly [K in keyof T]: Exclude<T[K], null> }

/** Narrows a record of read values to one in which every reader succeeded. */
export function isComplete<T extends object>(values: T): values is T & Complete<T> {
  return Object.values(values).every((value) => value !== null)
}
