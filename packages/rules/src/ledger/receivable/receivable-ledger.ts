import { earlierTold, withEntry } from '../entries.ts'
import type { Fact, Ledger } from '../ledger.ts'
import { salePartiesOf } from '../sale-scopes.ts'
import { isReceivableFact } from './facts.ts'
import { receivableMeasurements } from './receivable-measurements.ts'
import type { ReceivableLedger } from './receivable-state.ts'

function recordReceivable(state: ReceivableLedger, fact: Fact): ReceivableLedger {
  if (!isReceivableFact(fact)) return state
  const at = fact.occurredAt
  switch (fact.type) {
    case 'InvoiceIssued': {
      const { amount, dueOn, zone } = fact.data
      return { ...state, issued: earlierTold(state.issued, { at, ...salePartiesOf(fact.data), amount, dueOn, zone }) }
    }
    case 'PaymentReceived': {
      const { paymentId, amount } = fact.data
      return { ...state, payments: withEntry(state.payments, { id: paymentId, at, amount }) }
    }
    case 'CreditNoteIssued': {
      const { creditNoteId, amount } = fact.data
      return { ...state, creditNotes: withEntry(state.creditNotes, { id: creditNoteId, at, amount }) }
    }
  }
}

/** No limits; measures KPI-12. */
export const receivableLedger: Ledger<ReceivableLedger> = {
  shape: 1,
  initial: { issued: null, payments: [], creditNotes: [] },
  record: recordReceivable,
  timers: () => [],
  measurements: receivableMeasurements,
}
