import type { Money } from '../../primitives/money.ts'
import type { Violation } from '../../violation.ts'
import { isWritten } from '../written-text.ts'
import { deviationFlaws } from './price-deviation.ts'
import { priceInForce } from './price-list.ts'
import type { QuoteGateInput, QuoteLine } from './quote-input.ts'
import type { QuotePart } from './quote-violations.ts'
import * as refusal from './quote-violations.ts'

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
