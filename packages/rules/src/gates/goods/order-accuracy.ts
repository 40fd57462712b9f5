import { type Money, money } from '../../primitives/money.ts'
import { type Quantity, thousandthsOf } from '../../primitives/quantity.ts'
import type { Violation } from '../../violation.ts'
import type { LineAtGate } from './order-accuracy-input.ts'
import * as refusal from './order-violations.ts'

/** The net amount of a line: price times quantity, rounded half up to minor units, in integers throughout. */
export function lineAmount(unitPrice: Money, quantity: Quantity): Money {
  const product = BigInt(unitPrice.minor) * BigInt(thousandthsOf(quantity)) + 500n
  // Floor also below zero, as BigInt division cuts towards zero.
  const floor = product >= 0n ? product / 1000n : -((-product + 999n) / 1000n)
  return money(Number(floor), unitPrice.currency)
}

/**
 * ORD-3: the order has lines, known products, positive quantities, amounts that follow from price and quantity, and one
 * currency. QUO-2: where a list price exists, the unit price equals it unless an approved deviation is named.
 */
export function orderAccuracyGate({ lines }: { readonly lines: readonly LineAtGate[] }): readonly Violation[] {
  if (lines.length === 0) return [refusal.noLines()]
  const currency = lines[0]?.unitPrice.currency ?? ''
  return lines.flatMap((line, index) => {
    const path = ['lines', String(index)]
    const isRepeated = lines.findIndex(({ lineId }) => lineId === line.lineId) < index
    return [
      ...(isRepeated ? [refusal.repeatedLine(line, path)] : []),
      ...(line.product === null ? [refusal.unknownProduct(line, path)] : []),
      ...(thousandthsOf(line.quantity) > 0 ? [] : [refusal.noQuantity(line, path)]),
      ...priceViolations(line, path, currency),
    ]
  })
}

function priceViolations(line: LineAtGate, path: readonly string[], currency: string): readonly Violation[] {
  const { unitPrice, netAmount, product, approvedDeviation } = line
  const hasOneCurrency = unitPrice.currency === currency && netAmount.currency === currency
  if (!hasOneCurrency) return [refusal.otherCurrency(line, path, currency)]
  if (unitPrice.minor < 0) return [refusal.negativePrice(line, path)]
  const expected = lineAmount(unitPrice, line.quantity)
  const listPrice = product?.listPrice ?? null
  const isOffList = listPrice !== null && !isSameMoney(listPrice, unitPrice)
  const isDeviationNamed = approvedDeviation !== null && approvedDeviation.trim() !== ''
  return [
    ...(isSameMoney(netAmount, expected) ? [] : [refusal.wrongAmount(line, path, expected)]),
    ...(isOffList && !isDeviationNamed ? [refusal.offListPrice(line, path, listPrice)] : []),
  ]
}

function isSameMoney(a: Money, b: Money): boolean {
  return a.minor === b.minor && a.currency === b.currency
}
