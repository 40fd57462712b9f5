import { describe, expect, it } from '@jest/globals'
import { parseLocalDate, parseTimeZone } from '../../primitives/local-date.ts'
import { hour } from '../fixtures.ts'
import {
  expectOthersSkipped,
  expectSameFromStorage,
  expectSameToldAnyhow,
  factsOf,
  outcomeOf,
  rowsOf,
} from '../history-fixture.ts'
import type { Fact } from '../ledger.ts'
import { anAmount } from '../timing.ts'
import type { MarketAmountRecordedData, MarketFactData } from './facts.ts'
import { marketLedger } from './market-ledger.ts'

const fact = factsOf<MarketFactData>()

function recorded(at: number, recordId: string, minor: number, given: Partial<MarketAmountRecordedData> = {}) {
  return fact('MarketAmountRecorded', at, {
    recordId,
    segment: 'infusion',
    periodFrom: parseLocalDate('2026-03-01'),
    zone: parseTimeZone('Asia/Shanghai'),
    amount: { minor, currency: 'CNY' },
    sourceId: 'report',
    sourceDatedOn: parseLocalDate('2026-04-20'),
    ...given,
  })
}

const withdrawn = (at: number, recordId: string) => fact('MarketAmountWithdrawn', at, { recordId })
const measured = (...facts: readonly Fact[]) => outcomeOf(marketLedger, facts).measurements
// What orders bring: 300 in the segment on 2 March.
const own = { ...anAmount('KPI-5', 'infusion', hour(-1), 300, ['customer:c']), currency: 'CNY' }
const rows = (asOf: number, ...facts: readonly Fact[]) =>
  rowsOf('KPI-5', [...measured(...facts), own], { asOf: hour(asOf) })

describe('a market amount with a dated source', () => {
  it('is the denominator of its segment, at the beginning of its period, for the company only (KPI-5)', () => {
    expect(measured(recorded(100, 'a', 1200))).toEqual([
      {
        kpi: 'KPI-5',
        part: 'infusion',
        item: `2026-03-01/CNY/${hour(100)}`,
        since: hour(100),
        // March begins in Shanghai 32 hours before hour 0.
        countsAt: hour(-32),
        dueAt: null,
        achievedAt: hour(100),
        numerator: 0,
        denominator: 1200,
        currency: 'CNY',
        until: null,
        scopes: [],
      },
    ])
  })

  it('gives a share from its recording on; before, the share has no value (RPT-8, KPI-5)', () => {
    expect(rows(99, recorded(100, 'a', 1200))).toEqual([['infusion', 300, 0, 0, null]])
    expect(rows(100, recorded(100, 'a', 1200))).toEqual([['infusion', 300, 1200, 0, 0.25]])
  })

  it('gives no share over another period than its own (KPI-5)', () => {
    const query = { asOf: hour(100), from: '2026-03-02', to: '2026-04-01' }
    expect(rowsOf('KPI-5', [...measured(recorded(50, 'a', 1200)), own], query)).toEqual([['infusion', 300, 0, 0, null]])
  })
})

describe('a market amount that nobody can look up', () => {
  it.each([
    ['no source', { sourceId: null }],
    ['an undated source', { sourceDatedOn: null }],
  ])('is no denominator with %s: the share has no value (KPI-5)', (_, given) => {
    expect(measured(recorded(0, 'a', 1200, given))).toEqual([])
    expect(rows(100, recorded(0, 'a', 1200, given))).toEqual([['infusion', 300, 0, 0, null]])
  })

  it('replaces none that can be looked up (KPI-5)', () => {
    expect(rows(100, recorded(0, 'a', 1200), recorded(50, 'b', 600, { sourceId: null }))).toEqual([
      ['infusion', 300, 1200, 0, 0.25],
    ])
  })
})

describe('a market amount recorded again', () => {
  it('replaces the former one from its recording (KPI-5)', () => {
    const history = [recorded(50, 'b', 600), recorded(0, 'a', 1200)]
    expect(rows(49.99, ...history)).toEqual([['infusion', 300, 1200, 0, 0.25]])
    expect(rows(50, ...history)).toEqual([['infusion', 300, 600, 0, 0.5]])
  })

  it.each([
    ['segment', { segment: 'dialysis' }],
    ['period', { periodFrom: parseLocalDate('2026-03-15') }],
    ['currency', { amount: { minor: 600, currency: 'BRL' } }],
  ])('stands beside the one of another %s (KPI-5)', (_, given) => {
    expect(measured(recorded(0, 'a', 1200), recorded(50, 'b', 600, given)).map(({ until }) => until)).toEqual([
      null,
      null,
    ])
  })
})

describe('a withdrawn market amount', () => {
  it('counts until then and not from then on (KPI-5)', () => {
    const history = [recorded(0, 'a', 1200), withdrawn(60, 'a')]
    expect(rows(59.99, ...history)).toEqual([['infusion', 300, 1200, 0, 0.25]])
    expect(rows(60, ...history)).toEqual([['infusion', 300, 0, 0, null]])
  })

  it('lets the one stand again that it had replaced (KPI-5)', () => {
    const history = [recorded(0, 'a', 1200), recorded(50, 'b', 600), withdrawn(60, 'b')]
    expect(rows(60, ...history)).toEqual([['infusion', 300, 1200, 0, 0.25]])
  })

  it('never stood where it was withdrawn before it was recorded, as imported history may say (KPI-5)', () => {
    expect(measured(recorded(50, 'a', 1200), withdrawn(40, 'a'))).toEqual([])
  })
})

describe('the ledger of markets', () => {
  const history = [recorded(0, 'a', 1200), recorded(50, 'b', 600), withdrawn(60, 'b'), withdrawn(70, 'x')]

  it('says nothing before an amount is recorded, and has no limits', () => {
    expect(outcomeOf(marketLedger, [withdrawn(1, 'a')])).toEqual({ timers: [], measurements: [] })
    expect(outcomeOf(marketLedger, history).timers).toEqual([])
  })

  it('says the same in whatever order and however often it is told (KPI-5)', () => {
    expectSameToldAnyhow(marketLedger, history)
  })

  it('says the same from stored sums (KPI-5)', () => {
    expectSameFromStorage(marketLedger, history)
  })

  it('skips facts of other kinds', () => {
    expectOthersSkipped(marketLedger, history)
  })
})
