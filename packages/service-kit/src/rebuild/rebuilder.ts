import { setTimeout as pause } from 'node:timers/promises'
import type { Context } from '@afterline/events'
import { faultOf } from '../consumers/fault.ts'
import { isTransient } from '../consumers/transient.ts'
import type { Projection, StoredAggregate } from '../interfaces.ts'
import { waitBefore } from '../kafka/back-off.ts'
import { createLeaseKeeper, type LeaseKeeper } from '../relay/lease.ts'
import type { Log } from '../store/log.ts'
import { advanceJob, giveUp } from './advance-job.ts'
import type { RebuildSource } from './rebuild-streams.ts'
import { ensureRebuildIndexes, rebuildsOf, requestRebuild } from './rebuilding.ts'
import { codeOf, countStale, observeStale, olderThan } from './stale-documents.ts'

export interface RebuilderOptions extends RebuildSource {
  readonly context: Context
  /** All of the service. */
  readonly aggregates: readonly StoredAggregate[]
  /** All of the service. Their consumers need not run in this process. */
  readonly projections: readonly Projection[]
  /** Unique per process start. */
  readonly owner: string
  readonly log: Log
  /** Events, or measurements, in one transaction at most: it has to end well within what the server lets one live. */
  readonly limit?: number
  /** How long a silent rebuilder keeps others from taking over. */
  readonly leaseMs?: number
  readonly pollMs?: number
  /** How often stale documents are looked for that an older release has left, or still leaves, behind. */
  readonly lookEveryMs?: number
}

export interface Rebuilder {
  start(): void
  /** Ends after the transaction in hand; whoever runs next goes on from there. */
  stop(): Promise<void>
}

/** A fault of the same stretch so often in a row is none that passes. */
const MOST_FAULTS = 6

/**
 * Carries out rebuilds while the service serves. Any number may run; the lease lets one work. A job advances in the
 * transactions that do its work, so that it is interrupted anywhere without being begun anew or leaving anything half-done.
 * At the start, documents that other code made are looked for, and a rebuild of their categories is begun.
 */
export function createRebuilder(options: RebuilderOptions): Rebuilder {
  const { connection, owner, leaseMs = 5_000 } = options
  const lease = createLeaseKeeper(connection, 'rebuild', owner, leaseMs)
  const stopping = new AbortController()
  let running: Promise<void> | null = null
  return {
    start() {
      if (running) return
      const meters = observeStale(connection, options.context, options.aggregates)
      running = runUntilStopped(options, lease, stopping.signal).finally(() => meters.end())
    },
    async stop() {
      stopping.abort()
      await running
    },
  }
}

async function runUntilStopped(options: RebuilderOptions, lease: LeaseKeeper, signal: AbortSignal): Promise<void> {
  const { connection, log, limit: fullLimit = 1_000, pollMs = 1_000, lookEveryMs = 60_000 } = options
  let lookedAt: number | null = null
  let limit = fullLimit
  for (let faults = 0; !signal.aborted; ) {
    try {
      if (lookedAt === null || performance.now() - lookedAt > lookEveryMs) {
        await requestForStale(options, lookedAt === null)
        lookedAt = performance.now()
      }
      const isBusy = await workOnce(options, lease, limit)
      faults = 0
      limit = Math.min(fullLimit, limit * 2)
      if (!isBusy) await pause(pollMs, undefined, { signal }).catch(() => undefined)
    } catch (error) {
      faults += 1
      // What a transaction has no time for, or what others meet again and again, half of it may do.
      limit = Math.max(1, Math.floor(limit / 2))
      log.warn({ ...faultOf(error), faults }, 'a stretch of a rebuild failed and is repeated')
      if (faults >= MOST_FAULTS && !isTransient(error)) await giveUp(connection, faultOf(error)).catch(() => undefined)
      await waitBefore(faults, signal)
    }
  }
}

/** False when there is nothing to do, or it is done elsewhere or by others. */
async function workOnce(options: RebuilderOptions, lease: LeaseKeeper, limit: number): Promise<boolean> {
  const code = codeOf(options.aggregates)
  const job = await rebuildsOf(options.connection).findOne({ isOpen: true, code: { $in: [null, code] } })
  if (job === null) return false
  const token = await lease.hold()
  if (token === null) return false
  return advanceJob({ ...options, lease, token, limit }, job._id)
}

/** @param isStart later, what a newer release makes beside this one is left alone: else the two would never come to rest */
async function requestForStale(options: RebuilderOptions, isStart: boolean): Promise<void> {
  const { connection, aggregates, log } = options
  if (isStart) await ensureRebuildIndexes(connection)
  const stale = await countStale(connection, aggregates, isStart ? undefined : olderThan)
  if (stale.size === 0) return
  const id = await requestRebuild(connection, {
    ...{ cause: 'STALE', categories: [...stale.keys()], code: codeOf(aggregates) },
  })
  log.info({ rebuild: id, stale: Object.fromEntries(stale) }, 'other code made these documents; they are rebuilt')
}
