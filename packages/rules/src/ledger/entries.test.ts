import { describe, expect, it } from '@jest/globals'
import { type Entry, earlierTold, withEntries, withEntry } from './entries.ts'
import { hour } from './fixtures.ts'

const entry = (id: string, at: number, amount = 0) => ({ id, at: hour(at), amount })
const told = (...entries: readonly (Entry & { readonly amount: number })[]) =>
  entries.reduce<readonly (Entry & { readonly amount: number })[]>(withEntry, [])

describe('entries of a stream', () => {
  it('are kept by time, whichever is told first', () => {
    expect(told(entry('a', 3), entry('b', 1), entry('c', 2)).map(({ id }) => id)).toEqual(['b', 'c', 'a'])
  })

  it('of one instant are kept by their ids, whichever is told first', () => {
    expect(told(entry('b', 1), entry('a', 1), entry('c', 1)).map(({ id }) => id)).toEqual(['a', 'b', 'c'])
    expect(told(entry('c', 1), entry('b', 1), entry('a', 1)).map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  })

  it('hold once what is told twice', () => {
    expect(told(entry('a', 1, 5), entry('a', 1, 7))).toEqual([entry('a', 1, 5)])
  })

  it('keep the earlier of two with one id, whichever is told first', () => {
    const earlier = [entry('b', 0), entry('a', 1, 5)]
    expect(told(entry('a', 1, 5), entry('b', 0), entry('a', 2, 7))).toEqual(earlier)
    expect(told(entry('a', 2, 7), entry('b', 0), entry('a', 1, 5))).toEqual(earlier)
  })
})

describe('entries told together', () => {
  it('are as if told one by one', () => {
    const known = told(entry('a', 3), entry('b', 1))
    const more = [entry('d', 2), entry('a', 2, 7), entry('d', 5, 9)]
    expect(withEntries(known, more)).toEqual(more.reduce(withEntry, known))
    expect(withEntries(known, more)).toEqual([entry('b', 1), entry('a', 2, 7), entry('d', 2)])
  })

  it('may be none', () => {
    expect(withEntries(told(entry('a', 3)), [])).toEqual([entry('a', 3)])
  })
})

describe('what can happen only once', () => {
  it('is known from the first telling', () => {
    expect(earlierTold(null, entry('a', 4))).toEqual(entry('a', 4))
  })

  it('happened at the earlier of two instants, whichever is told first', () => {
    expect(earlierTold(entry('a', 4), entry('b', 3))).toEqual(entry('b', 3))
    expect(earlierTold(entry('a', 3), entry('b', 4))).toEqual(entry('a', 3))
  })

  it('stays as it was told first when told again of the same instant', () => {
    expect(earlierTold(entry('a', 4), entry('b', 4))).toEqual(entry('a', 4))
  })
})
