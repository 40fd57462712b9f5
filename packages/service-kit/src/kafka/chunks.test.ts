import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { CHUNK_BYTES, chunksOf, sizeOf } from './chunks.ts'
import type { OutgoingMessage } from './kafka-port.ts'

const messages = fc.array(
  fc.record({ key: fc.string(), value: fc.string({ maxLength: 400 }), headers: fc.constant({ a: 'é' }) }),
  { maxLength: 40 },
)
const bytesOf = (chunk: readonly OutgoingMessage[]) => chunk.reduce((sum, message) => sum + sizeOf(message), 0)

describe('a batch cut into chunks', () => {
  it('keeps every message and the order', () => {
    fc.assert(
      fc.property(messages, fc.integer({ min: 1, max: 3_000 }), (batch, limit) => {
        expect(chunksOf(batch, limit).flat()).toEqual(batch)
      }),
    )
  })

  it('has no chunk above the limit, but for a single message that is larger itself', () => {
    fc.assert(
      fc.property(messages, fc.integer({ min: 1, max: 3_000 }), (batch, limit) => {
        for (const chunk of chunksOf(batch, limit)) expect(chunk.length === 1 || bytesOf(chunk) <= limit).toBe(true)
      }),
    )
  })

  it('is one chunk when it fits, and none when it is empty', () => {
    const batch = [{ key: 'a', value: 'b', headers: {} }]
    expect(chunksOf(batch)).toEqual([batch])
    expect(chunksOf([])).toEqual([])
    expect(CHUNK_BYTES).toBeLessThan(1024 * 1024)
  })

  it('counts bytes, not characters', () => {
    const plain = sizeOf({ key: '', value: 'aa', headers: {} })
    expect(sizeOf({ key: '', value: '投诉', headers: {} })).toBe(plain + 4)
  })
})
