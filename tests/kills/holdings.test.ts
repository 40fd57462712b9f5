import { describe, expect, it } from '@jest/globals'
import { sealFaults, twiceOtherwise } from './holdings.ts'

const seal = (_id: number, fencingToken: number, ...ids: readonly string[]) => ({
  ...{ _id, fencingToken, isPublished: true },
  events: ids.map((id) => ({ id })),
})

describe('a chain of seals', () => {
  it('is whole when its numbers follow each other, its tokens never fall and each event is in one of them', () => {
    expect(sealFaults([seal(1, 1, 'a', 'b'), seal(2, 3, 'c')], ['a', 'b', 'c'])).toEqual([])
  })

  it.each([
    ['a number is missing', [seal(1, 1, 'a'), seal(3, 1, 'b')], 'seal 3 stands where 2 should'],
    ['a stale relay sealed', [seal(1, 2, 'a'), seal(2, 1, 'b')], 'seal 2 was made by a relay of before'],
    ['it ends unpublished', [seal(1, 1, 'a'), { ...seal(2, 1, 'b'), isPublished: false }], 'seal 2 is not published'],
    ['an event is sealed twice', [seal(1, 1, 'a', 'b'), seal(2, 1, 'b')], '1 events are sealed twice'],
    ['an event is not sealed', [seal(1, 1, 'a')], '1 events are not sealed'],
    ['an event is sealed that is not there', [seal(1, 1, 'a', 'b', 'c')], '1 events are sealed that are not stored'],
  ])('is not when %s', (_, seals, fault) => {
    expect(sealFaults(seals, ['a', 'b'])).toEqual([fault])
  })
})

describe('what was published', () => {
  const message = (id: string, streamversion: number) => ({ id, subject: 'order-1', streamversion })

  it('may come again, as it was', () => {
    expect(twiceOtherwise([message('a', 1), message('b', 2), message('a', 1)])).toEqual([])
  })

  it('may not come again as something else', () => {
    const faults = twiceOtherwise([message('a', 1), message('b', 1)])
    expect(faults).toEqual(['published twice, and differently: order-1 1'])
  })
})
