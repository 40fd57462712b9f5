import type { Money } from '../../primitives/money.ts'
import type { Violation } from '../../violation.ts'
import type { PriceGateInput } from './price-input.ts'

/* What the price gate says (PRC-1). */

/** What keeps a pricing record from carrying a price. */
export type PricingFlaw =
  | 'NOT_RECORDED'
  | 'OTHER_PRODUCT'
  | 'RECORDED_LATER'
  | 'NO_COST'
  | 'NO_DEMAND'
  | 'NO_COMPETITION'
  | 'OTHER_CURRENCY'

const paths = {
  NOT_RECORDED: ['pricing'],
  OTHER_PRODUCT: ['pricing', 'productId'],
  RECORDED_LATER: ['pricing', 'recordedAt'],
  NO_COST: ['pricing', 'unitCost'],
  NO_DEMAND: ['pricing', 'demandStudyId'],
  NO_COMPETITION: ['pricing', 'competitionStudyId'],
  OTHER_CURRENCY: ['price', 'currency'],
} as const satisfies Record<PricingFlaw, readonly string[]>

const wordings: Readonly<Record<PricingFlaw, Pick<Violation, 'message' | 'remedy'>>> = {
  NOT_RECORDED: {
    message: { zh: '没有定价记录。', en: 'There is no record of how the price was found.' },
    remedy: {
      zh: '登记定价所依据的成本、需求和竞争情况。',
      en: 'Record the cost, the demand and the competition that the price rests on.',
    },
  },
  OTHER_PRODUCT: {
    message: { zh: '定价记录属于另一产品。', en: 'The pricing record is of another product.' },
    remedy: { zh: '为这一产品登记定价依据。', en: 'Record the basis of the price for this product.' },
  },
  RECORDED_LATER: {
    message: { zh: '定价记录晚于定价。', en: 'The pricing record is younger than the price.' },
    remedy: { zh: '先登记依据，再定价。', en: 'Record the basis first, then set the price.' },
  },
  NO_COST: {
    message: { zh: '定价没有考虑成本。', en: 'The price does not consider the cost.' },
    remedy: { zh: '登记单位成本。', en: 'Record the cost of one unit.' },
  },
  NO_DEMAND: {
    message: { zh: '定价没有考虑市场需求。', en: 'The price does not consider demand.' },
    remedy: { zh: '把需求分析存档并引用。', en: 'File a study of demand and refer to it.' },
  },
  NO_COMPETITION: {
    message: { zh: '定价没有考虑竞争状况。', en: 'The price does not consider competition.' },
    remedy: { zh: '把竞品价格分析存档并引用。', en: "File a study of competitors' prices and refer to it." },
  },
  OTHER_CURRENCY: {
    message: { zh: '价格与成本的货币不同，无法比较。', en: 'Price and cost are in different currencies.' },
    remedy: { zh: '用同一种货币登记成本。', en: 'Record the cost in the currency of the price.' },
  },
}

export function pricingViolation(flaw: PricingFlaw, { productId, price, pricing, at }: PriceGateInput): Violation {
  return {
    rule: 'PRC-1',
    ...wordings[flaw],
    path: paths[flaw],
    facts: {
      reason: flaw,
      productId,
      pricingId: pricing?.pricingId ?? null,
      pricedProductId: pricing?.productId ?? null,
      recordedAt: pricing?.recordedAt ?? null,
      at,
      currency: price.currency,
      costCurrency: pricing?.unitCost?.currency ?? null,
    },
  }
}

export function marginTooLow(input: PriceGateInput, unitCost: Money, least: Money): Violation {
  const { productId, price, minimumMarginBasisPoints } = input
  return {
    rule: 'PRC-1',
    message: {
      zh: '价格在成本之上没有留出公司规定的最低利润。',
      en: "The price does not keep the company's minimum margin over cost.",
    },
    path: ['price', 'minor'],
    remedy: {
      zh: `单价至少定为 ${least.minor} 个最小货币单位（${least.currency}）。`,
      en: `Set the price to at least ${least.minor} minor units of ${least.currency}.`,
    },
    facts: {
      reason: 'MARGIN_TOO_LOW',
      productId,
      price: price.minor,
      unitCost: unitCost.minor,
      leastPrice: least.minor,
      currency: price.currency,
      minimumMarginBasisPoints,
    },
  }
}
