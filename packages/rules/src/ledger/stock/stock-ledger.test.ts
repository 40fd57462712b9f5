import { describe, expect, it } from '@jest/globals'
import { scorecardOf } from '../../kpi/scorecard.ts'
import { parseInstant } from '../../primitives/instant.ts'
import { parseLocalDate, parseTimeZone } from '../../primitives/local-date.ts'
import { hour } from '../fixtures.ts'
import { expectOthersSkipped, expectSameToldAnyhow, factsOf, outcomeOf } from '../history-fixture.ts'
import type { Fact } from '../ledger.ts'
import type { StockDayClosedData, StockFactData } from './facts.ts'
import { stockDaysEnded } from './stock-days.ts'
import { stockLedger } from './stock-ledger.ts'

const fact = factsOf<StockFactData>()
const shanghai = parseTimeZone('Asia/Shanghai')
const ordinary = { productId: 'p', zone: shanghai, isStockOut: false, isOverStock: false, isSparePart: false }

/** Hour 0 is 2 March, 08:00 in Shanghai: that day ends at hour 16, each following one 24 hours later. */
function closed(dayOfMarch: number, given: Partial<StockDayClosedData> = {}, recordedAtHour?: number) {
  const endsAtHour = 16 + (dayOfMarch - 2) * 24
  const dayOn = parseLocalDate(`2026-03-0${dayOfMarch}`)
  const recorded = recordedAtHour === undefined ? {} : { recordedAtHour }
  return fact('StockDayClosed', endsAtHour, { ...ordinary, dayOn, ...given }, recorded)
}

const measured = (...facts: readonly Fact[]) => outcomeOf(stockLedger, facts).measurements

describe('a closed stock day', () => {
  it('counts as a day of its product with nothing wrong, in the period that it lies in (STK-1, STK-2, KPI-38)', () => {
    const counted = {
      kpi: 'KPI-38',
      item: 'p/2026-03-02',
      since: hour(16),
      // Midnight in Shanghai, eight hours before hour 0: the day belongs to its own period, not to that of its end.
      countsAt: hour(-8),
      dueAt: null,
      achievedAt: null,
      numerator: 1,
      denominator: 1,
      currency: null,
      scopes: ['product:p'],
    }
    expect(measured(closed(2))).toEqual([
      { ...counted, part: 'stockOut' },
      { ...counted, part: 'overStock' },
    ])
  })

  it.each([
    ['nothing on hand', { isStockOut: true }, [hour(16), null]],
    ['more than the forecast covers', { isOverStock: true }, [null, hour(16)]],
    ['both in the course of the day', { isStockOut: true, isOverStock: true }, [hour(16), hour(16)]],
  ])('counts with %s (STK-1, STK-2, KPI-38)', (_, given, achieved) => {
    expect(measured(closed(2, given)).map(({ achievedAt }) => achievedAt)).toEqual(achieved)
  })

  it('of a spare part is a figure of its own (STK-3, KPI-38)', () => {
    const parts = measured(closed(2, { isSparePart: true, isStockOut: true })).map(({ part, achievedAt }) => [
      part,
      achievedAt,
    ])
    expect(parts).toEqual([
      ['spare.stockOut', hour(16)],
      ['spare.overStock', null],
    ])
  })

  it('is corrected by what is recorded later, whichever is told first (KPI-38)', () => {
    const first = closed(2, { isStockOut: true }, 17)
    const correction = closed(2, { isStockOut: false }, 18)
    for (const told of [
      [first, correction],
      [correction, first],
    ]) {
      expect(measured(...told).map(({ achievedAt }) => achievedAt)).toEqual([null, null])
    }
  })

  it('is a day once, and another one of each product (KPI-38)', () => {
    const items = measured(closed(2), closed(3), closed(2), closed(2, { productId: 'o' })).map(({ item }) => item)
    expect(new Set(items)).toEqual(new Set(['o/2026-03-02', 'p/2026-03-02', 'p/2026-03-03']))
    expect(items).toHaveLength(6)
  })
})

describe('the days of a period', () => {
  const history = [
    closed(2, { isStockOut: true }),
    closed(3),
    closed(4, { isOverStock: true }),
    closed(5, { isStockOut: true }),
  ]
  const at = (asOf: number) =>
    scorecardOf(measured(...history), {
      // 2 to 4 March in Shanghai.
      from: hour(-8),
      to: hour(64),
      trailingFrom: hour(-8),
      scope: 'product:p',
      asOf: hour(asOf),
    })
      .filter(({ id }) => id === 'KPI-38')
      .map(({ part, numerator, denominator, value }) => [part, numerator, denominator, value])

  it('are counted as they are closed, by part and never together (STK-1, STK-2, KPI-38)', () => {
    expect(at(15.99)).toEqual([])
    expect(at(16)).toEqual([
      ['overStock', 0, 1, 0],
      ['stockOut', 1, 1, 1],
    ])
    expect(at(500)).toEqual([
      ['overStock', 1, 3, 1 / 3],
      ['stockOut', 1, 3, 1 / 3],
    ])
  })
})

describe('the days that ended', () => {
  const days = (after: string, upTo: string, zone = shanghai) =>
    stockDaysEnded(parseInstant(after), parseInstant(upTo), zone).map(({ dayOn, endedAt }) => [dayOn, endedAt])

  it('begin with the one after the last recorded end and include one that ends at this instant (KPI-38)', () => {
    expect(days('2026-03-02T16:00:00Z', '2026-03-04T16:00:00Z')).toEqual([
      ['2026-03-03', '2026-03-03T16:00:00.000Z'],
      ['2026-03-04', '2026-03-04T16:00:00.000Z'],
    ])
  })

  it('are none before the day is over (KPI-38)', () => {
    expect(days('2026-03-02T16:00:00Z', '2026-03-03T15:59:59.999Z')).toEqual([])
    expect(days('2026-03-03T16:00:00Z', '2026-03-02T16:00:00Z')).toEqual([])
  })

  it('may be of 23 hours (KPI-38)', () => {
    // In Berlin clocks go forward on 29 March 2026: that day ends at 22:00 UTC and began at 23:00 UTC.
    expect(days('2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z', parseTimeZone('Europe/Berlin'))).toEqual([
      ['2026-03-29', '2026-03-29T22:00:00.000Z'],
    ])
  })
})

describe('the ledger of stock', () => {
  it('says nothing before a day was closed, and has no limits', () => {
    expect(outcomeOf(stockLedger, [])).toEqual({ timers: [], measurements: [] })
    expect(outcomeOf(stockLedger, [closed(2)]).timers).toEqual([])
  })

  it('says the same in whatever order and however often it is told (KPI-38)', () => {
    expectSameToldAnyhow(stockLedger, [closed(2), closed(3, { isStockOut: true }), closed(3, {}, 90), closed(4)])
  })

  it('skips facts of other kinds', () => {
    expectOthersSkipped(stockLedger, [closed(2)])
  })
})
