import { isComplete, type PolicyHeader } from './header.ts'
import type { Section } from './source.ts'
import { durationOf } from './term.ts'

interface SettingSpec {
  /** DURATION in milliseconds, written '30 days'; COUNT a whole number. */
  readonly unit: 'DURATION' | 'COUNT'
  /** Which direction is stricter; a company needs an approver for the other. `null`: it may choose freely. */
  readonly stricter: 'LOWER' | 'HIGHER' | null
}

/** Every single number of the policy that is neither a deadline nor a KPI target. */
const settingSpecs = {
  /** How long an invitation to a survey can be answered. */
  'survey.validity': { unit: 'DURATION', stricter: null },
  /** Below so many answers no anonymous figure is shown (C21). */
  'survey.minimumAnonymousAnswers': { unit: 'COUNT', stricter: 'HIGHER' },
  /** How far back an entry may be dated; what is older needs an import (KPI-32). */
  'recording.maximumBackdating': { unit: 'DURATION', stricter: 'LOWER' },
  /** Attempts on different days before a complaint closes as 'no answer' (C32). */
  'complaint.confirmationAttempts': { unit: 'COUNT', stricter: 'HIGHER' },
  /** A complaint reopened within it was no success (KPI-14). */
  'complaint.reopenWindow': { unit: 'DURATION', stricter: 'HIGHER' },
  /** Working days after shipment by which invoice, account and goods must agree (KPI-11). */
  'invoice.graceWorkingDays': { unit: 'COUNT', stricter: 'LOWER' },
  /** Working-life of a party without any case, order or contract before it stops being active, in months (C34). */
  'customer.activeMonths': { unit: 'COUNT', stricter: 'HIGHER' },
  /** Contacts that every project needs before it closes (CUS-11). */
  'project.minimumContacts': { unit: 'COUNT', stricter: 'HIGHER' },
  /** Years that a sales record is kept after expiry or service life (TRC-5, TRC-6). */
  'retention.yearsAfterExpiry': { unit: 'COUNT', stricter: 'HIGHER' },
  /** Years from sale for products without expiry, and from closing for records without a product (C1, C36). */
  'retention.yearsWithoutExpiry': { unit: 'COUNT', stricter: 'HIGHER' },
} as const satisfies Record<string, SettingSpec>

export type SettingKey = keyof typeof settingSpecs

// Sound: the keys are exactly those that SettingKey is derived from.
export const settingKeys = Object.keys(settingSpecs) as readonly SettingKey[]

export interface SettingEntry {
  readonly key: SettingKey
  readonly value: number
  /** As the file writes it. */
  readonly text: string
  readonly approvedBy: string | null
  readonly reason: string | null
  readonly section: Section
}

export interface SettingDocument {
  readonly kind: 'settings'
  readonly header: PolicyHeader
  readonly entries: readonly SettingEntry[]
}

export function readSettings(file: Section, header: PolicyHeader): SettingDocument {
  file.allow('document', 'settings')
  const entries = file.sections('settings').map(readEntry)
  return { kind: 'settings', header, entries: entries.filter((entry) => entry !== null) }
}

function readEntry(section: Section): SettingEntry | null {
  section.allow('key', 'value', 'approvedBy', 'reason')
  const entry = { key: section.oneOf('key', settingKeys), text: section.text('value') }
  if (!isComplete(entry)) return null
  const value = settingSpecs[entry.key].unit === 'DURATION' ? durationOf(entry.text) : countOf(entry.text)
  if (value === null) {
    const example = settingSpecs[entry.key].unit === 'DURATION' ? "a duration such as '30 days'" : 'a whole number'
    return section.problem(`'${entry.key}' must be ${example}`, 'value')
  }
  const approvedBy = section.has('approvedBy') ? section.text('approvedBy') : null
  const reason = section.has('reason') ? section.text('reason') : null
  return { ...entry, value, approvedBy, reason, section }
}

function countOf(text: string): number | null {
  return /^\d{1,6}$/.test(text) ? Number(text) : null
}

export function isSettingLaxer(key: SettingKey, value: number, than: number): boolean {
  const { stricter } = settingSpecs[key]
  if (stricter === null) return false
  return stricter === 'LOWER' ? value > than : value < than
}
