import { randomUUID } from 'node:crypto'
import kafkajs from 'kafkajs'

/** One topic with one partition, a producer and a consumer, and nothing of ours. */
export interface BareHop {
  /** Sends a message. Milliseconds from the call until the consumer has it. */
  hop(): Promise<number>
  close(): Promise<void>
}

/** Opens it and lets a first message through, so that the consumer has joined. */
export async function openBareHop(brokers: string): Promise<BareHop> {
  const client = new kafkajs.Kafka({ brokers: brokers.split(','), logLevel: kafkajs.logLevel.NOTHING })
  const topic = `bench-hop-${randomUUID()}`
  const admin = client.admin()
  await admin.connect()
  await admin.createTopics({ waitForLeaders: true, topics: [{ topic, numPartitions: 1 }] })
  const producer = client.producer({ createPartitioner: kafkajs.Partitioners.DefaultPartitioner })
  const consumer = client.consumer({ groupId: topic, allowAutoTopicCreation: false })
  const waiting = new Map<string, () => void>()
  await Promise.all([producer.connect(), consumer.connect()])
  await consumer.subscribe({ topics: [topic], fromBeginning: true })
  await consumer.run({
    eachMessage: async ({ message }) => waiting.get(String(message.value))?.(),
  })

  async function hop(): Promise<number> {
    const id = randomUUID()
    const startedAt = performance.now()
    const arrival = new Promise<number>((resolve) => {
      waiting.set(id, () => resolve(performance.now() - startedAt))
    })
    const [took] = await Promise.all([arrival, producer.send({ topic, acks: -1, messages: [{ value: id }] })])
    waiting.delete(id)
    return took
  }

  await hop()
  return {
    hop,
    async close() {
      await Promise.all([producer.disconnect(), consumer.disconnect()])
      await admin.deleteTopics({ topics: [topic] })
      await admin.disconnect()
    },
  }
}
