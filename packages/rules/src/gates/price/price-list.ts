import type { Instant } from '../../primitives/instant.ts'
import type { Money } from '../../primitives/money.ts'
import { latestOf } from '../latest.ts'

/** One product's price in a dated price list. */
export interface ListedPrice {
  readonly priceListId: string
  readonly productId: string
  readonly unitPrice: Money
  readonly validFrom: Instant
  /** The first instant at which the price holds no more; `null` for a price without end. */
  readonly validUntil: Instant | null
}

export type PriceInForce =
  | { readonly state: 'UNLISTED' }
  | { readonly state: 'LISTED'; readonly price: ListedPrice }
  /** Lists that began together and name different prices. */
  | { readonly state: 'AMBIGUOUS'; readonly priceListIds: readonly string[] }

/** The list price of a product at an instant. Of several lists in force, that which began last has replaced the others. */
export function priceInForce(listedPrices: readonly ListedPrice[], productId: string, at: Instant): PriceInForce {
  const inForce = listedPrices.filter((price) => price.productId === productId && isInForceAt(price, at))
  const [price, ...others] = latestOf(inForce, ({ validFrom }) => validFrom)
  if (price === undefined) return { state: 'UNLISTED' }
  const { minor, currency } = price.unitPrice
  const isOne = others.every(({ unitPrice }) => unitPrice.minor === minor && unitPrice.currency === currency)
  if (isOne) return { state: 'LISTED', price }
  return { state: 'AMBIGUOUS', priceListIds: [price, ...others].map(({ priceListId }) => priceListId) }
}

/** Half-open: the first instant of validity counts, the last one named does not. */
function isInForceAt({ validFrom, validUntil }: ListedPrice, at: Instant): boolean {
  return validFrom <= at && (validUntil === null || at < validUntil)
}
