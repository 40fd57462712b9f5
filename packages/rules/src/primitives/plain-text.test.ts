import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { hiddenIn, hiddenInIdentifier, plainIdentifier, plainText, withoutHidden } from './plain-text.ts'

/** Characters that show as nothing, by ranges of the Unicode standard. */
const ranges: readonly (readonly [number, number])[] = [
  [0xad, 0xad], // soft hyphen
  [0x34f, 0x34f], // combining grapheme joiner
  [0x61c, 0x61c], // Arabic letter mark
  [0x115f, 0x1160], // Hangul fillers
  [0x17b4, 0x17b5], // Khmer inherent vowels
  [0x180b, 0x180f], // Mongolian selectors
  [0x200b, 0x200f], // zero-width space and joiners, marks of direction
  [0x2028, 0x2029], // separators of lines and paragraphs
  [0x202a, 0x202e], // embeddings and overrides of direction
  [0x2060, 0x206f], // word joiner, invisible operators, isolates
  [0x3164, 0x3164], // Hangul filler
  [0xfe00, 0xfe0f], // variation selectors
  [0xfeff, 0xfeff], // byte order mark
  [0xffa0, 0xffa0], // half-width Hangul filler
  [0xfff9, 0xfffb], // annotations
  [0x1d173, 0x1d17a], // musical formatting
  [0xe0001, 0xe0001], // language tag
  [0xe0020, 0xe007f], // tags
  [0xe0100, 0xe01ef], // further variation selectors
]
const invisible = fc
  .constantFrom(...ranges)
  .chain(([from, to]) => fc.integer({ min: from, max: to }))
  .map((code) => String.fromCodePoint(code))
const word = fc.stringMatching(/^[A-Za-z]{1,8}$/)

describe('a character that nobody sees', () => {
  it('is found between, before and behind letters, whatever it is', () => {
    fc.assert(
      fc.property(word, invisible, word, (before, hidden, after) => {
        for (const text of [before + hidden + after, hidden + after, before + hidden]) {
          expect([text, hiddenIn(text) !== null, hiddenInIdentifier(text) !== null]).toEqual([text, true, true])
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('is told by its code', () => {
    expect(hiddenIn('a\u200bb')).toBe('U+200B')
    expect(hiddenIn('a\u{e0041}')).toBe('U+E0041')
  })

  it('is left out of what another system wrote, and nothing else is', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(word, invisible), { maxLength: 12 }), (parts) => {
        const letters = parts.filter((part) => /^[A-Za-z]+$/.test(part)).join('')
        expect(withoutHidden(parts.join(''))).toBe(letters)
      }),
      { numRuns: 2000 },
    )
    expect(withoutHidden('\u180b\u180b')).toBe('')
    expect(withoutHidden('葛\u{e0100}\u200b飾')).toBe('葛\u{e0100}飾')
  })
})

describe('a character that does something where it stands', () => {
  it.each([
    ['a joiner within emoji', '👩\u200d⚕\ufe0f 王丽'],
    ['a joiner behind a colour of skin', '👩🏽\u200d🔬'],
    ['a selector of an emoji', '❤\ufe0f'],
    ['a selector of a keycap', '1\ufe0f\u20e3'],
    ['a selector of the form of a Chinese character', '葛\u{e0100}飾'],
    ['a standard variant of one', '㐂\ufe00'],
    ['a non-joiner in Persian', 'می\u200cخواهم'],
    ['a joiner in Devanagari', 'क्\u200dष'],
    ['a non-joiner in Devanagari', 'क्\u200cष'],
    ['a selector in Mongolian', '\u182a\u180b'],
  ])('is no hidden one: %s', (_, text) => {
    expect(hiddenIn(text)).toBeNull()
    expect(withoutHidden(text)).toBe(text)
    // What names a thing needs none of them.
    expect(hiddenInIdentifier(text)).not.toBeNull()
  })

  it.each([
    ['a joiner between Latin letters', 'a\u200db'],
    ['a joiner between Chinese characters', '王\u200d丽'],
    ['a second selector', '葛\u{e0100}\u{e0101}'],
    ['a selector of a digit', '1\ufe0f'],
    ['a joiner at the end of an emoji', '👩\u200d'],
    ['tags behind a flag', '🏴\u{e0067}\u{e0062}\u{e007f}'],
  ])('is one elsewhere: %s', (_, text) => {
    expect(hiddenIn(text)).not.toBeNull()
  })
})

describe('a plain text', () => {
  it.each([
    ['  Lakeside\u00a0Hospital\u3000', 'Lakeside\u00a0Hospital'],
    ['\ufeffcode', 'code'],
    ['e\u0301lan', 'élan'],
    ['两行\n文字\r\n', '两行\n文字'],
    ['批号：Ａ－１', '批号：Ａ－１'],
    [' \t\n', ''],
    ['\u2800 \u2800', ''],
    ['\u3000', ''],
    ['𠮷野家', '𠮷野家'],
    // Singletons: compatibility ideographs are canonically the unified ones.
    ['\u{2f800}', '丽'],
  ])('%j is %j', (entered, kept) => {
    expect(plainText(entered)).toBe(kept)
  })

  it('stays what it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(plainText(plainText(text))).toBe(plainText(text))
        expect(plainIdentifier(plainIdentifier(text))).toBe(plainIdentifier(text))
      }),
    )
  })
})

describe('a plain identifier', () => {
  it.each([
    ['ＬＯＴ－７／ｂ', 'LOT-7/b'],
    ['　Ａ１　', 'A1'],
    ['批号７', '批号7'],
    ['ｶﾞ', 'ガ'],
    ['10㎡', '10㎡'],
  ])('%j is %j', (entered, kept) => {
    expect(plainIdentifier(entered)).toBe(kept)
  })
})
