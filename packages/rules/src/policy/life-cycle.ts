import type { Instant } from '../primitives/instant.ts'
import { localDateOf, type TimeZone } from '../primitives/local-date.ts'
import { isSamePerson } from '../primitives/person.ts'
import type { PolicyHeader } from './header.ts'
import { policyStatuses } from './header.ts'
import type { Section } from './source.ts'

/**
 * Where a document stands at an instant. APPROVED: its execution date is still to come. SUPERSEDED: a later revision
 * of the same document has taken effect.
 */
export type DocumentState = 'DRAFTED' | 'REVIEWED' | 'APPROVED' | 'EFFECTIVE' | 'SUPERSEDED'

export interface DocumentStanding {
  readonly header: PolicyHeader
  readonly state: DocumentState
}

/** Its steps in the order in which they are taken, each with the status that a document has from then on. */
const steps = [
  { on: 'draftedOn', from: 'drafted' },
  { on: 'reviewedOn', from: 'reviewed' },
  { on: 'approvedOn', from: 'approved' },
  { on: 'effectiveOn', from: 'drafted' }, // planned from the first draft on
] as const

type Steps = Pick<PolicyHeader, 'status' | 'drafter' | 'reviewer' | 'approver' | (typeof steps)[number]['on']>

/** Nobody reviews or approves what they drafted, and no step is taken before the one that it follows (GEN-5). */
export function refuseWrongSteps(section: Section, header: Steps): void {
  for (const role of ['reviewer', 'approver'] as const) {
    if (isSamePerson(header[role], header.drafter))
      section.problem(`the ${role} must be another than the drafter`, role)
  }
  let latest: (typeof steps)[number] | null = null
  for (const step of steps) {
    const { on, from } = step
    const date = header[on]
    const isTaken = policyStatuses.indexOf(header.status) >= policyStatuses.indexOf(from)
    if (date === null) {
      if (isTaken) section.problem(`a document that is ${header.status} says when: '${on}' is missing`)
      continue
    }
    if (!isTaken) {
      section.problem(`a document that is only ${header.status} has no '${on}'`, on)
    }
    const before = latest && header[latest.on]
    if (latest && before && date < before)
      section.problem(`'${on}' (${date}) lies before '${latest.on}' (${before})`, on)
    latest = step
  }
}

/** Revisions of one document share this. */
export function identityOf({ layer, number }: PolicyHeader): string {
  return `${layer} ${number}`
}

/**
 * Where each document stands, by its own dates. (The earliest revision of a regulation is applied to older history as
 * well; it is APPROVED then all the same.)
 */
export function standingsAt(
  headers: readonly PolicyHeader[],
  at: Instant,
  zone: TimeZone,
): readonly DocumentStanding[] {
  const today = localDateOf(at, zone)
  const hasBegun = (header: PolicyHeader) => header.status === 'approved' && header.effectiveOn <= today
  return headers.map((header) => {
    if (header.status === 'drafted') return { header, state: 'DRAFTED' }
    if (header.status === 'reviewed') return { header, state: 'REVIEWED' }
    if (!hasBegun(header)) return { header, state: 'APPROVED' }
    const isReplaced = headers.some(
      (other) => hasBegun(other) && identityOf(other) === identityOf(header) && other.effectiveOn > header.effectiveOn,
    )
    return { header, state: isReplaced ? 'SUPERSEDED' : 'EFFECTIVE' }
  })
}
