import { type Context, hashOfEvent, problemsOfReading, type StoredEvent, toCloudEvent } from '@afterline/events'
import type { SealedEvent } from './seal.ts'

/** Everything that keeps one event, and with it the rest of its stream, from being sealed or published. */
export const eventFaults = {
  EVENT_MISSING: 'The outbox or the seal names an event that is not in the event store.',
  EVENT_CHANGED: 'The event is not the one that was stored or sealed: it does not match its hash, or its place.',
  EVENT_UNREADABLE: 'The event matches its hash, but is none by the published contract: nobody could read it.',
  EVENT_UNCOUNTED:
    'Limits and figures cannot be made from the events of the stream; a newer release may have written it.',
  EVENT_REFUSED: 'Kafka does not take the event: it is larger than the limit of the topic.',
  SEAL_BROKEN: 'The seal that the event belongs to is gone, or is not the one that was signed.',
} as const

export type EventFault = keyof typeof eventFaults

/** @param event what is stored under the id of the claim */
export function eventFaultOf(context: Context, claim: SealedEvent, event: StoredEvent | undefined): EventFault | null {
  if (!event) return 'EVENT_MISSING'
  const isInPlace = event.stream === claim.stream && event.version === claim.version
  if (!isInPlace || event.hash !== claim.hash || hashOfEvent(event) !== claim.hash) return 'EVENT_CHANGED'
  return isReadable(context, event) ? null : 'EVENT_UNREADABLE'
}

/** Whoever can write to the database can also make a fitting hash, over something that is not even an event. */
function isReadable(context: Context, event: StoredEvent): boolean {
  try {
    return problemsOfReading(toCloudEvent(context, event)).length === 0
  } catch {
    return false
  }
}

export interface FaultyEvent<Entry> {
  readonly entry: Entry
  readonly code: EventFault
}

export interface SortedOut<Entry> {
  /** Nothing is wrong with these, nor with what comes before them on their streams. */
  readonly whole: readonly Entry[]
  /** Of each other stream the first event that cannot go on; what is behind it waits. */
  readonly faulty: readonly FaultyEvent<Entry>[]
}

/** @param entries each stream's in version order */
export function sortOut<Entry extends { readonly stream: string }>(
  entries: readonly Entry[],
  faultOf: (entry: Entry) => EventFault | null,
): SortedOut<Entry> {
  const whole: Entry[] = []
  const faulty = new Map<string, FaultyEvent<Entry>>()
  for (const entry of entries) {
    if (faulty.has(entry.stream)) continue
    const code = faultOf(entry)
    if (code === null) whole.push(entry)
    else faulty.set(entry.stream, { entry, code })
  }
  return { whole, faulty: [...faulty.values()] }
}
