import { describe, expect, it } from '@jest/globals'
import { isAtLeastAsStrict, readTerm, type Term, termText } from './term.ts'

describe('a limit that asks for a number of contacts (CUS-11)', () => {
  const count = (atLeast: number): Term => ({ clock: 'count', atLeast })

  it.each([
    ['2 contacts', 2],
    ['1 contact', 1],
    ['1000 contacts', 1000],
  ])('is read from %p', (text, atLeast) => {
    expect(readTerm('count', text, 'sameClock')).toEqual(count(atLeast))
  })

  it.each([[null], ['0 contacts'], ['2'], ['contacts'], ['2 days'], ['2 contacts more']])(
    'is not read from %p',
    (text) => {
      expect(readTerm('count', text, 'sameClock')).toBe("the limit must read like '2 contacts'")
    },
  )

  it('is told in both languages', () => {
    expect([termText(count(1)), termText(count(2))]).toEqual([
      { zh: '至少 1 次沟通', en: 'at least 1 contact' },
      { zh: '至少 2 次沟通', en: 'at least 2 contacts' },
    ])
  })

  it('is stricter the more it asks for, and cannot be compared with another clock', () => {
    expect([2, 3, 1].map((atLeast) => isAtLeastAsStrict(count(atLeast), count(2)))).toEqual([true, true, false])
    const fixed: Term = { clock: 'fixed' }
    expect([isAtLeastAsStrict(count(2), fixed), isAtLeastAsStrict(fixed, count(2))]).toEqual([false, false])
  })
})
