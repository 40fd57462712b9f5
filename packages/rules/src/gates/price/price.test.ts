import { describe, expect, it } from '@jest/globals'
import { parseInstant, plusMillis } from '../../primitives/instant.ts'
import { refused, rulesRefusing } from '../violation-fixture.ts'
import { priceGate } from './price.ts'
import type { PriceGateInput, PricingRecord } from './price-input.ts'

const at = parseInstant('2026-03-02T09:00:00+08:00')
const cny = (minor: number) => ({ minor, currency: 'CNY' })

function pricing(given: Partial<PricingRecord> = {}): PricingRecord {
  return {
    pricingId: 'pricing-1',
    productId: 'p',
    recordedAt: at,
    unitCost: cny(1000),
    demandStudyId: 'demand-1',
    competitionStudyId: 'competition-1',
    ...given,
  }
}

/** Cost 10.00 with a margin of 25 %: 12.50 is the least. */
function gate(given: Partial<PriceGateInput> = {}) {
  const input = { productId: 'p', price: cny(1250), pricing: pricing(), minimumMarginBasisPoints: 2500, at, ...given }
  return priceGate(input)
}

describe('a price', () => {
  it('passes with its basis on file and exactly the margin kept (PRC-1)', () => {
    expect(gate()).toEqual([])
    expect(gate({ price: cny(1251) })).toEqual([])
  })

  it('is refused one minor unit below the margin (PRC-1)', () => {
    const violations = gate({ price: cny(1249) })
    expect(refused(violations)).toEqual([
      [
        'PRC-1',
        'price.minor',
        {
          reason: 'MARGIN_TOO_LOW',
          productId: 'p',
          price: 1249,
          unitCost: 1000,
          leastPrice: 1250,
          currency: 'CNY',
          minimumMarginBasisPoints: 2500,
        },
      ],
    ])
    expect(violations[0]?.remedy.en).toContain('at least 1250 minor units of CNY')
  })

  it('may equal the cost where the company asks for no margin, but never be less (PRC-1)', () => {
    expect(gate({ price: cny(1000), minimumMarginBasisPoints: 0 })).toEqual([])
    expect(rulesRefusing(gate({ price: cny(999), minimumMarginBasisPoints: 0 }))).toEqual(['PRC-1'])
  })

  const facts = {
    productId: 'p',
    pricingId: 'pricing-1',
    pricedProductId: 'p',
    recordedAt: at,
    at,
    currency: 'CNY',
    costCurrency: 'CNY',
  }

  it('is refused without a record of its basis (PRC-1)', () => {
    const none = { pricingId: null, pricedProductId: null, recordedAt: null, costCurrency: null }
    expect(refused(gate({ pricing: null }))).toEqual([
      ['PRC-1', 'pricing', { reason: 'NOT_RECORDED', ...facts, ...none }],
    ])
  })

  it.each([
    ['OTHER_PRODUCT', 'pricing.productId', { productId: 'q' }, { pricedProductId: 'q' }],
    ['RECORDED_LATER', 'pricing.recordedAt', { recordedAt: plusMillis(at, 1) }, { recordedAt: plusMillis(at, 1) }],
    ['NO_COST', 'pricing.unitCost', { unitCost: null }, { costCurrency: null }],
    ['NO_DEMAND', 'pricing.demandStudyId', { demandStudyId: null }, {}],
    ['NO_DEMAND', 'pricing.demandStudyId', { demandStudyId: ' ' }, {}],
    ['NO_COMPETITION', 'pricing.competitionStudyId', { competitionStudyId: null }, {}],
    ['NO_COMPETITION', 'pricing.competitionStudyId', { competitionStudyId: '' }, {}],
    // The same number of another currency is no margin, and too small a number of it no lack of one.
    ['OTHER_CURRENCY', 'price.currency', { unitCost: { minor: 1000, currency: 'BRL' } }, { costCurrency: 'BRL' }],
    ['OTHER_CURRENCY', 'price.currency', { unitCost: { minor: 9000, currency: 'BRL' } }, { costCurrency: 'BRL' }],
  ] as const)('is refused for a basis that is flawed: %s at %s (PRC-1)', (reason, path, given, found) => {
    expect(refused(gate({ pricing: pricing(given) }))).toEqual([['PRC-1', path, { reason, ...facts, ...found }]])
  })

  it('hears of everything at once, each in other words (PRC-1)', () => {
    const bare = { productId: 'q', recordedAt: plusMillis(at, 1), demandStudyId: null, competitionStudyId: null }
    const violations = [
      ...gate({ pricing: pricing(bare), price: cny(1) }),
      ...gate({ pricing: pricing({ unitCost: null }) }),
      ...gate({ price: { minor: 1250, currency: 'BRL' } }),
      ...gate({ pricing: null }),
    ]
    expect(violations.map(({ facts: { reason } }) => reason)).toEqual([
      'OTHER_PRODUCT',
      'RECORDED_LATER',
      'NO_DEMAND',
      'NO_COMPETITION',
      'MARGIN_TOO_LOW',
      'NO_COST',
      'OTHER_CURRENCY',
      'NOT_RECORDED',
    ])
    for (const language of ['zh', 'en'] as const) {
      expect(new Set(violations.map(({ message }) => message[language])).size).toBe(8)
      expect(new Set(violations.map(({ remedy }) => remedy[language])).size).toBe(8)
    }
  })

  it('cannot be judged with a margin that is no number of basis points (PRC-1)', () => {
    expect(() => gate({ minimumMarginBasisPoints: -1 })).toThrow(expect.objectContaining({ code: 'POLICY_INVALID' }))
  })
})
