import type { KafkaError, KafkaLog } from './kafka-port.ts'

export interface ClientLogEntry {
  readonly level: 'error' | 'warn' | 'info' | 'debug'
  readonly namespace: string
  readonly message: string
  readonly fields: Readonly<Record<string, unknown>>
}

/** What the client reports as an error although it is the ordinary course of things, and dealt with. */
const ORDINARY = [
  'TOPIC_ALREADY_EXISTS',
  'already exists',
  'GROUP_COORDINATOR_NOT_AVAILABLE',
  'COORDINATOR_LOAD_IN_PROGRESS',
  'coordinator is loading',
  'coordinator is not available',
  'rebalancing',
  're-joining',
  'Limiting retries for the idempotent producer',
  'This server does not host this topic-partition',
  'There is no leader for this topic-partition',
]

/** Names that the client puts into its fields, without stacks and without anything of a message's content. */
const FIELDS = ['groupId', 'memberId', 'broker', 'clientId', 'topic', 'partition', 'offset', 'retryCount', 'retryTime']

/** How long the same warning is counted only: while brokers are gone, the client tells each of its attempts. */
const QUIET_MS = 30_000
/** Beyond so many different warnings the oldest is forgotten. */
const MOST_KNOWN = 100

/**
 * Passes the client's lines on to the service's log. Faults that the port itself handles are warnings at most: whether
 * something is an error is for the relay and the consumers to say, who know whether it lasts. A warning that says the same
 * as one within the last half minute is for debugging; the next one tells how many there were.
 */
export function createClientLog(
  log: KafkaLog,
  now: () => number = () => performance.now(),
): (entry: ClientLogEntry) => void {
  const told = new Map<string, { readonly at: number; withheld: number }>()
  return (entry) => {
    const { fields, isWarning } = lineOf(entry)
    if (!isWarning) return log.debug(fields, entry.message)
    const key = `${entry.namespace} ${entry.message}`
    const last = told.get(key)
    if (last && now() - last.at < QUIET_MS) {
      last.withheld += 1
      return log.debug(fields, entry.message)
    }
    told.delete(key)
    told.set(key, { at: now(), withheld: 0 })
    for (const oldest of [...told.keys()].slice(0, -MOST_KNOWN)) told.delete(oldest)
    const withheld = last?.withheld ? { withheld: last.withheld } : {}
    log.warn({ ...fields, ...withheld, code: CODE }, entry.message)
  }
}

/** As of the error that the port throws: what the client warns of is a fault of Kafka, or of the way to it. */
const CODE: KafkaError['code'] = 'KAFKA_UNAVAILABLE'

function lineOf({ level, namespace, message, fields }: ClientLogEntry): {
  readonly fields: Readonly<Record<string, unknown>>
  readonly isWarning: boolean
} {
  const kept: Record<string, unknown> = { client: namespace }
  for (const name of FIELDS) if (fields[name] !== undefined) kept[name] = fields[name]
  if (typeof fields['error'] === 'string') kept['reason'] = fields['error']
  const isOrdinary = ORDINARY.some((text) => message.includes(text) || String(kept['reason'] ?? '').includes(text))
  return { fields: kept, isWarning: (level === 'error' || level === 'warn') && !isOrdinary }
}
