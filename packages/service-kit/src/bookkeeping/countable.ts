import { bucketChanges, evaluateTimer, ledgerOf, type PolicyBook, reckoningOf } from '@afterline/rules'
import { measurementDocumentsOf } from './measurement-documents.ts'

/** A stream's ledger before and after a change; `null` where there is none. */
export interface LedgerStep {
  readonly category: string
  readonly stream: string
  readonly before: unknown
  readonly after: unknown
}

/**
 * Whether limits and sums can be made of the change: what is accepted has to be counted behind the commit, where nobody can
 * be told any more that it cannot.
 */
export function isCountable(policies: PolicyBook, { category, stream, before, after }: LedgerStep): boolean {
  const ledger = ledgerOf(category)
  if (ledger === null || after === null) return true
  const reckoning = reckoningOf(policies)
  const measured = (state: unknown) => measurementDocumentsOf(stream, ledger.measurements(state, reckoning))
  try {
    bucketChanges(before === null ? [] : measured(before), measured(after), policies.tenantZone)
    for (const timer of ledger.timers(after, reckoning)) evaluateTimer(policies, timer, timer.startedAt)
    return true
  } catch {
    return false
  }
}
