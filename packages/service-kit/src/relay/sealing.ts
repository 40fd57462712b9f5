import type { Context } from '@afterline/events'
import type { Instant } from '@afterline/rules'
import type { ClientSession, Connection } from 'mongoose'
import { type EventDocument, eventsOf, type OutboxDocument, outboxOf } from '../store/collections.ts'
import { databaseOf } from '../store/database.ts'
import { inTransaction } from '../store/transaction.ts'
import { highestVersions, inVersionOrder } from './batch-order.ts'
import type { LeaseKeeper } from './lease.ts'
import { RelayError } from './relay-error.ts'
import { type SealDocument, type SealedEvent, type SealKey, seal, statementOf } from './seal.ts'

export const sealsOf = (connection: Connection) => databaseOf(connection).collection<SealDocument>('seals')

/** Indexes of the relay, beyond those that the store makes for the outbox. */
export async function ensureRelayIndexes(connection: Connection): Promise<void> {
  await outboxOf(connection).createIndex({ stream: 1, version: 1 })
  await sealsOf(connection).createIndex({ 'events.id': 1 })
}

export interface SealingDeps {
  readonly connection: Connection
  readonly context: Context
  readonly key: SealKey
  readonly lease: LeaseKeeper
  readonly batchSize: number
  now(): Instant
}

/**
 * Stores a seal over the next events of the outbox, or answers `null` when there are none or the last seal is not
 * published yet.
 *
 * Why version n + 1 of a stream is never published before n:
 * - Both are in the outbox in the order of their commits, and the outbox is read from one snapshot: whoever sees n + 1
 *   sees n, or n has left the outbox, that is, was published.
 * - A batch that contains n + 1 contains n if it is still in the outbox: `withPredecessors` adds it, whatever `recordedAt`
 *   says, and `inVersionOrder` puts it first. Ids play no part.
 * - Batches follow one another: this transaction refuses to seal while the last seal is unpublished, and `finish` marks
 *   it only after Kafka confirmed every event of it. Seals are numbered by a unique key, so there is one such order.
 * - A batch is written key by key to one partition in order and, after a fault, again from its beginning; a stale relay
 *   can only repeat batches that were sealed, hence published or being published, before. Repetition puts a second n
 *   behind an n + 1, never a first one: consumers skip what they have.
 */
export function sealNext(deps: SealingDeps, token: number): Promise<SealDocument | null> {
  return inTransaction(deps.connection, async (session) => {
    const entries = await nextEntries(deps, session)
    if (entries.length === 0) return null
    await deps.lease.require(token, session)
    const last = await sealsOf(deps.connection).findOne({}, { sort: { _id: -1 }, session, projection: { events: 0 } })
    if (last && last.publishedAt === null) return null
    const document = seal(deps.key, {
      context: deps.context,
      events: await hashesOf(deps.connection, entries, session),
      previous: last && statementOf(last),
      sealedAt: deps.now(),
      fencingToken: token,
    })
    await sealsOf(deps.connection).insertOne(document, { session })
    return document
  })
}

/** The batch is with Kafka: its outbox entries go, and the seal is closed, in one transaction. */
export function finish(deps: SealingDeps, token: number, { _id, events }: SealDocument): Promise<void> {
  return inTransaction(deps.connection, async (session) => {
    await deps.lease.require(token, session)
    await sealsOf(deps.connection).updateOne({ _id }, { $set: { publishedAt: deps.now() } }, { session })
    await outboxOf(deps.connection).deleteMany({ _id: { $in: events.map(({ id }) => id) } }, { session })
  })
}

/** A batch that was sealed but of which we do not know whether Kafka has all of it. */
export function unfinishedSeal(connection: Connection): Promise<SealDocument | null> {
  return sealsOf(connection)
    .findOne({}, { sort: { _id: -1 }, readConcern: 'majority' })
    .then((last) => (last?.publishedAt === null ? last : null))
}

async function nextEntries(
  { connection, batchSize }: SealingDeps,
  session: ClientSession,
): Promise<readonly OutboxDocument[]> {
  const picked = await outboxOf(connection)
    .find({}, { session })
    .sort({ recordedAt: 1, stream: 1, version: 1 })
    .limit(batchSize)
    .toArray()
  const complete = picked.length < batchSize ? picked : await withPredecessors(connection, picked, session)
  return inVersionOrder(complete)
}

async function withPredecessors(
  connection: Connection,
  picked: readonly OutboxDocument[],
  session: ClientSession,
): Promise<readonly OutboxDocument[]> {
  const highest = highestVersions(picked)
  const pickedIds = new Set(picked.map(({ _id }) => _id))
  const ofSameStreams = outboxOf(connection).find({ stream: { $in: [...highest.keys()] } }, { session })
  const left: OutboxDocument[] = []
  for await (const entry of ofSameStreams) {
    if (!pickedIds.has(entry._id) && entry.version < (highest.get(entry.stream) ?? 0)) left.push(entry)
  }
  return [...left, ...picked]
}

async function hashesOf(
  connection: Connection,
  entries: readonly OutboxDocument[],
  session: ClientSession,
): Promise<readonly SealedEvent[]> {
  const ids = entries.map(({ _id }) => _id)
  const hashes = await eventsOf(connection)
    .find<Pick<EventDocument, '_id' | 'hash'>>({ _id: { $in: ids } }, { session, projection: { hash: 1 } })
    .toArray()
  const byId = new Map(hashes.map(({ _id, hash }) => [_id, hash]))
  return entries.map(({ _id, stream, version }) => {
    const hash = byId.get(_id)
    if (hash === undefined)
      throw new RelayError('EVENT_MISSING', `event ${_id} (${stream}, ${version}) is not in the event store`)
    return { id: _id, stream, version, hash }
  })
}
