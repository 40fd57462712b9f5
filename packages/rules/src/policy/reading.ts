import { type LocalDate, parseLocalDate } from '../primitives/local-date.ts'
import { RulesError } from '../rules-error.ts'
import type { Section } from './source.ts'

/** Who answers for a value that is laxer than an outer layer's, and why it is. */
export interface Approval {
  readonly approvedBy: string | null
  readonly reason: string | null
}

export function readApproval(section: Section): Approval {
  return {
    approvedBy: section.has('approvedBy') ? section.text('approvedBy') : null,
    reason: section.has('reason') ? section.text('reason') : null,
  }
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

/** What a key says; `undefined` where the key is absent, `null` where it says something wrong. */
export function whenGiven<T>(section: Section, key: string, read: (key: string) => T | null): T | null | undefined {
  return section.has(key) ? read(key) : undefined
}

/** Refuses entries that name one thing twice: the later would silently win. */
export function refuseRepeated(sections: readonly Section[], key: string, what: string): void {
  const seen = new Set<string>()
  for (const section of sections) {
    const named = section.has(key) ? section.text(key) : null
    if (named !== null && seen.has(named)) section.problem(`${what} '${named}' is listed twice`, key)
    if (named !== null) seen.add(named)
  }
}

type Complete<T> = { readonly [K in keyof T]: Exclude<T[K], null> }

/** Narrows a record of read values to one in which every reader succeeded. */
export function isComplete<T extends object>(values: T): values is T & Complete<T> {
  return Object.values(values).every((value) => value !== null)
}
