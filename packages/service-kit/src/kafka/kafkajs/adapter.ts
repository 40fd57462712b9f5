import type { Topic } from '@afterline/events'
import type { Admin } from 'kafkajs'
import type { KafkaOptions, KafkaPort } from '../kafka-port.ts'
import { createClient, withAdmin } from './client.ts'
import { groupsOf } from './groups.ts'
import { createProbe } from './probe.ts'
import { createProducerSlot } from './producer.ts'
import { readWholeTopic } from './reader.ts'
import { beginSubscription } from './subscription.ts'

/** Kafka through the kafkajs client; nothing outside this folder knows which client it is. */
export function createKafka(options: KafkaOptions): KafkaPort {
  const client = createClient(options)
  const named = (name: string) => options.topicPrefix + name
  const producer = createProducerSlot(client)
  const probe = createProbe(client)
  const prefixed = { ...options, client, named }
  return {
    publish: (topic, messages) => producer.publish(named(topic), messages),
    subscribe: (request) => beginSubscription(prefixed, request),
    readTopic: (topic, readOptions) => readWholeTopic(prefixed, topic, readOptions),
    ...groupsOf(prefixed),
    createTopics: (topics) => withAdmin(client, (admin) => createMissing(admin, topics, named)),
    deleteTopics: (names) => withAdmin(client, (admin) => admin.deleteTopics({ topics: names.map(named) })),
    isReachable: () => probe.isAnswered(),
    close: async () => {
      await Promise.all([producer.close(), probe.close()])
    },
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
