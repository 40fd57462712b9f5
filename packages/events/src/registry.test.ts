import { instantFromMillis } from '@afterline/rules'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { StoredEvent } from './envelope.ts'
import { GENESIS_HASH, hashOfEvent } from './hash.ts'
import { eventRegistry } from './platform-events.ts'
import { createEventRegistry } from './registry.ts'
import { defineEvent, type EventDefinition, nextVersionOf, record, ShortText, Type } from './vocabulary.ts'

const Weighed1 = defineEvent({
  type: 'Weighed',
  version: 1,
  summary: 'A weight in kilograms.',
  data: record({ kilograms: Type.Integer() }),
})
const Weighed2 = nextVersionOf(Weighed1, {
  summary: 'A weight in grams.',
  data: record({ grams: Type.Integer() }),
  upcast: ({ kilograms }) => ({ grams: kilograms * 1000 }),
})
const Weighed = nextVersionOf(Weighed2, {
  summary: 'A weight in grams, and who weighed.',
  data: record({ grams: Type.Integer(), by: ShortText }),
  upcast: ({ grams }, { actor }) => ({ grams, by: actor.id }),
})
const Counted = defineEvent({
  type: 'Counted',
  version: 1,
  summary: 'A count.',
  data: record({ pieces: Type.Integer() }),
})
const registry = createEventRegistry([Weighed, Counted])

function stored(type: string, schemaVersion: number, data: unknown): StoredEvent {
  const at = instantFromMillis(0)
  const event = {
    id: '0190a1b2-0000-7000-8000-000000000000',
    type,
    schemaVersion,
    stream: 'lot-1',
    version: 1,
    occurredAt: at,
    recordedAt: at,
    actor: { id: 'packer-1', role: 'WAREHOUSE' },
    correlationId: 'c',
    causationId: null,
    traceparent: null,
    policyVersion: '1',
    backdatedBecause: null,
    data,
    previousHash: GENESIS_HASH,
  }
  return { ...event, hash: hashOfEvent(event) }
}

describe('an event type that was defined anew twice', () => {
  it('is known in each of its versions, and written in the last', () => {
    expect(registry.definitions.map(({ type, version }) => `${type} ${version}`)).toEqual([
      'Weighed 1',
      'Weighed 2',
      'Weighed 3',
      'Counted 1',
    ])
    expect([registry.currentVersionOf('Weighed'), registry.currentVersionOf('Counted')]).toEqual([3, 1])
  })

  it('is read as its newest version, whichever was stored', () => {
    const read = (version: number, data: unknown) => registry.newest(stored('Weighed', version, data))
    expect(read(1, { kilograms: 2 })).toMatchObject({ schemaVersion: 3, data: { grams: 2000, by: 'packer-1' } })
    expect(read(2, { grams: 7 })).toMatchObject({ schemaVersion: 3, data: { grams: 7, by: 'packer-1' } })
    const newest = stored('Weighed', 3, { grams: 7, by: 'other' })
    expect(registry.newest(newest)).toBe(newest)
  })

  it('keeps everything but version and data, and leaves what was stored as it was', () => {
    const event = stored('Weighed', 1, { kilograms: 2 })
    const before = structuredClone(event)
    const { schemaVersion: _version, data: _data, ...read } = registry.newest(event)
    const { schemaVersion: _storedVersion, data: _storedData, ...kept } = event
    expect(read).toEqual(kept)
    expect(event).toEqual(before)
    expect(hashOfEvent(event)).toBe(event.hash)
  })

  it('is checked in the version that it was stored in', () => {
    expect(registry.problemsOfEventData('Weighed', 1, { kilograms: 2 })).toEqual([])
    expect(registry.problemsOfEventData('Weighed', 2, { kilograms: 2 })).not.toEqual([])
  })

  it.each([
    ['a later version', 'Weighed', 4],
    ['no version', 'Weighed', 0],
    ['another type', 'Melted', 1],
  ])('does not make known %s', (_, type, version) => {
    const unknown = expect.objectContaining({ code: 'EVENT_UNKNOWN' })
    expect(() => registry.newest(stored(type, version, {}))).toThrow(unknown)
    expect(() => registry.definitionOf(type, version)).toThrow(unknown)
    expect(() => registry.problemsOfEventData(type, version, {})).toThrow(unknown)
  })
})

describe('an up-caster', () => {
  it('that forgets what the next version demands is refused by the compiler', () => {
    const forgetful = nextVersionOf(Counted, {
      summary: 'A count, and who counted.',
      data: record({ pieces: Type.Integer(), by: ShortText }),
      // @ts-expect-error: `by` is missing
      upcast: ({ pieces }) => ({ pieces }),
    })
    expect(createEventRegistry([forgetful]).problemsOfEventData('Counted', 2, { pieces: 1 })).not.toEqual([])
  })
})

describe('a registry', () => {
  it('takes no type twice: neither could be told from the other', () => {
    expect(() => createEventRegistry([Weighed, Weighed2])).toThrow('twice')
  })

  it('knows nothing of another one', () => {
    expect(() => eventRegistry.currentVersionOf('Weighed')).toThrow('not in the contract')
    expect(() => createEventRegistry([Counted]).currentVersionOf('Weighed')).toThrow('not in the contract')
  })
})

/** A type of so many versions, each of which notes that it was passed. */
function chainOf(versions: number): EventDefinition {
  const Trail = record({ trail: Type.Array(Type.Integer()) })
  const first = defineEvent({ type: 'Trail', version: 1, summary: 'One step.', data: Trail })
  return Array.from({ length: versions - 1 }, (_, index) => index + 2).reduce(
    (before, version) =>
      nextVersionOf(before, {
        summary: 'One more step.',
        data: Trail,
        upcast: ({ trail }) => ({ trail: [...trail, version] }),
      }),
    first,
  )
}

describe('up-casters in a row', () => {
  const versions = fc.integer({ min: 1, max: 9 })

  it('are each passed once, in order, from the stored version on', () => {
    fc.assert(
      fc.property(versions, versions, (a, b) => {
        const [from, newest] = [Math.min(a, b), Math.max(a, b)]
        const read = createEventRegistry([chainOf(newest)]).newest(stored('Trail', from, { trail: [from] }))
        const passed = Array.from({ length: newest - from + 1 }, (_, index) => from + index)
        expect(read).toMatchObject({ schemaVersion: newest, data: { trail: passed } })
      }),
    )
  })

  it('give the same whether a release in between read the event or not', () => {
    fc.assert(
      fc.property(versions, versions, versions, (a, b, c) => {
        const [from = 1, between = 1, newest = 1] = [a, b, c].toSorted((left, right) => left - right)
        const [older, newer] = [createEventRegistry([chainOf(between)]), createEventRegistry([chainOf(newest)])]
        const event = stored('Trail', from, { trail: [] })
        expect(newer.newest(older.newest(event))).toEqual(newer.newest(event))
        expect(newer.newest(newer.newest(event))).toEqual(newer.newest(event))
      }),
    )
  })
})
