import type { Bilingual } from '../primitives/bilingual.ts'

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
