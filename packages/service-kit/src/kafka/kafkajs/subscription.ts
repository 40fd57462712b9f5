import type { Consumer, EachBatchPayload } from 'kafkajs'
import { isWorthTelling, waitBefore } from '../back-off.ts'
import type { IncomingBatch, IncomingMessage, Subscription, SubscriptionRequest } from '../kafka-port.ts'
import type { PrefixedClient } from './client.ts'

/** A member that was killed keeps its partitions this long. */
const SESSION_MS = 10_000
const HEARTBEAT_MS = 1_500
/**
 * How long a broker keeps a fetch that finds nothing; a message ends it at once. Between two fetches an idle member says
 * that it is alive, and learns that others have joined.
 */
const FETCH_WAIT_MS = 3_000
const PARTITIONS_AT_ONCE = 3

/**
 * Keeps a consumer running until it is stopped: whatever makes the client give up (brokers gone for long, a topic that
 * does not exist yet), a new consumer is made after a growing pause. Offsets are stored with the group, so it goes on
 * where the last one stopped.
 */
export function beginSubscription(kafka: PrefixedClient, request: SubscriptionRequest): Subscription {
  const stopping = new AbortController()
  const running = superviseConsumer(kafka, request, stopping.signal)
  return {
    async stop() {
      stopping.abort()
      await running
    },
  }
}

async function superviseConsumer(
  kafka: PrefixedClient,
  request: SubscriptionRequest,
  signal: AbortSignal,
): Promise<void> {
  let attempt = 0
  while (!signal.aborted) {
    attempt += 1
    const consumer = createConsumer(kafka, request.group)
    consumer.on(consumer.events.GROUP_JOIN, () => {
      attempt = 0
    })
    try {
      await consumeUntilFault(consumer, kafka, request, signal)
    } catch (error) {
      const fields = { group: request.group, code: 'KAFKA_UNAVAILABLE', attempt, reason: reasonOf(error) }
      if (!signal.aborted && isWorthTelling(attempt)) kafka.log.warn(fields, 'the consumer begins anew')
    } finally {
      await consumer.disconnect().catch(() => undefined)
    }
    if (!signal.aborted) await waitBefore(attempt + 1, signal)
  }
}

function createConsumer(kafka: PrefixedClient, group: string): Consumer {
  return kafka.client.consumer({
    groupId: kafka.named(group),
    sessionTimeout: SESSION_MS,
    heartbeatInterval: HEARTBEAT_MS,
    rebalanceTimeout: 3 * SESSION_MS,
    maxWaitTimeInMs: FETCH_WAIT_MS,
    minBytes: 1,
    maxBytes: 8 * 1024 * 1024,
    maxBytesPerPartition: 1024 * 1024,
    allowAutoTopicCreation: false,
    retry: { initialRetryTime: 100, maxRetryTime: 2_000, retries: 6, restartOnFailure: async () => false },
  })
}

async function consumeUntilFault(
  consumer: Consumer,
  kafka: PrefixedClient,
  { topics, onBatch }: SubscriptionRequest,
  signal: AbortSignal,
): Promise<void> {
  const stopped = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
  const crashed = new Promise<never>((_, reject) => {
    consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error))
  })
  const consuming = async () => {
    await consumer.connect()
    await consumer.subscribe({ topics: topics.map(kafka.named), fromBeginning: true })
    await consumer.run({
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: PARTITIONS_AT_ONCE,
      eachBatch: (payload) => handleBatch(payload, kafka, onBatch, signal),
    })
    await crashed
  }
  await Promise.race([consuming(), crashed, stopped])
}

async function handleBatch(
  payload: EachBatchPayload,
  kafka: PrefixedClient,
  onBatch: SubscriptionRequest['onBatch'],
  signal: AbortSignal,
): Promise<void> {
  const membership = keepMembership(payload)
  const batch: IncomingBatch = {
    topic: payload.batch.topic.slice(kafka.topicPrefix.length),
    partition: payload.batch.partition,
    messages: messagesOf(payload, kafka.topicPrefix),
    lag: Number(payload.batch.offsetLag()),
    resolve: payload.resolveOffset,
    postpone(ms) {
      const resume = payload.pause()
      setTimeout(resume, ms).unref()
    },
    isCurrent: () => !signal.aborted && payload.isRunning() && !payload.isStale() && membership.fault === null,
  }
  try {
    await onBatch(batch)
  } finally {
    membership.end()
  }
  // The client has to see this one to join the group again.
  if (membership.fault !== null) throw membership.fault
}

interface Membership {
  fault: Error | null
  end(): void
}

/** However long a batch takes (the database may be away), the group must know that its member is alive. */
function keepMembership(payload: EachBatchPayload): Membership {
  const membership: Membership = { fault: null, end: () => clearInterval(timer) }
  const timer = setInterval(() => {
    payload.heartbeat().catch((error: unknown) => {
      membership.fault = error instanceof Error ? error : new Error(String(error))
      clearInterval(timer)
    })
  }, HEARTBEAT_MS)
  return membership
}

export function messagesOf(
  { batch }: Pick<EachBatchPayload, 'batch'>,
  topicPrefix: string,
): readonly IncomingMessage[] {
  const topic = batch.topic.slice(topicPrefix.length)
  return batch.messages.map(({ offset, key, value, headers }) => ({
    topic,
    partition: batch.partition,
    offset,
    key: key?.toString() ?? null,
    value: value?.toString() ?? null,
    headers: Object.fromEntries(Object.entries(headers ?? {}).map(([name, text]) => [name, String(text ?? '')])),
  }))
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error)
}
