import { randomUUID } from 'node:crypto'
import type { Consumer, EachBatchPayload } from 'kafkajs'
import { KafkaError, type TopicReadOptions } from '../kafka-port.ts'
import { type PrefixedClient, withAdmin } from './client.ts'
import { messagesOf } from './subscription.ts'

/** Beginnings in vain, some 200 ms each: a broker that has just started needs seconds to load its groups. */
const MOST_BEGINNINGS = 60

/** First and next offset of a partition. */
interface Extent {
  readonly low: bigint
  readonly high: bigint
}

/**
 * Reads a topic once with a group of its own that stores nothing and is deleted afterwards. The end is fixed when
 * reading begins, so it ends although others go on writing.
 */
export async function readWholeTopic(kafka: PrefixedClient, topic: string, options: TopicReadOptions): Promise<number> {
  const extents = await extentsOf(kafka, topic)
  const total = [...extents.values()].reduce((sum, { low, high }) => sum + Number(high - low), 0)
  for (const [partition, { low, high }] of extents) if (low >= high) extents.delete(partition)
  if (extents.size === 0) return 0

  const groupId = kafka.named(`reader-${randomUUID()}`)
  let beginnings = 1
  let hasRead = false
  const noting: TopicReadOptions = {
    ...options,
    onMessages(messages) {
      hasRead = true
      return options.onMessages(messages)
    },
  }
  const consumer = kafka.client.consumer({
    groupId,
    sessionTimeout: 30_000,
    maxWaitTimeInMs: 100,
    maxBytes: 16 * 1024 * 1024,
    allowAutoTopicCreation: false,
    retry: {
      initialRetryTime: 100,
      maxRetryTime: 1_000,
      retries: 20,
      // Never once something was read: the client would read it again.
      restartOnFailure: async (error) => isLoading(error) && !hasRead && beginnings++ < MOST_BEGINNINGS,
    },
  })
  try {
    return await readUntil(consumer, kafka, topic, extents, total, noting)
  } finally {
    await consumer.disconnect().catch(() => undefined)
    await withAdmin(kafka.client, (admin) => admin.deleteGroups([groupId])).catch(() => undefined)
  }
}

function isLoading(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return ('type' in error && error.type === 'GROUP_LOAD_IN_PROGRESS') || isLoading(error.cause)
}

async function extentsOf(kafka: PrefixedClient, topic: string): Promise<Map<number, Extent>> {
  const offsets = await withAdmin(kafka.client, (admin) => admin.fetchTopicOffsets(kafka.named(topic)))
  return new Map(offsets.map(({ partition, low, high }) => [partition, { low: BigInt(low), high: BigInt(high) }]))
}

async function readUntil(
  consumer: Consumer,
  kafka: PrefixedClient,
  topic: string,
  remaining: Map<number, Extent>,
  total: number,
  options: TopicReadOptions,
): Promise<number> {
  let read = 0
  const eachBatch = async ({ batch, resolveOffset, heartbeat }: EachBatchPayload) => {
    const end = remaining.get(batch.partition)?.high
    // What was written after the end is let pass, or it would be fetched again and again.
    if (end === undefined) return resolveOffset(batch.lastOffset())
    const messages = messagesOf({ batch }, kafka.topicPrefix).filter(({ offset }) => BigInt(offset) < end)
    if (messages.length > 0) await options.onMessages(messages)
    read += messages.length
    options.onProgress?.(read, total)
    resolveOffset(batch.lastOffset())
    if (BigInt(batch.lastOffset()) + 1n >= end) remaining.delete(batch.partition)
    await heartbeat()
  }
  await new Promise<void>((resolve, reject) => {
    let fault: unknown = null
    consumer.on(consumer.events.CRASH, ({ payload: { error, restart } }) => {
      if (!restart) reject(new KafkaError('reading the topic broke off', { cause: error }))
    })
    const run = async () => {
      await consumer.connect()
      await consumer.subscribe({ topics: [kafka.named(topic)], fromBeginning: true })
      await consumer.run({
        autoCommit: false,
        eachBatchAutoResolve: false,
        eachBatch: async (payload) => {
          if (fault !== null) return
          // A fault of the reader's own code is no reason for the client to try again.
          await eachBatch(payload).catch((error: unknown) => {
            fault = error
            reject(error)
          })
          if (remaining.size === 0) resolve()
        },
      })
    }
    run().catch((error: unknown) => reject(new KafkaError('the topic cannot be read', { cause: error })))
  })
  return read
}
