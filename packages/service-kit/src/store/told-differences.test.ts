import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { toldDifferences } from './told-differences.ts'

describe('what is told again', () => {
  it('says nothing else where it is the same, whatever it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (told) => expect(toldDifferences(told, told, structuredClone(told))).toEqual([])),
    )
  })

  it('names each field that differs, with both values', () => {
    const then = { name: 'Clinic', lines: [{ key: '1', price: { minor: 5, currency: 'CNY' } }] }
    const now = { name: 'Clinic B', lines: [{ key: '1', price: { minor: 7, currency: 'CNY' } }] }
    expect(toldDifferences(now, now, then)).toEqual([
      { field: 'name', before: 'Clinic', after: 'Clinic B' },
      { field: 'lines.0.price.minor', before: '5', after: '7' },
    ])
  })

  it('is compared only in what the record tells, not in what was looked up for it', () => {
    const told = { items: [{ lotId: 'L' }], note: 'not kept' }
    expect(
      toldDifferences(told, { items: [{ lotId: 'L', seller: 'B' }] }, { items: [{ lotId: 'L', seller: 'A' }] }),
    ).toEqual([])
  })

  it('differs in a list as a whole where it is longer or shorter', () => {
    expect(toldDifferences({ lines: [1, 2] }, { lines: [1, 2] }, { lines: [1] })).toEqual([
      { field: 'lines', before: '[1]', after: '[1,2]' },
    ])
  })

  it('is the same in another composition of its letters, and with space around them', () => {
    expect(toldDifferences({ name: 'e\u0301 ' }, { name: 'e\u0301 ' }, { name: '\u00e9' })).toEqual([])
  })
})
