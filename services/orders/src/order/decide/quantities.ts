import { type Instant, type Quantity, quantityFromThousandths, thousandthsOf } from '@afterline/rules'
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

/** The serial number that was scanned where goods of the line and lot passed; `null` where it was none, or more than one, or where it has left. */
export function scannedSerialOf(order: Order, { lineId, lotId }: OfLineAndLot): string | null {
  const items = order.checks.flatMap((check) => check.items)
  const passed = items.filter((item) => item.result === 'PASSED' && item.lineId === lineId && item.lotId === lotId)
  const [serial = null, ...others] = new Set(passed.flatMap(({ serialNumber }) => serialNumber ?? []))
  const left = order.shipments.flatMap((shipment) => shipment.items)
  const hasLeft = left.some((item) => item.lineId === lineId && item.salesRecord?.serialNumber === serial)
  return others.length > 0 || hasLeft ? null : serial
}

interface OfLineAndLot {
  readonly lineId: string
  readonly lotId: string | null
}

/**
 * What left of a line and lot by an instant, and has not come back since: what may come back then. In thousandths; below
 * zero where history is contradictory.
 */
export function thousandthsOut(order: Order, of: OfLineAndLot, at: Instant): number {
  const left = order.shipments.filter(({ shippedAt }) => shippedAt !== null && shippedAt <= at)
  return thousandthsIn(left, of) - thousandthsIn(order.returns, of)
}

/** What of a line and lot came back so far, in thousandths. */
export function thousandthsReturnedOf(order: Order, of: OfLineAndLot): number {
  return thousandthsIn(order.returns, of)
}

/** What of a line and lot passed an outbound check so far, in thousandths. */
export function thousandthsPassedOf(order: Order, of: OfLineAndLot): number {
  return thousandthsIn(
    order.checks.map(({ items }) => ({ items: items.filter(({ result }) => result === 'PASSED') })),
    of,
  )
}

function thousandthsIn(
  parts: readonly { readonly items: readonly (OfLineAndLot & { readonly quantity: Quantity })[] }[],
  { lineId, lotId }: OfLineAndLot,
): number {
  const items = parts.flatMap((part) => part.items).filter((item) => item.lotId === lotId)
  return thousandthsOfLine(items, lineId)
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
