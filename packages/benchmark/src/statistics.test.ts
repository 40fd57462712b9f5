import { describe, expect, it } from '@jest/globals'
import { medianOf, quantileOf, ratiosOf, summaryOf } from './statistics.ts'

describe('several measurements of one thing', () => {
  it('are told by the middle one, the lowest and the highest', () => {
    expect(summaryOf([30, 10, 20])).toEqual({ median: 20, low: 10, high: 30 })
  })

  it('have a median half-way between the middle two when their number is even', () => {
    expect(medianOf([4, 1, 3, 2])).toBe(2.5)
  })

  it('are sorted as numbers', () => {
    expect(summaryOf([9, 10, 100])).toEqual({ median: 10, low: 9, high: 100 })
  })

  it('stay as they were', () => {
    const measured = [3, 1, 2]
    summaryOf(measured)
    expect(measured).toEqual([3, 1, 2])
  })

  it('give no figure when there are none, or one is no number', () => {
    expect(() => summaryOf([])).toThrow('nothing was measured')
    expect(() => summaryOf([1, Number.NaN])).toThrow('no number')
    expect(() => medianOf([Number.POSITIVE_INFINITY])).toThrow('no number')
  })
})

describe('a quantile', () => {
  const zeroToHundred = Array.from({ length: 101 }, (_, index) => 100 - index)

  it.each([0, 0.25, 0.5, 0.95, 1])('of the numbers from 0 to 100 at share %p is that many of a hundred', (share) => {
    expect(quantileOf(zeroToHundred, share)).toBeCloseTo(share * 100, 9)
  })

  it('lies between its neighbours in proportion', () => {
    expect(quantileOf([10, 20], 0.3)).toBeCloseTo(13, 9)
  })

  it('of one value is that value', () => {
    expect(quantileOf([7], 0.95)).toBe(7)
  })

  it('has a share from 0 to 1', () => {
    expect(() => quantileOf([1], 95)).toThrow('95 is not a share')
    expect(() => quantileOf([1], Number.NaN)).toThrow('not a share')
  })
})

describe('ratios', () => {
  it('are taken round by round, so that a slow round of both changes nothing', () => {
    expect(ratiosOf([10, 1], [20, 2])).toEqual([0.5, 0.5])
  })

  it('are refused when a round is missing or has nothing to compare with', () => {
    expect(() => ratiosOf([1, 2], [1])).toThrow('2 rounds against 1')
    expect(() => ratiosOf([1, 1], [1, 0])).toThrow('round 2')
  })
})
