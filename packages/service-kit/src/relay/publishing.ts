import { anchorsTopicOf, type Context, eventsTopicOf, type StoredEvent, toCloudEvent } from '@afterline/events'
import type { Connection } from 'mongoose'
import { beginSpan } from '../kafka/event-span.ts'
import { type KafkaPort, MessageRefused, type OutgoingMessage } from '../kafka/kafka-port.ts'
import { withheldVersions } from './blocked-streams.ts'
import { eventFaultOf, type SortedOut, sortOut } from './event-faults.ts'
import { RelayError } from './relay-error.ts'
import { anchorOf, rootOf, type SealDocument, type SealedEvent } from './seal.ts'
import { storedEventsById } from './stored-events.ts'

export interface PublishingDeps {
  readonly connection: Connection
  readonly context: Context
  readonly kafka: KafkaPort
}

/**
 * Publishes a sealed batch exactly as it was sealed: its events in their order, then its anchor. What was changed since is
 * not spread, nor what is behind it on its stream, in this seal or a later one.
 * @throws RelayError SEAL_BROKEN when the seal is not what was signed: then nothing tells which of its events are
 */
export async function publishSealed(deps: PublishingDeps, seal: SealDocument): Promise<SortedOut<SealedEvent>> {
  if (!isAsSigned(seal)) {
    throw new RelayError('SEAL_BROKEN', `seal ${seal._id}: its list of events is not the one that was signed`)
  }
  const withheld = await withheldVersions(deps.connection)
  const isGoing = ({ stream, version }: SealedEvent) => version < (withheld.get(stream) ?? Number.POSITIVE_INFINITY)
  const sorted = await publishWhole(deps, seal.events.filter(isGoing))
  await deps.kafka.publish(anchorsTopicOf(deps.context), [
    {
      // The anchors of one chain are in one partition, in their order.
      key: seal.shard ? `${deps.context}-${seal.shard}` : deps.context,
      value: JSON.stringify(anchorOf(seal)),
      headers: { 'content-type': 'application/json' },
    },
  ])
  return sorted
}

/** Whether the list of the seal's events leads to its root. */
export function isAsSigned({ events, root, count }: SealDocument): boolean {
  return events.length === count && rootOf(events.map(({ hash }) => hash)) === root
}

/** Publishes the sealed events, of each stream up to the first that is not what was sealed, or that Kafka does not take. */
export async function publishWhole(
  deps: PublishingDeps,
  sealed: readonly SealedEvent[],
): Promise<SortedOut<SealedEvent>> {
  const ids = sealed.map(({ id }) => id)
  const stored = await storedEventsById(deps.connection, ids)
  const faultsInStore = (claim: SealedEvent) => eventFaultOf(deps.context, claim, stored.get(claim.id))
  const refused = new Set<string>()
  let begun = 0
  for (;;) {
    const sorted = sortOut(sealed, (claim) => (refused.has(claim.id) ? 'EVENT_REFUSED' : faultsInStore(claim)))
    const rest = sorted.whole.slice(begun).flatMap(({ id }) => stored.get(id) ?? [])
    const refusal = await publishEvents(deps, rest)
    if (refusal === null) return sorted
    refused.add(refusal.event.id)
    begun += refusal.index
  }
}

interface Refusal {
  readonly event: StoredEvent
  readonly index: number
}

/** Answers `null` when all are confirmed, else the one that is refused; those before it are confirmed. */
async function publishEvents(
  { kafka, context }: PublishingDeps,
  events: readonly StoredEvent[],
): Promise<Refusal | null> {
  if (events.length === 0) return null
  const spans = events.map((event) => beginSpan('afterline.publish', event))
  try {
    await kafka.publish(
      eventsTopicOf(context),
      events.map((event) => messageOf(context, event)),
    )
    for (const span of spans) span.end()
    return null
  } catch (error) {
    for (const span of spans) span.fail(error)
    const event = error instanceof MessageRefused ? events[error.index] : undefined
    if (error instanceof MessageRefused && event) return { event, index: error.index }
    throw error
  }
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
