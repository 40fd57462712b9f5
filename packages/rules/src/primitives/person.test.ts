import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { isPlatformActor, isSamePerson } from './person.ts'

/** Ways in which one name can be written. */
const spellings: readonly ((name: string) => string)[] = [
  (name) => name.toUpperCase(),
  (name) => ` ${name}\t`,
  (name) => [...name].map((character) => `${character}\u200b`).join(''),
  (name) => `\u202e${name}\u2069`,
  (name) => name.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0)),
  (name) => `${name}\u00ad\ufeff\u{e0041}`,
  (name) => name.replaceAll('-', '\u2010'),
]

describe('a name of a person', () => {
  it('is the same however it is written (C39)', () => {
    const names = fc.stringMatching(/^[a-z0-9-]{1,12}$/)
    const written = fc.array(fc.constantFrom(...spellings), { maxLength: 4 })
    fc.assert(
      fc.property(names, written, (name, ways) => {
        expect(
          isSamePerson(
            ways.reduce((text, way) => way(text), name),
            name,
          ),
        ).toBe(true)
      }),
    )
  })

  it('is another where a letter or digit is another (C39)', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9]{1,12}$/), fc.stringMatching(/^[a-z0-9]{1,12}$/), (a, b) => {
        expect(isSamePerson(a, b)).toBe(a === b)
      }),
    )
  })

  it.each([
    [null, null],
    ['', ''],
    ['\u200b', '\u200b'],
    [undefined, 'wh1'],
    ['wh1', null],
  ])('is nobody where nothing is written: %j, %j', (a, b) => {
    expect(isSamePerson(a, b)).toBe(false)
  })

  it.each(['system', 'SYSTEM', ' public', 'ｐｕｂｌｉｃ', 'sys\u200btem'])('may be one of the platform: %j', (id) => {
    expect(isPlatformActor(id)).toBe(true)
  })

  it.each(['system-1', 'auth0|public', 'systems'])('is none of the platform: %j', (id) => {
    expect(isPlatformActor(id)).toBe(false)
  })
})
