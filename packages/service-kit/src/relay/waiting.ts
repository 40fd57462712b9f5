import { type Instant, millisOf } from '@afterline/rules'
import type { Connection } from 'mongoose'
import { outboxOf } from '../store/collections.ts'
import { blockedNames } from './blocked-streams.ts'

/** An event that may be published and has waited for longer shows that no relay does its work. */
const LONGEST_WAIT_MS = 60_000

/** Since when, in ms, the oldest event waits that is not set aside; 0 when none waits. By the clock that recorded it. */
export async function longestWaitMs(connection: Connection, now: Instant): Promise<number> {
  const blocked = await blockedNames(connection)
  const oldest = await outboxOf(connection).findOne(
    { stream: { $nin: [...blocked] } },
    { sort: { recordedAt: 1, stream: 1, version: 1 }, projection: { _id: 0, recordedAt: 1 } },
  )
  return oldest ? Math.max(0, millisOf(now) - millisOf(oldest.recordedAt)) : 0
}

/** Whether some relay publishes what may be published, whatever it is that keeps the relays from it otherwise. */
export async function isRelayCurrent(connection: Connection, now: Instant): Promise<boolean> {
  return (await longestWaitMs(connection, now)) <= LONGEST_WAIT_MS
}
