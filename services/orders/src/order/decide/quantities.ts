import { type Quantity, quantityFromThousandths, thousandthsOf } from '@afterline/rules'
import type { Order } from '../state.ts'

export function shippedOfLine(order: Order, lineId: string): Quantity {
  return quantityFromThousandths(thousandthsShipped(order, lineId))
}

/** What is left to ship of a line; 0 where history shipped more than was ordered. */
export function openOfLine(order: Order, lineId: string): Quantity {
  const ordered = order.lines.find((line) => line.lineId === lineId)?.quantity
  if (ordered === undefined) return quantityFromThousandths(0)
  return quantityFromThousandths(Math.max(0, thousandthsOf(ordered) - thousandthsShipped(order, lineId)))
}

/** Everything of a line that passed an outbound check so far, shipped or not. */
export function passedOfLine(order: Order, lineId: string): Quantity {
  return quantityFromThousandths(thousandthsPassed(order, lineId))
}

export function isFullyShipped(order: Order): boolean {
  return order.lines.every((line) => thousandthsShipped(order, line.lineId) >= thousandthsOf(line.quantity))
}

export function isFullyChecked(order: Order): boolean {
  return order.lines.every((line) => thousandthsPassed(order, line.lineId) >= thousandthsOf(line.quantity))
}

/** The latest check that passed goods of a line, from one lot where they are kept by lot. */
export function passedCheckOf(order: Order, lineId: string, lotId: string | null): string | null {
  const passed = order.checks.filter(({ items }) =>
    items.some((item) => item.result === 'PASSED' && item.lineId === lineId && item.lotId === lotId),
  )
  return passed.at(-1)?.checkId ?? null
}

function thousandthsShipped(order: Order, lineId: string): number {
  return thousandthsOfLine(
    order.shipments.flatMap(({ items }) => items),
    lineId,
  )
}

function thousandthsPassed(order: Order, lineId: string): number {
  const passed = order.checks.flatMap(({ items }) => items.filter(({ result }) => result === 'PASSED'))
  return thousandthsOfLine(passed, lineId)
}

function thousandthsOfLine(
  items: readonly { readonly lineId: string; readonly quantity: Quantity }[],
  lineId: string,
): number {
  return items.reduce((sum, item) => (item.lineId === lineId ? sum + thousandthsOf(item.quantity) : sum), 0)
}
