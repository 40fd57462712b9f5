import { hashOfEvent, type StoredEvent } from '@afterline/events'

/**
 * The first event of a stream that is not what was stored: what was changed behind our back must not become what
 * everything is made of.
 * @param events in the order of their versions
 */
export function changedEvent(events: readonly StoredEvent[]): StoredEvent | undefined {
  return events.find(({ hash, ...event }, index) => {
    const previous = events[index - 1]
    // A gap is another fault, which is told by the version.
    const isNext = previous !== undefined && previous.version + 1 === event.version
    return hash !== hashOfEvent(event) || (isNext && event.previousHash !== previous.hash)
  })
}
