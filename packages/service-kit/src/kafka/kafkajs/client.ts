import { connect, isIP, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { connect as connectTls } from 'node:tls'
import type { Admin, ISocketFactoryArgs, Kafka, SASLOptions } from 'kafkajs'
// Node does not see the error classes among the names that this CommonJS package exports; the default export has them.
import kafkajs, { logLevel } from 'kafkajs'
import { backOffMs } from '../back-off.ts'
import { type ClientLogEntry, createClientLog } from '../client-log.ts'
import { type KafkaCredentials, KafkaError, type KafkaOptions } from '../kafka-port.ts'

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

const KEEP_ALIVE_MS = 60_000

export function createClient({ brokers, clientId, log, tls, credentials }: KafkaOptions): Kafka {
  const tell = createClientLog(log)
  return new kafkajs.Kafka({
    clientId,
    brokers: [...brokers],
    connectionTimeout: 3_000,
    requestTimeout: 15_000,
    retry: RETRY,
    ssl: tls === undefined ? false : { ...tls },
    ...(credentials ? { sasl: saslOf(credentials) } : {}),
    socketFactory: openSocket,
    logLevel: logLevel.INFO,
    logCreator: () => (entry) => {
      const { message, ...fields } = entry.log
      tell({ level: LEVELS.get(entry.level) ?? 'debug', namespace: entry.namespace, message, fields })
    },
  })
}

/**
 * As the client's own, but without a limit on listeners: while no broker answers, the client adds one to the same dead
 * socket with each attempt, and Node warns of a leak that ends with the outage.
 */
function openSocket({ host, port, ssl, onConnect }: ISocketFactoryArgs): Socket {
  const servername = isIP(host) ? {} : { servername: host }
  const socket = ssl ? connectTls({ host, port, ...servername, ...ssl }, onConnect) : connect({ host, port }, onConnect)
  socket.setKeepAlive(true, KEEP_ALIVE_MS)
  socket.setMaxListeners(0)
  return socket
}

function saslOf({ mechanism, username, password }: KafkaCredentials): SASLOptions {
  // The client's type names one mechanism per alternative, which a union of them does not fit.
  return { mechanism, username, password } as SASLOptions
}

const ADMIN_ATTEMPTS = 6

/** Every administrative request may be repeated; just after a topic was created, its leaders may still be moving. */
export async function withAdmin<Result>(client: Kafka, work: (admin: Admin) => Promise<Result>): Promise<Result> {
  const admin = client.admin()
  try {
    await admin.connect()
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await work(admin)
      } catch (error) {
        if (!isPassing(error) || attempt === ADMIN_ATTEMPTS) throw error
        await pause(backOffMs(attempt))
      }
    }
  } catch (error) {
    throw new KafkaError('Kafka did not carry out an administrative request', { cause: error })
  } finally {
    await admin.disconnect().catch(() => undefined)
  }
}

function isPassing(error: unknown): boolean {
  return error instanceof kafkajs.KafkaJSProtocolError && error.retriable
}
