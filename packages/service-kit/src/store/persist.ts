import type { StoredEvent } from '@afterline/events'
import type { ClientSession, Connection, mongo } from 'mongoose'
import type { AggregateDocument } from '../interfaces.ts'
import { type EventDocument, eventsOf, outboxOf } from './collections.ts'
import { databaseOf } from './database.ts'
import { insertedAsNew } from './not-new.ts'
import { ServiceError } from './service-error.ts'
import { slotOf } from './slots.ts'
import type { StreamChange } from './stream-change.ts'

/** The collection of an aggregate's documents, read and written without casting. */
function documentsOf<State>(connection: Connection, collection: string): mongo.Collection<AggregateDocument<State>> {
  return databaseOf(connection).collection<AggregateDocument<State>>(collection)
}

/** What the driver infers of a generic document no program can satisfy; a document is stored as it is. */
function untyped<State>(documents: mongo.Collection<AggregateDocument<State>>) {
  return documents as unknown as mongo.Collection<AggregateDocument<unknown>>
}

export async function loadDocument<State>(
  connection: Connection,
  collection: string,
  id: string,
  session: ClientSession,
): Promise<AggregateDocument<State> | null> {
  const filter = { _id: id } as mongo.Filter<AggregateDocument<State>>
  return (await documentsOf<State>(connection, collection).findOne(filter, {
    session,
  })) as AggregateDocument<State> | null
}

export async function loadDocuments<State>(
  connection: Connection,
  collection: string,
  ids: readonly string[],
  session?: ClientSession,
): Promise<readonly AggregateDocument<State>[]> {
  const filter = { _id: { $in: [...ids] } } as mongo.Filter<AggregateDocument<State>>
  const found = await documentsOf<State>(connection, collection)
    .find(filter, session ? { session } : {})
    .toArray()
  return found as AggregateDocument<State>[]
}

/** Writes a change: the document, its events, and their entries in the outbox. */
export async function persistChange<State>(
  connection: Connection,
  collection: string,
  change: StreamChange<State>,
  session: ClientSession,
): Promise<void> {
  await saveDocument(connection, collection, change, session)
  if (change.events.length > 0) await appendEvents(connection, change.events, session)
}

async function appendEvents(
  connection: Connection,
  events: readonly StoredEvent[],
  session: ClientSession,
): Promise<void> {
  const options = { session, ignoreUndefined: true, ordered: true }
  await eventsOf(connection).insertMany(events.map(documentOf), options)
  const entries = events.map(({ id, stream, version, recordedAt }) => {
    return { _id: id, stream, version, recordedAt, slot: slotOf(stream) }
  })
  await outboxOf(connection).insertMany(entries, options)
}

/** The same for streams that begin, all of them together. */
export async function persistBegun<State>(
  connection: Connection,
  collection: string,
  changes: readonly StreamChange<State>[],
  session: ClientSession,
): Promise<void> {
  if (changes.length === 0) return
  const options = { session, ignoreUndefined: true, ordered: true }
  const documents = untyped(documentsOf<State>(connection, collection))
  await documents.insertMany(
    changes.map(({ after }) => after),
    options,
  )
  await appendEvents(
    connection,
    changes.flatMap(({ events }) => events),
    session,
  )
}

/** Puts a document in the place of the stored one: what that says of the stream's events is made anew. */
export async function replaceStale<State>(
  connection: Connection,
  collection: string,
  document: AggregateDocument<State>,
  session: ClientSession,
): Promise<void> {
  const documents = untyped(documentsOf<State>(connection, collection))
  await documents.replaceOne({ _id: document._id }, document, { session, ignoreUndefined: true })
}

/** The same for many; a document that is not there is put there. */
export async function putDocuments(
  connection: Connection,
  collection: string,
  documents: readonly AggregateDocument<unknown>[],
  session: ClientSession,
): Promise<void> {
  const writes = documents.map(({ _id, ...replacement }) => ({
    replaceOne: { filter: { _id }, replacement, upsert: true },
  }))
  await documentsOf<unknown>(connection, collection).bulkWrite(writes, { session, ignoreUndefined: true })
}

/** Comes first: the document is where concurrent writers of one stream meet, and the loser should learn it early. */
async function saveDocument<State>(
  connection: Connection,
  collection: string,
  { before, after }: StreamChange<State>,
  session: ClientSession,
): Promise<void> {
  const documents = untyped(documentsOf<State>(connection, collection))
  const options = { session, ignoreUndefined: true }
  if (before === null) {
    await insertedAsNew(documents.insertOne(after, options))
    return
  }
  const { matchedCount } = await documents.replaceOne({ _id: after._id, version: before.version }, after, options)
  if (matchedCount === 0)
    throw new ServiceError('VERSION_CONFLICT', 'the aggregate was changed within this transaction')
}

function documentOf({ id, ...event }: StoredEvent): EventDocument {
  return { _id: id, ...event }
}
