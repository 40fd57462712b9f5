import { bucketChanges, evaluateTimer, ledgerOf, type PolicyBook, reckoningOf } from '@afterline/rules'
import type { LedgerChange } from './documents.ts'
import { measurementDocumentsOf } from './measurement-documents.ts'

/**
 * Whether limits and sums can be made of the change: what is accepted has to be counted behind the commit, where nobody can
 * be told any more that it cannot.
 */
export function isCountable(policies: PolicyBook, { category, stream, before, after }: LedgerChange): boolean {
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
