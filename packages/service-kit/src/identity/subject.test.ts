import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { isClaimable, isSubject } from './subject.ts'

describe('a subject', () => {
  it.each(['staff-1', 'auth0|5f7c8ec7', 'cn=Wang Li,ou=Sales', '王丽', '3f1c2d', 'ü', 'a'.repeat(255), '👩'])(
    'may be %j',
    (subject) => {
      expect(isSubject(subject)).toBe(true)
    },
  )

  it.each([
    ['nothing', ''],
    ['blank', '  '],
    ['longer than 255 characters', 'a'.repeat(256)],
    ['begun by a space', ' staff-1'],
    ['ended by a line end', 'staff-1\n'],
    ['two spaces in a row', 'Wang  Li'],
    ['a space that does not break', 'Wang\u00a0Li'],
    ['a zero-width space', 'staff\u200b-1'],
    ['a byte order mark', '\ufeffstaff-1'],
    ['a mark that turns the direction', 'staff\u202e-1'],
    ['a filler that shows as nothing', 'staff\u3164'],
    ['a character for private use', 'staff\ue000'],
    ['NUL', 'staff\0'],
    ['a number', 5],
    ['a list', ['staff-1']],
    ['absent', undefined],
  ])('is not what is %s', (_, claim) => {
    expect(isSubject(claim)).toBe(false)
  })

  it('holds no half or control character, wherever it stands', () => {
    const surrogate = fc.integer({ min: 0xd800, max: 0xdfff }).map((unit) => String.fromCharCode(unit))
    const control = fc.integer({ min: 0, max: 0x9f }).filter((unit) => unit < 0x20 || unit > 0x7e)
    const unfit = fc.oneof(
      surrogate,
      control.map((unit) => String.fromCharCode(unit)),
    )
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{0,9}$/), unfit, fc.stringMatching(/^[a-z]{0,9}$/), (a, bad, b) => {
        expect(isSubject(a + bad + b)).toBe(false)
      }),
    )
  })
})

describe('a subject of a token', () => {
  it.each(['staff-1', 'system-1', 'publican'])('may be claimed: %j', (subject) => {
    expect(isClaimable(subject)).toBe(true)
  })

  it.each(['system', 'public', 'SYSTEM', 'Public', 'ｓｙｓｔｅｍ', 'pub lic'])(
    'is not one of the platform itself, which is nobody: %j',
    (subject) => {
      expect([isSubject(subject), isClaimable(subject)]).toEqual([true, false])
    },
  )

  it.each([' staff-1', '', 7, null])('is a plain text: %j', (claim) => {
    expect(isClaimable(claim)).toBe(false)
  })
})
