import type { LocalDate, TimeZone } from '../../primitives/local-date.ts'
import type { Money } from '../../primitives/money.ts'
import { type FactOf, factGuard } from '../facts.ts'
import type { SaleParties } from '../sale-scopes.ts'

export interface InvoiceIssuedData extends SaleParties {
  readonly amount: Money
  /** The last day on which payment is in time. */
  readonly dueOn: LocalDate
  /** Where that day is meant, and where the days after it are counted. */
  readonly zone: TimeZone
}

export interface PaymentReceivedData {
  readonly paymentId: string
  /** An amount in another currency than the invoice's pays nothing of it: nothing is converted. */
  readonly amount: Money
}

export interface CreditNoteIssuedData {
  readonly creditNoteId: string
  readonly amount: Money
}

/** One stream per invoice. */
export interface ReceivableFactData {
  readonly InvoiceIssued: InvoiceIssuedData
  readonly PaymentReceived: PaymentReceivedData
  readonly CreditNoteIssued: CreditNoteIssuedData
}

export type ReceivableFact = FactOf<ReceivableFactData>

export const isReceivableFact = factGuard<ReceivableFactData>({
  InvoiceIssued: true,
  PaymentReceived: true,
  CreditNoteIssued: true,
})
