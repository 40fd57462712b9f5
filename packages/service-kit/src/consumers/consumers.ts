import { setTimeout as pause } from 'node:timers/promises'
import type { Projection } from '../interfaces.ts'
import { waitBefore } from '../kafka/back-off.ts'
import type { Subscription } from '../kafka/kafka-port.ts'
import { consumerOf } from '../projections/build.ts'
import { buildsOfVersion } from '../projections/register.ts'
import { keepRegister } from '../projections/register-store.ts'
import type { Log } from '../store/log.ts'
import { beginBuildConsumer, sharedGroupOf } from './build-consumer.ts'
import { createCatchUp } from './catching-up.ts'
import { ConsumerError } from './consumer-error.ts'
import { observeConsumers } from './consumer-meters.ts'
import { faultOf } from './fault.ts'
import { ensureConsumerIndexes } from './parked.ts'
import type { ConsumerDeps, RunningProjection } from './projection-run.ts'
import { removeRetired } from './retired-builds.ts'
import { ensureRetryIndexes } from './retry-requests.ts'
import { answerRetries } from './retrying.ts'

export interface ConsumersOptions extends Omit<ConsumerDeps, 'meters'> {
  readonly projections: readonly Projection[]
  /** How often retry requests are looked for. */
  readonly retryPollMs?: number
  /** How often builds are looked after while one catches up: switched in when level. */
  readonly buildPollMs?: number
  /** The same while none does: begun when somebody has asked for one, removed when nobody reads it any more. */
  readonly settledPollMs?: number
  /** How long what nobody should read any more is kept for processes that have not learned so yet. */
  readonly keepRetiredMs?: number
}

export interface Consumers {
  /** Begins in the background; joining the groups may take a while. */
  start(): void
  /** Ends after the events in hand. */
  stop(): Promise<void>
}

interface BuildConsumer {
  readonly projection: RunningProjection
  readonly subscription: Subscription
}

/**
 * The consumers of one service: one Kafka group for each build of each projection that is of this release's version. What
 * readers see, and what catches up to take its place, are kept up side by side.
 */
export function createConsumers(options: ConsumersOptions): Consumers {
  const stopping = new AbortController()
  let running: Promise<void> | null = null
  return {
    start() {
      if (running || options.projections.length === 0) return
      const meters = observeConsumers(options.connection, options.context, options.now)
      running = runUntilStopped({ ...options, meters }, stopping.signal).finally(() => meters.end())
    },
    async stop() {
      stopping.abort()
      await running
    },
  }
}

type Deps = ConsumersOptions & ConsumerDeps

async function runUntilStopped(deps: Deps, signal: AbortSignal): Promise<void> {
  const consumers = new Map<string, BuildConsumer>()
  await prepare(deps, signal)
  const running = () => [...consumers.values()].map(({ projection }) => projection)
  await Promise.all([
    answerRetries(deps, running, deps.retryPollMs ?? 4_000, signal),
    superviseBuilds(deps, consumers, signal),
  ])
  await Promise.all([...consumers.values()].map(({ subscription }) => subscription.stop()))
}

async function prepare({ connection, log }: ConsumerDeps, signal: AbortSignal): Promise<void> {
  for (let attempt = 1; !signal.aborted; attempt += 1) {
    try {
      await ensureConsumerIndexes(connection)
      await ensureRetryIndexes(connection)
      return
    } catch (error) {
      log.warn({ code: faultOf(error).code, attempt }, 'the consumers cannot begin yet')
      await waitBefore(attempt, signal)
    }
  }
}

/** Each projection on its own: a fault with one keeps no other from going on. */
async function superviseBuilds(deps: Deps, consumers: Map<string, BuildConsumer>, signal: AbortSignal): Promise<void> {
  const { projections, kafka, context, log, buildPollMs = 1_000, settledPollMs = 10_000 } = deps
  const supervised = projections.map((projection) => createSupervision(deps, projection, consumers, signal))
  let isShared = true
  for (let faults = 0; !signal.aborted; ) {
    const outcomes = await Promise.allSettled(supervised.map((supervise) => supervise()))
    const reasons = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []))
    const isCatchingUp = outcomes.some((outcome) => outcome.status === 'fulfilled' && outcome.value)
    for (const reason of reasons) tellOf(log, reason)
    faults = reasons.length > 0 ? faults + 1 : 0
    // From here on each build goes on by itself. An older release that still runs keeps the group it shares for a while.
    if (isShared && faults === 0) isShared = !(await kafka.removeGroup(sharedGroupOf(context)).catch(() => false))
    if (faults > 0) await waitBefore(faults, signal)
    else await pause(isCatchingUp ? buildPollMs : settledPollMs, undefined, { signal }).catch(() => undefined)
  }
}

/** What passes by itself is only told; what needs another release is an error. */
function tellOf(log: Log, reason: unknown): void {
  const isOurs = reason instanceof ConsumerError && !reason.retryable
  const message = 'a projection could not be looked after'
  if (isOurs) log.error(faultOf(reason), message)
  else log.warn(faultOf(reason), message)
}

/** @returns what to call every now and then; it answers whether a build of the projection catches up */
function createSupervision(
  deps: Deps,
  projection: Projection,
  consumers: Map<string, BuildConsumer>,
  signal: AbortSignal,
): () => Promise<boolean> {
  const { connection, keepRetiredMs = 60_000 } = deps
  const catchUp = createCatchUp(deps, projection)
  let isStart = true
  return async () => {
    const register = await keepRegister(connection, projection, isStart)
    isStart = false
    const builds = buildsOfVersion(register, projection.version)
    const wanted = builds.map((build) => ({ ...projection, build, consumer: consumerOf(projection.name, build) }))
    for (const each of wanted) {
      if (consumers.has(each.consumer) || signal.aborted) continue
      const subscription = await beginBuildConsumer(deps, each, signal)
      consumers.set(each.consumer, { projection: each, subscription })
    }
    for (const [consumer, { projection: each, subscription }] of consumers) {
      if (each.name !== projection.name || wanted.some((build) => build.consumer === consumer)) continue
      await subscription.stop()
      consumers.delete(consumer)
      deps.meters.forget(consumer)
    }
    const next = register.catchingUp
    if (next?.version === projection.version) await catchUp(next)
    await removeRetired(deps, projection.name, register.retired, keepRetiredMs)
    return next !== null || register.retired.length > 0
  }
}
