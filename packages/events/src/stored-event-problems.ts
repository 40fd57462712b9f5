import { contextOfStream } from './categories.ts'
import { problemsOfCloudEvent } from './cloud-event-schema.ts'
import { type StoredEvent, toCloudEvent } from './envelope.ts'
import type { EventProblem } from './event-problem.ts'
import { GENESIS_HASH } from './hash.ts'
import type { EventRegistry } from './registry.ts'
import { problemsOfTexts } from './text.ts'

/** An event before its hash is made. */
export type UnhashedEvent = Omit<StoredEvent, 'hash'>

/**
 * What keeps an event from being stored, all of it; empty when it keeps the contract as a whole: envelope, data, and every
 * text in it. Asked before the event is hashed, so that whatever has a hash comes back from the database and from the
 * topics as it was hashed, and can be read by whoever keeps to the published schemas. Paths are those of the stored event.
 */
export function problemsOfStoredEvent(registry: EventRegistry, event: UnhashedEvent): readonly EventProblem[] {
  const { type, schemaVersion, data, ...envelope } = event
  const texts = [...problemsOfTexts(envelope), ...problemsOfTexts(data, '/data')]
  if (texts.length > 0) return texts
  const ofData = registry.problemsOfEventData(type, schemaVersion, data).map(within('/data'))
  return [...problemsOfEnvelope(event), ...ofData]
}

function problemsOfEnvelope(event: UnhashedEvent): readonly EventProblem[] {
  const context = contextOf(event.stream)
  if (context === null) return [{ path: '/stream', reason: 'belongs to no context', isValue: false }]
  return problemsOfCloudEvent(toCloudEvent(context, { ...event, hash: GENESIS_HASH })).map(
    ({ path, ...problem }): EventProblem => ({ ...problem, path: STORED_AS[path] ?? path }),
  )
}

/** The envelope's names that are other ones in the stored event, as far as what they hold comes from outside. */
const STORED_AS: Readonly<Record<string, string>> = {
  '/actorid': '/actor/id',
  '/actorrole': '/actor/role',
  '/backdatedbecause': '/backdatedBecause',
  '/causationid': '/causationId',
  '/correlationid': '/correlationId',
  '/recordedat': '/recordedAt',
  '/subject': '/stream',
  '/time': '/occurredAt',
}

function within(parent: string): (problem: EventProblem) => EventProblem {
  return (problem) => ({ ...problem, path: parent + problem.path })
}

function contextOf(stream: string) {
  try {
    return contextOfStream(stream)
  } catch {
    return null
  }
}
