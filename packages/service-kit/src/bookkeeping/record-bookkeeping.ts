import { type Instant, ledgerOf, type PolicyBook, reckoningOf } from '@afterline/rules'
import type { ClientSession, Connection } from 'mongoose'
import type { TimerDocument } from './documents.ts'
import { writeMeasurements } from './measurement-writes.ts'
import { writeTimers } from './timer-writes.ts'

export interface LedgerChange {
  readonly category: string
  readonly stream: string
  /** The collection that holds the aggregate's document. */
  readonly collection: string
  /** `null` when there was no such stream, or its category had no ledger then. */
  readonly before: unknown
  readonly after: unknown
}

/**
 * Derives limits, measurements and sums from a stream's ledger before and after a change, and writes what differs, in
 * the transaction that appends the events. The rules package computes; this only compares and stores.
 * @returns the limits whose recorded breach the change would undo
 */
export async function recordBookkeeping(
  deps: { readonly connection: Connection; readonly policies: PolicyBook; readonly bucketSlot: number },
  { category, stream, collection, before, after }: LedgerChange,
  now: Instant,
  session: ClientSession,
): Promise<readonly TimerDocument[]> {
  const ledger = ledgerOf(category)
  if (ledger === null || after === null) return []
  const { connection, policies } = deps
  const reckoning = reckoningOf(policies)
  const timers = {
    stream,
    collection,
    before: before === null ? [] : ledger.timers(before, reckoning),
    after: ledger.timers(after, reckoning),
  }
  const undone = await writeTimers(connection, policies, timers, now, session)
  const measurements = {
    stream,
    slot: deps.bucketSlot,
    before: before === null ? [] : ledger.measurements(before, reckoning),
    after: ledger.measurements(after, reckoning),
  }
  await writeMeasurements(connection, policies.tenantZone, measurements, session)
  return undone
}
