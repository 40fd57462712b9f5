import type { StoredEvent } from '@afterline/events'
import type { Instant } from '@afterline/rules'
import type { ClientSession, Connection } from 'mongoose'
import { databaseOf } from '../store/database.ts'
import { cursorId, cursorsOf, setParked } from './cursor.ts'
import type { Fault } from './fault.ts'

/** An event that a consumer could not apply (`head`), or that waits behind such a one of the same stream. */
export interface ParkedDocument {
  /** `<consumer>|<stream>|<version>`; for a message without stream, `<consumer>|<topic>/<partition>/<offset>`. */
  readonly _id: string
  /** The build's name for itself (`consumerOf`); `Parking` shows the projection's. */
  readonly consumer: string
  readonly stream: string
  /** 0 for a message that is not an event. */
  readonly version: number
  readonly event: StoredEvent | null
  /** The message itself when it is not an event. */
  readonly raw: string | null
  /** `null` for an event that only waits. */
  readonly errorCode: string | null
  readonly errorMessage: string | null
  readonly attempts: number
  readonly parkedAt: Instant
  readonly head: boolean
}

export const parkedOf = (connection: Connection) => databaseOf(connection).collection<ParkedDocument>('parked')
export const parkedId = (consumer: string, stream: string, version: number) => `${consumer}|${stream}|${version}`

export async function ensureConsumerIndexes(connection: Connection): Promise<void> {
  await parkedOf(connection).createIndex({ consumer: 1, stream: 1, version: 1 })
  await parkedOf(connection).createIndex({ head: 1, _id: 1 })
  await cursorsOf(connection).createIndex({ parkedCode: 1 }, { sparse: true })
}

/** Stores events behind the parked one of their stream; an event that is there already stays as it is. */
export async function storeWaiting(
  connection: Connection,
  consumer: string,
  events: readonly StoredEvent[],
  at: Instant,
  session: ClientSession,
): Promise<void> {
  if (events.length === 0) return
  await parkedOf(connection).bulkWrite(
    events.map((event) => {
      const { _id, ...fields } = waitingDocument(consumer, event, at)
      return { updateOne: { filter: { _id }, update: { $setOnInsert: fields }, upsert: true } }
    }),
    { session, ordered: false },
  )
  const streams = [...new Set(events.map(({ stream }) => stream))]
  await cursorsOf(connection).bulkWrite(
    streams.map((stream) => ({
      updateOne: { filter: { _id: cursorId(consumer, stream) }, update: { $inc: { waits: 1 } } },
    })),
    { session, ordered: false },
  )
}

function waitingDocument(consumer: string, event: StoredEvent, parkedAt: Instant): ParkedDocument {
  const { stream, version } = event
  const error = { errorCode: null, errorMessage: null, attempts: 0 }
  return {
    _id: parkedId(consumer, stream, version),
    consumer,
    stream,
    version,
    event,
    raw: null,
    ...error,
    parkedAt,
    head: false,
  }
}

/** Parks the stream at this event: it is the head, with its error; everything else of the stream waits. */
export async function parkHead(
  connection: Connection,
  consumer: string,
  event: StoredEvent,
  failure: { readonly fault: Fault; readonly attempts: number; readonly at: Instant },
  session: ClientSession,
): Promise<void> {
  const {
    _id,
    parkedAt,
    attempts: _none,
    errorCode: _code,
    errorMessage: _message,
    head: _head,
    ...fields
  } = waitingDocument(consumer, event, failure.at)
  await parkedOf(connection).updateMany(
    { consumer, stream: event.stream, head: true },
    { $set: { head: false, errorCode: null, errorMessage: null } },
    { session },
  )
  await parkedOf(connection).updateOne(
    { _id },
    {
      $set: { ...fields, errorCode: failure.fault.code, errorMessage: failure.fault.message, head: true },
      $inc: { attempts: failure.attempts },
      $setOnInsert: { parkedAt },
    },
    { upsert: true, session },
  )
  await setParked(connection, consumer, event.stream, failure.fault.code, session)
}

/** Keeps a message that is not an event, for somebody to look at. It blocks nothing. */
export async function keepUnreadable(
  connection: Connection,
  consumer: string,
  message: { readonly id: string; readonly key: string | null; readonly raw: string | null },
  failure: { readonly fault: Fault; readonly at: Instant },
): Promise<void> {
  const fields: Omit<ParkedDocument, '_id'> = {
    consumer,
    stream: message.key ?? '',
    version: 0,
    event: null,
    raw: message.raw,
    errorCode: failure.fault.code,
    errorMessage: failure.fault.message,
    attempts: 1,
    parkedAt: failure.at,
    head: true,
  }
  await parkedOf(connection).updateOne(
    { _id: `${consumer}|${message.id}` },
    { $setOnInsert: fields },
    { upsert: true, writeConcern: { w: 'majority', journal: true } },
  )
}

export async function removeParked(connection: Connection, consumer: string): Promise<void> {
  await parkedOf(connection).deleteMany({ consumer })
}

/** The streams at which a consumer stands still; messages that are no events hold nothing up. */
export async function standingStreams(
  connection: Connection,
  consumer: string,
  session: ClientSession,
): Promise<readonly string[]> {
  const heads = await parkedOf(connection)
    .find({ head: true, consumer, version: { $gt: 0 } }, { session, projection: { _id: 0, stream: 1 } })
    .toArray()
  return heads.map(({ stream }) => stream)
}
