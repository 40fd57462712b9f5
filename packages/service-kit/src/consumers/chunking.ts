import type { StoredEvent } from '@afterline/events'
import type { IncomingMessage } from '../kafka/kafka-port.ts'
import type { Reading, UnreadableMessage } from './reading.ts'

/** What is dealt with in one transaction per projection. */
export interface Chunk {
  readonly events: readonly StoredEvent[]
  readonly unreadable: readonly UnreadableMessage[]
  readonly lastOffset: string
}

/** Events with a handler cost; the others only move cursors, in bulk. */
const WANTED_EVENTS = 100
const ALL_EVENTS = 1_000

/** Cuts messages, in their order, into chunks of at most 100 events that somebody wants, and 1,000 in all. */
export function* chunksOfReadings(
  messages: readonly IncomingMessage[],
  read: (message: IncomingMessage) => Reading,
  isWanted: (type: string) => boolean,
): Generator<Chunk> {
  let events: StoredEvent[] = []
  let unreadable: UnreadableMessage[] = []
  let wanted = 0
  for (const [index, message] of messages.entries()) {
    const reading = read(message)
    if (reading.event === null) unreadable.push(reading)
    else events.push(reading.event)
    if (reading.event !== null && isWanted(reading.event.type)) wanted += 1
    const isFull = wanted >= WANTED_EVENTS || events.length >= ALL_EVENTS
    if (isFull || index === messages.length - 1) {
      yield { events, unreadable, lastOffset: message.offset }
      events = []
      unreadable = []
      wanted = 0
    }
  }
}
