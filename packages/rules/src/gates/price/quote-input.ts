import type { Role } from '../../catalogue/index.ts'
import type { Instant } from '../../primitives/instant.ts'
import type { Money } from '../../primitives/money.ts'
import type { PriceDeviation } from './price-deviation.ts'
import type { ListedPrice } from './price-list.ts'

export interface QuoteLine {
  readonly lineId: string
  readonly productId: string
  /** The document on the product that the customer gets with the quote; `null` for none. */
  readonly productInformationId: string | null
  /** Of one unit; `null` when none is given. */
  readonly unitPrice: Money | null
  /** From order to delivery, in whole calendar days; `null` when none is given. */
  readonly deliveryDays: number | null
  /** The approval that allows another price than the list's; `null` for none. */
  readonly deviation: PriceDeviation | null
}

export interface QuoteGateInput {
  readonly lines: readonly QuoteLine[]
  /** Prices of the products, past and future ones among them. */
  readonly listedPrices: readonly ListedPrice[]
  readonly salespersonId: string
  /** Policy setting: who may approve a deviation. */
  readonly approverRoles: readonly Role[]
  /** When the quote is given. */
  readonly at: Instant
}
