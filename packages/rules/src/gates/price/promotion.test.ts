import { describe, expect, it } from '@jest/globals'
import { parseInstant, plusMillis } from '../../primitives/instant.ts'
import { refused } from '../violation-fixture.ts'
import { promotionGate, promotionUseGate } from './promotion.ts'
import type { CustomerTreatment, PromotedProduct, Promotion } from './promotion-input.ts'

const startsAt = parseInstant('2026-06-01T00:00:00+08:00')
const endsAt = parseInstant('2026-06-19T00:00:00+08:00')
const approvedAt = parseInstant('2026-05-20T09:00:00+08:00')
const cny = (minor: number) => ({ minor, currency: 'CNY' })
const brl = (minor: number) => ({ minor, currency: 'BRL' })

/** Costs of 6.00 and 2.00 with a tenth of them: 8.80 is the least. */
function product(given: Partial<PromotedProduct> = {}): PromotedProduct {
  return { productId: 'p', promotionalPrice: cny(880), unitCost: cny(600), giftCost: cny(200), ...given }
}

function promotion(given: Partial<Promotion> = {}): Promotion {
  return {
    promotionId: 'promotion-1',
    products: [product()],
    termsDigest: 'terms',
    startsAt,
    endsAt,
    proposedBy: 'seller',
    approval: { approvedBy: 'manager', approvedAt },
    ...given,
  }
}

const included: CustomerTreatment = { customerId: 'c', isEligible: true, termsDigest: 'terms' }
const others: CustomerTreatment = { customerId: 'd', isEligible: false, termsDigest: null }

function gate(given: Partial<Promotion> = {}, treatments: readonly CustomerTreatment[] = [included, others]) {
  return promotionGate({ promotion: promotion(given), treatments, minimumMarginBasisPoints: 1000 })
}

describe('a promotion', () => {
  it('passes with exactly the reasonable profit, dates, an approval and equal terms (PRM-1, PRM-2)', () => {
    expect(gate()).toEqual([])
  })

  it('is refused one minor unit below the profit, gift included (PRM-1)', () => {
    const violations = gate({ products: [product(), product({ productId: 'q', promotionalPrice: cny(879) })] })
    expect(refused(violations)).toEqual([
      [
        'PRM-1',
        'promotion.products.1.promotionalPrice',
        {
          productId: 'q',
          promotionalPrice: 879,
          unitCost: 600,
          giftCost: 200,
          leastPrice: 880,
          currency: 'CNY',
          minimumMarginBasisPoints: 1000,
        },
      ],
    ])
    expect(violations[0]?.remedy.zh).toContain('880 个最小货币单位（CNY）')
  })

  it('without a gift costs the product only (PRM-1)', () => {
    // 6.00 and a tenth of it.
    expect(gate({ products: [product({ giftCost: null, promotionalPrice: cny(660) })] })).toEqual([])
    expect(refused(gate({ products: [product({ giftCost: null, promotionalPrice: cny(659) })] }))).toMatchObject([
      ['PRM-1', 'promotion.products.0.promotionalPrice', { giftCost: 0, leastPrice: 660 }],
    ])
  })

  it.each([
    ['unitCost', { unitCost: brl(1) }, 'BRL', 'CNY'],
    ['giftCost', { giftCost: brl(1) }, 'CNY', 'BRL'],
    ['unitCost', { unitCost: brl(1), giftCost: null }, 'BRL', null],
  ] as const)('is refused when the currency differs at %s (PRM-1)', (field, given, costCurrency, giftCurrency) => {
    expect(refused(gate({ products: [product(given)] }))).toEqual([
      ['PRM-1', `promotion.products.0.${field}`, { productId: 'p', currency: 'CNY', costCurrency, giftCurrency }],
    ])
  })

  it('is refused when it names no product (PRM-1)', () => {
    expect(refused(gate({ products: [] }))).toEqual([
      ['PRM-1', 'promotion.products', { promotionId: 'promotion-1', products: 0 }],
    ])
  })

  it.each([
    ['at the moment it begins', startsAt],
    ['before it begins', plusMillis(startsAt, -1)],
  ])('is refused when it ends %s (PRM-2)', (_, end) => {
    expect(refused(gate({ endsAt: end }))).toEqual([
      ['PRM-2', 'promotion.endsAt', { promotionId: 'promotion-1', startsAt, endsAt: end }],
    ])
  })

  it('may last a single millisecond (PRM-2)', () => {
    expect(gate({ endsAt: plusMillis(startsAt, 1) })).toEqual([])
  })

  it.each([
    ['NOT_APPROVED', 'promotion.approval', null, null],
    ['BY_PROPOSER', 'promotion.approval.approvedBy', { approvedBy: 'seller', approvedAt }, approvedAt],
  ] as const)('is refused when it is %s (PRM-2)', (reason, path, approval, when) => {
    const facts = { reason, promotionId: 'promotion-1', approvedAt: when, at: null }
    expect(refused(gate({ approval }))).toEqual([['PRM-2', path, facts]])
  })

  it.each([
    ['EXCLUDED', { customerId: 'e', isEligible: true, termsDigest: null }],
    ['OTHER_TERMS', { customerId: 'e', isEligible: true, termsDigest: 'better terms' }],
    ['NOT_ELIGIBLE', { customerId: 'e', isEligible: false, termsDigest: 'terms' }],
  ])('is refused when a customer is treated otherwise: %s (PRM-2)', (reason, treatment) => {
    expect(refused(gate({}, [included, treatment]))).toEqual([
      [
        'PRM-2',
        'treatments.1.termsDigest',
        { reason, promotionId: 'promotion-1', commonTermsDigest: 'terms', ...treatment },
      ],
    ])
  })

  it('hears of everything at once, each in other words (PRM-1, PRM-2)', () => {
    const violations = [
      ...gate({ products: [product({ promotionalPrice: cny(1) }), product({ unitCost: brl(1) })], endsAt: startsAt }, [
        { ...included, termsDigest: null },
        { ...included, termsDigest: 'other' },
        { ...others, termsDigest: 'terms' },
      ]),
      ...gate({ products: [], approval: null }),
      ...gate({ approval: { approvedBy: 'seller', approvedAt } }),
    ]
    expect(refused(violations).map(([rule]) => rule)).toEqual([
      'PRM-1',
      'PRM-1',
      'PRM-2',
      'PRM-2',
      'PRM-2',
      'PRM-2',
      'PRM-1',
      'PRM-2',
      'PRM-2',
    ])
    for (const language of ['zh', 'en'] as const) {
      expect(new Set(violations.map(({ message }) => message[language])).size).toBe(9)
      expect(new Set(violations.map(({ remedy }) => remedy[language])).size).toBe(9)
    }
  })

  it('cannot be judged on a cost below nothing (PRM-1)', () => {
    expect(() => gate({ products: [product({ giftCost: cny(-1) })] })).toThrow(
      expect.objectContaining({ code: 'MONEY_INVALID' }),
    )
  })
})

describe('the use of a promotion', () => {
  const use = (at: typeof startsAt, given: Partial<Promotion> = {}, treatment = included) =>
    refused(promotionUseGate({ promotion: promotion(given), treatment, at }))

  it.each([
    ['from its first instant', startsAt],
    ['to its last millisecond', plusMillis(endsAt, -1)],
  ])('passes %s (PRM-2)', (_, at) => {
    expect(use(at)).toEqual([])
  })

  it.each([
    ['before it begins', plusMillis(startsAt, -1)],
    ['from the instant at which it is over', endsAt],
  ])('is refused %s (PRM-2)', (_, at) => {
    expect(use(at)).toEqual([['PRM-2', 'at', { promotionId: 'promotion-1', startsAt, endsAt, at }]])
  })

  it('passes from the moment of the approval, and is refused earlier (PRM-2)', () => {
    const approval = { approvedBy: 'manager', approvedAt: plusMillis(startsAt, 1) }
    expect(use(plusMillis(startsAt, 1), { approval })).toEqual([])
    expect(use(startsAt, { approval })).toEqual([
      [
        'PRM-2',
        'promotion.approval.approvedAt',
        { reason: 'APPROVED_LATER', promotionId: 'promotion-1', approvedAt: approval.approvedAt, at: startsAt },
      ],
    ])
  })

  it('is refused without an approval of another than the proposer (PRM-2)', () => {
    const reasonOf = (approval: Promotion['approval']) => use(startsAt, { approval }).map(([, , { reason }]) => reason)
    expect(reasonOf(null)).toEqual(['NOT_APPROVED'])
    expect(reasonOf({ approvedBy: 'seller', approvedAt: endsAt })).toEqual(['BY_PROPOSER', 'APPROVED_LATER'])
  })

  it('is refused for a customer who is treated otherwise than the rest (PRM-2)', () => {
    expect(use(startsAt, {}, { ...included, termsDigest: 'better terms' })).toMatchObject([
      ['PRM-2', 'treatment.termsDigest', { reason: 'OTHER_TERMS' }],
    ])
    expect(use(startsAt, {}, { ...others, termsDigest: 'terms' })).toMatchObject([
      ['PRM-2', 'treatment.termsDigest', { reason: 'NOT_ELIGIBLE' }],
    ])
  })
})
