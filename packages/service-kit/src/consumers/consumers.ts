import { setTimeout as pause } from 'node:timers/promises'
import { type Context, eventsTopicOf } from '@afterline/events'
import type { Projection } from '../contract.ts'
import { waitBefore } from '../kafka/back-off.ts'
import type { IncomingBatch, Subscription } from '../kafka/kafka-port.ts'
import { applyEvents } from './applying.ts'
import { chunksOfReadings } from './chunking.ts'
import { ConsumerError } from './consumer-error.ts'
import { observeConsumers } from './consumer-meters.ts'
import { publishDeadLetter } from './dead-letters.ts'
import { faultOf } from './fault.ts'
import { ensureConsumerIndexes, keepUnreadable } from './parked.ts'
import { type Permit, untilNotTransient } from './permit.ts'
import { type ConsumerDeps, isHandled } from './projection-run.ts'
import { readMessage, type UnreadableMessage } from './reading.ts'
import { type Resumption, resumeStream } from './resuming.ts'
import {
  answerRetryRequest,
  ensureRetryIndexes,
  type RetryRequestDocument,
  returnRetryRequest,
  takeRetryRequest,
} from './retry-requests.ts'

export interface ConsumersOptions extends Omit<ConsumerDeps, 'meters'> {
  readonly projections: readonly Projection[]
  /** How often retry requests are looked for. */
  readonly retryPollMs?: number
}

export interface Consumers {
  /** Begins in the background; joining the group may take a while. */
  start(): void
  /** Ends after the events in hand. */
  stop(): Promise<void>
}

/**
 * The consumers of one service: one group over the topics that its projections name. An event is applied to each
 * projection in one transaction with that projection's cursor; the offset follows. After a crash the same events come
 * again and the cursor knows them: every effect happens once.
 */
export function createConsumers(options: ConsumersOptions): Consumers {
  const { connection, kafka, context, projections, retryPollMs = 500 } = options
  const stopping = new AbortController()
  let subscription: Subscription | null = null
  let running: Promise<void> | null = null
  return {
    start() {
      if (running || projections.length === 0) return
      const meters = observeConsumers(connection, context)
      const deps = { ...options, meters }
      running = prepare(deps, stopping.signal)
        .then(() => {
          if (stopping.signal.aborted) return
          const onBatch = (batch: IncomingBatch) => consumeBatch(deps, projections, batch, stopping.signal)
          subscription = kafka.subscribe({ group: groupOf(context), topics: topicsOf(projections), onBatch })
          return answerRetries(deps, projections, retryPollMs, stopping.signal)
        })
        .finally(() => meters.end())
    },
    async stop() {
      stopping.abort()
      await running
      await subscription?.stop()
    },
  }
}

const groupOf = (context: Context) => `afterline.${context}`

function topicsOf(projections: readonly Projection[]): readonly string[] {
  return [...new Set(projections.flatMap(({ sources }) => sources.map(eventsTopicOf)))]
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

async function consumeBatch(
  deps: ConsumerDeps,
  projections: readonly Projection[],
  batch: IncomingBatch,
  signal: AbortSignal,
): Promise<void> {
  const permit: Permit = { signal, isCurrent: batch.isCurrent }
  const interested = projections.filter(({ sources }) =>
    sources.some((source) => eventsTopicOf(source) === batch.topic),
  )
  const isWanted = (type: string) => interested.some((projection) => isHandled(projection, type))
  deps.meters.lag(batch.topic, batch.partition, batch.lag + batch.messages.length)
  try {
    for (const { events, unreadable, lastOffset } of chunksOfReadings(batch.messages, readMessage, isWanted)) {
      for (const projection of interested) await applyEvents(deps, projection, events, permit)
      for (const message of unreadable) await keepMessage(deps, interested, message, permit)
      batch.resolve(lastOffset)
    }
    deps.meters.lag(batch.topic, batch.partition, batch.lag)
  } catch (error) {
    // What is unresolved comes again, here or to the member that has the partition now.
    if (!(error instanceof ConsumerError && error.code === 'STOPPED')) throw error
  }
}

async function keepMessage(
  deps: ConsumerDeps,
  projections: readonly Projection[],
  { message, problem }: UnreadableMessage,
  permit: Permit,
): Promise<void> {
  const { connection, kafka, context, log } = deps
  const id = `${message.topic}/${message.partition}/${message.offset}`
  const fault = { code: 'UNREADABLE', message: problem }
  const at = deps.now()
  for (const { name: consumer } of projections) {
    await untilNotTransient(deps, permit, async () => {
      await publishDeadLetter(kafka, context, { consumer, fault, at, event: null, raw: message.value })
      await keepUnreadable(connection, consumer, { id, key: message.key, raw: message.value }, { fault, at })
    })
    deps.meters.parked(consumer, fault.code)
  }
  log.error({ message: id, code: fault.code }, 'a message is not an event')
}

/** A request that is interrupted by the stop of this process waits for the next one. */
async function resumeOrReturn(
  deps: ConsumerDeps,
  projection: Projection,
  { _id, stream }: RetryRequestDocument,
  permit: Permit,
): Promise<Resumption> {
  try {
    return await resumeStream(deps, projection, stream, permit)
  } catch (error) {
    if (permit.signal.aborted) await returnRetryRequest(deps.connection, _id)
    throw error
  }
}

/** Carries out what `createParking(…).retry` asks for, in this or another process. */
async function answerRetries(
  deps: ConsumerDeps,
  projections: readonly Projection[],
  everyMs: number,
  signal: AbortSignal,
): Promise<void> {
  const permit: Permit = { signal, isCurrent: () => !signal.aborted }
  const names = projections.map(({ name }) => name)
  while (!signal.aborted) {
    try {
      const request = await takeRetryRequest(deps.connection, names)
      const projection = projections.find(({ name }) => name === request?.consumer)
      if (request && projection) {
        const outcome = await resumeOrReturn(deps, projection, request, permit)
        await answerRetryRequest(deps.connection, request._id, outcome)
        deps.log.info(
          { consumer: request.consumer, stream: request.stream, ...outcome },
          'a parked stream was tried again',
        )
        continue
      }
    } catch (error) {
      if (!signal.aborted) deps.log.warn({ code: faultOf(error).code }, 'a retry request could not be carried out')
    }
    await pause(everyMs, undefined, { signal }).catch(() => undefined)
  }
}
