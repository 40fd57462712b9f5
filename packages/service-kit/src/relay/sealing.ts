import type { Context, StoredEvent } from '@afterline/events'
import type { Instant } from '@afterline/rules'
import type { ClientSession, Connection } from 'mongoose'
import { type BookkeepingDeps, keepBooks } from '../bookkeeping/keep-books.ts'
import { recountsOf } from '../bookkeeping/uncounted.ts'
import { type OutboxDocument, outboxOf } from '../store/collections.ts'
import type { Log } from '../store/log.ts'
import { inTransaction } from '../store/transaction.ts'
import { highestVersions, inVersionOrder } from './batch-order.ts'
import { blockedAt, blockedNames, blockedStreamsOf, setAside, tellSetAside } from './blocked-streams.ts'
import { eventFaultOf, type SortedOut, sortOut } from './event-faults.ts'
import { requireLayout } from './layout.ts'
import type { LeaseKeeper } from './lease.ts'
import { type SealDocument, type SealedEvent, type SealKey, type SealStatement, seal, statementOf } from './seal.ts'
import { notePublished, publishedPart, sealsOf } from './seals.ts'
import { ownEntries, type Shard, shardsOf } from './shards.ts'
import { storedEventsById } from './stored-events.ts'

/** Indexes of the relay, beyond those that the store makes for the outbox. */
export async function ensureRelayIndexes(connection: Connection, shards = 1): Promise<void> {
  await outboxOf(connection).createIndex({ stream: 1, version: 1 })
  for (const { index } of shardsOf(shards)) {
    await sealsOf(connection, index).createIndex({ 'events.id': 1 })
  }
  await blockedStreamsOf(connection).createIndex({ since: 1 })
}

export interface SealingDeps extends Pick<BookkeepingDeps, 'policies' | 'registry' | 'aggregates'> {
  readonly connection: Connection
  readonly context: Context
  readonly shard: Shard
  readonly key: SealKey
  readonly lease: LeaseKeeper
  readonly batchSize: number
  readonly log: Log
  now(): Instant
  /** Told after each batch. */
  readonly onCounted?: (events: readonly StoredEvent[], at: Instant) => void
}

/**
 * Counts and seals the next events of the outbox, or answers `null` when there are none: limits, measurements and sums move
 * in the transaction that stores the seal and takes the events from the outbox, so each event is counted once, and whether
 * Kafka is there makes no difference. Streams with an event that does not match its hash, or that cannot be counted, are
 * set aside instead.
 *
 * Why version n + 1 of a stream is never published before n:
 * - Both are in the outbox in the order of their commits, and the outbox is read from one snapshot: whoever sees n + 1
 *   sees n, or n has left the outbox, that is, was sealed.
 * - A batch that contains n + 1 contains n if it is still in the outbox: `withPredecessors` adds it, whatever `recordedAt`
 *   says, and `inVersionOrder` puts it first. Ids play no part.
 * - Seals are numbered by a unique key, and published in the order of their numbers: the next one only when `finish` has
 *   marked the one before, after Kafka confirmed every event of it.
 * - Where n cannot go on before it is sealed, the same transaction that leaves it in the outbox sets its stream aside, and
 *   nothing of such a stream is sealed. Where it cannot go on afterwards, `finish` sets the stream aside, and what this
 *   and later seals hold of it from n on is withheld; `resumeBlocked` ends that only after Kafka confirmed these.
 * - A batch is written key by key to one partition in order and, after a fault, again from its beginning; a stale relay
 *   can only repeat batches that were sealed, hence published or being published, before. Repetition puts a second n
 *   behind an n + 1, never a first one: consumers skip what they have.
 */
export async function sealNext(deps: SealingDeps, token: number): Promise<SealDocument | null> {
  for (;;) {
    const { document, isMore } = await sealOnce(deps, token)
    if (document || !isMore) return document
  }
}

interface SealedOnce {
  readonly document: SealDocument | null
  /** Whether something may wait behind a batch of which nothing was sealed. */
  readonly isMore: boolean
}

async function sealOnce(deps: SealingDeps, token: number): Promise<SealedOnce> {
  const { document, counted, blocked, recounts } = await deps.lease.inTurn(() => sealing(deps, token))
  if (document) deps.onCounted?.(counted, document.sealedAt)
  tellSetAside(deps.log, blocked)
  return { document, isMore: blocked.length > 0 || recounts.length > 0 }
}

function sealing(deps: SealingDeps, token: number) {
  const { connection } = deps
  return inTransaction(connection, async (session) => {
    const entries = await nextEntries(deps, session)
    const recounts = await nextRecounts(deps, session)
    if (entries.length === 0 && recounts.length === 0) return { document: null, counted: [], blocked: [], recounts }
    await deps.lease.require(token, session)
    await requireLayout(connection, deps.shard.count, session)
    const { whole, faulty } = await countedOf(deps, entries, recounts, session)
    await recountsOf(connection).deleteMany({ _id: { $in: [...recounts] } }, { session })
    const sealedAt = deps.now()
    const blocked = faulty.map((fault) => blockedAt(fault, { seal: null }, sealedAt))
    await setAside(connection, blocked, session)
    const counted = whole.map(({ event }) => event)
    if (whole.length === 0) return { document: null, counted, blocked, recounts }
    const previous = await lastStatement(deps, session)
    const events = whole.map(({ claim }) => claim)
    const { context, shard } = deps
    const stated = { context, shard: shard.index, events, previous, sealedAt, fencingToken: token }
    const document = seal(deps.key, stated)
    await sealsOf(connection, shard.index).insertOne(document, { session })
    await outboxOf(connection).deleteMany({ _id: { $in: events.map(({ id }) => id) } }, { session })
    return { document, counted, blocked, recounts }
  })
}

async function lastStatement(
  { connection, shard }: SealingDeps,
  session: ClientSession,
): Promise<SealStatement | null> {
  const last = await sealsOf(connection, shard.index).findOne(
    {},
    { sort: { _id: -1 }, projection: { events: 0 }, session },
  )
  return last && statementOf(last)
}

async function nextRecounts(
  { connection, batchSize, shard }: SealingDeps,
  session: ClientSession,
): Promise<readonly string[]> {
  const next = await recountsOf(connection)
    .find(ownEntries(shard), { session })
    .sort({ _id: 1 })
    .limit(batchSize)
    .toArray()
  return next.map(({ _id }) => _id)
}

/**
 * The batch is with Kafka: its seal is noted as published. What could not be published of it waits in its seal, and its streams are set
 * aside, with what later seals hold of them.
 */
export async function finish(
  deps: SealingDeps,
  token: number,
  { _id }: SealDocument,
  { faulty }: Pick<SortedOut<SealedEvent>, 'faulty'>,
): Promise<void> {
  const { connection } = deps
  const since = deps.now()
  const closing = async (session: ClientSession) => {
    await deps.lease.require(token, session)
    await requireLayout(connection, deps.shard.count, session)
    await notePublished(connection, deps.shard.index, _id, session)
    if (faulty.length === 0) return []
    const last = await lastStatement(deps, session)
    const place = { seal: _id, lastSeal: last?.number ?? _id, shard: deps.shard.index }
    const blocked = faulty.map((fault) => blockedAt(fault, place, since))
    await setAside(connection, blocked, session)
    return blocked
  }
  const blocked = await deps.lease.inTurn(() => inTransaction(connection, closing))
  tellSetAside(deps.log, blocked)
}

/** Whether the shard has anything to count, set aside or not. */
export async function isAnythingUncounted({ connection, shard }: SealingDeps): Promise<boolean> {
  const only = { projection: { _id: 1 } } as const
  if ((await outboxOf(connection).findOne(ownEntries(shard), only)) !== null) return true
  return (await recountsOf(connection).findOne(ownEntries(shard), only)) !== null
}

/**
 * Takes from the outbox what is sealed already: releases that left events there until Kafka had confirmed them would have
 * sealed no more before.
 */
export async function takeSealed(connection: Connection): Promise<void> {
  if ((await outboxOf(connection).findOne({}, { projection: { _id: 1 } })) === null) return
  const blocked = await blockedStreamsOf(connection)
    .find({ seal: { $ne: null } })
    .toArray()
  const numbers = blocked.flatMap(({ seal }) => seal ?? [])
  const { open } = await publishedPart(connection, 0)
  const unfinished = sealsOf(connection).find({ $or: [open, { _id: { $in: numbers } }] })
  for await (const { events } of unfinished) {
    await outboxOf(connection).deleteMany(
      { _id: { $in: events.map(({ id }) => id) } },
      { writeConcern: { w: 'majority', journal: true } },
    )
  }
}

async function nextEntries(
  { connection, batchSize, shard }: SealingDeps,
  session: ClientSession,
): Promise<readonly OutboxDocument[]> {
  const blocked = await blockedNames(connection, session)
  const picked = await outboxOf(connection)
    .find({ ...ownEntries(shard), stream: { $nin: [...blocked] } }, { session })
    .sort({ recordedAt: 1, stream: 1, version: 1 })
    .limit(batchSize)
    .toArray()
  // A release without slots may have left one in no shard; otherwise, what a batch does not hold of a stream is later.
  const isComplete = picked.length < batchSize && shard.count === 1
  const complete = isComplete ? picked : await withPredecessors(connection, picked, session)
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

interface Checked {
  readonly stream: string
  readonly claim: SealedEvent
  readonly event: StoredEvent
}

/** An event that does not match its own hash is never sealed, nor counted: a seal states what was stored. */
async function countedOf(
  deps: SealingDeps,
  entries: readonly OutboxDocument[],
  recounts: readonly string[],
  session: ClientSession,
): Promise<{ readonly whole: readonly Checked[]; readonly faulty: SortedOut<SealedEvent>['faulty'] }> {
  const { connection, policies, registry, aggregates, context } = deps
  const ids = entries.map(({ _id }) => _id)
  const stored = await storedEventsById(connection, ids, session)
  const claims = entries.map(({ _id, stream, version }) => {
    return { id: _id, stream, version, hash: stored.get(_id)?.hash ?? '' }
  })
  const checked = sortOut(claims, (claim) => eventFaultOf(context, claim, stored.get(claim.id)))
  const sound = checked.whole.flatMap((claim) => {
    const event = stored.get(claim.id)
    return event ? [{ stream: claim.stream, claim, event }] : []
  })
  const bookkeeping = { connection, policies, registry, aggregates, bucketSlot: deps.shard.index }
  const failed = await keepBooks(bookkeeping, { events: sound.map(({ event }) => event), recounts }, session)
  const { whole, faulty } = sortOut(sound, ({ stream }) => (failed.has(stream) ? 'EVENT_UNCOUNTED' : null))
  // Of one stream only the first fault counts; one that is both tampered with and uncounted stops at the earlier event.
  const uncounted = faulty.map(({ entry, code }) => ({ entry: entry.claim, code }))
  const earlier = new Set(uncounted.map(({ entry }) => entry.stream))
  return { whole, faulty: [...uncounted, ...checked.faulty.filter(({ entry }) => !earlier.has(entry.stream))] }
}
