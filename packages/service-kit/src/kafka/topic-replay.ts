import { type CloudEvent, type EventRegistry, fromCloudEvent, type StoredEvent } from '@afterline/events'
import type { KafkaPort } from './kafka-port.ts'

export interface TopicReplay {
  /** The events that the reader understands. */
  readonly registry: EventRegistry
  /** Each event in its newest version. Reading waits for it. */
  onEvent(event: StoredEvent): void | Promise<void>
  onProgress?(read: number, total: number): void
}

/**
 * Hands over every event of a topic, from the first to what was the last when reading began; each stream's in order.
 * An event may come twice (the relay published it again after a crash): the caller tells by stream and version.
 * @returns how many messages were read
 * @throws SyntaxError for a message that is not JSON; EventUnknownError for an event that was written by a newer release;
 * KafkaError when the topic cannot be read
 */
export async function readTopicFromStart(
  kafka: KafkaPort,
  topic: string,
  { registry, onEvent, onProgress }: TopicReplay,
): Promise<number> {
  return kafka.readTopic(topic, {
    async onMessages(messages) {
      for (const { value } of messages) {
        // The relay is the only writer of event topics and writes nothing but CloudEvents.
        const handled = onEvent(registry.newest(fromCloudEvent(JSON.parse(value ?? '') as CloudEvent)))
        if (handled) await handled
      }
    },
    ...(onProgress ? { onProgress } : {}),
  })
}
