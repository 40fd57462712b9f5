import { describe, expect, it } from '@jest/globals'
import type { KpiId } from '../../catalogue/index.ts'
import type { Quantity } from '../../primitives/quantity.ts'
import { counted, MILLISECOND } from '../after-sales-fixture.ts'
import { elapsedReckoning, fact, hour, item, line, placed, shipped, told } from '../fixtures.ts'
import type { Fact } from '../ledger.ts'
import { orderLedger } from './order-ledger.ts'

function timersOf(...facts: readonly Fact[]) {
  return orderLedger.timers(told(orderLedger, facts), elapsedReckoning)
}

function measured(kpi: KpiId, ...facts: readonly Fact[]) {
  const all = orderLedger.measurements(told(orderLedger, facts), elapsedReckoning)
  return all.filter((measurement) => measurement.kpi === kpi)
}

describe('a placed order', () => {
  it('must be decided: one timer from placing, under the policy of placing (ORD-1)', () => {
    expect(timersOf(placed(0, [line('a')], 'v7'))).toEqual([
      {
        key: 'order.confirm',
        item: '',
        rule: 'ORD-1',
        startedAt: hour(0),
        stoppedAt: null,
        voidedAt: null,
        dueAt: null,
        policyVersion: 'v7',
      },
    ])
  })

  it('counts as one order, due a day after placing, for company, customer, salesperson and channel (KPI-1)', () => {
    expect(measured('KPI-1', placed(5, [line('a')]))).toEqual([
      {
        kpi: 'KPI-1',
        part: null,
        item: '',
        since: hour(5),
        countsAt: hour(5),
        dueAt: hour(29),
        achievedAt: null,
        numerator: 1,
        denominator: 1,
        currency: null,
        scopes: ['customer:c', 'person:s', 'channel:ONLINE'],
      },
    ])
  })

  it.each([
    [null, 't', ['team:t']],
    ['s', null, ['person:s']],
    ['s', 't', ['person:s', 'team:t']],
  ])('counts for salesperson %p and team %p as far as both are known (KPI-1)', (salespersonId, teamId, expected) => {
    const data = { customerId: 'c', salespersonId, teamId, channel: 'ONLINE', lines: [line('a')] }
    expect(measured('KPI-1', fact('OrderPlaced', 5, data)).map(({ scopes }) => scopes)).toEqual([
      ['customer:c', ...expected, 'channel:ONLINE'],
    ])
  })

  it('has no sales yet (KPI-3)', () => {
    expect(measured('KPI-3', placed(0, [line('a')]))).toEqual([])
  })

  it('gives a delivery timer and a measurement to each line with a contract date, fixed by contract (DEL-1, KPI-9)', () => {
    const history = placed(0, [line('a', { contractShipBy: hour(100) }), line('b')])
    const deliveries = timersOf(history).filter(({ key }) => key === 'order.delivery')
    expect(deliveries).toMatchObject([
      { item: 'a', rule: 'DEL-1', startedAt: hour(0), dueAt: hour(100), stoppedAt: null },
    ])
    expect(measured('KPI-9', history)).toMatchObject([
      {
        item: 'a',
        since: hour(0),
        countsAt: hour(100),
        dueAt: hour(100),
        achievedAt: null,
        scopes: ['customer:c', 'person:s', 'channel:ONLINE', 'product:product of a'],
      },
    ])
  })
})

describe('a decided order', () => {
  it.each([
    ['OrderConfirmed', fact('OrderConfirmed', 3)],
    ['OrderRejected', fact('OrderRejected', 3)],
  ])('has met its limit by %s (ORD-1, C27)', (_, decision) => {
    expect(timersOf(placed(0, [line('a')]), decision)).toMatchObject([{ stoppedAt: hour(3), voidedAt: null }])
    expect(measured('KPI-1', placed(0, [line('a')]), decision)).toMatchObject([{ achievedAt: hour(3) }])
  })

  it('books the net amount of each line at the confirmation (KPI-3)', () => {
    const lines = [line('a'), line('b', { netAmount: { minor: 599, currency: 'BRL' } })]
    expect(measured('KPI-3', placed(0, lines), fact('OrderConfirmed', 3))).toMatchObject([
      {
        item: 'a',
        numerator: 10_000,
        currency: 'CNY',
        countsAt: hour(3),
        achievedAt: hour(3),
        dueAt: null,
        denominator: 0,
      },
      { item: 'b', numerator: 599, currency: 'BRL', countsAt: hour(3) },
    ])
  })

  it('books nothing when it was rejected (KPI-3)', () => {
    expect(measured('KPI-3', placed(0, [line('a')]), fact('OrderRejected', 3))).toEqual([])
  })

  it('owes no delivery when it was rejected (DEL-1, KPI-9)', () => {
    const history = [placed(0, [line('a', { contractShipBy: hour(100) })]), fact('OrderRejected', 3)]
    expect(timersOf(...history)).toMatchObject([{ key: 'order.confirm' }, { key: 'order.delivery', voidedAt: hour(3) }])
    expect(counted(measured('KPI-9', ...history), 2)).toEqual([0, 0, 1])
    expect(counted(measured('KPI-9', ...history), 3)).toEqual([0, 0, 0])
  })
})

describe('a cancelled order', () => {
  it('is neither met nor missed when nobody had to have decided it yet (ORD-1, KPI-1)', () => {
    const history = [placed(0, [line('a')]), fact('OrderCancelled', 24)]
    expect(timersOf(...history)).toMatchObject([{ stoppedAt: null, voidedAt: hour(24) }])
    expect(counted(measured('KPI-1', ...history), 24 - MILLISECOND)).toEqual([0, 0, 1])
    expect(counted(measured('KPI-1', ...history), 24)).toEqual([0, 0, 0])
    expect(counted(measured('KPI-1', ...history), 500)).toEqual([0, 0, 0])
  })

  it('stays missed when the limit had passed (ORD-1, KPI-1)', () => {
    const history = [placed(0, [line('a')]), fact('OrderCancelled', 36)]
    expect(timersOf(...history)).toMatchObject([{ stoppedAt: hour(36), voidedAt: null }])
    const seen = [12, 24, 24 + MILLISECOND, 30, 36, 500].map((at) => counted(measured('KPI-1', ...history), at))
    expect(seen).toEqual([
      [0, 0, 1],
      [0, 0, 1],
      [0, 1, 0],
      [0, 1, 0],
      [0, 1, 0],
      [0, 1, 0],
    ])
  })

  it('stays missed when it is decided after the cancellation (ORD-1, KPI-1)', () => {
    const history = [placed(0, [line('a')]), fact('OrderCancelled', 36), fact('OrderConfirmed', 40)]
    expect(counted(measured('KPI-1', ...history), 50)).toEqual([0, 1, 0])
  })

  it('keeps its decision when it was decided before (ORD-1, KPI-1)', () => {
    const history = [placed(0, [line('a')]), fact('OrderConfirmed', 3), fact('OrderCancelled', 30)]
    expect(timersOf(...history)).toMatchObject([{ stoppedAt: hour(3), voidedAt: null }])
    expect(measured('KPI-1', ...history)).toHaveLength(1)
  })

  it('counts as decided when both happened at the same instant (ORD-1)', () => {
    const history = [placed(0, [line('a')]), fact('OrderCancelled', 3), fact('OrderConfirmed', 3)]
    expect(timersOf(...history)).toMatchObject([{ stoppedAt: hour(3), voidedAt: null }])
  })

  it('takes its amount out again in the period of the cancellation (KPI-3)', () => {
    const history = [placed(0, [line('a')]), fact('OrderConfirmed', 3), fact('OrderCancelled', 900)]
    expect(measured('KPI-3', ...history)).toMatchObject([
      { item: 'a', numerator: 10_000, countsAt: hour(3) },
      { item: 'a/cancelled', numerator: -10_000, countsAt: hour(900), achievedAt: hour(900), since: hour(900) },
    ])
  })

  it('takes out nothing when nothing was booked (KPI-3)', () => {
    expect(measured('KPI-3', placed(0, [line('a')]), fact('OrderCancelled', 3))).toEqual([])
  })

  it('takes out no amount before it was booked, even when history dates the cancellation first (KPI-3)', () => {
    const history = [placed(0, [line('a')]), fact('OrderCancelled', 2), fact('OrderConfirmed', 3)]
    expect(measured('KPI-3', ...history).map(({ countsAt }) => countsAt)).toEqual([hour(3), hour(3)])
  })

  it('owes no delivery of what had not shipped (DEL-1, KPI-9)', () => {
    const lines = ['a', 'b'].map((lineId) => line(lineId, { contractShipBy: hour(100) }))
    const history = [placed(0, lines), shipped(50, 's1', [item('a', '2'), item('b', '1')]), fact('OrderCancelled', 60)]
    expect(timersOf(...history).filter(({ key }) => key === 'order.delivery')).toMatchObject([
      { item: 'a', stoppedAt: hour(50), voidedAt: null },
      { item: 'b', stoppedAt: null, voidedAt: hour(60) },
    ])
    expect(counted(measured('KPI-9', ...history), 60)).toEqual([1, 1, 0])
    expect(counted(measured('KPI-9', ...history), 55)).toEqual([1, 1, 1])
  })

  it('owed what was promised for a time before (DEL-1, KPI-9)', () => {
    const history = [placed(0, [line('a', { contractShipBy: hour(50) })]), fact('OrderCancelled', 60)]
    expect(timersOf(...history)).toMatchObject([
      { key: 'order.confirm' },
      { key: 'order.delivery', stoppedAt: hour(60), voidedAt: null },
    ])
    expect(counted(measured('KPI-9', ...history), 500)).toEqual([0, 1, 0])
  })
})

describe('a shipped order', () => {
  const promised = placed(0, [line('a', { quantity: '2.5' as Quantity, contractShipBy: hour(100) })])

  it('has delivered a line once its full quantity left, in the order of the shipments (DEL-1, KPI-9)', () => {
    // 1 leaves at 40, 1 at 60, 0.5 at 90: whole at 90, although the shipment of 90 is told first.
    const history = [
      promised,
      shipped(90, 's3', [item('a', '0.5')]),
      shipped(40, 's1', [item('a', '1')]),
      shipped(60, 's2', [item('a', '1')]),
    ]
    expect(timersOf(...history)[1]).toMatchObject({ key: 'order.delivery', stoppedAt: hour(90) })
    expect(measured('KPI-9', ...history)).toMatchObject([{ achievedAt: hour(90) }])
  })

  it('has not delivered while a thousandth is missing (DEL-1)', () => {
    expect(timersOf(promised, shipped(40, 's1', [item('a', '2.499')]))[1]).toMatchObject({ stoppedAt: null })
  })

  it('counts checked among shipped in thousandths, per item with product and lot (KPI-10)', () => {
    const items = [item('a', '2', { lotId: 'lot', checkedQuantity: '1.5' as Quantity }), item('a', '0.5')]
    expect(measured('KPI-10', promised, shipped(40, 's1', items))).toMatchObject([
      {
        item: 's1/0',
        numerator: 1500,
        denominator: 2000,
        countsAt: hour(40),
        scopes: ['customer:c', 'person:s', 'channel:ONLINE', 'product:product of a', 'lot:lot'],
      },
      { item: 's1/1', numerator: 500, denominator: 500 },
    ])
  })

  it('counts no more as checked than was shipped (KPI-10)', () => {
    const items = [item('a', '1', { checkedQuantity: '3' as Quantity })]
    expect(measured('KPI-10', promised, shipped(40, 's1', items))).toMatchObject([
      { numerator: 1000, denominator: 1000 },
    ])
  })

  it.each([
    ['licensed buyer', true, hour(40)],
    ['unlicensed buyer', false, null],
    ['buyer of whom nothing is said', null, null],
  ])('counts a %s of regulated goods (KPI-40)', (_, isBuyerLicensed, achievedAt) => {
    const history = [promised, shipped(40, 's1', [item('a', '1')], isBuyerLicensed)]
    expect(measured('KPI-40', ...history)).toMatchObject([
      { item: 's1', countsAt: hour(40), achievedAt, denominator: 1 },
    ])
  })

  it('asks for no licence when no item is regulated (KPI-40)', () => {
    const items = [item('a', '1', { productClass: 'UNREGULATED' })]
    expect(measured('KPI-40', promised, shipped(40, 's1', items, null))).toEqual([])
  })
})

describe('an imported order', () => {
  it('says the same whichever fact is told first', () => {
    const history = [
      placed(0, [line('a', { contractShipBy: hour(100) })]),
      fact('OrderConfirmed', 30),
      shipped(20, 's1', [item('a', '2')]),
    ]
    const backwards = told(orderLedger, history.toReversed())
    const forwards = told(orderLedger, history)
    expect(backwards).toEqual(forwards)
    expect(orderLedger.timers(forwards, elapsedReckoning)).toMatchObject([
      { stoppedAt: hour(30) },
      { stoppedAt: hour(20) },
    ])
  })

  it.each([
    [0, 5],
    [5, 0],
  ])('was placed when it was placed first, whichever is told first: at %i and %i (ORD-1, KPI-1)', (one, other) => {
    const history = [placed(one, [line('a')], `v${one}`), placed(other, [line('a')], `v${other}`)]
    expect(timersOf(...history)).toMatchObject([{ key: 'order.confirm', startedAt: hour(0), policyVersion: 'v0' }])
    expect(measured('KPI-1', ...history)).toMatchObject([{ since: hour(0), dueAt: hour(24) }])
  })

  it.each([
    [20, 40],
    [40, 20],
  ])('shipped once what is told twice, when it left first: at %i and %i (DEL-1, KPI-4, KPI-10)', (one, other) => {
    const history = [
      placed(0, [line('a', { contractShipBy: hour(100) })]),
      shipped(one, 's1', [item('a', '1')]),
      shipped(30, 's2', [item('a', '1')]),
      shipped(other, 's1', [item('a', '1')]),
    ]
    // Two pieces are ordered: one left at 20, the other at 30.
    expect(timersOf(...history).find(({ key }) => key === 'order.delivery')).toMatchObject({ stoppedAt: hour(30) })
    for (const kpi of ['KPI-4', 'KPI-10'] as const) {
      expect(measured(kpi, ...history).map(({ item: name, since }) => [name, since])).toEqual([
        ['s1/0', hour(20)],
        ['s2/0', hour(30)],
      ])
    }
  })

  it('says nothing before the placing is known, and ignores facts of other kinds', () => {
    const state = told(orderLedger, [
      fact('OrderConfirmed', 3),
      { ...fact('OrderConfirmed', 3), type: 'FindingRecorded' },
    ])
    expect(orderLedger.timers(state, elapsedReckoning)).toEqual([])
    expect(orderLedger.measurements(state, elapsedReckoning)).toEqual([])
    expect(orderLedger.record(state, { ...fact('OrderConfirmed', 9), type: 'toString' })).toBe(state)
  })

  it('survives storage as plain JSON', () => {
    const state = told(orderLedger, [placed(0, [line('a')]), shipped(20, 's1', [item('a', '2')])])
    expect(JSON.parse(JSON.stringify(state))).toEqual(state)
  })
})

describe('an imported order with two lines of one id', () => {
  it('keeps timers and measurements apart, so that no store can take one for the other (KPI-3, KPI-9)', () => {
    const twice = [line('a', { contractShipBy: hour(50) }), line('a', { contractShipBy: hour(50) })]
    const history = [placed(0, twice), fact('OrderConfirmed', 1)]
    const deliveries = timersOf(...history).filter(({ key }) => key === 'order.delivery')
    expect(new Set(deliveries.map(({ item: name }) => name)).size).toBe(2)
    for (const kpi of ['KPI-3', 'KPI-9'] as const) {
      expect(new Set(measured(kpi, ...history).map(({ item: name }) => name)).size).toBe(2)
    }
  })

  it('meets both limits when the goods of both have left (DEL-1)', () => {
    const twice = [line('a', { contractShipBy: hour(50) }), line('a', { contractShipBy: hour(50) })]
    const deliveries = timersOf(placed(0, twice), shipped(10, 'x', [item('a', '2'), item('a', '2')]))
    expect(deliveries.filter(({ key }) => key === 'order.delivery').map(({ stoppedAt }) => stoppedAt)).toEqual([
      hour(10),
      hour(10),
    ])
  })
})
