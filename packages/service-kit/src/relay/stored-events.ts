import type { StoredEvent } from '@afterline/events'
import type { ClientSession, Connection } from 'mongoose'
import { eventsOf, storedEventOf } from '../store/collections.ts'

/** The whole bodies of events, by id; those that are not stored are left out. */
export async function storedEventsById(
  connection: Connection,
  ids: readonly string[],
  session?: ClientSession,
): Promise<ReadonlyMap<string, StoredEvent>> {
  const documents = await eventsOf(connection)
    .find({ _id: { $in: [...ids] } }, session ? { session } : { readConcern: 'majority' })
    .toArray()
  return new Map(documents.map((document) => [document._id, storedEventOf(document)]))
}
