import type { Money } from '../../primitives/money.ts'
import type { Quantity } from '../../primitives/quantity.ts'

/** A line as it is ordered, with what the product master says of its product. */
export interface LineAtGate {
  readonly lineId: string
  readonly productId: string
  /** `null` when no such product is registered. */
  readonly product: { readonly listPrice: Money | null } | null
  readonly quantity: Quantity
  readonly unitPrice: Money
  readonly netAmount: Money
  /** The approval that allows another price than the list's; `null` for none. */
  readonly approvedDeviation: string | null
}
