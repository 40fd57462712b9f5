import type { Instant } from '../../primitives/instant.ts'
import type { Money } from '../../primitives/money.ts'
import type { Entry } from '../entries.ts'
import type { InvoiceIssuedData } from './facts.ts'

export interface IssuedInvoice extends InvoiceIssuedData {
  readonly at: Instant
}

/** A payment or a credit note. */
export interface Settlement extends Entry {
  readonly amount: Money
}

/** One invoice and what was settled of it, by time. */
export interface ReceivableLedger {
  readonly issued: IssuedInvoice | null
  readonly payments: readonly Settlement[]
  readonly creditNotes: readonly Settlement[]
}
