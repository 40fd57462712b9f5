import type { Context, EventRegistry, StoredEvent } from '@afterline/events'
import { type Instant, platformActors } from '@afterline/rules'
import type { ClientSession, Connection } from 'mongoose'
import type { CommandBus, Projection, ProjectionScope } from '../interfaces.ts'
import { beginSpan } from '../kafka/event-span.ts'
import type { KafkaPort } from '../kafka/kafka-port.ts'
import type { Build } from '../projections/build.ts'
import type { Log } from '../store/log.ts'
import { ConsumerError } from './consumer-error.ts'
import type { ConsumerMeters } from './consumer-meters.ts'
import { problemOfData } from './reading.ts'

export interface ConsumerDeps {
  readonly connection: Connection
  readonly kafka: KafkaPort
  /** The context whose service this is; its name is the group's. */
  readonly context: Context
  readonly commands: CommandBus
  readonly registry: EventRegistry
  readonly log: Log
  readonly meters: ConsumerMeters
  now(): Instant
}

/** A projection at work on one of its builds. */
export interface RunningProjection extends Projection {
  readonly build: Build
  /** Under what the build's cursors and parked events are kept. */
  readonly consumer: string
}

/** Whoever does something because of an event is the system, whatever person caused the event. */
const SYSTEM = { id: platformActors.clock, role: 'SYSTEM' } as const

type Handler = (event: StoredEvent, scope: ProjectionScope) => Promise<void>

export function isHandled({ handlers }: Projection, type: string): boolean {
  return Object.hasOwn(handlers, type)
}

function handlerOf(projection: Projection, type: string): Handler | undefined {
  if (!isHandled(projection, type)) return undefined
  // Each handler takes the events of its own name; that the data is of that type is checked before it is called.
  return (projection.handlers as Readonly<Record<string, Handler>>)[type]
}

/**
 * Runs the projection's handler, if it has one for the event, within the transaction and within the event's trace. The
 * handler gets the event in its newest version.
 * @throws ConsumerError UNREADABLE when the data breaks the contract; whatever the handler throws
 */
export async function runHandler(
  { commands, context, registry }: Pick<ConsumerDeps, 'commands' | 'context' | 'registry'>,
  projection: RunningProjection,
  event: StoredEvent,
  session: ClientSession,
): Promise<void> {
  const handler = handlerOf(projection, event.type)
  // A type that nobody here wants may well be newer than this release: only what is handled has to be understood.
  if (!handler) return
  const span = beginSpan('afterline.consume', event, {
    'afterline.context': context,
    'afterline.consumer': projection.name,
  })
  try {
    const problem = problemOfData(registry, event)
    if (problem !== null) throw new ConsumerError('UNREADABLE', problem)
    const following = { actor: SYSTEM, correlationId: event.correlationId, causationId: event.id }
    await span.run(() => handler(registry.newest(event), { session, commands, following, build: projection.build }))
    span.end()
  } catch (error) {
    span.fail(error)
    throw error
  }
}
