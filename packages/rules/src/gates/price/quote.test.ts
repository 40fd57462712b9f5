import { describe, expect, it } from '@jest/globals'
import { parseInstant, plusMillis } from '../../primitives/instant.ts'
import { refused, rulesRefusing } from '../violation-fixture.ts'
import type { PriceDeviation } from './price-deviation.ts'
import { type ListedPrice, priceInForce } from './price-list.ts'
import { quoteGate } from './quote.ts'
import type { QuoteGateInput, QuoteLine } from './quote-input.ts'

const at = parseInstant('2026-03-02T09:00:00+08:00')
const before = plusMillis(at, -1)
const after = plusMillis(at, 1)
const january = parseInstant('2026-01-01T00:00:00+08:00')
const cny = (minor: number) => ({ minor, currency: 'CNY' })

function listed(given: Partial<ListedPrice> = {}): ListedPrice {
  return {
    priceListId: 'list-1',
    productId: 'p',
    unitPrice: cny(1000),
    validFrom: january,
    validUntil: null,
    ...given,
  }
}

/** Allows 9.00 up to the list's 10.00 on 2 March. */
function deviation(given: Partial<PriceDeviation> = {}): PriceDeviation {
  return {
    deviationId: 'deviation-1',
    productId: 'p',
    floorPrice: cny(900),
    ceilingPrice: null,
    approvedBy: 'manager',
    approverRole: 'SALES_MANAGER',
    approvedAt: at,
    validFrom: at,
    validUntil: after,
    ...given,
  }
}

function line(given: Partial<QuoteLine> = {}): QuoteLine {
  return {
    lineId: 'a',
    productId: 'p',
    productInformationId: 'sheet-1',
    unitPrice: cny(1000),
    deliveryDays: 14,
    deviation: null,
    ...given,
  }
}

function gate(lines: readonly QuoteLine[], given: Partial<QuoteGateInput> = {}) {
  return quoteGate({
    lines,
    listedPrices: [listed()],
    salespersonId: 'seller',
    approverRoles: ['SALES_MANAGER', 'LEADERSHIP'],
    at,
    ...given,
  })
}

describe('a quote', () => {
  it('passes with information, list price and delivery cycle of each product (QUO-1, QUO-2)', () => {
    expect(gate([line(), line({ lineId: 'b', deliveryDays: 0 })])).toEqual([])
  })

  it('is refused without lines (QUO-1)', () => {
    expect(refused(gate([]))).toEqual([['QUO-1', 'lines', { lines: 0 }]])
  })

  it.each([
    ['productInformationId', { productInformationId: null }],
    ['productInformationId', { productInformationId: ' ' }],
    ['unitPrice', { unitPrice: null }],
    ['deliveryDays', { deliveryDays: null }],
    ['deliveryDays', { deliveryDays: -1 }],
    ['deliveryDays', { deliveryDays: 1.5 }],
  ] as const)('is refused without %s: %j (QUO-1)', (part, given) => {
    expect(refused(gate([line(), line({ lineId: 'b', ...given })]))).toEqual([
      ['QUO-1', `lines.1.${part}`, { lineId: 'b', productId: 'p', part }],
    ])
  })

  it('hears of everything at once, each in other words (QUO-1, QUO-2)', () => {
    const bare = line({ productInformationId: null, unitPrice: null, deliveryDays: null })
    const violations = gate([bare, line({ unitPrice: cny(999), productInformationId: null })])
    expect(refused(violations).map(([rule, path]) => `${rule} ${path}`)).toEqual([
      'QUO-1 lines.0.productInformationId',
      'QUO-1 lines.0.unitPrice',
      'QUO-1 lines.0.deliveryDays',
      'QUO-1 lines.1.productInformationId',
      'QUO-2 lines.1.unitPrice',
    ])
    expect(new Set(violations.map(({ message }) => message.en)).size).toBe(4)
    expect(violations[2]?.message.zh).toBe('报价行没有给出交货周期（整天数）。')
  })
})

describe('a price that is not on the list in force', () => {
  it.each([
    ['lower', cny(999)],
    ['higher', cny(1001)],
    ['in another currency', { minor: 1000, currency: 'BRL' }],
  ])('is refused without an approved deviation: %s (QUO-2)', (_, unitPrice) => {
    expect(refused(gate([line({ unitPrice })]))).toEqual([
      [
        'QUO-2',
        'lines.0.unitPrice',
        {
          lineId: 'a',
          productId: 'p',
          unitPrice: unitPrice.minor,
          currency: unitPrice.currency,
          listPrice: 1000,
          listCurrency: 'CNY',
          priceListId: 'list-1',
          at,
        },
      ],
    ])
  })

  it('is refused where the product is on no list, which is said in other words (QUO-2)', () => {
    const unlisted = gate([line()], { listedPrices: [listed({ productId: 'q' })] })
    expect(refused(unlisted)).toMatchObject([
      ['QUO-2', 'lines.0.unitPrice', { listPrice: null, listCurrency: null, priceListId: null }],
    ])
    const offList = gate([line({ unitPrice: cny(1) })])
    expect(unlisted[0]?.message.en).not.toBe(offList[0]?.message.en)
    expect(unlisted[0]?.message.zh).not.toBe(offList[0]?.message.zh)
  })

  it.each([900, 950, 999])('passes at %i with a deviation down to 900 (QUO-2)', (minor) => {
    expect(gate([line({ unitPrice: cny(minor), deviation: deviation() })])).toEqual([])
  })

  const raised = deviation({ ceilingPrice: cny(1100) })

  it.each([
    ['BELOW_FLOOR', 'unitPrice', 899, deviation()],
    ['ABOVE_CEILING', 'unitPrice', 1001, deviation()],
    ['ABOVE_CEILING', 'unitPrice', 1101, raised],
    ['OTHER_PRODUCT', 'deviation.productId', 950, deviation({ productId: 'q' })],
    ['NOT_AN_APPROVER', 'deviation.approverRole', 950, deviation({ approverRole: 'SALESPERSON' })],
    ['BY_SALESPERSON', 'deviation.approvedBy', 950, deviation({ approvedBy: 'seller' })],
    ['NOT_YET_APPROVED', 'deviation.approvedAt', 950, deviation({ approvedAt: after })],
    ['NOT_YET_VALID', 'deviation.validFrom', 950, deviation({ validFrom: after })],
    ['EXPIRED', 'deviation.validUntil', 950, deviation({ validUntil: at })],
    ['OTHER_CURRENCY', 'unitPrice.currency', 950, deviation({ floorPrice: { minor: 900, currency: 'BRL' } })],
    ['OTHER_CURRENCY', 'unitPrice.currency', 950, deviation({ ceilingPrice: { minor: 990, currency: 'BRL' } })],
  ])('is refused for a deviation that does not cover it: %s at %s (QUO-2)', (reason, path, minor, named) => {
    expect(refused(gate([line({ unitPrice: cny(minor), deviation: named })]))).toEqual([
      [
        'QUO-2',
        `lines.0.${path}`,
        {
          reason,
          lineId: 'a',
          productId: 'p',
          unitPrice: minor,
          currency: 'CNY',
          listPrice: 1000,
          listCurrency: 'CNY',
          deviationId: 'deviation-1',
          deviationProductId: named.productId,
          floorPrice: 900,
          floorCurrency: named.floorPrice.currency,
          ceilingPrice: named.ceilingPrice?.minor ?? null,
          ceilingCurrency: named.ceilingPrice?.currency ?? null,
          approverRole: named.approverRole,
          approvedAt: named.approvedAt,
          validFrom: named.validFrom,
          validUntil: named.validUntil,
          at,
        },
      ],
    ])
  })

  it('may be above the list where the deviation says so (QUO-2)', () => {
    expect(gate([line({ unitPrice: cny(1100), deviation: raised })])).toEqual([])
  })

  it('is bounded below only where the product is on no list (QUO-2)', () => {
    const unlisted = (minor: number) =>
      rulesRefusing(gate([line({ unitPrice: cny(minor), deviation: deviation() })], { listedPrices: [] }))
    expect(unlisted(5000)).toEqual([])
    expect(unlisted(899)).toEqual(['QUO-2'])
  })

  it('in the currency of its deviation, but not of the list, is refused (QUO-2)', () => {
    const brl = (minor: number) => ({ minor, currency: 'BRL' })
    const quoted = line({ unitPrice: brl(950), deviation: deviation({ floorPrice: brl(900) }) })
    expect(refused(gate([quoted]))).toMatchObject([['QUO-2', 'lines.0.unitPrice.currency', { listCurrency: 'CNY' }]])
    const bounded = line({ ...quoted, deviation: deviation({ floorPrice: brl(900), ceilingPrice: brl(950) }) })
    expect(gate([bounded])).toEqual([])
  })

  it('hears of everything that is wrong with the deviation, each in other words (QUO-2)', () => {
    const wrong = deviation({
      productId: 'q',
      approvedBy: 'seller',
      approverRole: 'SALESPERSON',
      approvedAt: after,
      validFrom: after,
      validUntil: at,
    })
    const violations = [
      ...gate([line({ unitPrice: cny(1), deviation: wrong })]),
      ...gate([line({ unitPrice: cny(1001), deviation: deviation() })]),
      ...gate([line({ unitPrice: { minor: 1, currency: 'BRL' }, deviation: deviation() })]),
    ]
    expect(rulesRefusing(violations)).toHaveLength(9)
    expect(new Set(violations.map(({ message }) => message.en)).size).toBe(9)
    expect(new Set(violations.map(({ message }) => message.zh)).size).toBe(9)
  })

  it('may be approved by nobody where no role is named for it (QUO-2)', () => {
    const given = { approverRoles: [] }
    expect(rulesRefusing(gate([line({ unitPrice: cny(950), deviation: deviation() })], given))).toEqual(['QUO-2'])
  })
})

describe('the list price', () => {
  it('needs no deviation, not even one that is named and flawed (QUO-2)', () => {
    expect(gate([line({ deviation: deviation({ approvedBy: 'seller' }) })])).toEqual([])
  })

  it.each([
    ['from its first instant', { validFrom: at }, []],
    ['not one millisecond earlier', { validFrom: after }, ['QUO-2']],
    ['to the last millisecond', { validUntil: after }, []],
    ['not at the instant at which it ends', { validUntil: at }, ['QUO-2']],
  ] as const)('holds %s (QUO-2)', (_, given, expected) => {
    expect(rulesRefusing(gate([line()], { listedPrices: [listed(given)] }))).toEqual(expected)
  })

  it('is that of the list that began last (QUO-2)', () => {
    const newer = listed({ priceListId: 'list-2', unitPrice: cny(1200), validFrom: before })
    for (const listedPrices of [
      [listed(), newer],
      [newer, listed()],
    ]) {
      expect(priceInForce(listedPrices, 'p', at)).toEqual({ state: 'LISTED', price: newer })
      expect(rulesRefusing(gate([line({ unitPrice: cny(1200) }), line()], { listedPrices }))).toEqual(['QUO-2'])
      // The moment before, the older one still held.
      expect(priceInForce(listedPrices, 'p', plusMillis(before, -1))).toEqual({ state: 'LISTED', price: listed() })
    }
  })

  it('of another product is none (QUO-2)', () => {
    expect(priceInForce([listed()], 'q', at)).toEqual({ state: 'UNLISTED' })
  })

  it.each([
    ['amounts', cny(1001)],
    ['currencies', { minor: 1000, currency: 'BRL' }],
  ])('is refused while lists that began together give different %s, whatever is approved (QUO-2)', (_, unitPrice) => {
    const listedPrices = [listed(), listed({ priceListId: 'list-2', unitPrice })]
    expect(refused(gate([line({ deviation: deviation() })], { listedPrices }))).toEqual([
      ['QUO-2', 'lines.0.productId', { lineId: 'a', productId: 'p', priceLists: 'list-1, list-2', at }],
    ])
  })

  it('may stand on two lists that agree (QUO-2)', () => {
    expect(gate([line()], { listedPrices: [listed(), listed({ priceListId: 'list-2' })] })).toEqual([])
  })
})
