import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { hour } from '../ledger/fixtures.ts'
import type { Measurement } from '../ledger/ledger.ts'
import { binOf } from './durations.ts'
import { evaluateMeasurement } from './measurement.ts'
import { durationOf, figureReadingOf, isShownAlone, stepsOf } from './steps.ts'
import { zeroTally } from './tally.ts'

const someHour = fc.integer({ min: 0, max: 12 }).map(hour)
const perhaps = fc.option(someHour, { nil: null })

/** Whatever a ledger could say, and more: in any order of instants. */
const anyMeasurement: fc.Arbitrary<Measurement> = fc
  .record({ since: someHour, dueAt: perhaps, achievedAt: perhaps, lostAt: perhaps, until: perhaps })
  .chain((instants) =>
    fc.record({ countsLate: fc.boolean(), denominator: fc.nat(2) }).map((more) => ({
      ...{ kpi: 'KPI-17' as const, part: null, item: '', countsAt: instants.since, currency: null, scopes: [] },
      ...{ ...instants, ...more, numerator: 1 },
    })),
  )

describe('the steps of a measurement', () => {
  it('say at every instant what the measurement counts as', () => {
    const anyInstant = fc.integer({ min: -60, max: 13 * 60 }).map((minute) => hour(minute / 60))
    fc.assert(
      fc.property(anyMeasurement, anyInstant, (measurement, asOf) => {
        const step = stepsOf(measurement).findLast(({ from }) => from <= asOf)
        const { numerator, denominator, pending } = step ?? zeroTally
        expect({ numerator, denominator, pending }).toEqual(evaluateMeasurement(measurement, asOf))
      }),
    )
  })

  it('change something, each, in order of time', () => {
    fc.assert(
      fc.property(anyMeasurement, (measurement) => {
        const steps = stepsOf(measurement)
        const before = [{ from: hour(-1), ...zeroTally }, ...steps]
        for (const [index, { from, ...counts }] of steps.entries()) {
          const { from: former, ...counted } = before[index] ?? { from, ...counts }
          expect(from > former).toBe(true)
          expect(counts).not.toEqual(counted)
        }
      }),
    )
  })
})

describe('a figure, as others read it', () => {
  it('is a sum of money, a share, or a duration', () => {
    expect(figureReadingOf({ kpi: 'KPI-3', part: null })).toMatchObject({ figure: 'SUM', countedIn: 'MINOR_UNITS' })
    expect(figureReadingOf({ kpi: 'KPI-1', part: null })).toMatchObject({ figure: 'RATIO', countedIn: 'ITEMS' })
    expect(figureReadingOf({ kpi: 'KPI-20', part: null, bin: 7 }).figure).toBe('DURATION')
  })

  it('adds to its KPI as a whole or stands beside it: the rating of a product does (KPI-23)', () => {
    expect(figureReadingOf({ kpi: 'KPI-23', part: 'service' }).isOfWhole).toBe(true)
    expect(figureReadingOf({ kpi: 'KPI-23', part: 'product' }).isOfWhole).toBe(false)
  })

  it('is not shown answer by answer where answers are anonymous (C21)', () => {
    expect(isShownAlone({ kpi: 'KPI-23', part: 'service' })).toBe(true)
    expect(isShownAlone({ kpi: 'KPI-23', part: 'service.anonymous' })).toBe(false)
    expect(isShownAlone({ kpi: 'KPI-23', part: 'product.anonymous.mean' })).toBe(false)
  })
})

describe('a duration, as others read it', () => {
  it('stands for every length of its bin within one per cent', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 * 24 * 3_600_000 }), (millis) => {
        const length = durationOf({ bin: binOf(millis) })?.millis ?? 0
        expect(Math.abs(length - millis)).toBeLessThanOrEqual(millis * 0.01 + 1e-6)
      }),
    )
  })

  it('of no length is none, and what is no duration has none', () => {
    expect(durationOf({ bin: binOf(0) })).toEqual({ bin: binOf(0), millis: 0 })
    expect(durationOf({})).toBeNull()
  })
})
