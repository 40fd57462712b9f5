import type { Bilingual } from '../../primitives/bilingual.ts'
import type { Instant } from '../../primitives/instant.ts'
import type { Violation } from '../../violation.ts'
import type { DeviationFlaw, PriceDeviation, PriceToCover } from './price-deviation.ts'
import type { QuoteLine } from './quote-input.ts'

/** What a line must tell the customer. */
export type QuotePart = 'productInformationId' | 'unitPrice' | 'deliveryDays'

/* What the quote gate says (QUO-1, QUO-2). */

const partNames: Readonly<Record<QuotePart, Bilingual>> = {
  productInformationId: { zh: '产品资料', en: 'product information' },
  unitPrice: { zh: '单价', en: 'unit price' },
  deliveryDays: { zh: '交货周期（整天数）', en: 'delivery cycle in whole days' },
}

export function noQuoteLines(): Violation {
  return {
    rule: 'QUO-1',
    message: { zh: '报价单没有任何行。', en: 'The quote has no lines.' },
    path: ['lines'],
    remedy: { zh: '至少为一种产品报价。', en: 'Quote at least one product.' },
    facts: { lines: 0 },
  }
}

export function missingPart({ lineId, productId }: QuoteLine, part: QuotePart, path: readonly string[]): Violation {
  const name = partNames[part]
  return {
    rule: 'QUO-1',
    message: { zh: `报价行没有给出${name.zh}。`, en: `The line does not give the ${name.en}.` },
    path: [...path, part],
    remedy: { zh: `补上${name.zh}。`, en: `Add the ${name.en}.` },
    facts: { lineId, productId, part },
  }
}

export function ambiguousList(
  { lineId, productId }: QuoteLine,
  priceListIds: readonly string[],
  at: Instant,
  path: readonly string[],
): Violation {
  return {
    rule: 'QUO-2',
    message: {
      zh: '几份同时生效的价目表对该产品定价不同。',
      en: 'Price lists that began together give different prices for the product.',
    },
    path: [...path, 'productId'],
    remedy: { zh: '先更正价目表，再报价。', en: 'Correct the price lists, then quote.' },
    facts: { lineId, productId, priceLists: priceListIds.join(', '), at },
  }
}

export function offList(price: PriceToCover, priceListId: string | null, path: readonly string[]): Violation {
  const { lineId, productId, unitPrice, listPrice, at } = price
  return {
    rule: 'QUO-2',
    message:
      listPrice === null
        ? {
            zh: '该产品当前没有价目表价格，也没有批准的偏差。',
            en: 'The product is on no price list in force, and no approved deviation is named.',
          }
        : {
            zh: '单价与现行价目表不同，也没有批准的偏差。',
            en: 'The unit price is not that of the list in force, and no approved deviation is named.',
          },
    path: [...path, 'unitPrice'],
    remedy: {
      zh: '按现行价目表报价，或先取得偏差批准。',
      en: 'Quote the price of the list in force, or obtain the approval of a deviation first.',
    },
    facts: { lineId, productId, ...amountsOf(unitPrice, listPrice), priceListId, at },
  }
}

const fields = {
  OTHER_PRODUCT: ['deviation', 'productId'],
  NOT_AN_APPROVER: ['deviation', 'approverRole'],
  BY_SALESPERSON: ['deviation', 'approvedBy'],
  NOT_YET_APPROVED: ['deviation', 'approvedAt'],
  NOT_YET_VALID: ['deviation', 'validFrom'],
  EXPIRED: ['deviation', 'validUntil'],
  OTHER_CURRENCY: ['unitPrice', 'currency'],
  BELOW_FLOOR: ['unitPrice'],
  ABOVE_CEILING: ['unitPrice'],
} as const satisfies Record<DeviationFlaw, readonly string[]>

const messages: Readonly<Record<DeviationFlaw, Bilingual>> = {
  OTHER_PRODUCT: { zh: '批准的偏差属于另一产品。', en: 'The deviation was approved for another product.' },
  NOT_AN_APPROVER: {
    zh: '批准人的岗位无权批准价格偏差。',
    en: 'The role of the approver does not allow to approve deviations.',
  },
  BY_SALESPERSON: { zh: '业务员批准了自己的偏差。', en: 'The salesperson approved the deviation of their own quote.' },
  NOT_YET_APPROVED: { zh: '报价时偏差尚未批准。', en: 'The deviation is not approved at the time of the quote.' },
  NOT_YET_VALID: { zh: '偏差的有效期尚未开始。', en: 'The deviation is not valid yet.' },
  EXPIRED: { zh: '偏差的有效期已过。', en: 'The deviation has expired.' },
  OTHER_CURRENCY: {
    zh: '单价与偏差或价目表的货币不同。',
    en: 'The price is in another currency than the deviation or the list.',
  },
  BELOW_FLOOR: { zh: '单价低于批准的底价。', en: 'The price is below the approved floor.' },
  ABOVE_CEILING: { zh: '单价高于批准的上限。', en: 'The price is above what the deviation allows.' },
}

export function uncoveredPrice(
  flaw: DeviationFlaw,
  deviation: PriceDeviation,
  { lineId, productId, unitPrice, listPrice, at }: PriceToCover,
  path: readonly string[],
): Violation {
  const { deviationId, floorPrice, ceilingPrice, approverRole, approvedAt, validFrom, validUntil } = deviation
  return {
    rule: 'QUO-2',
    message: messages[flaw],
    path: [...path, ...fields[flaw]],
    remedy: {
      zh: '按现行价目表报价，或取得适用于这一价格的批准。',
      en: 'Quote the price of the list in force, or obtain an approval that covers this price.',
    },
    facts: {
      reason: flaw,
      lineId,
      productId,
      ...amountsOf(unitPrice, listPrice),
      deviationId,
      deviationProductId: deviation.productId,
      floorPrice: floorPrice.minor,
      floorCurrency: floorPrice.currency,
      ceilingPrice: ceilingPrice?.minor ?? null,
      ceilingCurrency: ceilingPrice?.currency ?? null,
      approverRole,
      approvedAt,
      validFrom,
      validUntil,
      at,
    },
  }
}

function amountsOf(unitPrice: PriceToCover['unitPrice'], listPrice: PriceToCover['listPrice']) {
  return {
    unitPrice: unitPrice.minor,
    currency: unitPrice.currency,
    listPrice: listPrice?.minor ?? null,
    listCurrency: listPrice?.currency ?? null,
  }
}
