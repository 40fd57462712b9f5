import { identifierOf, thousandthsOf, type Violation } from '@afterline/rules'
import * as refusal from '../order.refusals.ts'
import type { Order } from '../state.ts'
import { thousandthsPassedOf, thousandthsReturnedOf } from './quantities.ts'

interface OfLineAndLot {
  readonly lineId: string
  readonly lotId: string | null
}

/** One device among the goods of a line and lot. */
export interface Serial extends OfLineAndLot {
  readonly serialNumber: string
}

/**
 * The serial numbers of what passed a check or has left, and did not come back (TRC-1). What came back without its number is
 * known to be among them only once everything of its line and lot is back.
 */
export function serialsTaken(order: Order): readonly Serial[] {
  const returned = order.returns.flatMap(({ items }) => items.flatMap(withSerial))
  const seen = new Map([...serialsChecked(order), ...serialsShipped(order)].map((one) => [keyOf(one), one]))
  return [...seen.values()].filter((serial) => {
    const taken = Math.max(timesOf(serial, serialsChecked(order)), timesOf(serial, serialsShipped(order)))
    return taken > timesOf(serial, returned) && !isAllBack(order, serial)
  })
}

/** TRC-1: a serial number stands for one device; it is looked at once, and leaves once. */
export function serialProblems(
  order: Order,
  asked: readonly { readonly serialNumber: string | null; readonly lineId: string; readonly path: readonly string[] }[],
  taken: readonly Serial[] = serialsTaken(order),
): readonly Violation[] {
  const productOf = new Map(order.lines.map(({ lineId, productId }) => [lineId, productId]))
  const seen = new Set(taken.map(({ lineId, serialNumber }) => nameOf(productOf.get(lineId), serialNumber)))
  return asked.flatMap(({ serialNumber, lineId, path }) => {
    if (serialNumber === null) return []
    const name = nameOf(productOf.get(lineId), serialNumber)
    if (seen.has(name)) return [refusal.serialTaken(serialNumber, order.orderId, path)]
    seen.add(name)
    return []
  })
}

/** TRC-1: where it is known which devices left, no other one comes back. */
export function unknownSerial(
  order: Order,
  { lineId, lotId, serialNumber }: OfLineAndLot & { readonly serialNumber: string | null },
  path: readonly string[],
): readonly Violation[] {
  if (serialNumber === null) return []
  const out = serialsShipped(order).filter((one) => one.lineId === lineId && one.lotId === lotId)
  const isOut = serialsTaken(order).some((one) => keyOf(one) === keyOf({ lineId, lotId, serialNumber }))
  return out.length === 0 || isOut ? [] : [refusal.serialNotOut(serialNumber, path)]
}

/** Those that sales records bear, and have not come back. */
export function serialsOut(order: Order): readonly Serial[] {
  const shipped = new Set(serialsShipped(order).map(keyOf))
  return serialsTaken(order).filter((serial) => shipped.has(keyOf(serial)))
}

function serialsShipped({ shipments }: Order): readonly Serial[] {
  return shipments.flatMap(({ items }) =>
    items.flatMap(({ lineId, lotId, salesRecord }) =>
      withSerial({ lineId, lotId, serialNumber: salesRecord?.serialNumber ?? null }),
    ),
  )
}

/** Goods of an order that came to nothing stand in the warehouse again. */
function serialsChecked({ checks, status }: Order): readonly Serial[] {
  if (status === 'CANCELLED' || status === 'REJECTED') return []
  return checks.flatMap(({ items }) => items.flatMap((item) => (item.result === 'PASSED' ? withSerial(item) : [])))
}

function withSerial({
  lineId,
  lotId,
  serialNumber,
}: OfLineAndLot & { readonly serialNumber: string | null }): readonly Serial[] {
  return serialNumber === null ? [] : [{ lineId, lotId, serialNumber }]
}

function isAllBack(order: Order, of: OfLineAndLot): boolean {
  const back = thousandthsReturnedOf(order, of)
  const left = order.shipments
    .flatMap(({ items }) => items)
    .filter(({ lineId, lotId }) => lineId === of.lineId && lotId === of.lotId)
    .reduce((sum, { quantity }) => sum + thousandthsOf(quantity), 0)
  return back > 0 && back >= Math.max(left, thousandthsPassedOf(order, of))
}

function timesOf(serial: Serial, among: readonly Serial[]): number {
  return among.filter((one) => keyOf(one) === keyOf(serial)).length
}

const keyOf = ({ lineId, lotId, serialNumber }: Serial) => JSON.stringify([lineId, lotId, identifierOf(serialNumber)])

const nameOf = (productId: string | undefined, serialNumber: string) =>
  JSON.stringify([productId, identifierOf(serialNumber)])
