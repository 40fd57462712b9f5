import type { PolicyHeader } from './header.ts'
import type { LayerEntry } from './layer-entry.ts'
import { isComplete, readApproval, refuseRepeated } from './reading.ts'
import type { Section } from './source.ts'
import { durationOf } from './term.ts'

interface SettingSpec {
  /** DURATION in milliseconds, written '30 days'; COUNT a whole number; SWITCH 1 or 0, written 'yes' or 'no'. */
  readonly unit: 'DURATION' | 'COUNT' | 'SWITCH'
  /** Which direction is stricter; a company needs an approver for the other. `null`: it may choose freely. */
  readonly stricter: 'LOWER' | 'HIGHER' | null
  /** CASE: a product class or a contract may have a value of its own. COMPANY: it has to do with neither. */
  readonly reach: 'CASE' | 'COMPANY'
}

/** Every single number of the policy that is neither a deadline nor a KPI target. */
const settingSpecs = {
  /** How long an invitation to a survey can be answered. */
  'survey.validity': { unit: 'DURATION', stricter: null, reach: 'CASE' },
  /** Below so many answers no anonymous figure is shown (C21). */
  'survey.minimumAnonymousAnswers': { unit: 'COUNT', stricter: 'HIGHER', reach: 'COMPANY' },
  /** How far back an entry may be dated; what is older needs an import (KPI-32). */
  'recording.maximumBackdating': { unit: 'DURATION', stricter: 'LOWER', reach: 'COMPANY' },
  /** Attempts on different days before a complaint closes as 'no answer' (C32). */
  'complaint.confirmationAttempts': { unit: 'COUNT', stricter: 'HIGHER', reach: 'CASE' },
  /** A complaint reopened within it was no success (KPI-14). */
  'complaint.reopenWindow': { unit: 'DURATION', stricter: 'HIGHER', reach: 'CASE' },
  /** Working-life of a party without any case, order or contract before it stops being active, in months (C34). */
  'customer.activeMonths': { unit: 'COUNT', stricter: 'HIGHER', reach: 'COMPANY' },
  /** Years that a sales record is kept after expiry or service life (TRC-5, TRC-6). */
  'retention.yearsAfterExpiry': { unit: 'COUNT', stricter: 'HIGHER', reach: 'CASE' },
  /** Years from sale for products without expiry, and from closing for records without a product (C1, C36). */
  'retention.yearsWithoutExpiry': { unit: 'COUNT', stricter: 'HIGHER', reach: 'CASE' },
  /** Whether goods of a lot on which quality control has decided nothing may leave (QLT-4). */
  'lot.shipsUndecided': { unit: 'SWITCH', stricter: 'LOWER', reach: 'COMPANY' },
} as const satisfies Record<string, SettingSpec>

export type SettingKey = keyof typeof settingSpecs

// Sound: the keys are exactly those that SettingKey is derived from.
export const settingKeys = Object.keys(settingSpecs) as readonly SettingKey[]

export interface SettingEntry extends LayerEntry<SettingKey> {
  readonly value: number
}

export interface SettingDocument {
  readonly kind: 'settings'
  readonly header: PolicyHeader
  readonly entries: readonly SettingEntry[]
}

export function readSettings(file: Section, header: PolicyHeader): SettingDocument {
  file.allow('document', 'settings')
  const sections = file.sections('settings')
  refuseRepeated(sections, 'key', 'setting')
  const entries = sections.map((section) => readEntry(section, header))
  return { kind: 'settings', header, entries: entries.filter((entry) => entry !== null) }
}

function readEntry(section: Section, { layer }: PolicyHeader): SettingEntry | null {
  section.allow('key', 'value', 'approvedBy', 'reason')
  const read = { key: section.oneOf('key', settingKeys), text: section.text('value') }
  if (!isComplete(read)) return null
  const { key, text } = read
  if (layer !== 'regulation' && layer !== 'company' && specOf(key).reach === 'COMPANY') {
    section.problem(`'${key}' holds for the whole company: layer '${layer}' cannot change it`, 'key')
  }
  const value = numberOf(key, text)
  if (value === null) return section.problem(`'${key}' must be ${expectedOf(key)}`, 'value')
  return { key, value, ...readApproval(section), section }
}

/** What is known of a setting, whatever its value. */
export function specOf(key: SettingKey): SettingSpec {
  return settingSpecs[key]
}

function numberOf(key: SettingKey, text: string): number | null {
  const { unit } = specOf(key)
  if (unit === 'DURATION') return durationOf(text)
  if (unit === 'SWITCH') return text === 'yes' ? 1 : text === 'no' ? 0 : null
  return /^\d{1,6}$/.test(text) && Number(text) >= 1 ? Number(text) : null
}

function expectedOf(key: SettingKey): string {
  const { unit } = specOf(key)
  if (unit === 'SWITCH') return "'yes' or 'no'"
  return unit === 'DURATION' ? "a duration such as '30 days'" : 'a whole number from 1 on'
}
