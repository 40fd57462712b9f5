import { type Admin, Kafka, logLevel } from 'kafkajs'
import { until } from './condition.ts'

/** Runs `use` with a connected admin client that fails at once instead of retrying, and logs nothing. */
export async function withKafkaAdmin<T>(brokers: string, use: (admin: Admin) => Promise<T>): Promise<T> {
  const kafka = new Kafka({
    clientId: 'afterline-dev',
    brokers: brokers.split(','),
    logLevel: logLevel.NOTHING,
    connectionTimeout: 2_000,
    retry: { retries: 0 },
  })
  const admin = kafka.admin()
  try {
    await admin.connect()
    return await use(admin)
  } finally {
    await admin.disconnect()
  }
}

/** Waits until the cluster answers an admin call and has a controller; a log line or an open port says less. */
export async function kafkaReady(brokers: string, timeoutMs: number, failFast: () => void = () => {}): Promise<void> {
  await until(
    async () => {
      failFast()
      const cluster = await withKafkaAdmin(brokers, (admin) => admin.describeCluster())
      return cluster.brokers.length > 0 && cluster.controller !== null ? true : undefined
    },
    { timeoutMs, everyMs: 200, what: `Kafka's answer on ${brokers}` },
  )
}
