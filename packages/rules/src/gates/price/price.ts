import type { Money } from '../../primitives/money.ts'
import type { Violation } from '../../violation.ts'
import { isWritten } from '../written-text.ts'
import { leastPrice } from './margin.ts'
import type { PriceGateInput } from './price-input.ts'
import { marginTooLow, type PricingFlaw, pricingViolation } from './price-violations.ts'

/**
 * PRC-1: cost, demand and competition are on file for the product when its price is set, and the price keeps the
 * company's margin over cost. The margin itself, to the minor unit, is enough.
 * @throws RulesError `POLICY_INVALID` for a margin that is negative or no integer
 * @throws RulesError `MONEY_INVALID` for a negative cost
 */
export function priceGate(input: PriceGateInput): readonly Violation[] {
  const { pricing } = input
  const flaws = flawsOf(input).map((flaw) => pricingViolation(flaw, input))
  return [...flaws, ...(pricing?.unitCost ? marginViolations(input, pricing.unitCost) : [])]
}

function flawsOf({ productId, pricing, price, at }: PriceGateInput): readonly PricingFlaw[] {
  if (pricing === null) return ['NOT_RECORDED']
  const { unitCost, demandStudyId, competitionStudyId } = pricing
  return [
    ...(pricing.productId === productId ? [] : (['OTHER_PRODUCT'] as const)),
    ...(pricing.recordedAt <= at ? [] : (['RECORDED_LATER'] as const)),
    ...(unitCost === null ? (['NO_COST'] as const) : []),
    ...(isWritten(demandStudyId) ? [] : (['NO_DEMAND'] as const)),
    ...(isWritten(competitionStudyId) ? [] : (['NO_COMPETITION'] as const)),
    ...(unitCost === null || unitCost.currency === price.currency ? [] : (['OTHER_CURRENCY'] as const)),
  ]
}

function marginViolations(input: PriceGateInput, unitCost: Money): readonly Violation[] {
  const least = leastPrice({ unitCost, giftCost: null }, input.minimumMarginBasisPoints)
  // Amounts of two currencies cannot be compared; the currency itself is refused already.
  if (unitCost.currency !== input.price.currency || input.price.minor >= least.minor) return []
  return [marginTooLow(input, unitCost, least)]
}
