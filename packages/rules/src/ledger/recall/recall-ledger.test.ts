import { describe, expect, it } from '@jest/globals'
import { binOf } from '../../kpi/durations.ts'
import { hour } from '../fixtures.ts'
import {
  expectOthersSkipped,
  expectSameFromStorage,
  expectSameToldAnyhow,
  outcomeOf,
  rowsOf,
} from '../history-fixture.ts'
import type { Fact } from '../ledger.ts'
import { accounted, classified, declared, extended, listed, lot, notified } from './recall-fixture.ts'
import { recallLedger } from './recall-ledger.ts'

const HOUR_MS = 3_600_000
const measured = (...facts: readonly Fact[]) => outcomeOf(recallLedger, facts).measurements
/** [part, numerator, denominator, pending, value] of the recalls declared in March. */
const rows = (asOf: number, scope: string, ...facts: readonly Fact[]) =>
  rowsOf('KPI-37', measured(...facts), { asOf: hour(asOf), scope })

describe('the time to the last notification', () => {
  const durations = (...facts: readonly Fact[]) => measured(...facts).filter(({ part }) => part === 'lastNotification')

  it('is known once all are notified, in the period of the declaration (RCL-1, KPI-37)', () => {
    const history = [declared(10, 1, [lot('a', '1'), lot('b', '1')]), listed(11, 'x', 'y'), notified(14, 'x')]
    expect(durations(...history)).toEqual([])
    expect(durations(...history, notified(16, 'y'))).toEqual([
      {
        kpi: 'KPI-37',
        part: 'lastNotification',
        item: hour(16),
        since: hour(16),
        countsAt: hour(10),
        dueAt: null,
        achievedAt: hour(16),
        numerator: 1,
        denominator: 1,
        currency: null,
        bin: binOf(6 * HOUR_MS),
        until: null,
        scopes: ['product:product of a', 'lot:a', 'product:product of b', 'lot:b'],
      },
    ])
  })

  it('is longer when a buyer is found later, and the former time counts until then (RCL-1, KPI-37)', () => {
    const history = [declared(0), listed(1, 'x'), notified(2, 'x'), listed(50, 'z'), notified(60, 'z')]
    expect(durations(...history).map(({ since, until, bin }) => [since, until, bin])).toEqual([
      [hour(2), hour(50), binOf(2 * HOUR_MS)],
      [hour(60), null, binOf(60 * HOUR_MS)],
    ])
    const longest = (asOf: number) =>
      rows(asOf, 'company', ...history).filter(([part]) => part === 'lastNotification.longest')
    expect(longest(1)).toEqual([])
    expect(longest(49)).toEqual([['lastNotification.longest', 1, 1, 0, expect.closeTo(2 * HOUR_MS, -5)]])
    expect(longest(50)).toEqual([])
    expect(longest(60)).toEqual([['lastNotification.longest', 1, 1, 0, expect.closeTo(60 * HOUR_MS, -7)]])
  })

  it('is that of the last notice, also where the buyer is found later than notified (KPI-37)', () => {
    expect(durations(declared(0), notified(5, 'x'), listed(6, 'x'), notified(7, 'nobody'))).toMatchObject([
      { since: hour(6), bin: binOf(5 * HOUR_MS) },
    ])
    const history = [declared(0), listed(1, 'x'), notified(2, 'x'), notified(30, 'z'), listed(50, 'z')]
    expect(durations(...history)).toMatchObject([{ since: hour(30), bin: binOf(30 * HOUR_MS), until: null }])
  })

  it('is nothing where notice came before the declaration (KPI-37)', () => {
    expect(durations(declared(10), listed(5, 'x'), notified(6, 'x'))).toMatchObject([
      { since: hour(10), bin: binOf(0), until: null },
    ])
    // Given at 6, undone at 8 and at 10 by another buyer: none of it is a time after the declaration.
    expect(durations(declared(10), listed(5, 'x'), notified(6, 'x'), listed(10, 'y'))).toEqual([])
  })

  it('is not known where nobody was affected (KPI-37)', () => {
    expect(measured(declared(0, null, []), listed(3))).toEqual([])
    expect(durations(declared(0), listed(3), listed(9, 'x'), notified(12, 'x'))).toMatchObject([{ since: hour(12) }])
  })
})

describe('the units of a recalled lot', () => {
  it('are shipped and unaccounted for, in the period of the declaration (RCL-1, KPI-37)', () => {
    expect(measured(declared(5))).toEqual([
      {
        kpi: 'KPI-37',
        part: null,
        item: `a/${hour(5)}`,
        since: hour(5),
        countsAt: hour(5),
        dueAt: null,
        achievedAt: hour(5),
        numerator: 0,
        denominator: 100_000,
        currency: null,
        until: null,
        scopes: ['product:product of a', 'lot:a'],
      },
    ])
  })

  it('are accounted for by return, destruction and confirmed use (RCL-1, KPI-37)', () => {
    const history = [
      declared(0),
      accounted(10, '1', '40', 'a', 'RETURNED'),
      accounted(20, '2', '30.5', 'a', 'DESTROYED'),
      accounted(30, '3', '29', 'a', 'CONFIRMED_USED'),
    ]
    expect(rows(9.99, 'company', ...history)).toEqual([[null, 0, 100, 0, 0]])
    expect(rows(10, 'company', ...history)).toEqual([[null, 40, 100, 0, 0.4]])
    expect(rows(20, 'company', ...history)).toEqual([[null, 70.5, 100, 0, 0.705]])
    expect(rows(30, 'company', ...history)).toEqual([[null, 99.5, 100, 0, 0.995]])
  })

  it('are accounted for once when it is told twice (KPI-37)', () => {
    expect(rows(50, 'company', declared(0), accounted(10, '1', '40'), accounted(10, '1', '40'))).toEqual([
      [null, 40, 100, 0, 0.4],
    ])
  })

  it('are never more than were shipped, and stand for no other lot (RCL-1, KPI-37)', () => {
    const history = [
      declared(0, null, [lot('a', '100'), lot('b', '50')]),
      accounted(10, '1', '101'),
      accounted(12, '2', '20', 'b'),
    ]
    expect(rows(50, 'lot:a', ...history)).toEqual([[null, 100, 100, 0, 1]])
    expect(rows(50, 'product:product of b', ...history)).toEqual([[null, 20, 50, 0, 0.4]])
    expect(rows(50, 'company', ...history)).toEqual([[null, 120, 150, 0, 0.8]])
  })

  it('grow with the recall, from then on and in the same period (RCL-1, KPI-37)', () => {
    const history = [declared(0), accounted(10, '1', '110'), extended(20, lot('a', '120'), lot('b', '80'))]
    expect(rows(19.99, 'company', ...history)).toEqual([[null, 100, 100, 0, 1]])
    expect(rows(20, 'company', ...history)).toEqual([[null, 110, 200, 0, 0.55]])
    expect(rows(900, 'company', ...history, extended(30, lot('b', '60')))).toEqual([[null, 110, 180, 0, 110 / 180]])
  })

  it('do not count where the lot is none of the recalled ones (KPI-37)', () => {
    expect(rows(50, 'company', declared(0), accounted(10, '1', '40', 'z'))).toEqual([[null, 0, 100, 0, 0]])
  })

  it('count from when the lot is recalled, with what was accounted for before (KPI-37)', () => {
    const history = [declared(0, null, []), accounted(15, '1', '4', 'b'), extended(20, lot('b', '80'))]
    expect(measured(...history).map(({ since, numerator, denominator }) => [since, numerator, denominator])).toEqual([
      [hour(20), 4000, 80_000],
    ])
  })

  it('have no completeness where nothing was shipped: no row, neither 0 nor 100 % (KPI-37)', () => {
    expect(rows(50, 'company', declared(0, null, [lot('a', '0')]), accounted(10, '1', '4'))).toEqual([])
  })

  it('count from the declaration, also what imported history dates before it (KPI-37)', () => {
    const history = [declared(10), accounted(5, '1', '40'), extended(2, lot('b', '10'))]
    expect(rows(9.99, 'company', ...history)).toEqual([])
    expect(rows(10, 'company', ...history)).toEqual([[null, 40, 110, 0, 40 / 110]])
  })

  it('are as was said of the lot last (KPI-37)', () => {
    const history = [declared(10), extended(2, lot('a', '7'))]
    expect(rows(10, 'company', ...history)).toEqual([[null, 0, 100, 0, 0]])
  })
})

describe('the ledger of recalls', () => {
  const history = [
    declared(0, null, [lot('a', '100'), lot('b', '5')]),
    classified(3, 2),
    classified(6, 1),
    extended(20, lot('a', '120')),
    listed(1, 'x', 'y'),
    listed(40, 'z'),
    notified(4, 'x'),
    notified(5, 'y'),
    notified(50, 'z'),
    accounted(10, '1', '60'),
    accounted(30, '2', '70'),
  ]

  it('says nothing before the declaration is known (RCL-1, KPI-37)', () => {
    expect(outcomeOf(recallLedger, history.slice(1))).toEqual({ timers: [], measurements: [] })
  })

  it('was declared the first time (RCL-1)', () => {
    expect(outcomeOf(recallLedger, [declared(9, 1), declared(4, 3)]).timers).toMatchObject([
      { key: 'recall.notify.class3', startedAt: hour(4) },
    ])
  })

  it('says the same in whatever order and however often it is told (RCL-1, KPI-37)', () => {
    expectSameToldAnyhow(recallLedger, history)
  })

  it('says the same from stored sums (KPI-37)', () => {
    expectSameFromStorage(recallLedger, history)
    expectSameFromStorage(recallLedger, history.slice(0, 7), 'lot:a')
  })

  it('skips facts of other kinds', () => {
    expectOthersSkipped(recallLedger, history)
  })
})
