import type { Context } from './categories.ts'
import { anchorsTopicOf, contexts, deadLettersTopicOf, eventsTopicOf, MEASUREMENTS_TOPIC, topics } from './topics.ts'

/** Who goes to Kafka: a service by its context, or one of those beside the services. */
export type TopicHolder = Context | 'delivery' | 'operator' | 'analyst'

export type TopicOperation = 'READ' | 'WRITE' | 'DESCRIBE' | 'DELETE'

/** What a holder may do with one topic or group, or with all whose names begin so; what nothing allows is refused. */
export interface TopicRight {
  readonly on: 'TOPIC' | 'GROUP'
  readonly name: string
  readonly isPrefix: boolean
  readonly operations: readonly TopicOperation[]
}

/** Whose events a service takes in: those that its projections name. A test holds it against them. */
export const readBy: Readonly<Record<Context, readonly Context[]>> = {
  customers: ['after-sales', 'surveys'],
  orders: ['customers'],
  'after-sales': ['customers', 'orders'],
  surveys: ['customers', 'after-sales'],
}

/** Groups of whoever only reads: an analyst's own names begin so. */
export const ANALYST_GROUPS = 'analytics.'

export const topicHolders: readonly TopicHolder[] = [...contexts, 'delivery', 'operator', 'analyst']

export function topicRightsOf(holder: TopicHolder): readonly TopicRight[] {
  if (holder === 'delivery') return [...reading([eventsTopicOf('surveys')]), using('afterline.delivery')]
  // A replay reads under a name of its own each time, and takes it away afterwards.
  if (holder === 'operator') return [...reading(topics.map(({ name }) => name)), using('reader-', true)]
  if (holder === 'analyst') {
    return [...reading([...contexts.map(eventsTopicOf), MEASUREMENTS_TOPIC]), using(ANALYST_GROUPS, true)]
  }
  return [
    ...[eventsTopicOf(holder), anchorsTopicOf(holder), deadLettersTopicOf(holder), MEASUREMENTS_TOPIC].map(writing),
    ...reading(readBy[holder].map(eventsTopicOf)),
    // Each build of a projection has a group; before there were versions, all of them shared one.
    using(`afterline.${holder}.`, true),
    using(`afterline.${holder}`),
  ]
}

const writing = (name: string): TopicRight => ({
  ...{ on: 'TOPIC', name, isPrefix: false, operations: ['WRITE', 'DESCRIBE'] },
})

function reading(names: readonly string[]): readonly TopicRight[] {
  return names.map((name) => ({ on: 'TOPIC', name, isPrefix: false, operations: ['READ', 'DESCRIBE'] }))
}

const using = (name: string, isPrefix = false): TopicRight => ({
  ...{ on: 'GROUP', name, isPrefix, operations: ['READ', 'DESCRIBE', 'DELETE'] },
})
