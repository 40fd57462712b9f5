import {
  type CloudEvent,
  type EventRegistry,
  EventUnknownError,
  fromCloudEvent,
  lineOf,
  problemsOfReading,
  type StoredEvent,
} from '@afterline/events'
import type { IncomingMessage } from '../kafka/kafka-port.ts'

/** A message that carries an event: which stream it belongs to is certain, its data is not yet checked. */
export interface EventReading {
  readonly event: StoredEvent
}

/** A message that is not one of our events. It belongs to no known place of a stream and holds nothing up. */
export interface UnreadableMessage {
  readonly event: null
  readonly problem: string
  readonly message: IncomingMessage
}

export type Reading = EventReading | UnreadableMessage

export function readMessage(message: IncomingMessage): Reading {
  const parsed = parse(message.value)
  if (parsed === undefined) return { event: null, problem: 'the message is not JSON', message }
  const problems = problemsOfReading(parsed)
  if (problems.length > 0) return { event: null, problem: problems.map(lineOf).join('; '), message }
  // Checked just above against the schema of the envelope.
  return { event: fromCloudEvent(parsed as CloudEvent) }
}

/** What is wrong with the data, or `null`. A type or version that this release does not know is wrong, too. */
export function problemOfData(registry: EventRegistry, { type, schemaVersion, data }: StoredEvent): string | null {
  try {
    const problems = registry.problemsOfEventData(type, schemaVersion, data)
    return problems.length > 0 ? problems.map(lineOf).join('; ') : null
  } catch (error) {
    if (error instanceof EventUnknownError) return error.message
    throw error
  }
}

function parse(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return undefined
  }
}
