import { describe, expect, it } from '@jest/globals'
import { hour } from '../fixtures.ts'
import {
  expectOthersSkipped,
  expectSameFromStorage,
  expectSameToldAnyhow,
  outcomeOf,
  rowsOf,
} from '../history-fixture.ts'
import type { Fact } from '../ledger.ts'
import { credited, dueAt, issued, measured, OVERDUE_FROM, overdueAt, paid, scopes } from './receivable-fixture.ts'
import { receivableLedger } from './receivable-ledger.ts'

const justOverdue = hour(OVERDUE_FROM)

/** [received, due, pending, share] of the invoices due in March. */
function collectedAt(asOf: ReturnType<typeof hour>, ...facts: readonly Fact[]) {
  const rows = rowsOf('KPI-12', measured(...facts), { asOf })
  return rows.find(([part]) => part === null)?.slice(1) ?? null
}

describe('an invoice that is not due yet', () => {
  it('is pending until its last day is over, in the period of that day (FIN-5, KPI-12)', () => {
    const [open, ...others] = measured(issued())
    expect(open).toEqual({
      kpi: 'KPI-12',
      part: null,
      item: `open/${hour(0)}`,
      since: hour(0),
      countsAt: dueAt,
      dueAt,
      achievedAt: null,
      numerator: 10_000,
      denominator: 10_000,
      currency: 'CNY',
      until: null,
      scopes,
    })
    expect(others.map(({ part }) => part)).toEqual(['overdue.0-30', 'overdue.31-60', 'overdue.61-90', 'overdue.91-'])
  })

  it('counts when its due instant has passed, not at it (FIN-5, KPI-12)', () => {
    expect(collectedAt(hour(-1), issued())).toBeNull()
    expect(collectedAt(dueAt, issued())).toEqual([0, 0, 1, null])
    expect(collectedAt(justOverdue, issued())).toEqual([0, 10_000, 0, 0])
  })

  it('counts what has come in at once; the rest is pending (FIN-5, KPI-12)', () => {
    const history = [issued(), paid(10, 'a', 4000), paid(20, 'b', 1000)]
    expect(collectedAt(hour(9.99), ...history)).toEqual([0, 0, 1, null])
    expect(collectedAt(hour(10), ...history)).toEqual([4000, 4000, 1, 1])
    expect(collectedAt(hour(20), ...history)).toEqual([5000, 5000, 1, 1])
    expect(collectedAt(dueAt, ...history)).toEqual([5000, 5000, 1, 1])
    expect(collectedAt(justOverdue, ...history)).toEqual([5000, 10_000, 0, 0.5])
  })

  it('is not overdue (FIN-5, KPI-12)', () => {
    expect(overdueAt(OVERDUE_FROM - 0.001, issued())).toEqual({})
  })
})

describe('an invoice that was paid', () => {
  it('in full and in time is collected, also at the last moment (FIN-5, KPI-12)', () => {
    const last = { ...paid(0, 'b', 6000), occurredAt: dueAt }
    const history = [issued(), paid(10, 'a', 4000), last]
    expect(collectedAt(dueAt, ...history)).toEqual([10_000, 10_000, 0, 1])
    expect(overdueAt(500, ...history)).toEqual({})
    expect(measured(...history).map(({ item, until }) => [item, until])).toEqual([
      [`open/${hour(0)}`, hour(10)],
      [`received/${hour(10)}`, dueAt],
      [`open/${hour(10)}`, dueAt],
      [`received/${dueAt}`, null],
    ])
  })

  it('a millisecond late is not collected in time, whatever comes later (FIN-5, KPI-12)', () => {
    const late = paid(OVERDUE_FROM, 'a', 10_000)
    expect(collectedAt(dueAt, issued(), late)).toEqual([0, 0, 1, null])
    expect(collectedAt(hour(500), issued(), late)).toEqual([0, 10_000, 0, 0])
    expect(overdueAt(500, issued(), late)).toEqual({})
    // Nothing of it is moved by the clock any more.
    expect(measured(issued(), late).map(({ item, achievedAt }) => [item, achievedAt])).toEqual([
      [`open/${hour(0)}`, justOverdue],
    ])
  })

  it('late in several pieces is done with by the last of them (KPI-12)', () => {
    const history = [issued(), paid(90, 'a', 4000), paid(100, 'b', 5999), paid(110, 'd', 1), paid(120, 'e', 5)]
    expect(measured(...history).find(({ part }) => part === null)).toMatchObject({ achievedAt: hour(110) })
    expect(measured(...history.slice(0, 3)).find(({ part }) => part === null)).toMatchObject({ achievedAt: null })
  })

  it('with more than was due counts no more than due (FIN-5, KPI-12)', () => {
    const history = [issued(), paid(10, 'a', 9999), paid(20, 'b', 2000)]
    expect(collectedAt(hour(500), ...history)).toEqual([10_000, 10_000, 0, 1])
    expect(overdueAt(500, ...history)).toEqual({})
  })

  it('before it was issued is collected from its issue on (FIN-5, KPI-12)', () => {
    const history = [issued(), paid(-50, 'a', 3000)]
    expect(collectedAt(hour(-1), ...history)).toBeNull()
    expect(collectedAt(hour(0), ...history)).toEqual([3000, 3000, 1, 1])
  })

  it('in another currency is not paid: nothing is converted (KPI-12)', () => {
    expect(collectedAt(hour(500), issued(), paid(10, 'a', 10_000, 'BRL'))).toEqual([0, 10_000, 0, 0])
    expect(collectedAt(hour(500), issued(), credited(10, 'a', 10_000, 'BRL'))).toEqual([0, 10_000, 0, 0])
  })

  it('by a payment told twice was paid once (FIN-5, KPI-12)', () => {
    expect(collectedAt(hour(500), issued(), paid(10, 'a', 4000), paid(10, 'a', 4000))).toEqual([4000, 10_000, 0, 0.4])
  })
})

describe('a credited invoice', () => {
  it('is due with what is left of it (FIN-5, KPI-12)', () => {
    const history = [issued(), credited(10, 'a', 3000), paid(20, 'b', 3500)]
    expect(collectedAt(hour(500), ...history)).toEqual([3500, 7000, 0, 0.5])
    expect(overdueAt(500, ...history)).toEqual({ '0-30': 3500 })
  })

  it('lowers what was received, too, where more had come in than is left (FIN-5, KPI-12)', () => {
    const history = [issued(), paid(10, 'b', 9000), credited(20, 'a', 3000)]
    expect(collectedAt(hour(10), ...history)).toEqual([9000, 9000, 1, 1])
    expect(collectedAt(hour(20), ...history)).toEqual([7000, 7000, 0, 1])
    expect(collectedAt(hour(500), ...history)).toEqual([7000, 7000, 0, 1])
  })

  it.each([10_000, 12_000])('is not due at all when nothing is left of it (%i of 10000; KPI-12)', (minor) => {
    const history = [issued(), credited(10, 'a', minor), paid(20, 'b', 500)]
    expect(collectedAt(hour(500), ...history)).toBeNull()
    expect(overdueAt(500, ...history)).toEqual({})
  })

  it('after it was due keeps its month as published, and lowers what is overdue (FIN-5, KPI-12)', () => {
    const history = [issued(), credited(100, 'a', 3000)]
    expect(collectedAt(hour(500), ...history)).toEqual([0, 10_000, 0, 0])
    expect(overdueAt(99, ...history)).toEqual({ '0-30': 10_000 })
    expect(overdueAt(100, ...history)).toEqual({ '0-30': 7000 })
  })
})

describe('an invoice issued after its due date', () => {
  const late = issued(200)

  it('is missed from its issue on, in the period in which it was due (FIN-5, KPI-12)', () => {
    expect(collectedAt(hour(199), late)).toBeNull()
    expect(collectedAt(hour(200), late)).toEqual([0, 10_000, 0, 0])
    expect(overdueAt(199, late)).toEqual({})
    expect(overdueAt(200, late)).toEqual({ '0-30': 10_000 })
  })

  it('is collected as far as was paid by the due date (FIN-5, KPI-12)', () => {
    const history = [late, paid(50, 'a', 4000), paid(100, 'b', 1000)]
    expect(collectedAt(hour(200), ...history)).toEqual([4000, 10_000, 0, 0.4])
    expect(overdueAt(200, ...history)).toEqual({ '0-30': 5000 })
  })
})

describe('the ledger of receivables', () => {
  const history = [issued(), paid(10, 'a', 4000), credited(20, 'b', 1000), paid(100, 'd', 2000), paid(1000, 'e', 500)]

  it('says nothing before the invoice is known, and has no limits (KPI-12)', () => {
    expect(measured(paid(1, 'a', 5), credited(2, 'b', 5))).toEqual([])
    expect(outcomeOf(receivableLedger, history).timers).toEqual([])
  })

  it('knows one invoice, the one issued first', () => {
    expect(measured(issued(5, { customerId: 'other' }), issued(0))[0]).toMatchObject({ since: hour(0), scopes })
  })

  it('says the same in whatever order and however often it is told (KPI-12)', () => {
    expectSameToldAnyhow(receivableLedger, history)
  })

  it('says the same from stored sums, whatever the clock did since (KPI-12)', () => {
    expectSameFromStorage(receivableLedger, history)
    expectSameFromStorage(receivableLedger, history.slice(0, 4), 'team:t')
    expectSameFromStorage(receivableLedger, history.slice(0, 1))
  })

  it('skips facts of other kinds', () => {
    expectOthersSkipped(receivableLedger, history)
  })
})
