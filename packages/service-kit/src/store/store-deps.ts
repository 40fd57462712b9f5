import type { EventRegistry } from '@afterline/events'
import type { Instant, PolicyBook } from '@afterline/rules'
import type { ClientSession, Connection } from 'mongoose'
import type { TimerDocument } from '../bookkeeping/documents.ts'
import { recordBookkeeping } from '../bookkeeping/record-bookkeeping.ts'
import type { StoredAggregate } from '../interfaces.ts'
import type { PersonalCipher } from '../personal/personal-cipher.ts'
import type { Log } from './log.ts'
import { persistChange } from './persist.ts'
import type { StreamChange } from './stream-change.ts'

/** What the store is put together from. */
export interface StoreDeps {
  readonly connection: Connection
  readonly policies: PolicyBook
  readonly cipher: PersonalCipher
  /** The events that there are: new ones are written, and stored ones read, in their newest version. */
  readonly registry: EventRegistry
  readonly now: () => Instant
  /** UUIDv7. */
  readonly newId: () => string
  /** W3C trace context of what is being done, `null` outside a trace. */
  readonly traceparent: () => string | null
  readonly log: Log
}

/** What one attempt at a change uses. */
export interface AttemptDeps extends StoreDeps {
  /** The part of the sums that this attempt adds to. */
  readonly bucketSlot: number
}

/**
 * Writes a change and everything that follows from it.
 * @returns the limits whose recorded breach the change would undo
 */
export async function writeChange<State>(
  deps: AttemptDeps,
  { category, collection }: StoredAggregate<State>,
  change: StreamChange<State>,
  session: ClientSession,
): Promise<readonly TimerDocument[]> {
  await persistChange(deps.connection, collection, change, session)
  const { stream, before, events } = change
  return recordBookkeeping(deps, { category, stream, collection, before: before?.ledger ?? null, events }, session)
}
