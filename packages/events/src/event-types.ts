import type { ComplaintEvent } from './complaint-events.ts'
import type { CustomerEvent } from './customer-events.ts'
import type { StoredEvent } from './envelope.ts'
import type { OrderEvent } from './order-events.ts'
import type { LotEvent, ProductEvent } from './product-events.ts'
import type { StreamEvent } from './stream-events.ts'
import type { SurveyEvent } from './survey-events.ts'

/** Any event of the contract, in its current version. */
export type AnyEvent = CustomerEvent | ProductEvent | LotEvent | OrderEvent | ComplaintEvent | SurveyEvent | StreamEvent

export type EventType = AnyEvent['type']

/** The data that an event type promises. */
export type EventData<Name extends EventType> = Extract<AnyEvent, { type: Name }>['data']

/** A stored event of a known type. */
export type StoredEventOf<Name extends EventType> = StoredEvent<Name, EventData<Name>>
