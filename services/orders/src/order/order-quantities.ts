import { type Quantity, quantityFromThousandths, thousandthsOf } from '@afterline/rules'
import type { Order } from './order-state.ts'

/** Which goods are meant: those of a line, where they are counted by lot, from one lot. */
export interface Goods {
  readonly lineId: string
  readonly lotId: string | null
}

/** All quantities here are integer thousandths. */
export function shippedOfLine(order: Order, lineId: string): number {
  return totalOf(shippedItems(order).filter((item) => item.lineId === lineId))
}

/** What is left to ship of a line; 0 when history shipped more than was ordered. */
export function openOfLine(order: Order, lineId: string): number {
  const ordered = order.lines.find((line) => line.lineId === lineId)?.quantity
  return ordered === undefined ? 0 : Math.max(0, thousandthsOf(ordered) - shippedOfLine(order, lineId))
}

/** Checked and passed, and still in the house. A check of one lot never stands for goods of another. */
export function passedAndWaiting(order: Order, goods: Goods): number {
  const passed = passedItems(order).filter((item) => isSame(item, goods))
  const used = shippedItems(order).filter((item) => isSame(item, goods))
  return Math.max(0, totalOf(passed) - used.reduce((sum, { checkedQuantity }) => sum + thousandthsOf(checkedQuantity), 0))
}

/** Everything of a line that passed a check so far, shipped or not. */
export function passedOfLine(order: Order, lineId: string): number {
  return totalOf(passedItems(order).filter((item) => item.lineId === lineId))
}

/** The latest check that passed these goods. */
export function passedCheckOf(order: Order, goods: Goods): string | null {
  const passed = order.checks.filter((check) =>
    check.items.some((item) => item.result === 'PASSED' && isSame(item, goods)),
  )
  return passed.at(-1)?.checkId ?? null
}

export function isFullyShipped(order: Order): boolean {
  return order.lines.every((line) => shippedOfLine(order, line.lineId) >= thousandthsOf(line.quantity))
}

export function isFullyChecked(order: Order): boolean {
  return order.lines.every((line) => passedOfLine(order, line.lineId) >= thousandthsOf(line.quantity))
}

export function quantityOf(thousandths: number): Quantity {
  return quantityFromThousandths(thousandths)
}

function shippedItems(order: Order) {
  return order.shipments.flatMap((shipment) => shipment.items)
}

function passedItems(order: Order) {
  return order.checks.flatMap((check) => check.items.filter((item) => item.result === 'PASSED'))
}

function isSame(a: Goods, b: Goods): boolean {
  return a.lineId === b.lineId && a.lotId === b.lotId
}

function totalOf(items: readonly { readonly quantity: Quantity }[]): number {
  return items.reduce((sum, { quantity }) => sum + thousandthsOf(quantity), 0)
}
