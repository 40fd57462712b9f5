import type { StoredEvent } from '@afterline/events'
import type { Instant, Violation } from '@afterline/rules'
import type { Connection } from 'mongoose'
import type { SeenVersion } from '../interfaces.ts'
import type { TextTag } from '../personal/personal-cipher.ts'
import { type CollectionIndexes, databaseOf } from './database.ts'

/** An event as MongoDB holds it: its id is the `_id`. */
export type EventDocument = Omit<StoredEvent, 'id'> & { readonly _id: string }

/** An event that Kafka does not have yet. */
export interface OutboxDocument {
  readonly _id: string
  readonly stream: string
  readonly version: number
  readonly recordedAt: Instant
  /** Of the stream: tells which shard of the relay takes it. Absent on what was stored before there were shards. */
  readonly slot?: number
}

/** The answer that a repeated idempotency key gets. */
export interface CommandDocument {
  /** `<actor id>|<idempotency key>`; bars in the actor's id are escaped. */
  readonly _id: string
  /**
   * Of all that the command says, but for text about persons. `null` where an erasure took it: as earlier releases wrote it,
   * such text was in it.
   */
  readonly fingerprint: string | null
  /** Of the text about persons; `null` where there was none, or no key to go by. Absent as earlier releases wrote it. */
  readonly personal?: TextTag | null
  readonly stream: string
  /** Version of the stream after the command. */
  readonly version: number
  /** Empty when the command was accepted. */
  readonly violations: readonly Violation[]
  /** Of a refusal: what it saw of other services' records. Absent where it saw none, and as earlier releases wrote it. */
  readonly saw?: readonly SeenVersion[]
  readonly at: Instant
  readonly expiresAt: Date
}

export const storeIndexes: readonly CollectionIndexes[] = [
  {
    collection: 'events',
    indexes: [{ key: { stream: 1, version: 1 }, unique: true }],
  },
  {
    collection: 'outbox',
    indexes: [
      { key: { recordedAt: 1, stream: 1, version: 1 } },
      { key: { slot: 1, recordedAt: 1, stream: 1, version: 1 } },
    ],
  },
  { collection: 'uniqueValues', indexes: [] },
  { collection: 'commands', indexes: [{ key: { expiresAt: 1 }, expireAfterSeconds: 0 }] },
]

export const eventsOf = (connection: Connection) => databaseOf(connection).collection<EventDocument>('events')
export const outboxOf = (connection: Connection) => databaseOf(connection).collection<OutboxDocument>('outbox')
export const commandsOf = (connection: Connection) => databaseOf(connection).collection<CommandDocument>('commands')

export function storedEventOf({ _id, ...rest }: EventDocument): StoredEvent {
  return { id: _id, ...rest }
}
