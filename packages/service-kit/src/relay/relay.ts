import type { KeyObject } from 'node:crypto'
import type { Context } from '@afterline/events'
import type { Instant } from '@afterline/rules'
import type { Connection } from 'mongoose'
import { oldestUncounted } from '../bookkeeping/uncounted.ts'
import { waitBefore } from '../kafka/back-off.ts'
import type { KafkaPort } from '../kafka/kafka-port.ts'
import type { Log } from '../store/log.ts'
import { type Bell, createBell } from './bell.ts'
import { blockedNames } from './blocked-streams.ts'
import { createLeaseKeeper, type LeaseKeeper } from './lease.ts'
import { publishSealed } from './publishing.ts'
import { RelayError } from './relay-error.ts'
import { observeRelay, type RelayMeters } from './relay-meters.ts'
import { createLooks, resumeBlocked } from './resuming.ts'
import { sealKeyOf } from './seal.ts'
import { ensureRelayIndexes, finish, type SealingDeps, sealNext, takeSealed, unfinishedSeal } from './sealing.ts'
import { type WakeUp, watchOutbox } from './wake-up.ts'

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
 * Counts, seals and publishes what is in the outbox, batch by batch. Sealing and publishing go on beside each other, so that
 * figures are right while Kafka is away. Any number of relays may run; the lease lets one work. After a crash at any point
 * the next one finds the seals that are not published, publishes them as they are, and goes on.
 */
export function createRelay(options: RelayOptions): Relay {
  const { connection, context, owner, log, leaseMs = 10_000, pollMs = 500, batchSize = 500 } = options
  const lease = createLeaseKeeper(connection, 'relay', owner, leaseMs)
  const work = { ...options, lease, key: sealKeyOf(options.sealKey), batchSize }
  const stopping = new AbortController()
  let wakeUp: WakeUp | null = null
  let running: Promise<void> | null = null
  return {
    start() {
      if (running) return
      wakeUp = watchOutbox(connection, pollMs, log)
      const meters = observeRelay(connection, context, options.now)
      const counting = { ...work, onCounted: meters.counted }
      const run = { work: counting, wakeUp, sealed: createBell(pollMs), holder: createHolder(lease, leaseMs), meters }
      running = runUntilStopped(run, options.lookAgainMs ?? 60_000, stopping.signal).finally(() => meters.end())
    },
    async stop() {
      stopping.abort()
      await wakeUp?.stop()
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

interface Run {
  readonly work: Work
  readonly wakeUp: WakeUp
  /** Rung when there is another seal to publish. */
  readonly sealed: Bell
  readonly holder: Holder
  readonly meters: RelayMeters
}

async function isAnythingDue(connection: Connection): Promise<boolean> {
  const uncounted = await oldestUncounted(connection, await blockedNames(connection))
  return uncounted !== null || (await unfinishedSeal(connection)) !== null
}

async function runUntilStopped(run: Run, lookAgainMs: number, signal: AbortSignal): Promise<void> {
  const { work, wakeUp, sealed, holder } = run
  const looks = createLooks(lookAgainMs)
  const takeOvers = createLooks(Number.POSITIVE_INFINITY)
  const stopBell = () => sealed.stop()
  signal.addEventListener('abort', stopBell, { once: true })
  let isReady = false
  const prepare = async () => {
    if (!isReady) await ensureRelayIndexes(work.connection)
    isReady = true
  }
  const sealing = repeatUntilStopped(run, signal, {
    async step(token) {
      await prepare()
      if (takeOvers.isDue(token)) await takeSealed(work.connection)
      const isSealed = (await sealNext(work, token)) !== null
      if (isSealed) sealed.ring()
      return isSealed
    },
    rest: () => wakeUp.next(),
  })
  const publishing = repeatUntilStopped(run, signal, {
    async step(token) {
      await prepare()
      if (looks.isDue(token)) run.meters.published(await resumeBlocked(work, token))
      const published = await publishNext(work, token)
      run.meters.published(published ?? 0)
      return published !== null
    },
    rest: () => sealed.next(),
  })
  await Promise.all([sealing, publishing])
  await holder.release().catch((error: unknown) => logFault(work.log, error, 1))
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
  const seal = await unfinishedSeal(work.connection)
  if (!seal) return null
  const sorted = await publishSealed(work, seal)
  await finish(work, token, seal, sorted)
  return sorted.whole.length
}

interface Holder {
  token(): Promise<number | null>
  forget(): void
  release(): Promise<void>
}

/** Asks for the lease again only when a third of its time is over. */
function createHolder(lease: LeaseKeeper, leaseMs: number): Holder {
  let held: { readonly token: number; readonly renewAt: number } | null = null
  return {
    async token() {
      if (held && performance.now() < held.renewAt) return held.token
      const renewAt = performance.now() + leaseMs / 3
      const token = await lease.hold()
      held = token === null ? null : { token, renewAt }
      return token
    },
    forget() {
      if (held) held = { ...held, renewAt: 0 }
    },
    async release() {
      if (held) await lease.release(held.token)
    },
  }
}

function logFault(log: Log, error: unknown, faults: number): void {
  const fields = { code: codeOf(error), reason: error instanceof Error ? error.message : String(error), faults }
  if (error instanceof RelayError && !error.retryable) log.error(fields, 'the relay cannot go on')
  else log.warn(fields, 'the relay tries again')
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN'
}
