import { describe, expect, it } from '@jest/globals'
import type { KpiTally } from './figures.ts'
import { finaliseKpis } from './rows.ts'

function tally(kpi: KpiTally['kpi'], numerator: number, denominator: number, given: Partial<KpiTally> = {}): KpiTally {
  return { kpi, part: null, currency: null, tally: { numerator, denominator, pending: 0 }, ...given }
}

function rowsOf(id: KpiTally['kpi'], ...tallies: readonly KpiTally[]) {
  return finaliseKpis(tallies, 'company').filter((row) => row.id === id)
}

describe('a scorecard of nothing', () => {
  it('shows its eight KPIs without a value: neither 0 nor 100 %', () => {
    const rows = finaliseKpis([], 'customer:c')
    expect(rows.map(({ id }) => id)).toEqual([
      'KPI-1',
      'KPI-3',
      'KPI-9',
      'KPI-10',
      'KPI-13',
      'KPI-17',
      'KPI-23',
      'KPI-40',
    ])
    for (const row of rows) {
      expect(row).toMatchObject({
        part: null,
        scope: 'customer:c',
        value: null,
        pending: 0,
        currency: null,
        interval: null,
      })
    }
  })

  it('looks the same when all that was counted was taken back', () => {
    expect(
      finaliseKpis([tally('KPI-3', 5, 0, { currency: 'CNY' }), tally('KPI-3', -5, 0, { currency: 'CNY' })], 'company'),
    ).toEqual(finaliseKpis([], 'company'))
  })
})

describe('a share', () => {
  it('keeps its integers and divides only for the value', () => {
    expect(rowsOf('KPI-1', tally('KPI-1', 1, 2), tally('KPI-1', 1, 1))).toMatchObject([
      { numerator: 2, denominator: 3, value: 2 / 3, unit: 'ratio', interval: null },
    ])
  })

  it('has no value while everything is pending', () => {
    const open = {
      kpi: 'KPI-1',
      part: null,
      currency: null,
      tally: { numerator: 0, denominator: 0, pending: 4 },
    } as const
    expect(rowsOf('KPI-1', open)).toMatchObject([{ value: null, pending: 4, denominator: 0 }])
  })

  it('of 0 is 0, not missing', () => {
    expect(rowsOf('KPI-9', tally('KPI-9', 0, 3))).toMatchObject([{ value: 0 }])
  })

  it('of quantities shows whole units, exactly (KPI-10)', () => {
    // 0.1 + 0.2 of 1.005: in thousandths 100 + 200 of 1005.
    const rows = rowsOf('KPI-10', tally('KPI-10', 100, 1000), tally('KPI-10', 200, 5))
    expect(rows).toMatchObject([{ numerator: 0.3, denominator: 1.005, value: 300 / 1005 }])
    expect(`${rows[0]?.numerator} ${rows[0]?.denominator}`).toBe('0.3 1.005')
  })
})

describe('a sum of money (KPI-3)', () => {
  it('has a row per currency, in minor units, and none without', () => {
    const rows = rowsOf(
      'KPI-3',
      tally('KPI-3', 599, 0, { currency: 'CNY' }),
      tally('KPI-3', -20, 0, { currency: 'BRL' }),
    )
    expect(rows).toMatchObject([
      { currency: 'BRL', numerator: -20, denominator: 0, value: -20, unit: 'money' },
      { currency: 'CNY', numerator: 599, denominator: 0, value: 599, unit: 'money' },
    ])
  })
})

describe('a KPI with parts', () => {
  it('is the sum of its limits (KPI-17), with a row for each', () => {
    const verify = tally('KPI-17', 1, 2, { part: 'complaint.verify' })
    const handle = tally('KPI-17', 3, 3, { part: 'complaint.handle' })
    expect(rowsOf('KPI-17', verify, handle)).toMatchObject([
      { part: null, numerator: 4, denominator: 5, value: 4 / 5 },
      { part: 'complaint.handle', numerator: 3, denominator: 3 },
      { part: 'complaint.verify', numerator: 1, denominator: 2 },
    ])
  })

  it('is the rating of the service (KPI-23), with the product and the means beside it', () => {
    const rows = rowsOf(
      'KPI-23',
      tally('KPI-23', 8, 10, { part: 'service' }),
      tally('KPI-23', 42, 10, { part: 'service.mean' }),
      tally('KPI-23', 1, 4, { part: 'product' }),
    )
    // The Wilson interval of 8 among 10 is the textbook's 49.0 % to 94.3 %.
    const interval = { low: expect.closeTo(0.4902, 4), high: expect.closeTo(0.9433, 4) }
    expect(rows).toMatchObject([
      { part: null, numerator: 8, denominator: 10, value: 0.8, unit: 'ratio', interval },
      { part: 'product', value: 0.25 },
      { part: 'service', value: 0.8, interval },
      { part: 'service.mean', value: 4.2, unit: 'score', interval: null },
    ])
  })
})

describe('rows', () => {
  it('are sorted by the number of the KPI, whatever order the sums come in', () => {
    const ids = finaliseKpis([tally('KPI-24', 1, 1), tally('KPI-9', 1, 1), tally('KPI-2', 1, 1)], 'company').map(
      ({ id }) => id,
    )
    expect(ids).toEqual([
      'KPI-1',
      'KPI-2',
      'KPI-3',
      'KPI-9',
      'KPI-10',
      'KPI-13',
      'KPI-17',
      'KPI-23',
      'KPI-24',
      'KPI-40',
    ])
  })
})
