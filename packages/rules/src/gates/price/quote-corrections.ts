import type { Money } from '../../primitives/money.ts'
import { type Quantity, thousandthsOf } from '../../primitives/quantity.ts'

/** A line of a quote, or of the contract that the quote became. */
export interface PricedLine {
  readonly lineId: string
  readonly quantity: Quantity
  /** Of one unit. */
  readonly unitPrice: Money
}

/** How a line of the contract departs from the quote; a line that only one of them has departs in quantity. */
export interface QuoteCorrection {
  readonly lineId: string
  readonly of: 'PRICE' | 'QUANTITY'
  /** The line as it was quoted; `null` when it was not. */
  readonly quoted: PricedLine | null
  /** The line as it was contracted; `null` when it was not. */
  readonly contracted: PricedLine | null
}

/**
 * Each price and quantity that the contract does not take over from its quote, in the order of the quote (KPI-8). Who
 * asked for the change is not seen here: only corrections of the company's own count against its accuracy.
 */
export function quoteCorrections(
  quoted: readonly PricedLine[],
  contracted: readonly PricedLine[],
): readonly QuoteCorrection[] {
  const kept = quoted.flatMap((line) =>
    correctionsOf(
      line,
      contracted.find(({ lineId }) => lineId === line.lineId),
    ),
  )
  const added = contracted
    .filter(({ lineId }) => !quoted.some((line) => line.lineId === lineId))
    .map((line) => ({ lineId: line.lineId, of: 'QUANTITY', quoted: null, contracted: line }) as const)
  return [...kept, ...added]
}

function correctionsOf(quoted: PricedLine, contracted: PricedLine | undefined): readonly QuoteCorrection[] {
  const { lineId, unitPrice } = quoted
  if (contracted === undefined) return [{ lineId, of: 'QUANTITY', quoted, contracted: null }]
  const isSamePrice =
    unitPrice.minor === contracted.unitPrice.minor && unitPrice.currency === contracted.unitPrice.currency
  const isSameQuantity = thousandthsOf(quoted.quantity) === thousandthsOf(contracted.quantity)
  return [
    ...(isSamePrice ? [] : [{ lineId, of: 'PRICE', quoted, contracted } as const]),
    ...(isSameQuantity ? [] : [{ lineId, of: 'QUANTITY', quoted, contracted } as const]),
  ]
}
