import { hashOfEvent, type StoredEvent } from '@afterline/events'
import { parseInstant } from '@afterline/rules'
import { describe, expect, it } from '@jest/globals'
import { eventFaultOf, sortOut } from './event-faults.ts'
import { nextEvent } from './fixtures/test-chains.ts'

const at = parseInstant('2026-02-13T08:00:00.000Z')
const event = nextEvent('customer-018f3f64-5b7e-7d5e-8b1a-3a2b4c5d6e7f', undefined, at)
const claim = { id: event.id, stream: event.stream, version: event.version, hash: event.hash }

/** What somebody would store who knows how hashes are made. */
function rehashed(changes: object): StoredEvent {
  const { hash: _hash, ...rest } = { ...event, ...changes }
  return { ...rest, hash: hashOfEvent(rest) }
}

describe('an event of the outbox or of a seal', () => {
  it('is whole when it is stored as it was', () => {
    expect(eventFaultOf('customers', claim, event)).toBeNull()
  })

  it('is missed when it is not stored', () => {
    expect(eventFaultOf('customers', claim, undefined)).toBe('EVENT_MISSING')
  })

  it.each<[string, StoredEvent]>([
    ['does not match its hash', { ...event, occurredAt: parseInstant('2026-02-13T08:00:00.001Z') }],
    ['has another hash that it matches', rehashed({ data: {} })],
    ['has another hash than it matches', { ...event, hash: 'f'.repeat(64) }],
  ])('is exposed when what is stored %s', (_, stored) => {
    expect(eventFaultOf('customers', claim, stored)).toBe('EVENT_CHANGED')
  })

  it.each([
    ['stream', { ...claim, stream: 'customer-other' }],
    ['version', { ...claim, version: 2 }],
  ])('is exposed when it is that of another %s', (_, other) => {
    expect(eventFaultOf('customers', other, event)).toBe('EVENT_CHANGED')
  })

  it.each([
    ['without an actor', { actor: null }],
    ['with a trace that is no text', { traceparent: 7 }],
  ])('is not published %s, however well it matches its hash', (_, changes) => {
    const stored = rehashed(changes)
    expect(eventFaultOf('customers', { ...claim, hash: stored.hash }, stored)).toBe('EVENT_UNREADABLE')
  })
})

describe('a batch with an event that cannot go on', () => {
  const entry = (stream: string, version: number) => ({ stream, version })
  const batch = [entry('a', 1), entry('b', 1), entry('a', 2), entry('b', 2), entry('a', 3), entry('a', 4)]

  it('keeps what comes before it on its stream and everything of others, and names only the first fault', () => {
    const sorted = sortOut(batch, ({ stream, version }) =>
      stream === 'a' && version % 2 === 0 ? 'EVENT_CHANGED' : null,
    )
    expect(sorted.whole).toEqual([entry('a', 1), entry('b', 1), entry('b', 2)])
    expect(sorted.faulty).toEqual([{ entry: entry('a', 2), code: 'EVENT_CHANGED' }])
  })
})
