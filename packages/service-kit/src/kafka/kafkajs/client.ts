import { type Admin, Kafka, logLevel } from 'kafkajs'
import { type ClientLogEntry, logClientEntry } from '../client-log.ts'
import { KafkaError, type KafkaOptions } from '../kafka-port.ts'

const LEVELS = new Map<logLevel, ClientLogEntry['level']>([
  [logLevel.ERROR, 'error'],
  [logLevel.WARN, 'warn'],
  [logLevel.INFO, 'info'],
])

/** Few and short: whoever calls knows better whether and how long to go on trying. */
export const RETRY = { initialRetryTime: 100, maxRetryTime: 1_000, retries: 5 }

/** The client with what all parts of the adapter share. */
export interface PrefixedClient extends KafkaOptions {
  readonly client: Kafka
  /** A topic or group name with the installation's prefix. */
  named(name: string): string
}

export function createClient({ brokers, clientId, log }: KafkaOptions): Kafka {
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
