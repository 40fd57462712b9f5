import { canonicalJson } from '@afterline/events'
import type { PolicyBook } from '@afterline/rules'
import type { ClientSession, Connection, mongo } from 'mongoose'
import { measurementsOf, type TimerDocument, timersOf } from './documents.ts'
import { differencesOf, writeMeasurements } from './measurement-writes.ts'
import type { StreamBooks } from './stream-books.ts'

/** Of the sums, the part that a rebuild corrects: each shard of the relay adds to the one of its number, which is lower. */
export const REBUILD_SLOT = 16

export interface CorrectionDeps {
  readonly connection: Connection
  readonly policies: PolicyBook
  /** The part of the sums that takes the differences. */
  readonly bucketSlot: number
}

/** How many documents of the books were not what the events say. */
export interface BookCorrections {
  readonly timers: number
  readonly measurements: number
}

/** What is stored of the books of these streams, all in one. */
export async function storedBooksOf(
  connection: Connection,
  streams: readonly string[],
  session: ClientSession,
): Promise<StreamBooks> {
  if (streams.length === 0) return { timers: [], measurements: [] }
  const ofStreams = { stream: { $in: [...streams] } }
  return {
    timers: await timersOf(connection).find(ofStreams, { session }).toArray(),
    measurements: await measurementsOf(connection).find(ofStreams, { session }).toArray(),
  }
}

/**
 * Writes what differs between the stored books of some streams and the right ones, and moves the sums by the difference:
 * whoever made the stored ones, the sums hold what these count as. Other streams' part of a sum is not touched.
 */
export async function correctBooks(
  deps: CorrectionDeps,
  stored: StreamBooks,
  right: StreamBooks,
  session: ClientSession,
): Promise<BookCorrections> {
  const { connection, policies, bucketSlot } = deps
  const writes = timerWrites(stored.timers, right.timers)
  if (writes.length > 0) await timersOf(connection).bulkWrite(writes, { session })
  const change = { before: stored.measurements, after: right.measurements }
  const measurements = await writeMeasurements(connection, policies.tenantZone, change, bucketSlot, session)
  return { timers: writes.length, measurements }
}

/** Whether the stored books are those that the events say: then `correctBooks` would write nothing. */
export function areRight(stored: StreamBooks, right: StreamBooks): boolean {
  const change = { before: stored.measurements, after: right.measurements }
  const { written, removed } = differencesOf(change)
  return timerWrites(stored.timers, right.timers).length + written.length + removed.length === 0
}

function timerWrites(
  stored: readonly TimerDocument[],
  right: readonly TimerDocument[],
): mongo.AnyBulkWriteOperation<TimerDocument>[] {
  const known = new Map(stored.map((timer) => [timer._id, timer]))
  const wrong = right.filter((timer) => {
    const former = known.get(timer._id)
    return former === undefined || !(isSame(former, timer) || isSameButForTheLook(former, timer))
  })
  for (const { _id } of right) known.delete(_id)
  return [...wrong.map(timerReplacement), ...[...known.values()].map(timerRemoval)]
}

function isSame(a: TimerDocument, b: TimerDocument): boolean {
  return canonicalJson(a) === canonicalJson(b)
}

/**
 * While a limit waits, its due instant moves on, and the clock looks at it again and again; no event tells when. A stored
 * limit that differs only by a later look is right.
 */
function isSameButForTheLook(stored: TimerDocument, right: TimerDocument): boolean {
  const isWaiting = right.isOpen && (right.pauses ?? []).some(({ until }) => until === null)
  if (!isWaiting || stored.dueAt < right.dueAt) return false
  const { dueAt, warnAt, announceAt } = stored
  return isSame(stored, { ...right, dueAt, warnAt, announceAt })
}

function timerReplacement({ _id, ...fields }: TimerDocument): mongo.AnyBulkWriteOperation<TimerDocument> {
  return { replaceOne: { filter: { _id }, replacement: fields, upsert: true } }
}

function timerRemoval({ _id }: Pick<TimerDocument, '_id'>): mongo.AnyBulkWriteOperation<TimerDocument> {
  return { deleteOne: { filter: { _id } } }
}
