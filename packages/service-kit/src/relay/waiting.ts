import { type Instant, millisOf } from '@afterline/rules'
import type { Connection } from 'mongoose'
import { oldestUncounted } from '../bookkeeping/uncounted.ts'
import { eventsOf, outboxOf } from '../store/collections.ts'
import { blockedNames } from './blocked-streams.ts'
import { chainsOf } from './layout.ts'
import type { SealDocument } from './seal.ts'
import { publishedPart, sealsOf, unfinishedSeal } from './seals.ts'

/** An event that may be published and has waited for longer shows that no relay does its work. */
const LONGEST_WAIT_MS = 60_000

/** For how long, in ms, the oldest event waits for Kafka that is not set aside; 0 when none waits. By the clock that recorded it. */
export async function longestWaitMs(connection: Connection, now: Instant): Promise<number> {
  const unsealed = await oldestUncounted(connection, await blockedNames(connection))
  const unpublished = await oldestUnpublished(connection)
  const [oldest] = [unsealed, ...unpublished].filter((instant) => instant !== null).toSorted()
  return oldest === undefined ? 0 : Math.max(0, millisOf(now) - millisOf(oldest))
}

/** Seals begin with what was recorded first. */
async function oldestUnpublished(connection: Connection): Promise<readonly Instant[]> {
  const firsts = (await unfinishedSeals(connection)).flatMap(({ events }) => events[0]?.id ?? [])
  if (firsts.length === 0) return []
  const events = await eventsOf(connection)
    .find({ _id: { $in: [...firsts] } }, { projection: { _id: 0, recordedAt: 1 } })
    .toArray()
  return events.map(({ recordedAt }) => recordedAt)
}

/** Of each shard the next batch that is sealed and not confirmed. */
export async function unfinishedSeals(connection: Connection): Promise<readonly SealDocument[]> {
  const chains = await chainsOf(connection)
  const next = await Promise.all(chains.map((shard) => unfinishedSeal(connection, shard)))
  return next.filter((seal) => seal !== null)
}

/** How many events are stored and not yet confirmed by Kafka; those that are set aside behind a seal are left out. */
export async function pendingCount(connection: Connection): Promise<number> {
  const chains = await chainsOf(connection)
  const sealed = await Promise.all(
    chains.map(async (shard) =>
      sealsOf(connection, shard)
        .aggregate<{ readonly count: number }>([
          { $match: (await publishedPart(connection, shard)).open },
          { $group: { _id: null, count: { $sum: '$count' } } },
        ])
        .toArray(),
    ),
  )
  const unsealed = await outboxOf(connection).estimatedDocumentCount()
  return sealed.flat().reduce((sum, { count }) => sum + count, unsealed)
}

/** Whether some relay publishes what may be published, whatever it is that keeps the relays from it otherwise. */
export async function isRelayCurrent(connection: Connection, now: Instant): Promise<boolean> {
  return (await longestWaitMs(connection, now)) <= LONGEST_WAIT_MS
}
