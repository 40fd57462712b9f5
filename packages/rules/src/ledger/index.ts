import { complaintLedger } from './complaint/complaint-ledger.ts'
import type { Ledger } from './ledger.ts'
import { orderLedger } from './order/order-ledger.ts'
import { surveyLedger } from './survey/survey-ledger.ts'

export type { ComplaintLedger } from './complaint/complaint-ledger.ts'
export type { ComplaintTimerKey } from './complaint/complaint-timers.ts'
export * from './facts.ts'
export * from './ledger.ts'
export type { OrderLedger } from './order/order-ledger.ts'
export type { SurveyLedger } from './survey/survey-ledger.ts'

/** The ledger of each stream category that has limits or KPIs. */
export const ledgers = { order: orderLedger, complaint: complaintLedger, survey: surveyLedger } as const

/**
 * The ledger of a category, `null` where it has none. The state's type is given up here, once: a store keeps the state
 * beside the stream and hands it back to the ledger of the same category, which is all that makes this sound.
 */
export function ledgerOf(category: string): Ledger<unknown> | null {
  switch (category) {
    case 'order':
    case 'complaint':
    case 'survey':
      return ledgers[category]
    default:
      return null
  }
}
