import { randomUUID } from 'node:crypto'
import type { ClientSession, Connection, mongo } from 'mongoose'
import { databaseOf } from '../store/database.ts'

/*
 * Which measurements their topic does not hold yet as they are. Only names are noted, in the transaction that changes the
 * measurements: whoever publishes reads what they are by then, so that it makes no difference in which order, how often
 * and by whom a change is published.
 */

/** Measurements that a transaction changed or removed. */
export interface MeasurementChanges {
  readonly _id: string
  readonly ids: readonly string[]
}

/** Going through all measurements from the first to the last; they are published again meanwhile. */
export interface MeasurementPass {
  readonly _id: 'all'
  /** The last one that is published; of those after it, none is yet. */
  readonly after: string
  readonly isDone: boolean
}

interface MeasurementVersion {
  readonly _id: 'version'
  /** The last one that was given. */
  readonly number: number
}

export const measurementChangesOf = (connection: Connection): mongo.Collection<MeasurementChanges> =>
  databaseOf(connection).collection<MeasurementChanges>('measurementChanges')

const publicationOf = (connection: Connection): mongo.Collection<MeasurementPass | MeasurementVersion> =>
  databaseOf(connection).collection<MeasurementPass | MeasurementVersion>('measurementPublication')

/** @param session that of the transaction that changes them; none to have them published once more */
export async function noteChanged(
  connection: Connection,
  ids: readonly string[],
  session?: ClientSession,
): Promise<void> {
  await measurementChangesOf(connection).insertOne({ _id: randomUUID(), ids }, session ? { session } : {})
}

/** The pass that is under way; an installation without any begins with one, because its topic is empty. */
export async function openPass(connection: Connection): Promise<MeasurementPass | null> {
  const pass = await publicationOf(connection).findOne<MeasurementPass>({ _id: 'all' })
  if (pass?.isDone) return null
  return pass ?? { _id: 'all', after: '', isDone: false }
}

/** Unless another pass has begun meanwhile. */
export async function notePass(
  connection: Connection,
  { after }: MeasurementPass,
  next: { readonly after: string; readonly isDone: boolean },
): Promise<void> {
  const passes = publicationOf(connection)
  const former = { _id: 'all', after } as const
  if (after === '') await passes.updateOne({ _id: 'all' }, { $setOnInsert: { after, isDone: false } }, { upsert: true })
  await passes.updateOne(former, { $set: next })
}

/** Has every measurement published again. */
export async function beginPass(connection: Connection, session: ClientSession): Promise<void> {
  const begun = { after: '', isDone: false }
  await publicationOf(connection).updateOne({ _id: 'all' }, { $set: begun }, { session, upsert: true })
}

/**
 * A number greater than every one before, whoever asks. It begins with the time, so that it is greater, too, than what a
 * database gave whose place this one has taken.
 */
export async function nextVersion(connection: Connection): Promise<number> {
  const given = await publicationOf(connection).findOneAndUpdate(
    { _id: 'version' },
    [{ $set: { number: { $add: [{ $ifNull: ['$number', { $toLong: '$$NOW' }] }, 1] } } }],
    { upsert: true, returnDocument: 'after', writeConcern: { w: 'majority', journal: true } },
  )
  return given !== null && 'number' in given ? Number(given.number) : 1
}
