import type { Connection } from 'mongoose'
import { waitBefore } from '../kafka/back-off.ts'
import { outboxOf } from '../store/collections.ts'
import type { Log } from '../store/log.ts'

export interface WakeUp {
  /** Resolves when something may be in the outbox: at a change, at the latest after the poll interval. */
  next(): Promise<void>
  /** Resolves a running `next`, and every later one, at once. */
  stop(): Promise<void>
}

/** A change stream tells of new outbox entries within milliseconds; the poll covers the times when it is down. */
export function watchOutbox(connection: Connection, pollMs: number, log: Log): WakeUp {
  const stopping = new AbortController()
  let isPending = false
  let notify: (() => void) | null = null
  const wake = () => {
    isPending = true
    notify?.()
  }
  stopping.signal.addEventListener('abort', wake, { once: true })
  const watching = watchUntilStopped(connection, wake, stopping.signal, log)
  return {
    async next() {
      if (!isPending) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, pollMs)
          notify = () => {
            clearTimeout(timer)
            resolve()
          }
        })
        notify = null
      }
      isPending = stopping.signal.aborted
    },
    async stop() {
      stopping.abort()
      await watching
    },
  }
}

async function watchUntilStopped(
  connection: Connection,
  wake: () => void,
  signal: AbortSignal,
  log: Log,
): Promise<void> {
  for (let attempt = 1; !signal.aborted; attempt += 1) {
    try {
      await watchOnce(connection, wake, signal)
      attempt = 0
    } catch (error) {
      const reason = error instanceof Error ? error.name : String(error)
      if (!signal.aborted) log.warn({ reason }, 'the outbox is not being watched; polling')
    }
    if (!signal.aborted) await waitBefore(attempt + 1, signal)
  }
}

/** Until the stream ends, for whatever reason. */
async function watchOnce(connection: Connection, wake: () => void, signal: AbortSignal): Promise<void> {
  const changes = outboxOf(connection).watch([{ $match: { operationType: 'insert' } }], { maxAwaitTimeMS: 1_000 })
  const close = () => void changes.close().catch(() => undefined)
  signal.addEventListener('abort', close, { once: true })
  try {
    for await (const _change of changes) wake()
  } finally {
    signal.removeEventListener('abort', close)
    await changes.close().catch(() => undefined)
  }
}
