import { describe, expect, it } from '@jest/globals'
import { decodeCursor, encodeCursor } from './cursor.ts'

const invalid = expect.objectContaining({ extensions: expect.objectContaining({ code: 'CURSOR_INVALID' }) })

describe('a cursor', () => {
  const cursor = encodeCursor('orders -state.placedAt', ['2026-03-02T01:00:00.000Z', 'id-1'])

  it('holds a position of its list', () => {
    expect(decodeCursor('orders -state.placedAt', cursor, 2)).toEqual(['2026-03-02T01:00:00.000Z', 'id-1'])
  })

  it.each([
    ['of another list', 'complaints -state.receivedAt', cursor],
    ['of another order of the same list', 'orders state.placedAt', cursor],
    ['with another number of fields', 'orders -state.placedAt', encodeCursor('orders -state.placedAt', ['a'])],
    ['that is no text', 'orders -state.placedAt', 'x'],
    ['that holds an object', 'l', Buffer.from('["l",{"$gt":""},"a"]').toString('base64url')],
    ['that holds null', 'l', Buffer.from('["l",null,"a"]').toString('base64url')],
  ])('is refused %s', (_, list, other) => {
    expect(() => decodeCursor(list, other, 2)).toThrow(invalid)
  })
})
