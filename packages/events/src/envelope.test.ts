import { createHash } from 'node:crypto'
import { instantFromMillis } from '@afterline/rules'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { problemsOfCloudEvent } from './cloud-event-schema.ts'
import { fromCloudEvent, type StoredEvent, toCloudEvent } from './envelope.ts'
import { canonicalJson, GENESIS_HASH, hashOfEvent } from './hash.ts'

const instants = fc.integer({ min: 0, max: 4_102_444_800_000 }).map(instantFromMillis)
const names = fc.string({ minLength: 1, maxLength: 20 })
const hashes = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('hex'))
/** As data is when it has been through JSON once; -0 is the one number that JSON cannot keep. */
const data = fc.jsonValue({ maxDepth: 4 }).map((value) => JSON.parse(JSON.stringify(value)))

const events: fc.Arbitrary<StoredEvent> = fc.record({
  id: fc.uuid(),
  type: fc.constantFrom('OrderPlaced', 'ComplaintReceived'),
  schemaVersion: fc.integer({ min: 1, max: 99 }),
  stream: fc.uuid().map((id) => `order-${id}`),
  version: fc.integer({ min: 1 }),
  occurredAt: instants,
  recordedAt: instants,
  actor: fc.record({ id: names, role: names }),
  correlationId: names,
  causationId: fc.option(names),
  traceparent: fc.option(names),
  policyVersion: names,
  backdatedBecause: fc.option(names),
  data,
  previousHash: hashes,
  hash: hashes,
})

describe('an event on its topic', () => {
  it('comes back as it was stored, through JSON, and keeps the schema of the envelope', () => {
    fc.assert(
      fc.property(events, (event) => {
        const message = JSON.parse(JSON.stringify(toCloudEvent('orders', event)))
        expect(problemsOfCloudEvent(message)).toEqual([])
        expect(fromCloudEvent(message)).toEqual(event)
      }),
    )
  })

  it('is refused when a part of the envelope is missing or of another kind', () => {
    const [event] = fc.sample(events, 1)
    if (!event) throw new Error('a sample of one has one')
    const message = toCloudEvent('orders', event)
    for (const name of ['id', 'subject', 'streamversion', 'time', 'hash', 'data']) {
      const { [name]: _removed, ...rest } = { ...message } as Record<string, unknown>
      expect(problemsOfCloudEvent(rest)).not.toEqual([])
    }
    expect(problemsOfCloudEvent({ ...message, streamversion: 0 })).not.toEqual([])
    expect(problemsOfCloudEvent({ ...message, type: 'com.example.other' })).not.toEqual([])
    expect(problemsOfCloudEvent('text')).not.toEqual([])
    expect(() => fromCloudEvent({ ...message, type: 'com.example.other' })).toThrow('not an Afterline event type')
  })
})

describe('canonical JSON', () => {
  it('is JSON of the same value', () => {
    fc.assert(fc.property(data, (value) => expect(JSON.parse(canonicalJson(value))).toEqual(value)))
  })

  it('does not depend on the order of members, at any depth', () => {
    fc.assert(fc.property(data, (value) => expect(canonicalJson(reversed(value))).toBe(canonicalJson(value))))
  })

  it('sorts by code unit and leaves out white space and undefined members', () => {
    expect(canonicalJson({ b: 1, a: [true, null], B: { d: undefined, c: 'x' } })).toBe(
      '{"B":{"c":"x"},"a":[true,null],"b":1}',
    )
  })
})

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, member]) => [name, reversed(member)]),
  )
}

describe('the hash of an event', () => {
  it('is SHA-256 over the canonical JSON of everything but the hash', () => {
    fc.assert(
      fc.property(events, ({ hash: _own, ...event }) => {
        expect(hashOfEvent(event)).toBe(createHash('sha256').update(canonicalJson(event)).digest('hex'))
      }),
    )
  })

  it('stays the same through storage, topic and back', () => {
    fc.assert(
      fc.property(events, (event) => {
        const received = fromCloudEvent(JSON.parse(JSON.stringify(toCloudEvent('orders', event))))
        expect(hashOfEvent(received)).toBe(hashOfEvent(event))
      }),
    )
  })

  it('changes with every part of the event', () => {
    fc.assert(
      fc.property(events, events, (one, other) => {
        for (const name of Object.keys(one) as (keyof StoredEvent)[]) {
          if (name === 'hash' || canonicalJson(one[name]) === canonicalJson(other[name])) continue
          expect(hashOfEvent({ ...one, [name]: other[name] })).not.toBe(hashOfEvent(one))
        }
      }),
    )
  })

  it('begins at a genesis hash that no event has', () => {
    expect(GENESIS_HASH).toMatch(/^0{64}$/)
  })
})
