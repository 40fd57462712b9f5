import type { ClientSession } from 'mongoose'
import { outboxOf } from '../store/collections.ts'
import { inTransaction } from '../store/transaction.ts'
import { type BlockedStream, blockedAt, blockedStreamsOf } from './blocked-streams.ts'
import { eventFaultOf, type SortedOut, sortOut } from './event-faults.ts'
import { requireLayout } from './layout.ts'
import { isAsSigned, type PublishingDeps, publishWhole } from './publishing.ts'
import type { SealedEvent } from './seal.ts'
import type { SealingDeps } from './sealing.ts'
import { publishedPart, sealsOf } from './seals.ts'
import { isOwn } from './shards.ts'
import { storedEventsById } from './stored-events.ts'

type ResumingDeps = SealingDeps & PublishingDeps

/** How long a relay leaves blocked streams alone. */
export interface Looks {
  isDue(token: number): boolean
}

/** Whoever has just been given the lease looks at once, then at this interval: a mended event waits no longer for it. */
export function createLooks(everyMs: number): Looks {
  let last: { readonly token: number; readonly at: number } | null = null
  return {
    isDue(token) {
      const isDue = last?.token !== token || performance.now() - last.at >= everyMs
      // Noted before the look succeeds: one that fails again and again must not take the others' turn.
      if (isDue) last = { token, at: performance.now() }
      return isDue
    },
  }
}

/** Looks again at every stream that is set aside; answers how many events went out. */
export async function resumeBlocked(deps: ResumingDeps, token: number): Promise<number> {
  let published = 0
  const streams = await blockedStreamsOf(deps.connection).find({}).sort({ since: 1 }).toArray()
  for (const blocked of streams.filter(({ _id }) => isOwn(deps.shard, _id)))
    published += await resume(deps, token, blocked)
  return published
}

/**
 * What is sealed already goes out first, under its old seals. Only the transaction after Kafka's confirmation ends the
 * block, or moves it to the next event that cannot go on. So nothing later of the stream is sealed before Kafka has the
 * earlier, and after a crash in between the same events are published again, as they are.
 */
async function resume(deps: ResumingDeps, token: number, blocked: BlockedStream): Promise<number> {
  const { connection, log } = deps
  const { seal, lastSeal = seal, shard = 0 } = blocked
  const { whole, faulty } = seal === null ? await lookAtNext(deps, blocked) : await publishHeld(deps, blocked)
  const next = faulty[0] ? blockedAt(faulty[0], { seal, lastSeal, shard }, blocked.since) : null
  if (next && whole.length === 0 && next.code === blocked.code && next.eventId === blocked.eventId) return 0
  const noting = async (session: ClientSession) => {
    await deps.lease.require(token, session)
    await requireLayout(connection, deps.shard.count, session)
    if (next) await blockedStreamsOf(connection).replaceOne({ _id: blocked._id }, next, { session })
    else await blockedStreamsOf(connection).deleteOne({ _id: blocked._id }, { session })
  }
  await deps.lease.inTurn(() => inTransaction(connection, noting))
  const { _id: stream, since } = blocked
  if (next) log.error({ stream, version: next.version, code: next.code }, 'a stream stays set aside')
  else log.info({ stream, since }, 'a stream that was set aside goes on')
  return whole.length
}

/** Of a stream whose event is not sealed: sealing looks at every event itself, so the first one decides. */
async function lookAtNext({ connection, context }: ResumingDeps, { _id: stream }: BlockedStream): Promise<Look> {
  const next = await outboxOf(connection).findOne({ stream }, { sort: { version: 1 }, readConcern: 'majority' })
  if (!next) return NOTHING
  const event = (await storedEventsById(connection, [next._id])).get(next._id)
  const claim = { id: next._id, stream, version: next.version, hash: event?.hash ?? '' }
  return { whole: [], faulty: sortOut([claim], () => eventFaultOf(context, claim, event)).faulty }
}

type Look = SortedOut<SealedEvent>
const NOTHING: Look = { whole: [], faulty: [] }

/** What seals that are published hold of the stream, and withhold. */
async function publishHeld(deps: ResumingDeps, blocked: BlockedStream): Promise<Look> {
  const { _id: stream, version: from, seal: first, lastSeal: last = first } = blocked
  const { published } = await publishedPart(deps.connection, blocked.shard ?? 0)
  const ofStream = { $and: [{ _id: { $gte: first ?? 0, $lte: last ?? 0 } }, published] }
  const seals = await sealsOf(deps.connection, blocked.shard)
    .find(ofStream, { readConcern: 'majority' })
    .sort({ _id: 1 })
    .toArray()
  if (seals[0]?._id !== first || !seals.every(isAsSigned)) {
    const entry = { id: blocked.eventId, stream, version: from, hash: '' }
    return { whole: [], faulty: [{ entry, code: 'SEAL_BROKEN' }] }
  }
  const held = seals.flatMap(({ events }) => events).filter((event) => event.stream === stream && event.version >= from)
  return publishWhole(deps, held)
}
