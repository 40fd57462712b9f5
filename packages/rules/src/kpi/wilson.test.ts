import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { wilsonInterval } from './wilson.ts'

const observed = fc
  .integer({ min: 1, max: 100_000 })
  .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)))

describe('the Wilson interval', () => {
  it('does not exist without observations', () => {
    expect(wilsonInterval(0, 0)).toBeNull()
  })

  it('of none among n reaches from 0 to z² / (n + z²)', () => {
    const zz = 1.959963984540054 ** 2
    expect(wilsonInterval(0, 20)?.low).toBe(0)
    expect(wilsonInterval(0, 20)?.high).toBeCloseTo(zz / (20 + zz), 12)
  })

  it('holds the share and stays within 0 and 1', () => {
    fc.assert(
      fc.property(observed, ([successes, n]) => {
        const interval = wilsonInterval(successes, n)
        const share = successes / n
        return (
          interval !== null &&
          0 <= interval.low &&
          interval.low <= share &&
          share <= interval.high &&
          interval.high <= 1
        )
      }),
    )
  })

  it('of the failures mirrors that of the successes', () => {
    fc.assert(
      fc.property(observed, ([successes, n]) => {
        const interval = wilsonInterval(successes, n)
        const mirrored = wilsonInterval(n - successes, n)
        expect(mirrored?.low).toBeCloseTo(1 - (interval?.high ?? 0), 9)
      }),
    )
  })
})
