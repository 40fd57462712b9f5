import { contexts, eventsTopicOf, topicHolders, topicRightsOf, topics } from '@afterline/events'

/**
 * Topics and rights as templates of the chart take them: what `afterline topics --acls` would set up, in the words of
 * Strimzi.
 */
export function chartTopics() {
  return {
    topics: topics.map((topic) => ({
      ...topic,
      isOfEvents: contexts.some((context) => topic.name === eventsTopicOf(context)),
    })),
    holders: Object.fromEntries(
      topicHolders.map((holder) => [
        holder,
        topicRightsOf(holder).map(({ on, name, isPrefix, operations }) => ({
          ...{ type: on.toLowerCase(), name, patternType: isPrefix ? 'prefix' : 'literal' },
          operations: operations.map((operation) => operation.charAt(0) + operation.slice(1).toLowerCase()),
        })),
      ]),
    ),
  }
}
