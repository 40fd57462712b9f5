import { setTimeout as pause } from 'node:timers/promises'
import type { Log } from '../store/log.ts'

export interface RoutineWorker {
  start(): void
  /** Resolves when the round that is under way has ended. */
  stop(): Promise<void>
}

const ROUND_EVERY_MS = 30_000

/**
 * What a service notes by itself as time passes, such as days that begin: asked for again and again, by several processes.
 * A round that fails is told of, and the next one comes all the same.
 */
export function createRoutineWorker(routine: () => Promise<void>, log: Log): RoutineWorker {
  const stopping = new AbortController()
  let running: Promise<void> = Promise.resolve()
  const run = async (signal: AbortSignal) => {
    while (!signal.aborted) {
      await routine().catch((error: unknown) => log.error({ err: error }, 'what the passing of time asks for failed'))
      await pause(ROUND_EVERY_MS, undefined, { signal }).catch(() => undefined)
    }
  }
  return {
    start() {
      running = run(stopping.signal)
    },
    async stop() {
      stopping.abort()
      await running
    },
  }
}
