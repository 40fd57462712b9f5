import { randomUUIDv7 } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import { recordNumberOf } from './record-number.ts'

describe('the number of a record', () => {
  it('can be read out: its kind, and ten letters that nobody confuses', () => {
    expect(recordNumberOf('order', randomUUIDv7())).toMatch(/^ORD-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/)
  })

  it('follows from kind and id', () => {
    const id = randomUUIDv7()
    expect(recordNumberOf('lot', id)).toBe(recordNumberOf('lot', id))
    expect(recordNumberOf('lot', id).slice(4)).not.toBe(recordNumberOf('product', id).slice(4))
  })

  it('differs from record to record', () => {
    const numbers = Array.from({ length: 10_000 }, () => recordNumberOf('order', randomUUIDv7()))
    expect(new Set(numbers).size).toBe(numbers.length)
  })
})
