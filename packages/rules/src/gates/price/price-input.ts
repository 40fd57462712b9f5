import type { Instant } from '../../primitives/instant.ts'
import type { Money } from '../../primitives/money.ts'

/** What was considered when a product was priced. */
export interface PricingRecord {
  readonly pricingId: string
  readonly productId: string
  readonly recordedAt: Instant
  /** Of one unit; `null` when nobody looked at the cost. */
  readonly unitCost: Money | null
  /** The study of demand on file; `null` for none. */
  readonly demandStudyId: string | null
  /** The study of competitors' prices on file; `null` for none. */
  readonly competitionStudyId: string | null
}

export interface PriceGateInput {
  readonly productId: string
  /** Of one unit. */
  readonly price: Money
  readonly pricing: PricingRecord | null
  /** Policy setting: what must remain over cost, in basis points of the cost. */
  readonly minimumMarginBasisPoints: number
  /** When the price is set. */
  readonly at: Instant
}
