import { describe, expect, it } from '@jest/globals'
import type { KpiId } from '../../catalogue/index.ts'
import { scorecardOf } from '../../kpi/scorecard.ts'
import { hour } from '../fixtures.ts'
import { expectOthersSkipped, expectSameToldAnyhow, factsOf, outcomeOf } from '../history-fixture.ts'
import type { Fact } from '../ledger.ts'
import type { OpportunityFactData } from './facts.ts'
import { opportunityLedger } from './opportunity-ledger.ts'

const fact = factsOf<OpportunityFactData>()
const opened = fact('OpportunityOpened', 0, { customerId: 'c', salespersonId: 's', teamId: 't' })
const quoted = (at: number) => fact('QuoteSent', at, {})
const contracted = (at: number) => fact('OpportunityContracted', at, {})
const cny = (minor: number) => ({ minor, currency: 'CNY' })
const won = (at: number, minor: number | null) =>
  fact('OpportunityWon', at, { amount: minor === null ? null : cny(minor) })
const lost = (at: number, minor: number | null) =>
  fact('OpportunityLost', at, { amount: minor === null ? null : cny(minor) })

function measured(kpi: KpiId, ...facts: readonly Fact[]) {
  return outcomeOf(opportunityLedger, facts).measurements.filter((measurement) => measurement.kpi === kpi)
}

/** [numerator, denominator, value] of the rows of several opportunities in hours [0, 100), by part. */
function rowsAt(kpi: KpiId, asOf: number, histories: readonly (readonly Fact[])[]) {
  const measurements = histories.flatMap((facts) => outcomeOf(opportunityLedger, facts).measurements)
  const query = { from: hour(0), to: hour(100), trailingFrom: hour(0), scope: 'company', asOf: hour(asOf) }
  return scorecardOf(measurements, query)
    .filter(({ id }) => id === kpi)
    .map(({ part, numerator, denominator, value }) => [part, numerator, denominator, value])
}

describe('an open opportunity', () => {
  it('counts for nothing before it is quoted or closed (KPI-6, KPI-7)', () => {
    expect(outcomeOf(opportunityLedger, [opened])).toEqual({ timers: [], measurements: [] })
  })

  it('counts for nothing by a contract alone: the quote is what is followed up (KPI-6)', () => {
    expect(measured('KPI-6', opened, contracted(5))).toEqual([])
  })
})

describe('a quoted opportunity', () => {
  it('counts in the period of its first quote, without a contract yet (KPI-6)', () => {
    expect(measured('KPI-6', opened, quoted(20), quoted(10))).toEqual([
      {
        kpi: 'KPI-6',
        part: null,
        item: '',
        since: hour(10),
        countsAt: hour(10),
        dueAt: null,
        achievedAt: null,
        numerator: 1,
        denominator: 1,
        currency: null,
        scopes: ['customer:c', 'person:s', 'team:t'],
      },
    ])
  })

  it('is signed by its first contract, whenever that came (KPI-6)', () => {
    expect(measured('KPI-6', opened, quoted(10), contracted(900), contracted(500))).toMatchObject([
      { countsAt: hour(10), achievedAt: hour(500) },
    ])
  })

  it('counts as signed from the signature on and not before (KPI-6)', () => {
    // Three quoted in the period, one of them signed at 120; a fourth was quoted after the period.
    const histories = [
      [opened, quoted(10), contracted(120)],
      [opened, quoted(20)],
      [opened, quoted(99), lost(99, null)],
      [opened, quoted(100), contracted(101)],
    ]
    expect(rowsAt('KPI-6', 119.99, histories)).toEqual([[null, 0, 3, 0]])
    expect(rowsAt('KPI-6', 120, histories)).toEqual([[null, 1, 3, 1 / 3]])
  })
})

describe('a closed opportunity', () => {
  it('counts in the period of its closing, by number and by amount (OPP-3, KPI-7)', () => {
    const counted = {
      item: '',
      since: hour(50),
      countsAt: hour(50),
      dueAt: null,
      scopes: ['customer:c', 'person:s', 'team:t'],
    }
    expect(measured('KPI-7', opened, won(50, 300))).toEqual([
      { ...counted, kpi: 'KPI-7', part: null, achievedAt: hour(50), numerator: 1, denominator: 1, currency: null },
      {
        ...counted,
        kpi: 'KPI-7',
        part: 'amount',
        achievedAt: hour(50),
        numerator: 300,
        denominator: 300,
        currency: 'CNY',
      },
    ])
    expect(measured('KPI-7', opened, lost(50, 300))).toMatchObject([
      { part: null, achievedAt: null, denominator: 1 },
      { part: 'amount', achievedAt: null, denominator: 300 },
    ])
  })

  it('is no part of the amounts when nobody said what it was worth (KPI-7)', () => {
    expect(measured('KPI-7', opened, won(50, null)).map(({ part }) => part)).toEqual([null])
  })

  it('weighs as much as its amount (OPP-3, KPI-7)', () => {
    // Won 1 of 3, and 900 of 900 + 200 + 100 = 1200.
    const histories = [
      [opened, won(10, 900)],
      [opened, lost(20, 200)],
      [opened, lost(99, 100)],
      [opened, won(100, 5000)],
    ]
    expect(rowsAt('KPI-7', 200, histories)).toEqual([
      [null, 1, 3, 1 / 3],
      ['amount', 900, 1200, 0.75],
    ])
  })

  it('has no conversion where nothing was closed: no row, neither 0 nor 100 % (KPI-7)', () => {
    expect(rowsAt('KPI-7', 200, [[opened, quoted(10)]])).toEqual([])
  })

  it.each([
    ['won and later lost is won', [won(10, 1), lost(20, 2)], 1, hour(10)],
    ['lost and later won is lost', [lost(10, 2), won(20, 1)], 2, null],
    ['won and lost at one instant is won', [lost(10, 2), won(10, 1)], 1, hour(10)],
    ['won twice was won the first time', [won(20, 3), won(10, 1)], 1, hour(10)],
    ['lost twice was lost the first time', [lost(20, 3), lost(10, 1)], 1, null],
  ])('%s: it is closed once (KPI-7)', (_, closings, amount, achievedAt) => {
    expect(measured('KPI-7', opened, ...closings)).toMatchObject([
      { part: null, countsAt: hour(10), achievedAt },
      { part: 'amount', denominator: amount, achievedAt },
    ])
  })
})

describe('an imported opportunity', () => {
  it('says nothing before its opening is known (KPI-6, KPI-7)', () => {
    expect(outcomeOf(opportunityLedger, [quoted(1), contracted(2), won(3, 4)]).measurements).toEqual([])
  })

  it('was opened by whoever opened it first', () => {
    const later = fact('OpportunityOpened', 5, { customerId: 'c', salespersonId: 'other', teamId: null })
    expect(measured('KPI-6', later, opened, quoted(6))[0]?.scopes).toEqual(['customer:c', 'person:s', 'team:t'])
  })

  it('says the same in whatever order and however often it is told (KPI-6, KPI-7)', () => {
    expectSameToldAnyhow(opportunityLedger, [opened, quoted(3), quoted(9), contracted(12), won(13, 5), lost(14, 6)])
  })

  it('skips facts of other kinds', () => {
    expectOthersSkipped(opportunityLedger, [opened, won(1, 2)])
  })
})
