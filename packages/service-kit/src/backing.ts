import { setTimeout as pause } from 'node:timers/promises'
import type { Connection, mongo } from 'mongoose'
import type { KafkaPort } from './kafka/index.ts'
import type { Logger } from './logging/logger.ts'
import { isDatabaseAway } from './store/index.ts'

const PAUSE_MS = 1_000
const PROBE_EVERY_MS = 5_000

/**
 * Opens the connection; MongoDB may come up after the service does. Every write of the service is acknowledged by a
 * majority and journalled, whatever the URI says.
 */
export async function openWhenThere(
  connection: Connection,
  { uri, access }: { readonly uri: string; readonly access: mongo.MongoClientOptions },
  log: Logger,
  signal: AbortSignal,
): Promise<void> {
  const open = () =>
    connection.openUri(uri, {
      ...access,
      autoCreate: false,
      autoIndex: false,
      // Without a connection an operation fails at once instead of waiting in the memory of this process.
      bufferCommands: false,
      serverSelectionTimeoutMS: 5_000,
      readConcernLevel: 'majority',
      w: 'majority',
      journal: true,
    })
  await untilDone(open, 'MongoDB is not there yet; trying again', log, signal)
}

/** Repeats what needs MongoDB while that is away; a wrong password or a bad URI does not pass. */
export async function untilDone(
  work: () => Promise<unknown>,
  complaint: string,
  log: Logger,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    try {
      await work()
      return
    } catch (error) {
      if (!isDatabaseAway(error)) throw error
      log.warn({ kind: error instanceof Error ? error.name : 'unknown' }, complaint)
      await pause(PAUSE_MS, undefined, { signal }).catch(() => undefined)
    }
  }
}

export interface KafkaWatch {
  /** As of the last look, at most a few seconds ago. */
  isReachable(): boolean
  /** Whether it was ever reached since the start. */
  wasReached(): boolean
  stop(): Promise<void>
}

/** Looks every few seconds whether the brokers answer, and says when that changes. */
export function watchKafka(kafka: Pick<KafkaPort, 'isReachable'>, log: Logger): KafkaWatch {
  const stopping = new AbortController()
  let isReachable: boolean | null = null
  let wasReached = false
  const look = async () => {
    const answer = await kafka.isReachable()
    if (stopping.signal.aborted) return
    if (answer !== isReachable) {
      if (!answer) log.warn({}, 'Kafka is not there; events wait in the outbox until it is')
      else if (isReachable === false) log.info({}, 'Kafka is there again')
    }
    isReachable = answer
    wasReached ||= answer
  }
  const watching = (async () => {
    while (!stopping.signal.aborted) {
      await look()
      const everyMs = wasReached ? PROBE_EVERY_MS : PAUSE_MS
      await pause(everyMs, undefined, { signal: stopping.signal }).catch(() => undefined)
    }
  })()
  return {
    isReachable: () => isReachable === true,
    wasReached: () => wasReached,
    async stop() {
      stopping.abort()
      await watching
    },
  }
}
