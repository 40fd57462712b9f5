import { until } from '../backing/condition.ts'
import { withKafkaAdmin } from '../backing/kafka-ready.ts'
import type { Log } from '../backing/log.ts'

interface Topic {
  readonly name: string
  readonly partitions: number
  readonly config: Readonly<Record<string, string>>
}

/** Creates the topics of the contract that are not there yet. An existing topic is left as it is. */
export async function createTopics(brokers: string, prefix: string, topics: readonly Topic[], log: Log): Promise<void> {
  const created = await until(
    () =>
      withKafkaAdmin(brokers, async (admin) => {
        const existing = new Set(await admin.listTopics())
        const missing = topics.filter(({ name }) => !existing.has(prefix + name))
        if (missing.length === 0) return 0
        await admin.createTopics({
          waitForLeaders: true,
          topics: missing.map(({ name, partitions, config }) => ({
            topic: prefix + name,
            numPartitions: partitions,
            configEntries: Object.entries(config).map(([key, value]) => ({ name: key, value })),
          })),
        })
        return missing.length
      }),
    { timeoutMs: 60_000, everyMs: 500, what: 'The creation of the topics' },
  )
  if (created > 0) log(`Kafka: created ${created} topics`)
}
