import { plusMillis } from '../../primitives/instant.ts'
import { parseLocalDate, parseTimeZone } from '../../primitives/local-date.ts'
import { hour } from '../fixtures.ts'
import { factsOf, outcomeOf, rowsOf } from '../history-fixture.ts'
import type { Fact, Measurement } from '../ledger.ts'
import type { InvoiceIssuedData, ReceivableFactData } from './facts.ts'
import { receivableLedger } from './receivable-ledger.ts'

/* Invoices for tests: 100.00 CNY, issued at hour 0 (2 March 2026, 08:00 in Shanghai) and due on 5 March. */

const fact = factsOf<ReceivableFactData>()

/** 6 March begins in Shanghai at this hour. */
export const OVERDUE_FROM = 88
export const dueAt = plusMillis(hour(OVERDUE_FROM), -1)
export const scopes = ['customer:c', 'person:s', 'team:t']

export function issued(at = 0, given: Partial<InvoiceIssuedData> = {}) {
  return fact('InvoiceIssued', at, {
    customerId: 'c',
    salespersonId: 's',
    teamId: 't',
    amount: { minor: 10_000, currency: 'CNY' },
    dueOn: parseLocalDate('2026-03-05'),
    zone: parseTimeZone('Asia/Shanghai'),
    ...given,
  })
}

export function paid(at: number, paymentId: string, minor: number, currency = 'CNY') {
  return fact('PaymentReceived', at, { paymentId, amount: { minor, currency } })
}

export function credited(at: number, creditNoteId: string, minor: number, currency = 'CNY') {
  return fact('CreditNoteIssued', at, { creditNoteId, amount: { minor, currency } })
}

export function measured(...facts: readonly Fact[]): readonly Measurement[] {
  return outcomeOf(receivableLedger, facts).measurements
}

/** What is overdue by age, seen in a period in which nothing was due. */
export function overdueAt(atHour: number, ...facts: readonly Fact[]): Readonly<Record<string, number | null>> {
  const rows = rowsOf('KPI-12', measured(...facts), { asOf: hour(atHour), from: '2025-01-01', to: '2025-02-01' })
  return Object.fromEntries(rows.map(([part, , , , value]) => [part?.slice('overdue.'.length), value]))
}
