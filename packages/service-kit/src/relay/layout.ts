import type { ClientSession, Connection, mongo } from 'mongoose'
import { type OutboxDocument, outboxOf } from '../store/collections.ts'
import { databaseOf } from '../store/database.ts'
import { inTransaction } from '../store/transaction.ts'
import { type LeaseDocument, leasesOf } from './lease.ts'
import { sealsOf } from './sealing.ts'
import { leaseNameOf, shardsOf } from './shards.ts'

/*
 * Relays divide the streams of a service by their slots. Each shard has a lease, a fencing token, a chain of seals and
 * anchors of its own, so that several processes share the work. How many shards there are is one document, the layout:
 * it changes only while no relay works and nothing is sealed that is not published, so that no stream ever has
 * unpublished events in two chains.
 */

interface Layout {
  readonly _id: 'relay'
  readonly shards: number
  /** Of all layouts so far: as many chains of seals there are. */
  readonly mostShards: number
}

const layoutOf = (connection: Connection) => databaseOf(connection).collection<Layout>('relayLayout')
const BEFORE_SHARDS: Layout = { _id: 'relay', shards: 1, mostShards: 1 }

/** The indexes of all chains of seals that there are. */
export async function chainsOf(connection: Connection): Promise<readonly number[]> {
  const { mostShards } = (await layoutOf(connection).findOne({ _id: 'relay' })) ?? BEFORE_SHARDS
  return shardsOf(mostShards).map(({ index }) => index)
}

/**
 * Whether relays with so many shards may work. Where the layout is another one, it is changed as soon as no relay holds a
 * lease and every seal is published: until then, the relays of the former layout go on.
 */
export function mayWork(connection: Connection, count: number): Promise<boolean> {
  return inTransaction(connection, async (session) => {
    const layout = (await layoutOf(connection).findOne({ _id: 'relay' }, { session })) ?? BEFORE_SHARDS
    if (layout.shards === count) return true
    if (!(await isAtRest(connection, layout, session))) return false
    const mostShards = Math.max(layout.mostShards, count)
    await layoutOf(connection).replaceOne({ _id: 'relay' }, { shards: count, mostShards }, { session, upsert: true })
    // Whoever still believes to hold a lease meets this, or has lost it afterwards.
    const names = shardsOf(mostShards).map(leaseNameOf)
    await leasesOf(connection).updateMany(
      { _id: { $in: names } },
      { $inc: { token: 1 }, $set: { owner: '', expiresAt: new Date(0) } },
      { session },
    )
    return true
  })
}

async function isAtRest(connection: Connection, { mostShards }: Layout, session: ClientSession): Promise<boolean> {
  const names = shardsOf(mostShards).map(leaseNameOf)
  const held = { _id: { $in: names }, $expr: { $gt: ['$expiresAt', '$$NOW'] } } as mongo.Filter<LeaseDocument>
  if ((await leasesOf(connection).findOne(held, { session })) !== null) return false
  for (const { index } of shardsOf(mostShards)) {
    const open = await sealsOf(connection, index).findOne({ publishedAt: null }, { session, projection: { _id: 1 } })
    if (open !== null) return false
  }
  // Left by a release without slots: its one relay has to take them first.
  const old = { slot: { $exists: false } } as mongo.Filter<OutboxDocument>
  return (await outboxOf(connection).findOne(old, { session })) === null
}
