import type { Instant } from '../../primitives/instant.ts'
import type { Money } from '../../primitives/money.ts'
import type { UnitCosts } from './margin.ts'

/** What one unit of a product brings in and costs while the promotion runs. */
export interface PromotedProduct extends UnitCosts {
  readonly productId: string
  /** What the buyer pays, after every discount. */
  readonly promotionalPrice: Money
}

export interface Promotion {
  readonly promotionId: string
  readonly products: readonly PromotedProduct[]
  /** Digest of the terms that every eligible customer gets. */
  readonly termsDigest: string
  readonly startsAt: Instant
  /** The first instant at which it is over. */
  readonly endsAt: Instant
  readonly proposedBy: string
  readonly approval: { readonly approvedBy: string; readonly approvedAt: Instant } | null
}

/** What one customer gets of a promotion. */
export interface CustomerTreatment {
  readonly customerId: string
  /** Whether the customer meets the promotion's conditions. */
  readonly isEligible: boolean
  /** Digest of the terms that the customer gets; `null` when left out. */
  readonly termsDigest: string | null
}

export interface PromotionGateInput {
  readonly promotion: Promotion
  readonly treatments: readonly CustomerTreatment[]
  /** Policy setting: the reasonable profit, in basis points of the cost. */
  readonly minimumMarginBasisPoints: number
}

export interface PromotionUseInput {
  readonly promotion: Promotion
  readonly treatment: CustomerTreatment
  /** When the promotion is applied. */
  readonly at: Instant
}
