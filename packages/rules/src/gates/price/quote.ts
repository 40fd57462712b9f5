import type { Role } from '../../catalogue/index.ts'
import type { Instant } from '../../primitives/instant.ts'
import type { Money } from '../../primitives/money.ts'
import type { Violation } from '../../primitives/violation.ts'
import { isWritten } from '../written-text.ts'
import { deviationFlaws, type PriceDeviation } from './price-deviation.ts'
import { type ListedPrice, priceInForce } from './price-list.ts'
import * as refusal from './quote-violations.ts'

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

/**
 * QUO-1: each line tells the product information, the price and the delivery cycle. QUO-2: its price is that of the
 * list in force at the instant, or an approved deviation covers it. Needs are asked by `needsGate` (CUS-8).
 */
export function quoteGate(input: QuoteGateInput): readonly Violation[] {
  if (input.lines.length === 0) return [refusal.noQuoteLines()]
  return input.lines.flatMap((line, index) => {
    const path = ['lines', String(index)]
    return [
      ...missingParts(line).map((part) => refusal.missingPart(line, part, path)),
      ...(line.unitPrice === null ? [] : priceViolations(line, line.unitPrice, input, path)),
    ]
  })
}

/** What a line must tell the customer. */
export type QuotePart = 'productInformationId' | 'unitPrice' | 'deliveryDays'

function missingParts({ productInformationId, unitPrice, deliveryDays }: QuoteLine): readonly QuotePart[] {
  const isCycleGiven = deliveryDays !== null && Number.isSafeInteger(deliveryDays) && deliveryDays >= 0
  return [
    ...(isWritten(productInformationId) ? [] : (['productInformationId'] as const)),
    ...(unitPrice === null ? (['unitPrice'] as const) : []),
    ...(isCycleGiven ? [] : (['deliveryDays'] as const)),
  ]
}

function priceViolations(
  line: QuoteLine,
  unitPrice: Money,
  { listedPrices, salespersonId, approverRoles, at }: QuoteGateInput,
  path: readonly string[],
): readonly Violation[] {
  const listed = priceInForce(listedPrices, line.productId, at)
  // Two prices in force at once are a fault of the list, which no deviation mends.
  if (listed.state === 'AMBIGUOUS') return [refusal.ambiguousList(line, listed.priceListIds, at, path)]
  const listPrice = listed.state === 'LISTED' ? listed.price : null
  if (listPrice !== null && isSameMoney(listPrice.unitPrice, unitPrice)) return []
  const quoted = { ...line, unitPrice, listPrice: listPrice?.unitPrice ?? null, salespersonId, approverRoles, at }
  if (line.deviation === null) return [refusal.offList(quoted, listPrice?.priceListId ?? null, path)]
  const { deviation } = line
  return deviationFlaws(deviation, quoted).map((flaw) => refusal.uncoveredPrice(flaw, deviation, quoted, path))
}

function isSameMoney(a: Money, b: Money): boolean {
  return a.minor === b.minor && a.currency === b.currency
}
