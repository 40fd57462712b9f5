import type { StoredEvent } from '@afterline/events'
import { ledgerOf, type PolicyBook, reckoningOf } from '@afterline/rules'
import type { ClientSession, Connection } from 'mongoose'
import type { StreamPlace, TimerDocument } from './documents.ts'
import { measurementDocumentsOf } from './measurement-documents.ts'
import { writeMeasurements } from './measurement-writes.ts'
import { ledgerSteps } from './stream-books.ts'
import { writeTimers } from './timer-writes.ts'

export interface BookkeepingDeps {
  readonly connection: Connection
  readonly policies: PolicyBook
  /** The part of the sums that takes the differences. */
  readonly bucketSlot: number
}

/** What is appended to a stream whose books are right so far. */
export interface LedgerChange extends StreamPlace {
  /** The stream's ledger before the events; `null` when there was no such stream. */
  readonly before: unknown
  readonly events: readonly StoredEvent[]
}

/**
 * Writes by how much the events move limits, measurements and sums, in the transaction that appends them. The rules
 * package computes; this only compares and stores.
 * @returns the limits whose recorded breach the change would undo
 */
export async function recordBookkeeping(
  deps: BookkeepingDeps,
  { before, events, ...place }: LedgerChange,
  session: ClientSession,
): Promise<readonly TimerDocument[]> {
  const ledger = ledgerOf(place.category)
  if (ledger === null) return []
  const reckoning = reckoningOf(deps.policies)
  const { steps, after } = ledgerSteps(ledger, before, events, reckoning)
  const undone = await writeTimers(deps, place, steps, session)
  const documentsOf = (state: unknown) => measurementDocumentsOf(place.stream, ledger.measurements(state, reckoning))
  const change = { before: before === null ? [] : documentsOf(before), after: documentsOf(after) }
  await writeMeasurements(deps.connection, deps.policies.tenantZone, change, deps.bucketSlot, session)
  return undone
}
