import type { Role } from '../../catalogue/index.ts'
import type { Instant } from '../../primitives/instant.ts'
import type { Money } from '../../primitives/money.ts'
import { isSamePerson } from '../../primitives/person.ts'

/** The approval of other prices than the list's, for one product and a time. */
export interface PriceDeviation {
  readonly deviationId: string
  readonly productId: string
  /** The lowest price that it allows. */
  readonly floorPrice: Money
  /** The highest; `null` for the list price, above which a rebate does not reach. */
  readonly ceilingPrice: Money | null
  readonly approvedBy: string
  readonly approverRole: Role
  readonly approvedAt: Instant
  readonly validFrom: Instant
  /** The first instant at which it holds no more. */
  readonly validUntil: Instant
}

/** A price that a deviation shall cover. */
export interface PriceToCover {
  readonly lineId: string
  readonly productId: string
  readonly unitPrice: Money
  /** `null` when the product is on no list in force. */
  readonly listPrice: Money | null
  readonly salespersonId: string
  readonly approverRoles: readonly Role[]
  readonly at: Instant
}

/** Why a deviation does not cover a price. */
export type DeviationFlaw =
  | 'OTHER_PRODUCT'
  | 'NOT_AN_APPROVER'
  | 'BY_SALESPERSON'
  | 'NOT_YET_APPROVED'
  | 'NOT_YET_VALID'
  | 'EXPIRED'
  | 'OTHER_CURRENCY'
  | 'BELOW_FLOOR'
  | 'ABOVE_CEILING'

/** Everything for which a deviation does not cover a price (QUO-2); empty when it does. */
export function deviationFlaws(deviation: PriceDeviation, price: PriceToCover): readonly DeviationFlaw[] {
  const { at } = price
  return [
    ...(deviation.productId === price.productId ? [] : (['OTHER_PRODUCT'] as const)),
    ...(price.approverRoles.includes(deviation.approverRole) ? [] : (['NOT_AN_APPROVER'] as const)),
    ...(isSamePerson(deviation.approvedBy, price.salespersonId) ? (['BY_SALESPERSON'] as const) : []),
    ...(deviation.approvedAt <= at ? [] : (['NOT_YET_APPROVED'] as const)),
    ...(deviation.validFrom <= at ? [] : (['NOT_YET_VALID'] as const)),
    ...(at < deviation.validUntil ? [] : (['EXPIRED'] as const)),
    ...amountFlaws(deviation, price),
  ]
}

function amountFlaws(
  { floorPrice, ceilingPrice }: PriceDeviation,
  { unitPrice, listPrice }: PriceToCover,
): readonly DeviationFlaw[] {
  const ceiling = ceilingPrice ?? listPrice
  const isOneCurrency = [floorPrice, ...(ceiling === null ? [] : [ceiling])].every(
    ({ currency }) => currency === unitPrice.currency,
  )
  if (!isOneCurrency) return ['OTHER_CURRENCY']
  return [
    ...(unitPrice.minor >= floorPrice.minor ? [] : (['BELOW_FLOOR'] as const)),
    ...(ceiling === null || unitPrice.minor <= ceiling.minor ? [] : (['ABOVE_CEILING'] as const)),
  ]
}
