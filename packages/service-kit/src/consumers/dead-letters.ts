import { type Context, contextOfStream, deadLettersTopicOf, type StoredEvent, toCloudEvent } from '@afterline/events'
import type { Instant } from '@afterline/rules'
import type { KafkaPort } from '../kafka/kafka-port.ts'
import type { Fault } from './fault.ts'

export interface DeadLetter {
  readonly consumer: string
  readonly fault: Fault
  readonly at: Instant
  readonly event: StoredEvent | null
  /** The message as it came, where it is not an event. */
  readonly raw: string | null
}

/** Copies what could not be applied to the consuming context's topic, for whoever watches several services. */
export function publishDeadLetter(kafka: KafkaPort, context: Context, letter: DeadLetter): Promise<void> {
  const { consumer, fault, at, event, raw } = letter
  const value = {
    consumer,
    errorCode: fault.code,
    errorMessage: fault.message,
    parkedAt: at,
    stream: event?.stream ?? null,
    version: event?.version ?? null,
    event: event && toCloudEvent(contextOfStream(event.stream), event),
    raw,
  }
  const headers = { 'content-type': 'application/json', 'afterline-error-code': fault.code }
  return kafka.publish(deadLettersTopicOf(context), [
    { key: event?.stream ?? consumer, value: JSON.stringify(value), headers },
  ])
}
