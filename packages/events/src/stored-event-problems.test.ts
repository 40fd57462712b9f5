import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import mongoose from 'mongoose'
import { fromCloudEvent, type StoredEvent, toCloudEvent } from './envelope.ts'
import { events, eventsOf } from './fixtures/event-arbitrary.ts'
import { unfitTexts } from './fixtures/schema-arbitrary.ts'
import { canonicalJson, hashOfEvent } from './hash.ts'
import { eventRegistry } from './platform-events.ts'
import { ProductRegistered } from './product-events.ts'
import { problemsOfStoredEvent, type UnhashedEvent } from './stored-event-problems.ts'

const { BSON } = mongoose.mongo
const problemsOf = (event: UnhashedEvent) => problemsOfStoredEvent(eventRegistry, event)

function throughDatabase(event: UnhashedEvent): UnhashedEvent {
  // What is stored is an event again: that is what this asks.
  return BSON.deserialize(BSON.serialize({ ...event }, { ignoreUndefined: true })) as UnhashedEvent
}

function throughTopic(event: UnhashedEvent): StoredEvent {
  return fromCloudEvent(JSON.parse(JSON.stringify(toCloudEvent('orders', { ...event, hash: hashOfEvent(event) }))))
}

/** Where an event holds text, as paths of names; a path leads to the text itself. */
function textsWithin(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value === 'string') return [path]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, member]) => textsWithin(member, [...path, name]))
}

/** The event with another text at a place; what it was made from stays as it is. */
function withTextAt(event: UnhashedEvent, path: readonly string[], text: string): UnhashedEvent {
  const changed: UnhashedEvent = structuredClone(event)
  const parent = path.slice(0, -1).reduce<Record<string, unknown>>(
    // The path was made by walking this very event.
    (holder, name) => holder[name] as Record<string, unknown>,
    changed as unknown as Record<string, unknown>,
  )
  parent[path.at(-1) ?? ''] = text
  return changed
}

describe('an event that keeps the contract', () => {
  it('has no problem, whatever text it holds', () => {
    fc.assert(fc.property(events, (event) => expect(problemsOf(event)).toEqual([])))
  })

  it('is hashed the same when it comes back from the database and from its topic', () => {
    fc.assert(
      fc.property(events, (event) => {
        expect(hashOfEvent(throughDatabase(event))).toBe(hashOfEvent(event))
        expect(hashOfEvent(throughTopic(event))).toBe(hashOfEvent(event))
      }),
    )
  })
})

describe('an event that is changed at will', () => {
  const anyText = fc.oneof(unfitTexts, fc.string({ unit: 'binary' }), fc.string({ minLength: 290, maxLength: 310 }))

  it('either has a problem or is hashed the same when it comes back', () => {
    let [refused, kept] = [0, 0]
    fc.assert(
      fc.property(events, fc.nat(), anyText, (event, index, text) => {
        const places = textsWithin(event)
        const changed = withTextAt(event, places[index % places.length] ?? [], text)
        if (isRefused(changed)) {
          refused += 1
          return
        }
        kept += 1
        expect(hashOfEvent(throughDatabase(changed))).toBe(hashOfEvent(changed))
        expect(hashOfEvent(throughTopic(changed))).toBe(hashOfEvent(changed))
      }),
      { numRuns: 500 },
    )
    // Both ways are taken, or the law says nothing.
    expect(Math.min(refused, kept)).toBeGreaterThan(0)
  })

  it('has a problem at the very place where something unfit was put', () => {
    fc.assert(
      fc.property(events, fc.nat(), unfitTexts, (event, index, text) => {
        const places = textsWithin(event).filter(([name]) => name !== 'type')
        const place = places[index % places.length] ?? []
        expect(problemsOf(withTextAt(event, place, text))).toContainEqual(
          expect.objectContaining({ path: `/${place.join('/')}`, isValue: true }),
        )
      }),
    )
  })

  /** An event of a type that nobody knows has no schema to be held against. */
  function isRefused(event: UnhashedEvent): boolean {
    try {
      return problemsOf(event).length > 0
    } catch {
      return true
    }
  }
})

describe('half a character', () => {
  it('would be hashed differently after the database: that is why it is refused', () => {
    const [event] = fc.sample(eventsOf(ProductRegistered), 1)
    if (!event) throw new Error('a sample of one has one')
    const broken = { ...event, backdatedBecause: 'late \ud83d' }
    expect(canonicalJson(throughDatabase(broken))).not.toBe(canonicalJson(broken))
    expect(problemsOf(broken)).toEqual([
      { path: '/backdatedBecause', reason: 'holds half a character (U+D83D)', isValue: true },
    ])
  })
})

describe('what is wrong with an event', () => {
  const [event] = fc.sample(eventsOf(ProductRegistered), 1)
  if (!event) throw new Error('a sample of one has one')
  const data = event.data as object

  it.each<[string, Partial<UnhashedEvent>, string, boolean]>([
    ['a subject of 301 characters', { actor: { id: 's'.repeat(301), role: 'FINANCE' } }, '/actor/id', true],
    ['no role', { actor: { id: 's', role: '' } }, '/actor/role', true],
    ['a correlation of 301 characters', { correlationId: 'c'.repeat(301) }, '/correlationId', true],
    ['a cause of 301 characters', { causationId: 'c'.repeat(301) }, '/causationId', true],
    ['a reason of 4,001 characters', { backdatedBecause: 'r'.repeat(4001) }, '/backdatedBecause', true],
    ['an instant that is none', { occurredAt: '2026-01-01T00:00:00Z' as never }, '/occurredAt', true],
    ['a stream that no context owns', { stream: 'planet-1' }, '/stream', false],
    ['an id that is no UUID', { id: '1' }, '/id', true],
    ['a name that is too long', { data: { ...data, name: 'n'.repeat(301) } }, '/data/name', true],
    ['a name that is a number', { data: { ...data, name: 5 } }, '/data/name', false],
    ['a member that nobody knows', { data: { ...data, colour: 'red' } }, '/data', false],
    ['a member whose name is no text', { data: { ...data, 'a\0': 1 } }, '/data', true],
    ['data that are none', { data: null }, '/data', false],
    ['a long text where none may be', { data: { ...data, model: 'm'.repeat(301) } }, '/data/model', true],
  ])('is told by its place: %s', (_, change, path, isValue) => {
    expect(problemsOf({ ...event, ...change })).toEqual([{ path, reason: expect.any(String), isValue }])
  })
})
