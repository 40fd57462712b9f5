import type { DeadlineKey } from '../catalogue/entry.ts'
import type { DeadlineRow } from './deadline-row.ts'
import type { PolicyLayer } from './header.ts'
import type { Section } from './source.ts'
import { isMeasuring } from './term.ts'

/** Besides statutory limits, those that may never wait for anything (C40). */
const NEVER_PAUSED: readonly DeadlineKey[] = [
  'complaint.verify',
  'complaint.opinion.quality',
  'complaint.opinion.other',
]

/** The one limit of a regulation that an approver may let wait, and only for the customer (C40). */
const APPROVABLE: DeadlineKey = 'complaint.handle'

type Pausing = Pick<DeadlineRow, 'key' | 'basis' | 'isStatutory' | 'term' | 'pauses'>

/** Whether a pause needs an approver. Limits of its own a company may pause as it likes; for the others none helps. */
export function isPausedByApproval({ key, basis }: Pick<DeadlineRow, 'key' | 'basis'>): boolean {
  return key === APPROVABLE && basis === 'REGULATION'
}

/** Refuses pauses that no approval can allow (C40). */
export function refusePauses(section: Section, deadline: Pausing, layer: PolicyLayer): void {
  const reason = deadline.pauses.length === 0 ? null : whyNotPaused(deadline, layer)
  if (reason !== null) section.problem(reason, 'pauses')
}

function whyNotPaused({ key, basis, isStatutory, term, pauses }: Pausing, layer: PolicyLayer): string | null {
  if (isStatutory || NEVER_PAUSED.includes(key)) return `'${key}' can never be paused (C40)`
  if (layer === 'regulation') return `no regulation pauses '${key}': only a company's own document may (C40)`
  if (!isMeasuring(term.clock)) return `'${key}' ends at a moment of the calendar, which no pause moves`
  if (basis === 'PROPOSED') return null
  if (key !== APPROVABLE) return `'${key}' is a regulation's limit and cannot be paused (C40)`
  const isForCustomer = pauses.every((pause) => pause === 'WAITING_FOR_CUSTOMER')
  return isForCustomer ? null : `'${key}' may wait for nothing but the customer (C40)`
}
