import { setTimeout as pause } from 'node:timers/promises'
import type { Instant } from '@afterline/rules'
import type { Connection } from 'mongoose'
import type { StoredAggregate } from '../interfaces.ts'
import type { Store } from '../store/command-bus.ts'
import type { Log } from '../store/log.ts'
import { type TimerDocument, timersOf } from './documents.ts'

export interface DeadlineClock {
  start(): void
  /** Resolves when the round that is under way has ended. */
  stop(): Promise<void>
  /** Announces everything that is due now; the number of announcements that this call made. */
  announceDue(): Promise<number>
}

export interface DeadlineClockDeps {
  readonly connection: Connection
  readonly commands: Pick<Store, 'announce'>
  /** All of the service: announcements are appended to their streams. */
  readonly aggregates: readonly StoredAggregate[]
  readonly now: () => Instant
  readonly log: Log
}

const ROUND_EVERY_MS = 5_000
const BATCH = 200
const CONCURRENCY = 4

/**
 * Announces limits whose warning or due instant has passed. It changes no state that anything is computed from: a limit
 * is overdue whether or not a clock runs. Any number of clocks may run; each announcement is made once.
 */
export function createDeadlineClock(deps: DeadlineClockDeps): DeadlineClock {
  let stopping = new AbortController()
  let running: Promise<void> = Promise.resolve()

  async function announceDue(): Promise<number> {
    let announced = 0
    let after: DueLimit | null = null
    while (!stopping.signal.aborted) {
      const due = await dueLimits(deps.connection, deps.now(), after)
      announced += await announceAll(deps, new Set(due.map(({ stream }) => stream)))
      const last = due.at(-1)
      if (last === undefined || due.length < BATCH) break
      after = last
    }
    return announced
  }

  async function run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await announceDue().catch((error: unknown) => deps.log.error({ err: error }, 'deadline round failed'))
      await pause(ROUND_EVERY_MS, undefined, { signal }).catch(() => undefined)
    }
  }

  return {
    announceDue,
    start() {
      stopping = new AbortController()
      running = run(stopping.signal)
    },
    async stop() {
      stopping.abort()
      await running
    },
  }
}

type DueLimit = Pick<TimerDocument, '_id' | 'stream' | 'announceAt'>

/** Longest due first, one page after the other: a limit that cannot be announced does not keep the others from their turn. */
function dueLimits(connection: Connection, now: Instant, after: DueLimit | null): Promise<readonly DueLimit[]> {
  const isDue = { isOpen: true, announceAt: { $lte: now } }
  const behind = after && {
    $or: [
      { announceAt: { $gt: after.announceAt, $lte: now } },
      { announceAt: after.announceAt, _id: { $gt: after._id } },
    ],
  }
  return timersOf(connection)
    .find<DueLimit>({ ...isDue, ...behind }, { projection: { stream: 1, announceAt: 1 } })
    .sort({ announceAt: 1, _id: 1 })
    .limit(BATCH)
    .toArray()
}

async function announceAll(
  { commands, aggregates, log }: Pick<DeadlineClockDeps, 'commands' | 'aggregates' | 'log'>,
  streams: ReadonlySet<string>,
): Promise<number> {
  const queue = [...streams]
  let announced = 0
  const worker = async () => {
    for (let stream = queue.shift(); stream !== undefined; stream = queue.shift()) {
      try {
        const made = await commands.announce(aggregates, stream)
        announced += made.length
      } catch (error) {
        log.error({ err: error, stream }, 'the limits of a stream could not be announced; the next round tries again')
      }
    }
  }
  await Promise.all(Array.from({ length: CONCURRENCY }, worker))
  return announced
}
