import type { Instant } from '../../primitives/instant.ts'
import type { Money } from '../../primitives/money.ts'
import type { Violation } from '../../violation.ts'
import type { CustomerTreatment, PromotedProduct, Promotion } from './promotion-input.ts'

/* What the gates of a promotion say (PRM-1, PRM-2). */

type Wording = Pick<Violation, 'message' | 'remedy'>

export function nothingPromoted({ promotionId }: Promotion): Violation {
  return {
    rule: 'PRM-1',
    message: {
      zh: '促销没有列出任何产品，无法核算利润。',
      en: 'The promotion names no product, so that its profit cannot be worked out.',
    },
    path: ['promotion', 'products'],
    remedy: { zh: '列出促销产品及其成本。', en: 'Name the products with their costs.' },
    facts: { promotionId, products: 0 },
  }
}

export function otherPromotionCurrency(product: PromotedProduct, path: readonly string[]): Violation {
  const { productId, promotionalPrice, unitCost, giftCost } = product
  return {
    rule: 'PRM-1',
    message: {
      zh: '促销价、成本与赠品成本的货币不一致，无法核算利润。',
      en: 'Price, cost and cost of the gift are not in one currency, so that the profit cannot be worked out.',
    },
    path: [...path, unitCost.currency === promotionalPrice.currency ? 'giftCost' : 'unitCost'],
    remedy: { zh: '用同一种货币登记价格与成本。', en: 'Record price and costs in one currency.' },
    facts: {
      productId,
      currency: promotionalPrice.currency,
      costCurrency: unitCost.currency,
      giftCurrency: giftCost?.currency ?? null,
    },
  }
}

export function unprofitable(
  { productId, promotionalPrice, unitCost, giftCost }: PromotedProduct,
  { least, minimumMarginBasisPoints }: { readonly least: Money; readonly minimumMarginBasisPoints: number },
  path: readonly string[],
): Violation {
  return {
    rule: 'PRM-1',
    message: {
      zh: '扣除折扣和赠品后，利润低于公司规定的水平。',
      en: "After discount and gift the profit is below the company's minimum.",
    },
    path: [...path, 'promotionalPrice'],
    remedy: {
      zh: `促销价至少为 ${least.minor} 个最小货币单位（${least.currency}），或减少赠品。`,
      en: `Ask for at least ${least.minor} minor units of ${least.currency}, or give away less.`,
    },
    facts: {
      productId,
      promotionalPrice: promotionalPrice.minor,
      unitCost: unitCost.minor,
      giftCost: giftCost?.minor ?? 0,
      leastPrice: least.minor,
      currency: promotionalPrice.currency,
      minimumMarginBasisPoints,
    },
  }
}

export function endsBeforeStart({ promotionId, startsAt, endsAt }: Promotion): Violation {
  return {
    rule: 'PRM-2',
    message: { zh: '促销的结束时间不晚于开始时间。', en: 'The promotion does not end after it begins.' },
    path: ['promotion', 'endsAt'],
    remedy: { zh: '更正促销的起止时间。', en: 'Correct its beginning or its end.' },
    facts: { promotionId, startsAt, endsAt },
  }
}

export function outsideDates({ promotionId, startsAt, endsAt }: Promotion, at: Instant): Violation {
  return {
    rule: 'PRM-2',
    message: {
      zh: '此时不在促销的起止时间之内。',
      en: 'The promotion does not run at this time.',
    },
    path: ['at'],
    remedy: { zh: '按平时的价格出售。', en: 'Sell at the usual price.' },
    facts: { promotionId, startsAt, endsAt, at },
  }
}

/** Why a promotion does not count as approved. */
export type ApprovalFlaw = 'NOT_APPROVED' | 'BY_PROPOSER' | 'APPROVED_LATER'

const approvalPaths = {
  NOT_APPROVED: ['promotion', 'approval'],
  BY_PROPOSER: ['promotion', 'approval', 'approvedBy'],
  APPROVED_LATER: ['promotion', 'approval', 'approvedAt'],
} as const satisfies Record<ApprovalFlaw, readonly string[]>

const approvalWordings: Readonly<Record<ApprovalFlaw, Wording>> = {
  NOT_APPROVED: {
    message: { zh: '促销没有经过批准。', en: 'Nobody approved the promotion.' },
    remedy: { zh: '请提案人以外的人批准。', en: 'Have somebody other than the proposer approve it.' },
  },
  BY_PROPOSER: {
    message: { zh: '提案人批准了自己的促销。', en: 'The promotion was approved by the person who proposed it.' },
    remedy: { zh: '请另一人批准。', en: 'Have another person approve it.' },
  },
  APPROVED_LATER: {
    message: { zh: '使用促销时尚未批准。', en: 'The promotion was not yet approved at this time.' },
    remedy: { zh: '批准之后再使用。', en: 'Apply it only after the approval.' },
  },
}

/** @param at when the promotion is applied; `null` where it is not yet */
export function unapproved(flaw: ApprovalFlaw, { promotionId, approval }: Promotion, at: Instant | null): Violation {
  return {
    rule: 'PRM-2',
    ...approvalWordings[flaw],
    path: approvalPaths[flaw],
    facts: { reason: flaw, promotionId, approvedAt: approval?.approvedAt ?? null, at },
  }
}

/** How one customer is treated otherwise than the rest. */
export type Inequality = 'EXCLUDED' | 'OTHER_TERMS' | 'NOT_ELIGIBLE'

const inequalities: Readonly<Record<Inequality, Wording>> = {
  EXCLUDED: {
    message: { zh: '符合条件的客户被排除在促销之外。', en: 'A customer who is eligible is left out.' },
    remedy: { zh: '让所有符合条件的客户享受促销。', en: 'Include every customer who is eligible.' },
  },
  OTHER_TERMS: {
    message: { zh: '客户得到的条款与其他客户不同。', en: 'The customer gets other terms than the rest.' },
    remedy: { zh: '对所有客户使用同一条款。', en: 'Give every customer the same terms.' },
  },
  NOT_ELIGIBLE: {
    message: { zh: '不符合条件的客户享受了促销。', en: 'A customer who is not eligible is included.' },
    remedy: { zh: '去掉该客户，或对所有人放宽条件。', en: 'Leave the customer out, or widen the conditions for all.' },
  },
}

export function unequalTreatment(
  reason: Inequality,
  { customerId, isEligible, termsDigest }: CustomerTreatment,
  promotion: Promotion,
  path: readonly string[],
): Violation {
  return {
    rule: 'PRM-2',
    ...inequalities[reason],
    path: [...path, 'termsDigest'],
    facts: {
      reason,
      promotionId: promotion.promotionId,
      customerId,
      isEligible,
      termsDigest,
      commonTermsDigest: promotion.termsDigest,
    },
  }
}
