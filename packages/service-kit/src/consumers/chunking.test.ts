import { describe, expect, it } from '@jest/globals'
import type { IncomingMessage } from '../kafka/kafka-port.ts'
import { chunksOfReadings } from './chunking.ts'
import { chainOf } from './fixtures/event-chain.ts'
import type { Reading } from './reading.ts'

const [event] = chainOf('customer-00000000-0000-4000-8000-000000000000', 1)
const messageAt = (offset: number): IncomingMessage => ({
  topic: 't',
  partition: 0,
  offset: String(offset),
  key: null,
  value: null,
  headers: {},
})
const messages = (count: number) => Array.from({ length: count }, (_, offset) => messageAt(offset))

function read(message: IncomingMessage): Reading {
  if (!event) throw new Error('a chain of one has one event')
  return message.offset === '3' ? { event: null, problem: 'p', message } : { event }
}

describe('messages cut into chunks', () => {
  const shape = (count: number, isWanted: boolean) =>
    [...chunksOfReadings(messages(count), read, () => isWanted)].map(({ events, unreadable, lastOffset }) => [
      events.length,
      unreadable.length,
      lastOffset,
    ])

  it('hold at most 100 events that somebody wants', () => {
    expect(shape(205, true)).toEqual([
      [100, 1, '100'],
      [100, 0, '200'],
      [4, 0, '204'],
    ])
  })

  it('hold up to 1,000 events that nobody wants', () => {
    expect(shape(1_500, false)).toEqual([
      [1_000, 1, '1000'],
      [499, 0, '1499'],
    ])
  })

  it('are none for no messages, and one for a single unreadable one', () => {
    expect(shape(0, true)).toEqual([])
    const chunks = [...chunksOfReadings([messageAt(3)], read, () => true)]
    expect(chunks.map(({ unreadable, lastOffset }) => [unreadable.length, lastOffset])).toEqual([[1, '3']])
  })
})
