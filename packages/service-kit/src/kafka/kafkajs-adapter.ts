import type { Topic } from '@afterline/events'
import { Kafka, logLevel, type Producer } from 'kafkajs'
import { chunksOf } from './chunks.ts'
import { logClientEntry } from './client-log.ts'
import { KafkaError, type KafkaOptions, type KafkaPort, type OutgoingMessage } from './kafka-port.ts'
import { readWholeTopic } from './kafkajs-reader.ts'
import { beginSubscription } from './kafkajs-subscription.ts'

const LEVELS = new Map([
  [logLevel.ERROR, 'error'],
  [logLevel.WARN, 'warn'],
  [logLevel.INFO, 'info'],
] as const)

/** Few and short: whoever calls knows better whether and how long to go on trying. */
const RETRY = { initialRetryTime: 100, maxRetryTime: 1_000, retries: 5 }

/**
 * Kafka through the kafkajs client. The idempotent producer keeps one request's retries free of duplicates; after a
 * fault that outlasts them its sequence numbers cannot be trusted any more, so it is thrown away and the next call
 * begins with a new one. Callers therefore get at-least-once, in order.
 */
export function createKafka(options: KafkaOptions): KafkaPort {
  const client = createClient(options)
  const named = (name: string) => options.topicPrefix + name
  const producer = createProducerSlot(client)
  const prefixed = { ...options, client, named }
  return {
    publish: (topic, messages) => producer.publish(named(topic), messages),
    subscribe: (request) => beginSubscription(prefixed, request),
    readTopic: (topic, readOptions) => readWholeTopic(prefixed, topic, readOptions),
    createTopics: (topics) => withAdmin(client, (admin) => createMissing(admin, topics, named)),
    deleteTopics: (names) => withAdmin(client, (admin) => admin.deleteTopics({ topics: names.map(named) })),
    isReachable: () =>
      withAdmin(client, (admin) => admin.describeCluster()).then(
        () => true,
        () => false,
      ),
    close: () => producer.close(),
  }
}

function createClient({ brokers, clientId, log }: KafkaOptions): Kafka {
  return new Kafka({
    clientId,
    brokers: [...brokers],
    connectionTimeout: 3_000,
    requestTimeout: 15_000,
    retry: RETRY,
    logLevel: logLevel.INFO,
    logCreator: () => (entry) => {
      const { message, ...fields } = entry.log
      logClientEntry(log, { level: LEVELS.get(entry.level) ?? 'debug', namespace: entry.namespace, message, fields })
    },
  })
}

type Admin = ReturnType<Kafka['admin']>

export async function withAdmin<Result>(client: Kafka, work: (admin: Admin) => Promise<Result>): Promise<Result> {
  const admin = client.admin()
  try {
    await admin.connect()
    return await work(admin)
  } catch (error) {
    throw new KafkaError('Kafka did not carry out an administrative request', { cause: error })
  } finally {
    await admin.disconnect().catch(() => undefined)
  }
}

async function createMissing(admin: Admin, topics: readonly Topic[], named: (name: string) => string): Promise<void> {
  const existing = new Set(await admin.listTopics())
  const missing = topics.filter(({ name }) => !existing.has(named(name)))
  if (missing.length === 0) return
  await admin.createTopics({
    waitForLeaders: true,
    topics: missing.map(({ name, partitions, config }) => ({
      topic: named(name),
      numPartitions: partitions,
      configEntries: Object.entries(config).map(([key, value]) => ({ name: key, value })),
    })),
  })
}

interface ProducerSlot {
  publish(topic: string, messages: readonly OutgoingMessage[]): Promise<void>
  close(): Promise<void>
}

function createProducerSlot(client: Kafka): ProducerSlot {
  let current: Producer | null = null
  // One request after the other: discarding a producer must not pull it from under another caller's request.
  let queue: Promise<unknown> = Promise.resolve()

  async function send(topic: string, messages: readonly OutgoingMessage[]): Promise<void> {
    try {
      current ??= await connectedProducer(client)
      for (const chunk of chunksOf(messages)) {
        await current.send({ topic, acks: -1, messages: chunk.map((message) => ({ ...message, headers: { ...message.headers } })) })
      }
    } catch (error) {
      await discard()
      throw new KafkaError('Kafka did not confirm the messages', { cause: error })
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
      const closing = queue.then(discard)
      queue = closing
      return closing
    },
  }
}

async function connectedProducer(client: Kafka): Promise<Producer> {
  const producer = client.producer({ idempotent: true, allowAutoTopicCreation: false, maxInFlightRequests: 1, retry: RETRY })
  await producer.connect()
  return producer
}
