import { isSamePerson } from '../../primitives/person.ts'
import type { Violation } from '../../violation.ts'
import { leastPrice } from './margin.ts'
import type {
  CustomerTreatment,
  PromotedProduct,
  Promotion,
  PromotionGateInput,
  PromotionUseInput,
} from './promotion-input.ts'
import * as refusal from './promotion-violations.ts'

/**
 * Asked before a promotion opens. PRM-1: after discount and gift each product still earns the company's margin over
 * all it costs, gift included; exactly the margin is enough. PRM-2: the promotion begins before it ends, somebody else
 * than the proposer approved it, and whoever is eligible gets the same terms.
 * @throws RulesError `POLICY_INVALID` for a margin that is negative or no integer
 * @throws RulesError `MONEY_INVALID` for a negative cost
 */
export function promotionGate(input: PromotionGateInput): readonly Violation[] {
  const { promotion, treatments } = input
  const { products, startsAt, endsAt } = promotion
  return [
    ...(products.length === 0 ? [refusal.nothingPromoted(promotion)] : []),
    ...products.flatMap((product, index) => profitViolations(product, index, input)),
    ...(startsAt < endsAt ? [] : [refusal.endsBeforeStart(promotion)]),
    ...approvalViolations(promotion),
    ...treatments.flatMap((treatment, index) =>
      treatmentViolations(treatment, promotion, ['treatments', String(index)]),
    ),
  ]
}

/**
 * PRM-2, asked at each use: the instant lies inside the promotion's dates, the approval was given by then and by
 * another than the proposer, and the customer is eligible and gets the common terms.
 */
export function promotionUseGate({ promotion, treatment, at }: PromotionUseInput): readonly Violation[] {
  const { startsAt, endsAt, approval } = promotion
  const isApprovedLater = approval !== null && at < approval.approvedAt
  return [
    ...(startsAt <= at && at < endsAt ? [] : [refusal.outsideDates(promotion, at)]),
    ...approvalViolations(promotion),
    ...(isApprovedLater ? [refusal.unapproved('APPROVED_LATER', promotion, at)] : []),
    ...treatmentViolations(treatment, promotion, ['treatment']),
  ]
}

function profitViolations(
  product: PromotedProduct,
  index: number,
  { minimumMarginBasisPoints }: PromotionGateInput,
): readonly Violation[] {
  const { promotionalPrice, unitCost, giftCost } = product
  const path = ['promotion', 'products', String(index)]
  const currencies = new Set([promotionalPrice, unitCost, giftCost ?? unitCost].map(({ currency }) => currency))
  if (currencies.size > 1) return [refusal.otherPromotionCurrency(product, path)]
  const least = leastPrice(product, minimumMarginBasisPoints)
  if (promotionalPrice.minor >= least.minor) return []
  return [refusal.unprofitable(product, { least, minimumMarginBasisPoints }, path)]
}

function approvalViolations(promotion: Promotion): readonly Violation[] {
  const { approval, proposedBy } = promotion
  if (approval === null) return [refusal.unapproved('NOT_APPROVED', promotion, null)]
  return isSamePerson(approval.approvedBy, proposedBy) ? [refusal.unapproved('BY_PROPOSER', promotion, null)] : []
}

function treatmentViolations(
  treatment: CustomerTreatment,
  promotion: Promotion,
  path: readonly string[],
): readonly Violation[] {
  const { isEligible, termsDigest } = treatment
  const isIncluded = termsDigest !== null
  if (isEligible !== isIncluded) {
    return [refusal.unequalTreatment(isEligible ? 'EXCLUDED' : 'NOT_ELIGIBLE', treatment, promotion, path)]
  }
  if (!isIncluded || termsDigest === promotion.termsDigest) return []
  return [refusal.unequalTreatment('OTHER_TERMS', treatment, promotion, path)]
}
