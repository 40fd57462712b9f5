import {
  anchorsTopicOf,
  type Context,
  eventsTopicOf,
  hashOfEvent,
  type StoredEvent,
  toCloudEvent,
} from '@afterline/events'
import type { Connection } from 'mongoose'
import { beginSpan } from '../kafka/event-span.ts'
import type { KafkaPort, OutgoingMessage } from '../kafka/kafka-port.ts'
import { eventsOf, storedEventOf } from '../store/collections.ts'
import { RelayError } from './relay-error.ts'
import { anchorOf, rootOf, type SealDocument } from './seal.ts'

export interface PublishingDeps {
  readonly connection: Connection
  readonly context: Context
  readonly kafka: KafkaPort
}

/** Publishes a sealed batch exactly as it was sealed: its events in their order, then its anchor. */
export async function publishSealed(deps: PublishingDeps, seal: SealDocument): Promise<void> {
  const events = await sealedEvents(deps.connection, seal)
  const spans = events.map((event) => beginSpan('afterline.publish', event))
  try {
    await deps.kafka.publish(
      eventsTopicOf(deps.context),
      events.map((event) => messageOf(deps.context, event)),
    )
    for (const span of spans) span.end()
  } catch (error) {
    for (const span of spans) span.fail(error)
    throw error
  }
  await deps.kafka.publish(anchorsTopicOf(deps.context), [
    {
      key: deps.context,
      value: JSON.stringify(anchorOf(seal)),
      headers: { 'content-type': 'application/json' },
    },
  ])
}

/** An event as it goes onto its topic. */
export function messageOf(context: Context, event: StoredEvent): OutgoingMessage {
  return {
    key: event.stream,
    value: JSON.stringify(toCloudEvent(context, event)),
    headers: {
      'content-type': 'application/cloudevents+json',
      ...(event.traceparent === null ? {} : { traceparent: event.traceparent }),
    },
  }
}

/**
 * The events of a seal, in its order.
 * @throws RelayError SEAL_BROKEN when one is missing or is not what was sealed: what was tampered with is not spread
 */
async function sealedEvents(connection: Connection, seal: SealDocument): Promise<readonly StoredEvent[]> {
  const documents = await eventsOf(connection)
    .find({ _id: { $in: seal.events.map(({ id }) => id) } }, { readConcern: 'majority' })
    .toArray()
  const byId = new Map(documents.map((document) => [document._id, document]))
  const events = seal.events.map(({ id, stream, version }) => {
    const document = byId.get(id)
    const event = document && storedEventOf(document)
    if (!event || hashOfEvent(event) !== event.hash) {
      throw new RelayError('SEAL_BROKEN', `seal ${seal._id}: event ${version} of ${stream} is missing or was changed`)
    }
    return event
  })
  if (rootOf(events.map(({ hash }) => hash)) !== seal.root) {
    throw new RelayError('SEAL_BROKEN', `seal ${seal._id}: the events are not those that were sealed`)
  }
  return events
}
