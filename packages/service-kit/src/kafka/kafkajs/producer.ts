import { setTimeout as pause } from 'node:timers/promises'
import { type Kafka, Partitioners, type Producer } from 'kafkajs'
import { chunksOf } from '../chunks.ts'
import { KafkaError, MessageRefused, type OutgoingMessage } from '../kafka-port.ts'
import { RETRY } from './client.ts'

export interface ProducerSlot {
  publish(topic: string, messages: readonly OutgoingMessage[]): Promise<void>
  close(): Promise<void>
}

/**
 * What is under way at the end gets so long. To a Kafka that is gone it would be sent again for longer than a process has
 * to end in; what is not confirmed is published by whoever comes next.
 */
const CLOSING_MS = 2_000

/**
 * The one idempotent producer of a process. It keeps one request's retries free of duplicates; after a fault that outlasts
 * them its sequence numbers cannot be trusted any more, so it is thrown away and the next call begins with a new one.
 * Callers therefore get at-least-once, in order.
 */
export function createProducerSlot(client: Kafka): ProducerSlot {
  let current: Producer | null = null
  // One request after the other: discarding a producer must not pull it from under another caller's request.
  let queue: Promise<unknown> = Promise.resolve()

  async function send(topic: string, messages: readonly OutgoingMessage[]): Promise<void> {
    let before = 0
    for (const chunk of chunksOf(messages)) {
      await sendChunk(topic, chunk, before)
      before += chunk.length
    }
  }

  async function sendChunk(topic: string, chunk: readonly OutgoingMessage[], before: number): Promise<void> {
    try {
      current ??= await connectedProducer(client)
      await current.send({
        topic,
        acks: -1,
        messages: chunk.map((message) => ({ ...message, headers: { ...message.headers } })),
      })
    } catch (error) {
      await discard()
      if (!isTooLarge(error)) throw new KafkaError('Kafka did not confirm the messages', { cause: error })
      if (chunk.length === 1) throw new MessageRefused(before, { cause: error })
      // Which one it is, and whether it is one or only their sum, shows when each goes by itself.
      for (const [index, message] of chunk.entries()) await sendChunk(topic, [message], before + index)
    }
  }

  async function discard(): Promise<void> {
    const discarded = current
    current = null
    await discarded?.disconnect().catch(() => undefined)
  }

  return {
    publish(topic, messages) {
      const sending = queue.then(() => send(topic, messages))
      queue = sending.catch(() => undefined)
      return sending
    },
    close() {
      const closing = Promise.race([queue, pause(CLOSING_MS, undefined, { ref: false })]).then(discard)
      queue = closing
      return closing
    },
  }
}

async function connectedProducer(client: Kafka): Promise<Producer> {
  const producer = client.producer({
    // The client's default, named because it warns otherwise; Java's clients place the same key on the same partition.
    createPartitioner: Partitioners.DefaultPartitioner,
    idempotent: true,
    allowAutoTopicCreation: false,
    maxInFlightRequests: 1,
    retry: RETRY,
  })
  await producer.connect()
  return producer
}

/** What brokers answer to a request, or to a message in it, that is beyond their own or the topic's limit. */
const TOO_LARGE = new Set<unknown>(['MESSAGE_TOO_LARGE', 'RECORD_LIST_TOO_LARGE'])

function isTooLarge(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return ('type' in error && TOO_LARGE.has(error.type)) || isTooLarge(error.cause)
}
