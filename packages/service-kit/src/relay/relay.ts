import type { KeyObject } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Context } from '@afterline/events'
import type { Instant } from '@afterline/rules'
import type { Connection } from 'mongoose'
import { oldestUncounted } from '../bookkeeping/uncounted.ts'
import { faultOf } from '../consumers/fault.ts'
import { isWorthTelling, waitBefore } from '../kafka/back-off.ts'
import type { KafkaPort } from '../kafka/kafka-port.ts'
import type { Log } from '../store/log.ts'
import { type Bell, createBell } from './bell.ts'
import { blockedNames } from './blocked-streams.ts'
import { createAllowance, createHolder, type Holder } from './holder.ts'
import { assignSlots, presentShards } from './layout.ts'
import { createLeaseKeeper } from './lease.ts'
import { publishMeasurements } from './measuring.ts'
import { publishSealed } from './publishing.ts'
import { RelayError } from './relay-error.ts'
import { observeRelay, type RelayMeters } from './relay-meters.ts'
import { createLooks, resumeBlocked } from './resuming.ts'
import { sealKeyOf } from './seal.ts'
import { ensureRelayIndexes, finish, isAnythingUncounted, type SealingDeps, sealNext, takeSealed } from './sealing.ts'
import { unfinishedSeal } from './seals.ts'
import { leaseNameOf, shardsOf } from './shards.ts'
import { createShare } from './shares.ts'
import { unfinishedSeals } from './waiting.ts'
import { watchOutbox } from './wake-up.ts'

export interface RelayOptions extends Pick<SealingDeps, 'policies' | 'registry' | 'aggregates'> {
  readonly connection: Connection
  readonly kafka: KafkaPort
  readonly context: Context
  /** Ed25519 private key that signs the seals. */
  readonly sealKey: KeyObject
  /** Unique per process start. */
  readonly owner: string
  readonly log: Log
  now(): Instant
  /** Events per seal, at most (and the predecessors of these, where recordedAt disagrees with the version). */
  readonly batchSize?: number
  /** How long a silent relay keeps others from taking over. */
  readonly leaseMs?: number
  readonly pollMs?: number
  /** Among how many shards the relays of the service divide its streams; the same for all of them. */
  readonly shards?: number
  /** How often a relay looks whether streams that are set aside can go on. */
  readonly lookAgainMs?: number
}

export interface Relay {
  start(): void
  /** Ends after the batch in hand, and lets another relay take over at once. */
  stop(): Promise<void>
  /** Resolves when everything in the outbox that is not set aside has been published, by whichever relay is active. */
  drained(): Promise<void>
}

/**
 * Counts, seals and publishes what is in the outbox, batch by batch, shard by shard. Sealing and publishing go on beside
 * each other, so that figures are right while Kafka is away. Any number of relays may run: each shard's lease lets one work
 * at it, and each process takes its share of the shards. After a crash at any point the next one finds the seals that are
 * not published, publishes them as they are, and goes on.
 */
export function createRelay(options: RelayOptions): Relay {
  const { connection, context, owner, log, leaseMs = 10_000, pollMs = 500, batchSize = 500, shards = 1 } = options
  const key = sealKeyOf(options.sealKey)
  const share = createShare(connection, owner, leaseMs)
  const stopping = new AbortController()
  // Leases and the share in them have to be kept, however little there is to do; and no watch tells what is to be recounted.
  const idleMs = Math.min(pollMs * POLLS_A_RING_SAVES, leaseMs / 3)
  let running: Promise<unknown> | null = null
  return {
    start() {
      if (running) return
      const meters = observeRelay(connection, context, options.now)
      const finishFormer = () => publishFormer({ ...options, key, batchSize }, leaseMs)
      const allowance = createAllowance({ connection, share, shards, leaseMs, log, finishFormer })
      const measured = createBell()
      const runs = shardsOf(shards).map((shard): Run => {
        const lease = createLeaseKeeper(connection, leaseNameOf(shard), owner, leaseMs)
        const work = { ...options, shard, lease, key, batchSize, onCounted: meters.counted }
        const holder = createHolder(lease, leaseMs, allowance)
        const bells = { entered: createBell(), sealed: createBell(), measured }
        return { work, ...bells, idleMs, leaseMs, holder, meters }
      })
      const signal = stopping.signal
      const lookAgainMs = options.lookAgainMs ?? 60_000
      const watching = ringAtEntries(connection, pollMs, log, runs, signal)
      running = Promise.all([watching, ...runs.map((run) => runUntilStopped(run, lookAgainMs, signal))])
        .then(() => share.leave().catch(() => undefined))
        .finally(() => meters.end())
    },
    async stop() {
      stopping.abort()
      await running
    },
    async drained() {
      while (await isAnythingDue(connection)) {
        await waitBefore(1, new AbortController().signal)
      }
    },
  }
}

type Work = SealingDeps & { readonly kafka: KafkaPort }

/** What is sealed under the layout that is to be changed, where no relay of it is there any more to publish it. */
async function publishFormer(
  work: Omit<Work, 'shard' | 'lease'> & Pick<RelayOptions, 'owner'>,
  leaseMs: number,
): Promise<void> {
  const { connection, owner } = work
  for (const shard of await presentShards(connection)) {
    if ((await unfinishedSeal(connection, shard.index)) === null) continue
    const lease = createLeaseKeeper(connection, leaseNameOf(shard), owner, leaseMs)
    for (let isMore = true; isMore; ) {
      const token = await lease.hold()
      isMore = token !== null && (await publishNext({ ...work, shard, lease }, token)) !== null
      if (token !== null && !isMore) await lease.release(token)
    }
  }
}

interface Run {
  readonly work: Work
  /** Rung when there may be another entry in the outbox. */
  readonly entered: Bell
  /** Rung when there is another seal to publish. */
  readonly sealed: Bell
  /** Rung when measurements may have changed, by whichever shard; the first shard publishes them for all. */
  readonly measured: Bell
  readonly leaseMs: number
  /** How long it waits for either at the most. */
  readonly idleMs: number
  readonly holder: Holder
  readonly meters: RelayMeters
}

async function isAnythingDue(connection: Connection): Promise<boolean> {
  const uncounted = await oldestUncounted(connection, await blockedNames(connection))
  return uncounted !== null || (await unfinishedSeals(connection)).length > 0
}

/** One watch for all shards of a process. */
async function ringAtEntries(
  connection: Connection,
  pollMs: number,
  log: Log,
  runs: readonly Pick<Run, 'entered' | 'sealed' | 'measured'>[],
  signal: AbortSignal,
): Promise<void> {
  const wakeUp = watchOutbox(connection, pollMs, log)
  const end = () => void wakeUp.stop()
  signal.addEventListener('abort', end, { once: true })
  while (!signal.aborted) {
    await wakeUp.next()
    for (const { entered } of runs) entered.ring()
  }
  for (const { entered, sealed, measured } of runs) {
    entered.stop()
    sealed.stop()
    measured.stop()
  }
  await wakeUp.stop()
}

async function runUntilStopped(run: Run, lookAgainMs: number, signal: AbortSignal): Promise<void> {
  const { work, entered, sealed, measured, idleMs, holder } = run
  const looks = createLooks(lookAgainMs)
  let isReady = false
  const prepare = async () => {
    if (!isReady) await ensureRelayIndexes(work.connection, work.shard.count)
    isReady = true
  }
  let isRung = true
  let takenUnder: number | null = null
  const sealing = repeatUntilStopped(run, signal, {
    async step(token) {
      await prepare()
      const isTakeOver = takenUnder !== token
      if (isTakeOver) await takeSealed(work.connection)
      // A release without shards may still write beside this one.
      if (work.shard.index === 0 && (isTakeOver || work.shard.count > 1)) await assignSlots(work.connection)
      takenUnder = token
      // Where nobody has rung, a look costs less than a transaction over nothing.
      if (!isRung && !(await isAnythingUncounted(work))) return false
      const isSealed = (await sealNext(work, token)) !== null
      if (isSealed) sealed.ring()
      if (isSealed) measured.ring()
      return isSealed
    },
    rest: async () => {
      isRung = await entered.next(idleMs)
    },
  })
  const publishing = repeatUntilStopped(run, signal, {
    async step(token) {
      await prepare()
      const publishing = async () => {
        if (looks.isDue(token)) run.meters.published(await resumeBlocked(work, token))
        return publishNext(work, token)
      }
      const published = await unlessAbandoned(publishing(), signal)
      run.meters.published(published ?? 0)
      return published !== null
    },
    rest: async () => void (await sealed.next(idleMs)),
  })
  await Promise.all([sealing, publishing, work.shard.index === 0 ? measuring(run, signal) : null])
  await holder.release().catch((error: unknown) => logFault(work.log, error, 1))
}

/** What changes meanwhile goes out as one: no figure is read off a topic to the second. */
const MEASURING_RESTS_MS = 250

/** Beside the events, so that neither waits where the other's topic is not there. */
function measuring(run: Run, signal: AbortSignal): Promise<void> {
  const { work, leaseMs, measured, idleMs } = run
  return repeatUntilStopped(run, signal, {
    async step() {
      const published = await unlessAbandoned(publishMeasurements({ ...work, leaseMs }), signal)
      if (published !== null) await pause(MEASURING_RESTS_MS, undefined, { signal }).catch(() => undefined)
      return published !== null
    },
    rest: async () => void (await measured.next(idleMs)),
  })
}

/** How much more seldom somebody looks who is told of every entry. */
const POLLS_A_RING_SAVES = 8

/**
 * What is being published at the stop gets so long. To a Kafka that is gone it would be sent again for longer than the
 * process has; the seal is not confirmed then, so whoever comes next publishes it.
 */
const LAST_PUBLISH_MS = 3_000

/** `null` when the work was given up. */
function unlessAbandoned<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result | null> {
  const { promise, resolve, reject } = Promise.withResolvers<Result | null>()
  let timer: NodeJS.Timeout | undefined
  const abandon = () => {
    timer = setTimeout(() => resolve(null), LAST_PUBLISH_MS)
  }
  if (signal.aborted) abandon()
  else signal.addEventListener('abort', abandon, { once: true })
  work.then(resolve, reject).finally(() => {
    signal.removeEventListener('abort', abandon)
    clearTimeout(timer)
  })
  return promise
}

interface Loop {
  /** Whether there was something to do. */
  step(token: number): Promise<boolean>
  rest(): Promise<void>
}

async function repeatUntilStopped(
  { work, holder, meters }: Run,
  signal: AbortSignal,
  { step, rest }: Loop,
): Promise<void> {
  for (let faults = 0; !signal.aborted; ) {
    try {
      const token = await holder.token()
      const isBusy = token !== null && (await step(token))
      faults = 0
      if (!isBusy) await rest()
    } catch (error) {
      faults += 1
      holder.forget()
      meters.failed()
      logFault(work.log, error, faults)
      await waitBefore(faults, signal)
    }
  }
}

/**
 * Publishes the oldest batch that is sealed and not confirmed. Answers how many events went out; `null` when there was
 * nothing to do. Every fault leaves a state from which the same step leads on.
 */
export async function publishNext(work: Work, token: number): Promise<number | null> {
  const seal = await unfinishedSeal(work.connection, work.shard.index)
  if (!seal) return null
  const sorted = await publishSealed(work, seal)
  await finish(work, token, seal, sorted)
  return sorted.whole.length
}

function logFault(log: Log, error: unknown, faults: number): void {
  const fields = { code: faultOf(error).code, reason: error instanceof Error ? error.message : String(error), faults }
  if (error instanceof RelayError && !error.retryable) log.error(fields, 'the relay cannot go on')
  else if (isWorthTelling(faults)) log.warn(fields, 'the relay tries again')
}
