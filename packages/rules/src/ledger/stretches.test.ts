import { describe, expect, it } from '@jest/globals'
import { hour } from './fixtures.ts'
import { stretchesFrom, stretchesWhere } from './stretches.ts'

const stretch = (since: number, until: number | null) => ({
  since: hour(since),
  until: until === null ? null : hour(until),
})

describe('instants', () => {
  it('divide time from the earliest on, in whatever order they come and however often', () => {
    expect(stretchesFrom([5, 2, 9, 2].map(hour))).toEqual([stretch(2, 5), stretch(5, 9), stretch(9, null)])
  })

  it('divide nothing when there is none', () => {
    expect(stretchesFrom([])).toEqual([])
  })
})

describe('something that changes now and then', () => {
  const where = (...held: readonly number[]) =>
    stretchesWhere([1, 2, 3, 4].map(hour), (at) => held.map(hour).includes(at))

  it.each([
    ['never', [], []],
    ['from the last change on', [4], [stretch(4, null)]],
    ['between two changes', [2], [stretch(2, 3)]],
    ['on through a change that leaves it as it was', [2, 3], [stretch(2, 4)]],
    ['through all of it', [1, 2, 3, 4], [stretch(1, null)]],
    ['twice', [1, 3, 4], [stretch(1, 2), stretch(3, null)]],
  ])('may hold %s', (_, held, expected) => {
    expect(where(...held)).toEqual(expected)
  })
})
