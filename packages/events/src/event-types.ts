import type { CategoryEvent } from './categories.ts'
import type { StoredEvent } from './envelope.ts'
import type { StreamEvent } from './stream-events.ts'

/** Any event of the contract, in its current version. */
export type AnyEvent = CategoryEvent | StreamEvent

export type EventType = AnyEvent['type']

/** The data that an event type promises. */
export type EventData<Name extends EventType> = Extract<AnyEvent, { type: Name }>['data']

/** A stored event of a known type. */
export type StoredEventOf<Name extends EventType> = StoredEvent<Name, EventData<Name>>
