import { describe, expect, it } from '@jest/globals'
import type { KpiId } from '../../catalogue/index.ts'
import { parseQuantity } from '../../primitives/quantity.ts'
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
import type { GoodsReceivedBackData, ReceivedBackItemData, ReturnFactData } from './facts.ts'
import { returnLedger } from './return-ledger.ts'

const fact = factsOf<ReturnFactData>()
const sale = { customerId: 'c', salespersonId: 's', teamId: 't', channel: 'ONLINE' }
const requested = fact('ReturnRequested', 0, sale)
const confirmed = (at: number) => fact('QualityProblemConfirmed', at, {})
const denied = (at: number) => fact('QualityProblemNotConfirmed', at, {})
const cny = (minor: number) => ({ minor, currency: 'CNY' })
const booked = (at: number, bookingId: string, minor: number) =>
  fact('ReturnLossBooked', at, { bookingId, amount: cny(minor) })
const recovered = (at: number, recoveryId: string, minor: number) =>
  fact('LossRecovered', at, { recoveryId, amount: cny(minor) })

/** 2.5 pieces of a lot, sold for 50.00 CNY and shipped at hour −200, unless given otherwise. */
function item(given: Partial<ReceivedBackItemData> = {}): ReceivedBackItemData {
  return {
    productId: 'p',
    lotId: 'l',
    quantity: parseQuantity('2.5'),
    netAmount: cny(5000),
    segment: null,
    shippedAt: hour(-200),
    ...given,
  }
}

function receivedBack(at: number, receiptId = 'r', given: Partial<GoodsReceivedBackData> = {}) {
  return fact('GoodsReceivedBack', at, { receiptId, remedy: 'RETURN', items: [item()], ...given })
}

function measured(kpi: KpiId, ...facts: readonly Fact[]) {
  return outcomeOf(returnLedger, facts).measurements.filter((measurement) => measurement.kpi === kpi)
}

const ofProduct = ['customer:c', 'person:s', 'team:t', 'channel:ONLINE', 'product:p']

describe('a requested return', () => {
  it('takes nothing back before the goods are received (RET-1, KPI-3, KPI-4, KPI-35)', () => {
    expect(outcomeOf(returnLedger, [requested, confirmed(1)])).toEqual({ timers: [], measurements: [] })
  })
})

describe('goods received back for good', () => {
  const sum = { since: hour(10), countsAt: hour(10), dueAt: null, achievedAt: hour(10), denominator: 0 }

  it('take their amount out of the sales when they are received (RET-1, RET-2, KPI-3)', () => {
    expect(measured('KPI-3', requested, receivedBack(10))).toEqual([
      { ...sum, kpi: 'KPI-3', part: null, item: 'r/0', numerator: -5000, currency: 'CNY', scopes: ofProduct },
    ])
  })

  it('take their quantity out, of the lot, too (RET-1, KPI-4)', () => {
    expect(measured('KPI-4', requested, receivedBack(10))).toEqual([
      {
        ...sum,
        kpi: 'KPI-4',
        part: 'returned',
        item: 'r/0',
        numerator: -2500,
        currency: null,
        scopes: [...ofProduct, 'lot:l'],
      },
    ])
  })

  it('take their amount out of the segment that they were sold in (KPI-5)', () => {
    const received = receivedBack(10, 'r', { items: [item({ segment: 'infusion' }), item()] })
    expect(measured('KPI-5', requested, received)).toEqual([
      { ...sum, kpi: 'KPI-5', part: 'infusion', item: 'r/0', numerator: -5000, currency: 'CNY', scopes: ofProduct },
    ])
  })

  it('count whether or not their quality was at fault (KPI-3, KPI-4)', () => {
    const history = [requested, receivedBack(10), denied(5)]
    expect([...measured('KPI-3', ...history), ...measured('KPI-4', ...history)]).toHaveLength(2)
  })

  it('count by item and receipt, each receipt once (KPI-3)', () => {
    const history = [
      requested,
      receivedBack(10, 'r', { items: [item(), item({ netAmount: cny(700) })] }),
      receivedBack(20, 'q', { items: [item({ netAmount: { minor: 9, currency: 'BRL' } })] }),
      receivedBack(20, 'q', { items: [item({ netAmount: { minor: 9, currency: 'BRL' } })] }),
    ]
    expect(measured('KPI-3', ...history).map((one) => [one.item, one.numerator, one.currency, one.countsAt])).toEqual([
      ['r/0', -5000, 'CNY', hour(10)],
      ['r/1', -700, 'CNY', hour(10)],
      ['q/0', -9, 'BRL', hour(20)],
    ])
  })

  it('leave what was sold and shipped, less them, in the period of the receipt (KPI-2, KPI-3, KPI-4)', () => {
    // Sold for 80.00 and 4 pieces shipped on 2 March; 50.00 and 2.5 pieces come back on 1 April (hour 720 is 1 April, 08:00).
    const sold = { ...anAmount('KPI-3', null, hour(0), 8000, ofProduct), currency: 'CNY' }
    const shipped = anAmount('KPI-4', 'shipped', hour(0), 4000, ofProduct)
    const all = [sold, shipped, ...outcomeOf(returnLedger, [requested, receivedBack(720)]).measurements]
    const april = { asOf: hour(800), from: '2026-04-01', to: '2026-05-01' }
    expect(rowsOf('KPI-3', all, { asOf: hour(800) })).toEqual([[null, 8000, 0, 0, 8000]])
    expect(rowsOf('KPI-3', all, april)).toEqual([[null, -5000, 0, 0, -5000]])
    expect(rowsOf('KPI-3', all, { ...april, from: '2026-03-01' })).toEqual([[null, 3000, 0, 0, 3000]])
    expect(rowsOf('KPI-4', all, { ...april, from: '2026-03-01' })[0]).toEqual([null, 1.5, 0, 0, 1.5])
  })
})

describe('goods received back for an exchange or a repair', () => {
  it.each(['EXCHANGE', 'REPAIR'] as const)('stay sold (%s; KPI-3, KPI-4, KPI-5)', (remedy) => {
    const received = receivedBack(10, 'r', { remedy, items: [item({ segment: 'infusion' })] })
    expect(outcomeOf(returnLedger, [requested, received]).measurements).toEqual([])
  })

  it.each(['EXCHANGE', 'REPAIR'] as const)('are quality returns all the same (%s; QLT-1, KPI-35)', (remedy) => {
    expect(measured('KPI-35', requested, receivedBack(10, 'r', { remedy }), confirmed(5))).toHaveLength(1)
  })
})

describe('goods received back for a confirmed quality problem', () => {
  it('count in the period in which they were shipped, by product and lot (RET-1, QLT-1, KPI-35)', () => {
    expect(measured('KPI-35', requested, confirmed(5), receivedBack(10))).toEqual([
      {
        kpi: 'KPI-35',
        part: null,
        item: `r/0/${hour(10)}`,
        since: hour(10),
        countsAt: hour(-200),
        dueAt: null,
        achievedAt: hour(10),
        numerator: 2500,
        denominator: 0,
        currency: null,
        until: null,
        scopes: [...ofProduct, 'lot:l'],
      },
    ])
  })

  it('count from the confirmation when that comes last (RET-1, C31, KPI-35)', () => {
    expect(measured('KPI-35', requested, receivedBack(10), confirmed(30))).toMatchObject([{ since: hour(30) }])
  })

  it('are a share of what was shipped in the same month (QLT-3, KPI-35)', () => {
    // 10 pieces shipped on 2 March, 2.5 of them come back in April.
    const shipped = anAmount('KPI-4', 'shipped', hour(0), 10_000, ['lot:l'])
    const back = receivedBack(800, 'r', { items: [item({ shippedAt: hour(0) })] })
    const all = [shipped, ...outcomeOf(returnLedger, [requested, back, confirmed(790)]).measurements]
    const rows = (asOf: number, scope: string) => rowsOf('KPI-35', all, { asOf: hour(asOf), scope })
    expect(rows(799.99, 'lot:l')).toEqual([[null, 0, 10, 0, 0]])
    expect(rows(800, 'lot:l')).toEqual([[null, 2.5, 10, 0, 0.25]])
    expect(rowsOf('KPI-35', all, { asOf: hour(900), from: '2026-04-01', to: '2026-05-01' })).toEqual([])
  })

  it.each([
    ['nobody has decided', []],
    ['quality control found none', [denied(5)]],
    ['quality control found none in the end', [confirmed(5), denied(6)]],
  ])('are none when %s (C31, KPI-35)', (_, findings) => {
    expect(measured('KPI-35', requested, receivedBack(10), ...findings)).toEqual([])
  })

  it('are none where nobody knows when they were shipped, and have no lot where none is known (KPI-35)', () => {
    const received = receivedBack(10, 'r', { items: [item({ shippedAt: null }), item({ lotId: null })] })
    expect(measured('KPI-35', requested, confirmed(5), received)).toMatchObject([
      { item: `r/1/${hour(10)}`, scopes: ofProduct },
    ])
  })

  it('count while the latest word is that it is at fault (C31, KPI-35)', () => {
    const history = [requested, receivedBack(10), confirmed(20), confirmed(25), denied(30), denied(35), confirmed(40)]
    expect(measured('KPI-35', ...history).map(({ since, until }) => [since, until])).toEqual([
      [hour(20), hour(30)],
      [hour(40), null],
    ])
  })

  it('count when both were said at one instant: the stricter word stands (C31, KPI-35)', () => {
    expect(measured('KPI-35', requested, receivedBack(10), denied(20), confirmed(20))).toHaveLength(1)
  })
})

describe('a loss that the company bore first', () => {
  it('is a denominator from its booking, in the period of the request (RET-2, KPI-36)', () => {
    expect(measured('KPI-36', requested, booked(50, 'b', 900))).toEqual([
      {
        kpi: 'KPI-36',
        part: null,
        item: 'borne/b',
        since: hour(50),
        countsAt: hour(0),
        dueAt: null,
        achievedAt: hour(50),
        numerator: 0,
        denominator: 900,
        currency: 'CNY',
        scopes: ['customer:c', 'person:s', 'team:t'],
      },
    ])
  })

  const history = [
    requested,
    booked(50, 'b', 900),
    booked(60, 'd', 100),
    recovered(70, 'b', 250),
    recovered(80, 'x', 250),
  ]
  const rows = (asOf: number, ...facts: readonly Fact[]) =>
    rowsOf('KPI-36', outcomeOf(returnLedger, facts).measurements, { asOf: hour(asOf) })

  it('is recovered piece by piece (RET-2, KPI-36)', () => {
    expect(rows(49.99, ...history)).toEqual([])
    expect(rows(50, ...history)).toEqual([[null, 0, 900, 0, 0]])
    expect(rows(60, ...history)).toEqual([[null, 0, 1000, 0, 0]])
    expect(rows(70, ...history)).toEqual([[null, 250, 1000, 0, 0.25]])
    expect(rows(80, ...history)).toEqual([[null, 500, 1000, 0, 0.5]])
  })

  it('stays what it was when the claim is written off, and what comes afterwards counts (RET-2, KPI-36)', () => {
    const writtenOff = { ...recovered(75, 'w', 0), type: 'ClaimWrittenOff' }
    expect(rows(76, ...history, writtenOff)).toEqual([[null, 250, 1000, 0, 0.25]])
    expect(rows(80, ...history, writtenOff)).toEqual([[null, 500, 1000, 0, 0.5]])
  })

  it('counts once when told twice (RET-2, KPI-36)', () => {
    expect(rows(80, ...history, ...history)).toEqual([[null, 500, 1000, 0, 0.5]])
  })

  it('has no value while no loss is booked (RET-2, KPI-36)', () => {
    expect(rows(80, requested, recovered(70, 'b', 250))).toEqual([[null, 250, 0, 0, null]])
  })
})

describe('the ledger of returns', () => {
  const history = [
    requested,
    confirmed(5),
    denied(15),
    confirmed(25),
    receivedBack(10),
    receivedBack(20, 'q', { items: [item({ segment: 'infusion' })] }),
    booked(30, 'b', 100),
    recovered(40, 'b', 50),
  ]

  it('says nothing before the request is known, and has no limits (KPI-3, KPI-4, KPI-35, KPI-36)', () => {
    expect(outcomeOf(returnLedger, history.slice(1)).measurements).toEqual([])
    expect(outcomeOf(returnLedger, history).timers).toEqual([])
  })

  it('takes the sale from the first request, with what is known of it', () => {
    const later = fact('ReturnRequested', 2, { customerId: 'c', salespersonId: null, teamId: null, channel: null })
    expect(measured('KPI-3', later, requested, receivedBack(10))[0]?.scopes).toEqual(ofProduct)
    expect(measured('KPI-3', later, receivedBack(10))[0]?.scopes).toEqual(['customer:c', 'product:p'])
  })

  it('says the same in whatever order and however often it is told (KPI-3, KPI-4, KPI-35, KPI-36)', () => {
    expectSameToldAnyhow(returnLedger, history)
  })

  it('says the same from stored sums (KPI-3, KPI-4, KPI-35, KPI-36)', () => {
    expectSameFromStorage(returnLedger, history)
  })

  it('skips facts of other kinds', () => {
    expectOthersSkipped(returnLedger, history)
  })
})
