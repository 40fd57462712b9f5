import { complaintEvents } from './complaint-events.ts'
import { customerEvents } from './customer-events.ts'
import { orderEvents } from './order-events.ts'
import { lotEvents, productEvents } from './product-events.ts'
import { createEventRegistry, type EventRegistry } from './registry.ts'
import { streamEvents } from './stream-events.ts'
import { surveyEvents } from './survey-events.ts'
import type { EventDefinition } from './vocabulary.ts'

/** Every event type of the platform in its newest version. */
export const currentDefinitions: readonly EventDefinition[] = [
  ...customerEvents,
  ...productEvents,
  ...lotEvents,
  ...orderEvents,
  ...complaintEvents,
  ...surveyEvents,
  ...streamEvents,
]

/** The events of the platform. */
export const eventRegistry: EventRegistry = createEventRegistry(currentDefinitions)
