import type { DeadlineKey } from '../catalogue/entry.ts'
import type { Bilingual } from '../primitives/violation.ts'
import type { DeadlineRow } from './deadline-document.ts'
import type { PolicyLayer } from './header.ts'
import type { Section } from './source.ts'
import { isMeasuring } from './term.ts'

interface PauseReasonEntry {
  readonly id: string
  readonly name: Bilingual
}

/** What a limit may wait for, where a policy allows it (C40). */
export const pauseReasons = [
  { id: 'WAITING_FOR_CUSTOMER', name: { zh: '等待客户', en: 'waiting for the customer' } },
  { id: 'WAITING_FOR_SUPPLIER', name: { zh: '等待供货方', en: 'waiting for the supplier' } },
] as const satisfies readonly PauseReasonEntry[]

export type PauseReason = (typeof pauseReasons)[number]['id']

export const pauseReasonIds: readonly PauseReason[] = pauseReasons.map(({ id }) => id)

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
