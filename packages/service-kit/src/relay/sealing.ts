import type { Context } from '@afterline/events'
import type { Instant } from '@afterline/rules'
import type { ClientSession, Connection } from 'mongoose'
import { type OutboxDocument, outboxOf } from '../store/collections.ts'
import { databaseOf } from '../store/database.ts'
import type { Log } from '../store/log.ts'
import { inTransaction } from '../store/transaction.ts'
import { highestVersions, inVersionOrder } from './batch-order.ts'
import {
  type BlockedStream,
  blockedAt,
  blockedNames,
  blockedStreamsOf,
  setAside,
  tellSetAside,
} from './blocked-streams.ts'
import { eventFaultOf, type SortedOut, sortOut } from './event-faults.ts'
import type { LeaseKeeper } from './lease.ts'
import { type SealDocument, type SealedEvent, type SealKey, seal, statementOf } from './seal.ts'
import { storedEventsById } from './stored-events.ts'

export const sealsOf = (connection: Connection) => databaseOf(connection).collection<SealDocument>('seals')

/** Indexes of the relay, beyond those that the store makes for the outbox. */
export async function ensureRelayIndexes(connection: Connection): Promise<void> {
  await outboxOf(connection).createIndex({ stream: 1, version: 1 })
  await sealsOf(connection).createIndex({ 'events.id': 1 })
  await blockedStreamsOf(connection).createIndex({ since: 1 })
}

export interface SealingDeps {
  readonly connection: Connection
  readonly context: Context
  readonly key: SealKey
  readonly lease: LeaseKeeper
  readonly batchSize: number
  readonly log: Log
  now(): Instant
}

/**
 * Stores a seal over the next events of the outbox, or answers `null` when there are none or the last seal is not
 * published yet. Streams with an event that does not match its hash are set aside instead.
 *
 * Why version n + 1 of a stream is never published before n:
 * - Both are in the outbox in the order of their commits, and the outbox is read from one snapshot: whoever sees n + 1
 *   sees n, or n has left the outbox, that is, was published.
 * - A batch that contains n + 1 contains n if it is still in the outbox: `withPredecessors` adds it, whatever `recordedAt`
 *   says, and `inVersionOrder` puts it first. Ids play no part.
 * - Batches follow one another: this transaction refuses to seal while the last seal is unpublished, and `finish` marks
 *   it only after Kafka confirmed every event of it. Seals are numbered by a unique key, so there is one such order.
 * - Where n cannot go on, the same transaction that leaves it in the outbox sets its stream aside, and nothing of such a
 *   stream is sealed. `resumeBlocked` ends that only after Kafka confirmed what is sealed of it.
 * - A batch is written key by key to one partition in order and, after a fault, again from its beginning; a stale relay
 *   can only repeat batches that were sealed, hence published or being published, before. Repetition puts a second n
 *   behind an n + 1, never a first one: consumers skip what they have.
 */
export async function sealNext(deps: SealingDeps, token: number): Promise<SealDocument | null> {
  for (;;) {
    const { document, blocked } = await sealOnce(deps, token)
    tellSetAside(deps.log, blocked)
    // A batch of which nothing is left says nothing about what waits behind it.
    if (document || blocked.length === 0) return document
  }
}

interface SealedOnce {
  readonly document: SealDocument | null
  readonly blocked: readonly BlockedStream[]
}

const NOTHING: SealedOnce = { document: null, blocked: [] }

function sealOnce(deps: SealingDeps, token: number): Promise<SealedOnce> {
  return inTransaction(deps.connection, async (session) => {
    const entries = await nextEntries(deps, session)
    if (entries.length === 0) return NOTHING
    await deps.lease.require(token, session)
    const last = await sealsOf(deps.connection).findOne({}, { sort: { _id: -1 }, session, projection: { events: 0 } })
    if (last && last.publishedAt === null) return NOTHING
    const { whole, faulty } = await sortedOut(deps, entries, session)
    const sealedAt = deps.now()
    const blocked = faulty.map((fault) => blockedAt(fault, null, sealedAt))
    await setAside(deps.connection, blocked, session)
    if (whole.length === 0) return { document: null, blocked }
    const previous = last && statementOf(last)
    const document = seal(deps.key, { context: deps.context, events: whole, previous, sealedAt, fencingToken: token })
    await sealsOf(deps.connection).insertOne(document, { session })
    return { document, blocked }
  })
}

/**
 * The batch is with Kafka: its outbox entries go, and the seal is closed, in one transaction. What could not be published
 * of it stays in the outbox, and its streams are set aside.
 */
export async function finish(
  deps: SealingDeps,
  token: number,
  { _id }: SealDocument,
  { whole, faulty }: SortedOut<SealedEvent>,
): Promise<void> {
  const publishedAt = deps.now()
  const blocked = faulty.map((fault) => blockedAt(fault, _id, publishedAt))
  await inTransaction(deps.connection, async (session) => {
    await deps.lease.require(token, session)
    await sealsOf(deps.connection).updateOne({ _id }, { $set: { publishedAt } }, { session })
    await outboxOf(deps.connection).deleteMany({ _id: { $in: whole.map(({ id }) => id) } }, { session })
    await setAside(deps.connection, blocked, session)
  })
  tellSetAside(deps.log, blocked)
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
  const blocked = await blockedNames(connection, session)
  const picked = await outboxOf(connection)
    .find({ stream: { $nin: [...blocked] } }, { session })
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

/** An event that does not match its own hash is never sealed: a seal states what was stored. */
async function sortedOut(
  { connection, context }: SealingDeps,
  entries: readonly OutboxDocument[],
  session: ClientSession,
): Promise<SortedOut<SealedEvent>> {
  const ids = entries.map(({ _id }) => _id)
  const stored = await storedEventsById(connection, ids, session)
  const claims = entries.map(({ _id, stream, version }) => {
    return { id: _id, stream, version, hash: stored.get(_id)?.hash ?? '' }
  })
  return sortOut(claims, (claim) => eventFaultOf(context, claim, stored.get(claim.id)))
}
