import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { identifierOf } from './identifier.ts'

describe('an identifier', () => {
  it.each([
    ['in lower case', 'l-1'],
    ['with blanks', ' L - 1\t'],
    ['with a no-break and an ideographic space', '\u00a0L-1\u3000'],
    ['of full-width letters', 'Ｌ－１'],
    ['with a zero-width space', 'L\u200b-1'],
    ['with a byte order mark', '\ufeffL-1'],
    ['with a soft hyphen beside the other', 'L\u00ad-1'],
    ['with an en dash', 'L\u20131'],
    ['with a line end', 'L-1\r\n'],
  ])('is the same %s', (_, text) => {
    expect(identifierOf(text)).toBe('L-1')
  })

  it('tells apart what people tell apart', () => {
    const texts = ['L-1', 'L1', 'L-10', 'L-I', 'L/1', '上海市第一人民医院', '上海市第二人民医院', '']
    expect(new Set(texts.map(identifierOf)).size).toBe(texts.length)
  })

  it('is the identifier of itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(identifierOf(identifierOf(text))).toBe(identifierOf(text))
      }),
    )
  })
})
