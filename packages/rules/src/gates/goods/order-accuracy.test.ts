import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type Quantity, quantityFromThousandths } from '../../primitives/quantity.ts'
import type { Violation } from '../../violation.ts'
import { refused } from '../violation-fixture.ts'
import { lineAmount, orderAccuracyGate } from './order-accuracy.ts'
import type { LineAtGate } from './order-accuracy-input.ts'

const cny = (minor: number) => ({ minor, currency: 'CNY' })

/** 2.5 times 10.01 at list price: 25.025, so 25.03. */
function line(given: Partial<LineAtGate> = {}): LineAtGate {
  return {
    lineId: 'a',
    productId: 'p',
    product: { listPrice: cny(1001) },
    quantity: '2.5' as Quantity,
    unitPrice: cny(1001),
    netAmount: cny(2503),
    approvedDeviation: null,
    ...given,
  }
}

function gate(...lines: readonly LineAtGate[]) {
  return refused(orderAccuracyGate({ lines })).map(([rule, path]) => `${rule} ${path}`)
}

describe('an accurate order', () => {
  it('passes (ORD-3, QUO-2)', () => {
    expect(gate(line(), line({ lineId: 'b' }))).toEqual([])
  })
})

describe('an inaccurate order', () => {
  it.each([
    ['has no lines', [], ['ORD-3 lines']],
    ['repeats a line id', [line(), line()], ['ORD-3 lines.1.lineId']],
    ['names an unknown product', [line({ product: null })], ['ORD-3 lines.0.productId']],
    ['orders nothing', [line({ quantity: '0' as Quantity, netAmount: cny(0) })], ['ORD-3 lines.0.quantity']],
    ['rounds the amount down', [line({ netAmount: cny(2502) })], ['ORD-3 lines.0.netAmount']],
    ['has a negative price', [line({ unitPrice: cny(-1), product: { listPrice: null } })], ['ORD-3 lines.0.unitPrice']],
    [
      'mixes currencies in the amount',
      [line({ netAmount: { minor: 2503, currency: 'BRL' } })],
      ['ORD-3 lines.0.netAmount'],
    ],
    [
      'mixes currencies between lines',
      [line(), line({ lineId: 'b', unitPrice: { minor: 1001, currency: 'BRL' } })],
      ['ORD-3 lines.1.unitPrice'],
    ],
  ])('is refused because it %s (ORD-3)', (_, lines, expected) => {
    expect(gate(...lines)).toEqual(expected)
  })

  it('hears of everything at once (ORD-3, QUO-2)', () => {
    const wrong = line({ lineId: 'b', quantity: '0' as Quantity, unitPrice: cny(5), netAmount: cny(5) })
    expect(gate(line({ product: null }), wrong)).toEqual([
      'ORD-3 lines.0.productId',
      'ORD-3 lines.1.quantity',
      'ORD-3 lines.1.netAmount',
      'QUO-2 lines.1.unitPrice',
    ])
  })
})

describe('an inaccurate line', () => {
  const brl = (minor: number) => ({ minor, currency: 'BRL' })
  const priced = { lineId: 'a', unitPrice: 1001, currency: 'CNY' }

  it.each<readonly [string, Partial<LineAtGate>, string, Violation['facts']]>([
    ['an unknown product', { product: null }, 'productId', { productId: 'p' }],
    ['no quantity', { quantity: '0' as Quantity, netAmount: cny(0) }, 'quantity', { lineId: 'a', quantity: '0' }],
    [
      'an amount in another currency',
      { netAmount: brl(2503) },
      'netAmount',
      { lineId: 'a', currency: 'CNY', priceCurrency: 'CNY', amountCurrency: 'BRL' },
    ],
    [
      'a negative price',
      { unitPrice: cny(-1), product: { listPrice: null } },
      'unitPrice',
      { lineId: 'a', unitPrice: -1, currency: 'CNY' },
    ],
    [
      'another amount than price times quantity',
      { netAmount: cny(2502) },
      'netAmount',
      { ...priced, quantity: '2.5', netAmount: 2502, expectedAmount: 2503 },
    ],
    [
      'another price than the list',
      { product: { listPrice: brl(900) } },
      'unitPrice',
      { ...priced, productId: 'p', listPrice: 900, listCurrency: 'BRL' },
    ],
  ])('hears what was found: %s (ORD-3, QUO-2)', (_, given, field, facts) => {
    expect(refused(orderAccuracyGate({ lines: [line(given)] })).map(([, ...found]) => found)).toEqual([
      [`lines.0.${field}`, facts],
    ])
  })

  it('hears of a repeated id, and an empty order of its lines (ORD-3)', () => {
    expect(refused(orderAccuracyGate({ lines: [line(), line()] }))).toEqual([
      ['ORD-3', 'lines.1.lineId', { lineId: 'a' }],
    ])
    expect(refused(orderAccuracyGate({ lines: [] }))).toEqual([['ORD-3', 'lines', { lines: 0 }]])
  })
})

describe('a price that differs from the list', () => {
  const cheaper = { unitPrice: cny(1000), netAmount: cny(2500) }

  it('is refused without an approval (QUO-2)', () => {
    expect(gate(line(cheaper))).toEqual(['QUO-2 lines.0.unitPrice'])
    expect(gate(line({ ...cheaper, approvedDeviation: ' ' }))).toEqual(['QUO-2 lines.0.unitPrice'])
  })

  it('passes with the approval named, and where there is no list price (QUO-2)', () => {
    expect(gate(line({ ...cheaper, approvedDeviation: 'approval 12' }))).toEqual([])
    expect(gate(line({ ...cheaper, product: { listPrice: null } }))).toEqual([])
    expect(gate(line({ unitPrice: cny(0), netAmount: cny(0), product: { listPrice: null } }))).toEqual([])
  })

  it('includes the same number in another currency (QUO-2)', () => {
    expect(gate(line({ product: { listPrice: { minor: 1001, currency: 'USD' } } }))).toEqual([
      'QUO-2 lines.0.unitPrice',
    ])
  })
})

describe('the amount of a line', () => {
  it.each([
    [1, '0.5', 1],
    [1, '0.499', 0],
    [1001, '2.5', 2503],
    [5299, '3', 15_897],
    [9_007_199_254_740, '999', 8_998_192_055_485_260],
    [-1, '0.5', 0],
    [-1, '0.501', -1],
  ])('of %i minor units times %s is %i, half up', (minor, quantity, expected) => {
    expect(lineAmount(cny(minor), quantity as Quantity)).toEqual(cny(expected))
  })

  it('is within half a minor unit of the exact product', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.integer({ min: 0, max: 1_000_000 }),
        (minor, thousandths) => {
          const difference =
            lineAmount(cny(minor), quantityFromThousandths(thousandths)).minor * 1000 - minor * thousandths
          return -500 < difference && difference <= 500
        },
      ),
    )
  })
})
