import { describe, expect, it } from '@jest/globals'
import type { BookedGoods } from '../../gates/goods/three-way-match.ts'
import { binOf } from '../../kpi/durations.ts'
import { evaluateMeasurement } from '../../kpi/measurement.ts'
import { addTallies, zeroTally } from '../../kpi/tally.ts'
import type { Quantity } from '../../primitives/quantity.ts'
import { elapsedReckoning, fact, hour, item, line, placed, shipped, told } from '../fixtures.ts'
import type { Fact, Measurement } from '../ledger.ts'
import { orderLedger } from './order-ledger.ts'

const HOUR = 3_600_000

function measured(kpi: Measurement['kpi'], ...facts: readonly Fact[]): readonly Measurement[] {
  const all = orderLedger.measurements(told(orderLedger, facts), elapsedReckoning)
  return all.filter((measurement) => measurement.kpi === kpi)
}

function seen(kpi: Measurement['kpi'], asOf: number, ...facts: readonly Fact[]): string {
  const sum = measured(kpi, ...facts)
    .map((measurement) => evaluateMeasurement(measurement, hour(asOf)))
    .reduce(addTallies, zeroTally)
  return `${sum.numerator}/${sum.denominator} +${sum.pending}`
}

describe('a placed order', () => {
  it('is one order in the twelve months that end with a period (KPI-16)', () => {
    expect(measured('KPI-16', placed(3, [line('a')]))).toMatchObject([
      { part: 'ordersPlaced', countsAt: hour(3), numerator: 1, denominator: 0 },
    ])
  })

  it('is part of the market of its segment once confirmed, and no more when cancelled (KPI-5)', () => {
    const sold = placed(0, [line('a', { segment: 'imaging' }), line('b')])
    expect(measured('KPI-5', sold)).toEqual([])
    const of = (...facts: readonly Fact[]) =>
      measured('KPI-5', sold, ...facts).map(({ part, numerator, denominator, countsAt, currency }) => [
        part,
        numerator,
        denominator,
        countsAt,
        currency,
      ])
    const confirmed = ['imaging', 10_000, 0, hour(1), 'CNY']
    expect(of(fact('OrderConfirmed', 1))).toEqual([confirmed])
    expect(of(fact('OrderConfirmed', 1), fact('OrderCancelled', 9))).toEqual([
      confirmed,
      ['imaging', -10_000, 0, hour(9), 'CNY'],
    ])
  })
})

describe('a shipped order', () => {
  it('counts what left, per item, with its product and lot (KPI-4)', () => {
    const items = [item('a', '1.5', { lotId: 'l' }), item('b', '2')]
    expect(measured('KPI-4', placed(0, [line('a'), line('b')]), shipped(5, 's', items))).toMatchObject([
      {
        part: 'shipped',
        item: 's/0',
        countsAt: hour(5),
        numerator: 1500,
        denominator: 0,
        scopes: ['customer:c', 'person:s', 'channel:ONLINE', 'product:product of a', 'lot:l'],
      },
      { part: 'shipped', item: 's/1', numerator: 2000 },
    ])
  })
})

describe('how soon a sale is entered (CUS-6, KPI-32)', () => {
  const entered = (told: Fact, afterHours: number): Fact => ({
    ...told,
    recordedAt: hour((Date.parse(told.occurredAt) - Date.parse(hour(0))) / HOUR + afterHours),
  })

  it('is measured for the order and for each shipment, in the period in which it happened', () => {
    const history = [entered(placed(0, [line('a')]), 2), entered(shipped(10, 's', [item('a', '2')]), 0)]
    expect(measured('KPI-32', ...history)).toMatchObject([
      { part: 'entry', item: 'placed', countsAt: hour(0), since: hour(2), achievedAt: hour(2), bin: binOf(2 * HOUR) },
      { part: 'entry', item: 's', countsAt: hour(10), since: hour(10), achievedAt: hour(10), bin: binOf(0) },
    ])
  })

  it('leaves out what is older than policy lets anybody date back: that was imported', () => {
    const sevenDays = 7 * 24
    expect(measured('KPI-32', entered(placed(0, [line('a')]), sevenDays))).toHaveLength(1)
    expect(measured('KPI-32', entered(placed(0, [line('a')]), sevenDays + 1 / HOUR))).toEqual([])
  })

  it('is at once where a clock ran ahead', () => {
    expect(measured('KPI-32', entered(placed(5, [line('a')]), -1))).toMatchObject([{ bin: binOf(0), since: hour(4) }])
  })
})

describe('invoice, accounts and goods (FIN-2, KPI-11)', () => {
  const goods = (quantity: string, minor: number, given: Partial<BookedGoods> = {}): BookedGoods => ({
    lineId: 'a',
    productId: 'product of a',
    lotId: null,
    quantity: quantity as Quantity,
    amount: { minor, currency: 'CNY' },
    ...given,
  })
  const account = (type: 'GoodsInvoiced' | 'GoodsBooked', at: number, ...items: readonly BookedGoods[]): Fact => ({
    type,
    occurredAt: hour(at),
    recordedAt: hour(at),
    policyVersion: 'v1',
    data: { items },
  })
  const invoiced = (at: number, ...items: readonly BookedGoods[]) => account('GoodsInvoiced', at, ...items)
  const booked = (at: number, ...items: readonly BookedGoods[]) => account('GoodsBooked', at, ...items)
  const piece = (quantity: string, minor: number, given: Partial<BookedGoods> = {}) =>
    item('a', quantity, { amount: { minor, currency: 'CNY' }, ...given })
  const sold = [placed(0, [line('a')]), shipped(10, 's', [piece('2', 500)])]

  it('are not compared where goods left without a stated amount', () => {
    const before = [placed(0, [line('a')]), shipped(10, 's', [item('a', '2')]), invoiced(20, goods('2', 500))]
    expect(measured('KPI-11', ...before)).toEqual([])
    expect(orderLedger.timers(told(orderLedger, before), elapsedReckoning).map(({ key }) => key)).toEqual([
      'order.confirm',
    ])
  })

  it('are missed after the grace where no invoice comes', () => {
    // Shipped at hour 10, grace 72 hours: due at 82.
    expect([82, 82.001].map((at) => seen('KPI-11', at, ...sold))).toEqual(['0/0 +1', '0/1 +0'])
  })

  it('agree from the instant at which the last of the three is told', () => {
    const history = [...sold, invoiced(20, goods('2', 500)), booked(30, goods('2', 500))]
    expect([9, 10, 29, 30, 900].map((at) => seen('KPI-11', at, ...history))).toEqual([
      '0/0 +0',
      '0/0 +1',
      '0/0 +1',
      '1/1 +0',
      '1/1 +0',
    ])
  })

  it('count late all the same, but are missed until then (C26)', () => {
    const history = [...sold, invoiced(20, goods('2', 500)), booked(100, goods('2', 500))]
    expect([82, 83, 100].map((at) => seen('KPI-11', at, ...history))).toEqual(['0/0 +1', '0/1 +0', '1/1 +0'])
  })

  it.each([
    ['a smaller quantity is invoiced', invoiced(20, goods('1', 500)), booked(20, goods('2', 500))],
    ['a greater quantity is booked', invoiced(20, goods('2', 500)), booked(20, goods('3', 500))],
    ['the amounts differ', invoiced(20, goods('2', 500)), booked(20, goods('2', 501))],
    [
      'the currencies differ',
      invoiced(20, goods('2', 500)),
      booked(20, goods('2', 500, { amount: { minor: 500, currency: 'USD' } })),
    ],
    ['another lot is invoiced', invoiced(20, goods('2', 500, { lotId: 'l' })), booked(20, goods('2', 500))],
    ['another product is booked', invoiced(20, goods('2', 500)), booked(20, goods('2', 500, { productId: 'q' }))],
    ['nothing is booked', invoiced(20, goods('2', 500)), invoiced(21, goods('1', 1, { lineId: 'z' }))],
  ])('do not agree where %s', (_, first, second) => {
    expect(seen('KPI-11', 900, ...sold, first, second)).toBe('0/1 +0')
  })

  it('are summed over partial shipments, invoices and bookings', () => {
    const history = [
      placed(0, [line('a')]),
      shipped(10, 's', [piece('0.5', 125)]),
      shipped(12, 't', [piece('1.5', 375)]),
      invoiced(20, goods('0.5', 125), goods('1.5', 375)),
      booked(30, goods('2', 500)),
    ]
    expect(seen('KPI-11', 30, ...history)).toBe('1/1 +0')
  })

  it('may cease to agree and agree again', () => {
    const history = [
      ...sold,
      invoiced(20, goods('2', 500)),
      booked(30, goods('2', 500)),
      shipped(40, 't', [piece('1', 250)]),
      invoiced(50, goods('1', 250)),
      booked(60, goods('1', 250)),
    ]
    // The grace of 72 hours from hour 10 still runs when they cease to agree at hour 40.
    expect([30, 39, 40, 59, 60].map((at) => seen('KPI-11', at, ...history))).toEqual([
      '1/1 +0',
      '1/1 +0',
      '0/0 +1',
      '0/0 +1',
      '1/1 +0',
    ])
    const late = [...history.slice(0, 5), invoiced(90, goods('1', 250)), booked(95, goods('1', 250))]
    expect([82, 83, 94, 95].map((at) => seen('KPI-11', at, ...late))).toEqual(['0/0 +1', '0/1 +0', '0/1 +0', '1/1 +0'])
  })

  it('do not cease to agree between two accounts of one instant', () => {
    const history = [...sold, invoiced(20, goods('2', 500)), booked(20, goods('2', 500))]
    expect(measured('KPI-11', ...history)).toMatchObject([{ since: hour(10), achievedAt: hour(20), until: null }])
  })

  it('have a limit per line, from the first shipment until they agree first (invoice.match)', () => {
    const history = [...sold, invoiced(20, goods('2', 500)), booked(30, goods('2', 500))]
    const timers = orderLedger.timers(told(orderLedger, history), elapsedReckoning)
    expect(timers.filter(({ key }) => key === 'invoice.match')).toMatchObject([
      { rule: 'FIN-2', startedAt: hour(10), stoppedAt: hour(30), voidedAt: null, policyVersion: 'v1' },
    ])
  })

  it('count for their lot and product, and only where something was shipped', () => {
    const lots = [
      placed(0, [line('a')]),
      shipped(10, 's', [piece('2', 500, { lotId: 'l' })]),
      invoiced(20, goods('2', 500, { lotId: 'l' }), goods('1', 9, { lineId: 'never shipped' })),
    ]
    expect(measured('KPI-11', ...lots).map(({ scopes }) => scopes.slice(-2))).toEqual([
      ['product:product of a', 'lot:l'],
    ])
  })
})
