import { categories } from './categories.ts'
import { createEventRegistry, type EventRegistry } from './registry.ts'
import { streamEvents } from './stream-events.ts'
import type { EventDefinition } from './vocabulary.ts'

/** Every event type of the platform in its newest version. */
export const currentDefinitions: readonly EventDefinition[] = [
  ...Object.values(categories).flatMap(({ events }): readonly EventDefinition[] => events),
  ...streamEvents,
]

/** The events of the platform. */
export const eventRegistry: EventRegistry = createEventRegistry(currentDefinitions)
