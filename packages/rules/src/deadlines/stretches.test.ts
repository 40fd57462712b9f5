import { describe, expect, it } from '@jest/globals'
import { NEVER_MILLIS } from './due.ts'
import { movedBy, type Stretch, unionOf, within } from './stretches.ts'

const FOREVER = Number.POSITIVE_INFINITY
const stretches = (...pairs: readonly (readonly [number, number])[]): readonly Stretch[] =>
  pairs.map(([from, until]) => ({ from, until }))

describe('the union of stretches', () => {
  it.each([
    ['nothing', [], []],
    [
      'those that lie apart, in order',
      [
        [5, 6],
        [1, 2],
      ],
      [
        [1, 2],
        [5, 6],
      ],
    ],
    [
      'those that adjoin as one',
      [
        [1, 2],
        [2, 3],
      ],
      [[1, 3]],
    ],
    [
      'those that overlap as one',
      [
        [2, 5],
        [1, 3],
      ],
      [[1, 5]],
    ],
    [
      'one that lies inside another',
      [
        [1, 9],
        [2, 3],
      ],
      [[1, 9]],
    ],
    [
      'several that touch one another',
      [
        [1, 4],
        [3, 6],
        [6, 7],
        [8, 9],
      ],
      [
        [1, 7],
        [8, 9],
      ],
    ],
    [
      'no stretch without length, and none backwards',
      [
        [3, 3],
        [5, 4],
      ],
      [],
    ],
    [
      'one without an end',
      [
        [4, FOREVER],
        [1, 2],
        [3, 5],
      ],
      [
        [1, 2],
        [3, FOREVER],
      ],
    ],
  ] as const)('has %s', (_, given, expected) => {
    expect(unionOf(stretches(...given))).toEqual(stretches(...expected))
  })
})

describe('what lies within a time', () => {
  it('is cut at both ends, and nothing without length is left', () => {
    const all = stretches([0, 2], [3, 4], [5, 8], [8, 9])
    expect(within(all, 1, 8)).toEqual(stretches([1, 2], [3, 4], [5, 8]))
    expect(within(all, 2, 3)).toEqual([])
    expect(within(stretches([1, FOREVER]), 4, FOREVER)).toEqual(stretches([4, FOREVER]))
  })
})

describe('an instant that stretches of elapsed time move (C40)', () => {
  it.each([
    ['is left by none', 10, [], 10],
    [
      'is moved by those before it',
      10,
      [
        [1, 3],
        [5, 6],
      ],
      13,
    ],
    [
      'meets more of them on the way: 10 + 4, which is past 13',
      10,
      [
        [1, 5],
        [13, 15],
      ],
      16,
    ],
    ['has come when one begins', 10, [[10, 20]], 10],
    ['has one moment left when one begins just before', 10, [[9, 20]], 21],
    ['is left by those after it', 10, [[11, 20]], 10],
    ['never comes in one without an end', 10, [[9, FOREVER]], NEVER_MILLIS],
    ['had come before one without an end', 10, [[10, FOREVER]], 10],
  ] as const)('%s', (_, instant, given, moved) => {
    expect(movedBy(stretches(...given), null, instant)).toBe(moved)
  })
})
