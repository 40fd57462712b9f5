import { type Context, categories } from './categories.ts'

/** In the order in which the categories name them first. */
export const contexts: readonly Context[] = [...new Set(Object.values(categories).map(({ context }) => context))]

/** Every event of a context since the beginning, keyed by stream: order holds per stream. */
export const eventsTopicOf = (context: Context) => `afterline.${context}.events.v1`
/** Signed Merkle roots over what the relay published, in order, on one partition. */
export const anchorsTopicOf = (context: Context) => `afterline.${context}.anchors.v1`
/** Events that a consumer of this context could not apply, with the reason. */
export const deadLettersTopicOf = (context: Context) => `afterline.${context}.dead-letters.v1`

/** Every measurement of every service, keyed by its id: the newest of each is kept. */
export const MEASUREMENTS_TOPIC = 'afterline.measurements.v1'

export interface Topic {
  readonly name: string
  readonly partitions: number
  readonly config: Readonly<Record<string, string>>
}

const FOREVER = { 'retention.ms': '-1', 'cleanup.policy': 'delete' }

const NEWEST = { 'retention.ms': '-1', 'cleanup.policy': 'compact' }

export const topics: readonly Topic[] = [
  ...contexts.flatMap((context) => [
    { name: eventsTopicOf(context), partitions: 12, config: FOREVER },
    { name: anchorsTopicOf(context), partitions: 1, config: FOREVER },
    { name: deadLettersTopicOf(context), partitions: 1, config: FOREVER },
  ]),
  { name: MEASUREMENTS_TOPIC, partitions: 12, config: NEWEST },
]
