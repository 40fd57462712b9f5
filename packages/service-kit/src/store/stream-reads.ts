import type { EventRegistry, StoredEvent } from '@afterline/events'
import type { ClientSession, Connection } from 'mongoose'
import { eventsOf, storedEventOf } from './collections.ts'

/** Where stored events are read, and what reads them. */
export interface EventSource {
  readonly connection: Connection
  readonly registry: EventRegistry
}

/**
 * The events of some streams in their newest versions, each stream's in order; a stream without events is absent.
 * @throws EventUnknownError for an event that was written by a newer release
 */
export async function readStreams(
  { connection, registry }: EventSource,
  streams: readonly string[],
  session?: ClientSession,
): Promise<ReadonlyMap<string, readonly StoredEvent[]>> {
  const stored = await readStoredStreams(connection, streams, session)
  return new Map([...stored].map(([stream, events]) => [stream, events.map((event) => registry.newest(event))]))
}

/** The same as they are stored, in the versions that have their hashes. */
export async function readStoredStreams(
  connection: Connection,
  streams: readonly string[],
  session?: ClientSession,
): Promise<ReadonlyMap<string, readonly StoredEvent[]>> {
  if (streams.length === 0) return new Map()
  const documents = await eventsOf(connection)
    .find({ stream: { $in: [...streams] } }, session ? { session } : {})
    .sort({ stream: 1, version: 1 })
    .toArray()
  return Map.groupBy(documents.map(storedEventOf), ({ stream }) => stream)
}
