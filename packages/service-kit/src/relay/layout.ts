import type { ClientSession, Connection, mongo } from 'mongoose'
import { type OutboxDocument, outboxOf } from '../store/collections.ts'
import { databaseOf } from '../store/database.ts'
import { slotOf } from '../store/slots.ts'
import { inTransaction } from '../store/transaction.ts'
import { type LeaseDocument, leasesOf } from './lease.ts'
import { RelayError } from './relay-error.ts'
import { unfinishedSeal } from './seals.ts'
import { leaseNameOf, type Shard, shardsOf } from './shards.ts'

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
  const { mostShards } = await layoutNow(connection)
  return shardsOf(mostShards).map(({ index }) => index)
}

/**
 * Whether relays with so many shards may work. Where the layout is another one, it is changed as soon as no relay holds a
 * lease and every seal is published: until then, the relays of the former layout go on.
 */
export async function mayWork(connection: Connection, count: number): Promise<boolean> {
  // Asked every few seconds; whatever is done under the layout requires it again within its transaction.
  if ((await layoutNow(connection)).shards === count) return true
  return inTransaction(connection, async (session) => {
    const layout = await layoutNow(connection, session)
    if (layout.shards === count) return true
    if (!(await isAtRest(connection, layout, session))) return false
    const mostShards = Math.max(layout.mostShards, count)
    await layoutOf(connection).replaceOne({ _id: 'relay' }, { shards: count, mostShards }, { session, upsert: true })
    // Every lease is written, those too that nobody has had: whoever takes one meanwhile meets this, or has lost it.
    for (const { index } of shardsOf(mostShards)) {
      await leasesOf(connection).updateOne(
        { _id: leaseNameOf({ index }) },
        { $inc: { token: 1, uses: 1 }, $set: { owner: '', expiresAt: new Date(0) } },
        { session, upsert: true },
      )
    }
    return true
  })
}

/**
 * Within a transaction that relies on a lease: makes it fail where there is another layout by now.
 * @throws RelayError LEASE_LOST
 */
export async function requireLayout(connection: Connection, count: number, session: ClientSession): Promise<void> {
  const { shards } = await layoutNow(connection, session)
  if (shards !== count) throw new RelayError('LEASE_LOST', `there are ${shards} shards by now, not ${count}`)
}

/** The shards of the layout that holds now. */
export async function presentShards(connection: Connection): Promise<readonly Shard[]> {
  return shardsOf((await layoutNow(connection)).shards)
}

async function layoutNow(connection: Connection, session?: ClientSession): Promise<Layout> {
  return (await layoutOf(connection).findOne({ _id: 'relay' }, session ? { session } : {})) ?? BEFORE_SHARDS
}

async function isAtRest(connection: Connection, { mostShards }: Layout, session: ClientSession): Promise<boolean> {
  const names = shardsOf(mostShards).map(leaseNameOf)
  const held = { _id: { $in: names }, $expr: { $gt: ['$expiresAt', '$$NOW'] } } as mongo.Filter<LeaseDocument>
  if ((await leasesOf(connection).findOne(held, { session })) !== null) return false
  for (const { index } of shardsOf(mostShards)) {
    if ((await unfinishedSeal(connection, index, session)) !== null) return false
  }
  return true
}

const WITHOUT_SLOT_AT_ONCE = 1_000

/** Gives entries a slot that a release without slots has written, or still writes. */
export async function assignSlots(connection: Connection): Promise<void> {
  const without = { slot: null } as unknown as mongo.Filter<OutboxDocument>
  for (;;) {
    const entries = await outboxOf(connection).find(without).limit(WITHOUT_SLOT_AT_ONCE).toArray()
    if (entries.length === 0) return
    await outboxOf(connection).bulkWrite(
      entries.map(({ _id, stream }) => {
        return { updateOne: { filter: { _id }, update: { $set: { slot: slotOf(stream) } } } }
      }),
    )
  }
}
