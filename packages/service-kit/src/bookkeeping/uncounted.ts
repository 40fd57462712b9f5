import type { Instant } from '@afterline/rules'
import type { ClientSession, Connection, mongo } from 'mongoose'
import { outboxOf } from '../store/collections.ts'
import { databaseOf } from '../store/database.ts'

/*
 * Which events limits, measurements and sums do not hold yet: those in the outbox. An event leaves it in the transaction
 * that counts and seals it, so that in any snapshot of the database a stream is counted up to its first event there.
 */

/** A stream whose books other code made: they are made anew with the next batch. */
export interface Recount {
  /** The stream. */
  readonly _id: string
  /** Of the stream. */
  readonly slot: number
}

export const recountsOf = (connection: Connection): mongo.Collection<Recount> =>
  databaseOf(connection).collection<Recount>('recounts')

/** Of each stream the first version that is not counted; a stream that is counted wholly is absent. */
export async function firstOwedVersions(
  connection: Connection,
  streams: readonly string[],
  session: ClientSession,
): Promise<ReadonlyMap<string, number>> {
  if (streams.length === 0) return new Map()
  const entries = await outboxOf(connection)
    .find({ stream: { $in: [...streams] } }, { session, projection: { _id: 0, stream: 1, version: 1 } })
    .toArray()
  const first = new Map<string, number>()
  for (const { stream, version } of entries) first.set(stream, Math.min(version, first.get(stream) ?? version))
  return first
}

/** Whether the books hold every event of the stream, as this code counts them and the session sees it. */
export async function isCounted(connection: Connection, stream: string, session: ClientSession): Promise<boolean> {
  const options = { session, projection: { _id: 1 } }
  if ((await outboxOf(connection).findOne({ stream }, options)) !== null) return false
  return (await recountsOf(connection).findOne({ _id: stream }, options)) === null
}

/** When the oldest event was recorded that is not counted and not set aside; `null` when every one is counted. */
export async function oldestUncounted(
  connection: Connection,
  setAside: readonly string[],
  session?: ClientSession,
): Promise<Instant | null> {
  const oldest = await outboxOf(connection).findOne(
    { stream: { $nin: [...setAside] } },
    {
      sort: { recordedAt: 1, stream: 1, version: 1 },
      projection: { _id: 0, recordedAt: 1 },
      ...(session && { session }),
    },
  )
  return oldest?.recordedAt ?? null
}
