import type { ClientSession, Connection, mongo } from 'mongoose'
import { databaseOf } from '../store/database.ts'
import type { SealDocument } from './seal.ts'

/*
 * A seal is stored once and never written again, so that whoever seals needs no right to change seals. How far a chain is
 * published is a document of its own: seals go out in the order of their numbers, so one number says it.
 */

interface PublishedTo {
  /** The shard whose chain it is. */
  readonly _id: number
  /** Of the last seal that Kafka has confirmed. */
  readonly number: number
}

/** Which of a chain's seals Kafka has confirmed, for queries. */
export interface PublishedPart {
  readonly published: mongo.Filter<SealDocument>
  readonly open: mongo.Filter<SealDocument>
}

/** Collections of so many shards there may be; those of the first are those from before there were shards. */
export const sealsNameOf = (shard: number) => (shard === 0 ? 'seals' : `seals-${shard}`)

/** The chain of a shard. */
export const sealsOf = (connection: Connection, shard = 0) =>
  databaseOf(connection).collection<SealDocument>(sealsNameOf(shard))

const publishedToOf = (connection: Connection) => databaseOf(connection).collection<PublishedTo>('publishedSeals')

/** Earlier releases wrote into the seals themselves when they were published, and may still do it beside this one. */
export async function publishedPart(
  connection: Connection,
  shard: number,
  session?: ClientSession,
): Promise<PublishedPart> {
  const options = session ? { session } : ({ readConcern: 'majority' } as const)
  const number = (await publishedToOf(connection).findOne({ _id: shard }, options))?.number
  if (number === undefined) return { published: { publishedAt: { $ne: null } }, open: { publishedAt: null } }
  return {
    published: { $or: [{ _id: { $lte: number } }, { publishedAt: { $ne: null } }] },
    open: { _id: { $gt: number }, publishedAt: null },
  }
}

/** Within the transaction that requires the right to publish. */
export async function notePublished(
  connection: Connection,
  shard: number,
  number: number,
  session: ClientSession,
): Promise<void> {
  await publishedToOf(connection).updateOne({ _id: shard }, { $max: { number } }, { session, upsert: true })
}

/** The next batch that was sealed but of which we do not know whether Kafka has all of it. */
export async function unfinishedSeal(
  connection: Connection,
  shard = 0,
  session?: ClientSession,
): Promise<SealDocument | null> {
  const { open } = await publishedPart(connection, shard, session)
  const options = session ? { session } : ({ readConcern: 'majority' } as const)
  return sealsOf(connection, shard).findOne(open, { sort: { _id: 1 }, ...options })
}
