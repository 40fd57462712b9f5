import type { StoredEvent } from '@afterline/events'
import type { ClientSession, Connection } from 'mongoose'
import { databaseOf } from '../store/database.ts'

/** How far a consumer is with a stream. */
export interface CursorDocument {
  /** `<consumer>|<stream>` */
  readonly _id: string
  /** Of the last event that was applied; 0 before the first. */
  readonly version: number
  /** Why the stream is parked; `null` while it is not. */
  readonly parkedCode: string | null
  /**
   * Counts the events that were stored as waiting. The cursor changes with them, so that a transaction which ends the
   * parking conflicts with one that adds to it; else an event could be left waiting behind a stream that goes on.
   */
  readonly waits: number
}

export type Cursor = Pick<CursorDocument, 'version' | 'parkedCode'>
export const START: Cursor = { version: 0, parkedCode: null }

export const cursorsOf = (connection: Connection) => databaseOf(connection).collection<CursorDocument>('cursors')
export const cursorId = (consumer: string, stream: string) => `${consumer}|${stream}`

/**
 * What an event is to a consumer: applied before, the next one, behind a missing one, the missing one itself, or behind
 * a parked one.
 */
export type Standing = 'DUPLICATE' | 'NEXT' | 'GAP' | 'AWAITED' | 'WAITS'

export function standingOf({ version, parkedCode }: Cursor, event: Pick<StoredEvent, 'version'>): Standing {
  if (event.version <= version) return 'DUPLICATE'
  if (parkedCode === null) return event.version === version + 1 ? 'NEXT' : 'GAP'
  return parkedCode === 'GAP' && event.version === version + 1 ? 'AWAITED' : 'WAITS'
}

export interface ChunkPlan {
  readonly next: readonly StoredEvent[]
  readonly waiting: readonly StoredEvent[]
  /** Version of each stream when `next` is applied. */
  readonly versions: ReadonlyMap<string, number>
}

/**
 * Whether the missing event of a gap comes again although it was applied: then what came after it was interrupted, and
 * those behind it still wait.
 */
export function isGapClosed({ version, parkedCode }: Cursor, event: Pick<StoredEvent, 'version'>): boolean {
  return parkedCode === 'GAP' && event.version === version
}

/** How to apply events of one partition together, or `null` when one of them needs looking at alone. */
export function planChunk(events: readonly StoredEvent[], cursors: ReadonlyMap<string, Cursor>): ChunkPlan | null {
  const next: StoredEvent[] = []
  const waiting: StoredEvent[] = []
  const versions = new Map<string, number>()
  for (const event of events) {
    const known = cursors.get(event.stream) ?? START
    const cursor = { ...known, version: versions.get(event.stream) ?? known.version }
    const standing = standingOf(cursor, event)
    if (standing === 'GAP' || standing === 'AWAITED' || isGapClosed(cursor, event)) return null
    if (standing === 'WAITS') waiting.push(event)
    if (standing === 'NEXT') {
      next.push(event)
      versions.set(event.stream, event.version)
    }
  }
  return { next, waiting, versions }
}

export async function readCursors(
  connection: Connection,
  consumer: string,
  streams: Iterable<string>,
  session?: ClientSession,
): Promise<ReadonlyMap<string, Cursor>> {
  const ids = [...new Set(streams)].map((stream) => cursorId(consumer, stream))
  const documents = await cursorsOf(connection)
    .find({ _id: { $in: ids } }, { ...(session && { session }) })
    .toArray()
  return new Map(documents.map((document) => [document._id.slice(consumer.length + 1), document]))
}

/** Whether the consumer has ever applied, or parked, anything. */
export async function hasCursors(connection: Connection, consumer: string, session?: ClientSession): Promise<boolean> {
  const found = await cursorsOf(connection).findOne(ofConsumer(consumer), {
    projection: { _id: 1 },
    ...(session && { session }),
  })
  return found !== null
}

/** How many streams the consumer has met. */
export function countCursors(connection: Connection, consumer: string, session: ClientSession): Promise<number> {
  return cursorsOf(connection).countDocuments(ofConsumer(consumer), { session })
}

export async function removeCursors(connection: Connection, consumer: string): Promise<void> {
  await cursorsOf(connection).deleteMany(ofConsumer(consumer))
}

/** From the bar on that ends the consumer's name, up to the character after the bar. */
const ofConsumer = (consumer: string) => ({ _id: { $gt: `${consumer}|`, $lt: `${consumer}}` } })

export async function advanceCursors(
  connection: Connection,
  consumer: string,
  versions: ReadonlyMap<string, number>,
  session: ClientSession,
): Promise<void> {
  if (versions.size === 0) return
  await cursorsOf(connection).bulkWrite(
    [...versions].map(([stream, version]) => ({
      updateOne: {
        filter: { _id: cursorId(consumer, stream) },
        update: { $set: { version }, $setOnInsert: { parkedCode: null, waits: 0 } },
        upsert: true,
      },
    })),
    { session, ordered: false },
  )
}

/** Parks the stream under a code, or ends its parking with `null`. */
export async function setParked(
  connection: Connection,
  consumer: string,
  stream: string,
  parkedCode: string | null,
  session: ClientSession,
): Promise<void> {
  await cursorsOf(connection).updateOne(
    { _id: cursorId(consumer, stream) },
    { $set: { parkedCode }, $inc: { waits: 1 }, $setOnInsert: { version: 0 } },
    { upsert: true, session },
  )
}
