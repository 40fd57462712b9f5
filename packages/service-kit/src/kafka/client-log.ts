import type { KafkaLog } from './kafka-port.ts'

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

/**
 * Passes the client's lines on to the service's log. Faults that the port itself handles are warnings at most: whether
 * something is an error is for the relay and the consumers to say, who know whether it lasts.
 */
export function logClientEntry(log: KafkaLog, { level, namespace, message, fields }: ClientLogEntry): void {
  const kept: Record<string, unknown> = { client: namespace }
  for (const name of FIELDS) if (fields[name] !== undefined) kept[name] = fields[name]
  if (typeof fields['error'] === 'string') kept['reason'] = fields['error']
  const isOrdinary = ORDINARY.some((text) => message.includes(text) || String(kept['reason'] ?? '').includes(text))
  if (level === 'error' || level === 'warn') {
    if (isOrdinary) log.debug(kept, message)
    else log.warn(kept, message)
  } else {
    log.debug(kept, message)
  }
}
