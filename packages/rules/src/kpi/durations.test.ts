import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { binOf, quantileOf, RELATIVE_ERROR } from './durations.ts'

const HOUR = 3_600_000
/** Up to ten years. */
const millis = fc.integer({ min: 0, max: 10 * 366 * 24 * HOUR })
const share = fc.double({ min: 0, max: 1, noNaN: true })

const binsOf = (durations: readonly number[]) => durations.map((duration) => ({ bin: binOf(duration), count: 1 }))

/** What the percentile is without bins: the smallest duration that the share of all does not exceed. */
function exactQuantile(durations: readonly number[], of: number): number {
  const sorted = durations.toSorted((a, b) => a - b)
  return sorted[Math.max(1, Math.ceil(of * sorted.length)) - 1] ?? Number.NaN
}

describe('a percentile of durations (KPI-20, KPI-22, KPI-32)', () => {
  it('lies within the stated error of the duration that it stands for', () => {
    fc.assert(
      fc.property(fc.array(millis, { minLength: 1, maxLength: 60 }), share, (durations, of) => {
        const exact = exactQuantile(durations, of)
        const found = quantileOf(binsOf(durations), of) ?? Number.NaN
        // Beyond the error of the bins only that of the division itself.
        expect(Math.abs(found - exact)).toBeLessThanOrEqual(exact * RELATIVE_ERROR * (1 + 1e-9))
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    ['the median of an odd number is the one in the middle', [HOUR, 2 * HOUR, 9 * HOUR], 0.5, 2 * HOUR],
    ['the median of an even number is the lower of two', [HOUR, 2 * HOUR, 3 * HOUR, 9 * HOUR], 0.5, 2 * HOUR],
    ['the 90th percentile of ten is the ninth', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((n) => n * HOUR), 0.9, 9 * HOUR],
    ['the longest is the last', [5 * HOUR, HOUR], 1, 5 * HOUR],
    ['the shortest is the first', [5 * HOUR, HOUR], 0, HOUR],
  ])('%s', (_, durations, of, expected) => {
    const found = quantileOf(binsOf(durations), of) ?? Number.NaN
    expect(found / expected).toBeGreaterThanOrEqual(1 - RELATIVE_ERROR)
    expect(found / expected).toBeLessThanOrEqual(1 + RELATIVE_ERROR)
  })

  it('of no time at all is 0, exactly', () => {
    expect(quantileOf(binsOf([0, 0, 0]), 0.5)).toBe(0)
    expect(quantileOf(binsOf([0, 1, 1]), 0)).toBe(0)
    expect(quantileOf(binsOf([0, 1, 1]), 1)).toBeCloseTo(1, 1)
  })

  it('is missing without durations', () => {
    expect(quantileOf([], 0.5)).toBeNull()
  })

  it('is the same for bins of any order and grouping', () => {
    fc.assert(
      fc.property(fc.array(millis, { minLength: 1, maxLength: 20 }), share, (durations, of) => {
        const bins = binsOf(durations)
        const grouped = [...Map.groupBy(bins, ({ bin }) => bin)].map(([bin, all]) => ({ bin, count: all.length }))
        expect(quantileOf(bins.toReversed(), of)).toBe(quantileOf(grouped, of))
      }),
    )
  })

  it('never falls when its share grows', () => {
    fc.assert(
      fc.property(fc.array(millis, { minLength: 1, maxLength: 20 }), share, share, (durations, a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)].map((of) => quantileOf(binsOf(durations), of))
        expect(low ?? 0).toBeLessThanOrEqual(high ?? 0)
      }),
    )
  })
})

describe('the bins', () => {
  it('are whole numbers, so few that ten years need less than 1500 of them', () => {
    // 10 years are 3.2e11 ms; the borders grow by the factor 1.01 / 0.99: ln(3.2e11) / ln(1.0202) = 1324.
    expect(binOf(10 * 366 * 24 * HOUR)).toBeLessThan(1500)
    expect(Number.isInteger(binOf(12_345))).toBe(true)
    expect([binOf(0), binOf(1), binOf(2) > binOf(1)]).toEqual([-1, 0, true])
  })

  it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])('refuse a length of %s ms', (length) => {
    expect(() => binOf(length)).toThrow(
      expect.objectContaining({ code: 'KPI_INVALID', message: expect.stringContaining(String(length)) }),
    )
  })

  it.each([-0.1, 1.1, Number.NaN])('refuse a share of %s', (of) => {
    expect(() => quantileOf([], of)).toThrow(
      expect.objectContaining({ code: 'KPI_INVALID', message: expect.stringContaining(String(of)) }),
    )
  })
})
