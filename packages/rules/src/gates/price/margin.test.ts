import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { leastPrice } from './margin.ts'

const cny = (minor: number) => ({ minor, currency: 'CNY' })

describe('the smallest price that keeps a margin', () => {
  it.each([
    // 10.00 and a quarter of it
    [1000, 2500, 1250],
    // 9.99 * 1.25 = 12.4875
    [999, 2500, 1249],
    // 0.01 * 1.0001 = 0.010001
    [1, 1, 2],
    [1000, 0, 1000],
    [0, 2500, 0],
    [1000, 10_000, 2000],
    // 9,007,199,254,740,000 * 1.0001 = 9,008,099,974,665,474 is past 2^53 - 1; this one is not
    [9_000_000_000_000_000, 1, 9_000_900_000_000_000],
  ])('over a cost of %i with %i basis points is %i (PRC-1, PRM-1)', (cost, margin, expected) => {
    expect(leastPrice({ unitCost: cny(cost), giftCost: null }, margin)).toEqual(cny(expected))
  })

  it('keeps the margin, and one minor unit less does not (PRC-1, PRM-1)', () => {
    const amounts = fc.integer({ min: 0, max: 1_000_000_000 })
    fc.assert(
      fc.property(amounts, fc.integer({ min: 0, max: 100_000 }), (cost, margin) => {
        const least = BigInt(leastPrice({ unitCost: cny(cost), giftCost: null }, margin).minor)
        const needed = BigInt(cost) * (10_000n + BigInt(margin))
        return least * 10_000n >= needed && (least - 1n) * 10_000n < needed
      }),
    )
  })

  it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])('is not known for a margin of %p (PRC-1)', (margin) => {
    expect(() => leastPrice({ unitCost: cny(1000), giftCost: null }, margin)).toThrow(
      expect.objectContaining({
        code: 'POLICY_INVALID',
        message: `a margin of ${margin} basis points is not a whole number from 0`,
      }),
    )
  })

  it('is not known for a negative cost, nor beyond what integers hold (PRC-1)', () => {
    const negative = expect.objectContaining({ code: 'MONEY_INVALID', message: 'a cost of -1 CNY is negative' })
    expect(() => leastPrice({ unitCost: cny(-1), giftCost: null }, 0)).toThrow(negative)
    expect(() => leastPrice({ unitCost: cny(1000), giftCost: cny(-1) }, 0)).toThrow(negative)
    const most = { unitCost: cny(Number.MAX_SAFE_INTEGER), giftCost: null }
    expect(leastPrice(most, 0)).toEqual(most.unitCost)
    expect(() => leastPrice(most, 1)).toThrow(expect.objectContaining({ code: 'MONEY_INVALID' }))
  })

  it('is over the unit and the gift together (PRM-1)', () => {
    // 6.00 and 2.00 are 8.00; with a tenth of it 8.80. A gift that costs nothing changes nothing.
    expect(leastPrice({ unitCost: cny(600), giftCost: cny(200) }, 1000)).toEqual(cny(880))
    expect(leastPrice({ unitCost: cny(600), giftCost: cny(0) }, 1000)).toEqual(cny(660))
  })

  it('is not known for a gift in another currency (PRM-1)', () => {
    expect(() => leastPrice({ unitCost: cny(600), giftCost: { minor: 200, currency: 'BRL' } }, 0)).toThrow(
      expect.objectContaining({ code: 'MONEY_CURRENCY_MISMATCH' }),
    )
  })
})
