import type { Instant } from '@afterline/rules'
import type { ClientSession, Connection } from 'mongoose'
import { databaseOf } from '../store/database.ts'
import type { Log } from '../store/log.ts'
import { type EventFault, eventFaults, type FaultyEvent } from './event-faults.ts'
import type { SealedEvent } from './seal.ts'

/**
 * A stream that is set aside: one of its events cannot be sealed or published. This one and all behind it stay in the
 * outbox, every other stream goes on.
 */
export interface BlockedStream {
  /** The stream. */
  readonly _id: string
  /** Of the first event that cannot go on. */
  readonly version: number
  readonly eventId: string
  readonly code: EventFault
  /** The seal that the event is in already: it is published under this one, never sealed again. `null` before sealing. */
  readonly seal: number | null
  /** The shard whose chain the seal is in; absent for the first. */
  readonly shard?: number
  /** The last seal when the stream was set aside: no later one holds anything of it. Absent where it is `seal` itself. */
  readonly lastSeal?: number | null
  readonly since: Instant
}

export const blockedStreamsOf = (connection: Connection) =>
  databaseOf(connection).collection<BlockedStream>('blockedStreams')

export async function blockedNames(connection: Connection, session?: ClientSession): Promise<readonly string[]> {
  const options = { projection: { _id: 1 }, ...(session && { session }) }
  const blocked = await blockedStreamsOf(connection).find({}, options).toArray()
  return blocked.map(({ _id }) => _id)
}

/** Of every stream that is set aside, the version from which on nothing of it is published. */
export async function withheldVersions(connection: Connection): Promise<ReadonlyMap<string, number>> {
  const blocked = await blockedStreamsOf(connection)
    .find({}, { projection: { version: 1 }, readConcern: 'majority' })
    .toArray()
  return new Map(blocked.map(({ _id, version }) => [_id, version]))
}

export async function isSetAside(connection: Connection, stream: string, session: ClientSession): Promise<boolean> {
  return (await blockedStreamsOf(connection).findOne({ _id: stream }, { session, projection: { _id: 1 } })) !== null
}

export async function hasBlockedStreams(connection: Connection): Promise<boolean> {
  return (await blockedStreamsOf(connection).findOne({}, { projection: { _id: 1 } })) !== null
}

export function blockedAt(
  { entry: { id, stream, version }, code }: FaultyEvent<SealedEvent>,
  { seal, lastSeal, shard = 0 }: Pick<BlockedStream, 'seal' | 'lastSeal' | 'shard'>,
  since: Instant,
): BlockedStream {
  return { _id: stream, version, eventId: id, code, seal, lastSeal: lastSeal ?? null, ...(shard && { shard }), since }
}

/** Within the transaction that leaves the streams' entries in the outbox. */
export async function setAside(
  connection: Connection,
  blocked: readonly BlockedStream[],
  session: ClientSession,
): Promise<void> {
  if (blocked.length === 0) return
  await blockedStreamsOf(connection).bulkWrite(
    blocked.map(({ _id, ...fields }) => ({ updateOne: { filter: { _id }, update: { $set: fields }, upsert: true } })),
    { session },
  )
}

export function tellSetAside(log: Log, blocked: readonly BlockedStream[]): void {
  for (const { _id: stream, version, eventId, code, seal } of blocked) {
    const fields = { stream, version, eventId, code, reason: eventFaults[code], seal }
    log.error(fields, 'a stream is set aside: one of its events cannot go on')
  }
}
