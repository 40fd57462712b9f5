import { describe, expect, it } from '@jest/globals'
import { shipped } from '../deadlines/deadline-fixture.ts'
import { companyFile } from '../policy/fixtures.ts'
import { parsePolicies } from '../policy/index.ts'
import { parseInstant } from '../primitives/instant.ts'
import { binOf } from './durations.ts'
import type { KpiTally } from './figures.ts'
import { ingredientsOf, trailingFiguresOf } from './presentation.ts'
import { finaliseKpis, rowOptionsAt } from './rows.ts'

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

describe('a rate per thousand', () => {
  const received = tally('KPI-16', 3, 0, { part: 'received' })
  const ordered = tally('KPI-16', 600, 0, { part: 'ordersPlaced' })
  const rates = (period: readonly KpiTally[], trailing: readonly KpiTally[]) =>
    finaliseKpis(period, 'company', { minimumAnonymousAnswers: 5, trailing }).filter(({ id }) => id === 'KPI-16')

  it('divides complaints by what was shipped or ordered in twelve months, not in the period (KPI-16)', () => {
    const shipped = (thousandths: number) => tally('KPI-4', thousandths, 0, { part: 'shipped' })
    const rows = rates([received, shipped(1000), ordered], [shipped(1_500_500), ordered])
    // 3 / 600 x 1000 = 5; 3 / 1500.5 x 1000.
    expect(rows).toMatchObject([
      { part: 'perThousandOrders', numerator: 3, denominator: 600, value: 5, per: 1000, unit: 'ratio' },
      { part: 'perThousandUnits', numerator: 3, denominator: 1500.5, value: 3000 / 1500.5, per: 1000 },
    ])
  })

  it('has no value where nothing was shipped, and no row where nothing happened (KPI-16)', () => {
    expect(rates([received], [])).toMatchObject([
      { part: 'perThousandOrders', numerator: 3, denominator: 0, value: null },
      { part: 'perThousandUnits', numerator: 3, denominator: 0, value: null },
    ])
    expect(rates([], [ordered])).toMatchObject([
      { part: 'perThousandOrders', numerator: 0, denominator: 600, value: 0 },
    ])
    expect(rates([], [])).toEqual([])
  })

  it('may have both numbers in one figure (KPI-41)', () => {
    expect(rowsOf('KPI-41', tally('KPI-41', 1, 250, { part: 'conductComplaints' }))).toMatchObject([
      { part: 'conductComplaints', numerator: 1, denominator: 250, value: 4, per: 1000, interval: null },
    ])
  })
})

describe('a figure that divides others', () => {
  it('is what was sold of the target, per currency that has one (KPI-2)', () => {
    const rows = rowsOf(
      'KPI-2',
      tally('KPI-3', 750, 0, { currency: 'CNY' }),
      tally('KPI-3', 5, 0, { currency: 'BRL' }),
      tally('KPI-2', 0, 1000, { part: 'amount', currency: 'CNY' }),
      tally('KPI-4', 4000, 0, { part: 'shipped' }),
      tally('KPI-4', -1000, 0, { part: 'returned' }),
      tally('KPI-2', 0, 6000, { part: 'quantity' }),
    )
    expect(rows).toMatchObject([
      { part: 'amount', currency: 'CNY', numerator: 750, denominator: 1000, value: 0.75, unit: 'ratio' },
      // 4 shipped less 1 returned, of 6.
      { part: 'quantity', currency: null, numerator: 3, denominator: 6, value: 0.5, unit: 'ratio' },
    ])
  })

  it('is what came back of what was shipped, not of what was shipped less returns (KPI-35)', () => {
    const shipped = [tally('KPI-4', 8000, 0, { part: 'shipped' }), tally('KPI-4', -2000, 0, { part: 'returned' })]
    expect(rowsOf('KPI-35', ...shipped, tally('KPI-35', 2000, 0))).toMatchObject([
      { part: null, numerator: 2, denominator: 8, value: 0.25 },
    ])
  })

  it('needs the sums of the KPIs that it divides', () => {
    expect(ingredientsOf(['KPI-2', 'KPI-13'])).toEqual(['KPI-2', 'KPI-13', 'KPI-3', 'KPI-4'])
    expect(trailingFiguresOf(['KPI-16', 'KPI-1'])).toEqual([
      { kpi: 'KPI-4', part: 'shipped' },
      { kpi: 'KPI-16', part: 'ordersPlaced' },
    ])
  })
})

describe('a figure of durations', () => {
  const lasting = (kpi: KpiTally['kpi'], part: string | null, millis: number, count: number): KpiTally => ({
    ...tally(kpi, count, count, { part }),
    bin: binOf(millis),
  })

  it('shows its percentiles and how many there are (KPI-20)', () => {
    const rows = rowsOf('KPI-20', lasting('KPI-20', null, 60_000, 8), lasting('KPI-20', null, 600_000, 2))
    const percentile = { numerator: 10, denominator: 10, unit: 'duration', relativeError: 0.01, currency: null }
    expect(rows).toMatchObject([
      { part: 'median', ...percentile },
      { part: 'p90', ...percentile },
    ])
    // Five of ten are at most one minute long, nine of ten at most ten.
    expect(rows.map(({ value }) => Math.round((value ?? 0) / 60_000))).toEqual([1, 10])
  })

  it('keeps its parts apart and names the longest (KPI-22, KPI-30)', () => {
    const rows = [
      ...rowsOf('KPI-22', lasting('KPI-22', 'withPauses', 1000, 1), lasting('KPI-22', 'withoutPauses', 1000, 1)),
      ...rowsOf('KPI-30', lasting('KPI-30', 'gap', 1000, 1)),
    ]
    expect(rows.map(({ id, part }) => `${id} ${part}`)).toEqual([
      'KPI-22 withPauses.median',
      'KPI-22 withoutPauses.median',
      'KPI-30 gap.longest',
    ])
  })

  it('shows no row when all were taken back', () => {
    expect(rowsOf('KPI-20', lasting('KPI-20', null, 1000, 1), lasting('KPI-20', null, 1000, -1))).toEqual([])
  })
})

describe('anonymous ratings (C21)', () => {
  const answers = (n: number) => tally('KPI-23', n - 1, n, { part: 'service.anonymous' })

  it('are withheld below five, and shown from five on (KPI-23)', () => {
    const withheld = { part: 'service.anonymous', numerator: 0, denominator: 0, value: null, interval: null }
    expect(rowsOf('KPI-23', answers(4)).at(-1)).toMatchObject({ ...withheld, isSuppressed: true })
    expect(rowsOf('KPI-23', answers(5)).at(-1)).toMatchObject({ numerator: 4, denominator: 5, isSuppressed: false })
  })

  it('are withheld below what policy says (KPI-23)', () => {
    const rows = finaliseKpis([answers(7)], 'company', { minimumAnonymousAnswers: 8 })
    expect(rows.find(({ part }) => part === 'service.anonymous')).toMatchObject({ isSuppressed: true, value: null })
  })

  it('are withheld by the policy in force at the instant that they are seen from (KPI-23, GEN-5)', () => {
    const stricter = companyFile(
      'settings',
      '2026-06-01',
      'settings: [{ key: survey.minimumAnonymousAnswers, value: 8 }]',
    )
    const book = parsePolicies([...shipped, stricter])
    const isWithheld = (asOf: string) => {
      const rows = finaliseKpis([answers(7)], 'company', rowOptionsAt(book, parseInstant(asOf)))
      return rows.find(({ part }) => part === 'service.anonymous')?.isSuppressed
    }
    expect(isWithheld('2026-05-31T23:59:59.999+08:00')).toBe(false)
    expect(isWithheld('2026-06-01T00:00:00+08:00')).toBe(true)
  })

  it('are not mixed into the ratings that carry a name (KPI-23)', () => {
    const rows = rowsOf('KPI-23', answers(6), tally('KPI-23', 1, 2, { part: 'service' }))
    expect(rows.find(({ part }) => part === null)).toMatchObject({ numerator: 1, denominator: 2 })
  })

  it('with a mean are withheld with it (KPI-23)', () => {
    const mean = (n: number) => tally('KPI-23', 4 * n, n, { part: 'product.anonymous.mean' })
    expect(rowsOf('KPI-23', mean(4)).at(-1)).toMatchObject({ isSuppressed: true, unit: 'score' })
    expect(rowsOf('KPI-23', mean(5)).at(-1)).toMatchObject({ value: 4, unit: 'score', interval: null })
  })
})

describe('the rows of a channel (KPI-39)', () => {
  it('are gathered from sales, complaints and satisfaction, for channels only', () => {
    const sold = tally('KPI-3', 100, 0, { currency: 'CNY' })
    const rated = tally('KPI-23', 1, 1, { part: 'service' })
    const gathered = (scope: string) => finaliseKpis([sold, rated], scope).filter(({ id }) => id === 'KPI-39')
    expect(gathered('channel:ONLINE')).toMatchObject([
      { part: 'KPI-23', value: 1 },
      { part: 'KPI-23.service', value: 1 },
      { part: 'KPI-3', value: 100, currency: 'CNY', unit: 'money' },
    ])
    expect(gathered('company')).toEqual([])
  })
})

describe('parts that are other figures', () => {
  it.each([
    ['KPI-7', 'amount'],
    ['KPI-12', 'overdue.0-30'],
    ['KPI-34', 'linked'],
    ['KPI-38', 'stockOut'],
    ['KPI-5', 'imaging'],
  ] as const)('%s %s adds nothing to the row of the KPI itself', (kpi, part) => {
    expect(rowsOf(kpi, tally(kpi, 1, 2, { part, currency: 'CNY' })).map((row) => row.part)).toEqual([part])
  })

  it('of KPI-25 only the monthly follow-up makes the whole', () => {
    const rows = rowsOf(
      'KPI-25',
      tally('KPI-25', 1, 2, { part: 'monthly' }),
      tally('KPI-25', 5, 5, { part: 'userNetwork' }),
    )
    expect(rows[0]).toMatchObject({ part: null, numerator: 1, denominator: 2 })
  })

  it('of KPI-17 the share without pauses is not counted twice (C40)', () => {
    const rows = rowsOf(
      'KPI-17',
      tally('KPI-17', 1, 2, { part: 'complaint.handle' }),
      tally('KPI-17', 2, 2, { part: 'complaint.handle.withoutPauses' }),
    )
    expect(rows[0]).toMatchObject({ part: null, numerator: 1, denominator: 2 })
  })
})

describe('a sum of things', () => {
  it.each([
    ['KPI-4', null, 1500, 1.5, 'quantity'],
    ['KPI-4', null, -500, -0.5, 'quantity'],
    ['KPI-12', 'overdue.91-', 1500, 1500, 'money'],
  ] as const)('%s shows its numerator as the value', (kpi, part, numerator, value, unit) => {
    const currency = unit === 'money' ? 'CNY' : null
    expect(rowsOf(kpi, tally(kpi, numerator, 0, { part, currency }))).toMatchObject([{ value, unit, denominator: 0 }])
  })
})

describe('rows', () => {
  it('are sorted by the number of the KPI, whatever order the sums come in', () => {
    const ids = finaliseKpis([tally('KPI-24', 1, 1), tally('KPI-9', 1, 1), tally('KPI-6', 1, 1)], 'company').map(
      ({ id }) => id,
    )
    expect(ids).toEqual([
      'KPI-1',
      'KPI-3',
      'KPI-6',
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
