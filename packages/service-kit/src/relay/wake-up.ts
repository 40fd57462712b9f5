import type { Connection } from 'mongoose'
import { faultOf } from '../consumers/fault.ts'
import { isWorthTelling, waitBefore } from '../kafka/back-off.ts'
import { outboxOf } from '../store/collections.ts'
import type { Log } from '../store/log.ts'
import { createBell } from './bell.ts'

export interface WakeUp {
  /** Resolves when something may be in the outbox: at a change, and after the poll interval while nothing tells of changes. */
  next(): Promise<void>
  /** Resolves a running `next`, and every later one, at once. */
  stop(): Promise<void>
}

/** Timers hold no longer time; a watch that ends rings before. */
const UNTIL_RUNG_MS = 2 ** 31 - 1
/** How long the database keeps a request of the change stream that finds nothing; an entry ends it at once. */
const STREAM_WAIT_MS = 10_000

/** A change stream tells of new outbox entries within milliseconds; the poll covers the times when it is down. */
export function watchOutbox(connection: Connection, pollMs: number, log: Log): WakeUp {
  const stopping = new AbortController()
  const bell = createBell()
  let isWatched = false
  stopping.signal.addEventListener('abort', () => bell.stop(), { once: true })
  const tellWatched = (isOpen: boolean) => {
    isWatched = isOpen
    // Since the last look, something may have come that no stream has told; and without one, the poll begins.
    bell.ring()
  }
  const watching = watchUntilStopped(connection, { wake: () => bell.ring(), tellWatched }, stopping.signal, log)
  return {
    async next() {
      await bell.next(isWatched ? UNTIL_RUNG_MS : pollMs)
    },
    async stop() {
      stopping.abort()
      await watching
    },
  }
}

interface Watcher {
  wake(): void
  /** Whether a stream is open that tells of every entry from now on. */
  tellWatched(isOpen: boolean): void
}

async function watchUntilStopped(
  connection: Connection,
  watcher: Watcher,
  signal: AbortSignal,
  log: Log,
): Promise<void> {
  for (let attempt = 1; !signal.aborted; attempt += 1) {
    try {
      await watchOnce(connection, watcher, signal)
      attempt = 0
    } catch (error) {
      const fields = { code: faultOf(error).code, attempt }
      if (!signal.aborted && isWorthTelling(attempt)) log.warn(fields, 'the outbox is not being watched; polling')
    }
    if (!signal.aborted) await waitBefore(attempt + 1, signal)
  }
}

/** Until the stream ends, for whatever reason. */
async function watchOnce(connection: Connection, { wake, tellWatched }: Watcher, signal: AbortSignal): Promise<void> {
  const inserts = [{ $match: { operationType: 'insert' } }]
  const changes = outboxOf(connection).watch(inserts, { maxAwaitTimeMS: STREAM_WAIT_MS })
  const close = () => void changes.close().catch(() => undefined)
  signal.addEventListener('abort', close, { once: true })
  // The stream has a place to go on from as soon as the database has opened it.
  changes.once('resumeTokenChanged', () => tellWatched(true))
  try {
    for await (const _change of changes) wake()
  } finally {
    tellWatched(false)
    signal.removeEventListener('abort', close)
    await changes.close().catch(() => undefined)
  }
}
