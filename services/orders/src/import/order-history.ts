import type { Actor } from '@afterline/events'
import {
  type Instant,
  type Money,
  type Quantity,
  quantityFromThousandths,
  thousandthsOf,
  type Violation,
} from '@afterline/rules'
import { toldInOrder } from '@afterline/service-kit/aggregate'
import type { ItemToShip, OrderCommand } from '../order/commands.ts'

/** Goods that came back, as another system tells of them: of a product, and not of a line. */
interface ReturnRecord {
  readonly key: string
  readonly productKey: string
  readonly quantity: Quantity
  readonly returnedAt: Instant
}

/** An order as another system tells of it. A step without an instant did not happen, as far as we know. */
export interface OrderRecord {
  readonly key: string
  readonly customerKey: string
  readonly channel: string
  readonly salespersonId: string | null
  readonly placedAt: Instant | null
  readonly confirmedAt: Instant | null
  readonly rejectedAt: Instant | null
  readonly shippedAt: Instant | null
  readonly deliveredAt: Instant | null
  readonly cancelledAt: Instant | null
  readonly lines: readonly {
    readonly key: string
    readonly productKey: string
    readonly quantity: Quantity
    readonly unitPrice: Money
    readonly contractShipBy: Instant | null
  }[]
  readonly returns: readonly ReturnRecord[]
}

export type HistoryKind = 'order' | 'order-line' | 'return' | 'shipment' | 'product' | 'customer'
/** The id that the other system's key of a record gets here. */
export type IdOf = (kind: HistoryKind, key: string) => string

/** The commands that a record tells of, in time order; or what it lacks to be one at all. */
export function orderHistory(
  record: OrderRecord,
  idOf: IdOf,
  by: Actor,
): { readonly commands: readonly OrderCommand[]; readonly violations: readonly Violation[] } {
  const { placedAt } = record
  const violations = [
    ...(placedAt === null ? [lacks('placedAt', '下单时间', 'the instant of placing')] : []),
    ...(record.key.trim() === '' ? [lacks('key', '订单号', "the order's key")] : []),
    ...(record.customerKey.trim() === '' ? [lacks('customerKey', '客户', 'the customer')] : []),
    ...(record.returns.every((one) => linesOfProduct(record, one).length > 0)
      ? []
      : [lacks('returns', '退回货物对应的订单行', 'a line of the product that came back')]),
  ]
  if (placedAt === null || violations.length > 0) return { commands: [], violations }
  return {
    commands: toldInOrder(placing(record, placedAt, idOf, by), stepsAfterPlacing(record, idOf, by)),
    violations: [],
  }
}

function placing(record: OrderRecord, at: Instant, idOf: IdOf, by: Actor): OrderCommand {
  return {
    type: 'PlaceOrder',
    at,
    by,
    data: {
      orderId: idOf('order', record.key),
      customerId: idOf('customer', record.customerKey),
      salespersonId: record.salespersonId,
      channel: record.channel,
      sourceKey: record.key,
      lines: record.lines.map((line) => ({
        lineId: lineIdOf(record, line, idOf),
        productId: idOf('product', line.productKey),
        lotId: null,
        quantity: line.quantity,
        unitPrice: line.unitPrice,
        contractShipBy: line.contractShipBy,
        approvedDeviation: null,
      })),
    },
  }
}

/** The other steps that the record has an instant for, in the order in which they should have happened. */
function stepsAfterPlacing(record: OrderRecord, idOf: IdOf, by: Actor): readonly OrderCommand[] {
  const shipmentId = idOf('shipment', record.key)
  const step = (at: Instant | null, commandAt: (at: Instant) => OrderCommand) => (at === null ? [] : [commandAt(at)])
  const goods = { shipmentId, carrier: null, invoiceNumber: null, vouchers: [], handledBy: null, signedBy: null }
  const items = itemsOf(record, idOf)
  const reason = 'not told by the source'
  return [
    ...step(record.confirmedAt, (at) => ({ type: 'ConfirmOrder', at, by, data: {} })),
    ...step(record.rejectedAt, (at) => ({ type: 'RejectOrder', at, by, data: { reason } })),
    ...step(record.shippedAt, (at) => ({ type: 'ShipGoods', at, by, data: { ...goods, items } })),
    ...step(record.deliveredAt, (at) => ({ type: 'ReportDelivery', at, by, data: { shipmentId } })),
    ...step(record.cancelledAt, (at) => ({ type: 'CancelOrder', at, by, data: { reason } })),
    ...returnsInOrder(record).map((one): OrderCommand => {
      const returnId = idOf('return', JSON.stringify([record.key, one.key]))
      const back = itemsBack(record, one).map(({ line, thousandths }) => ({
        lineId: lineIdOf(record, line, idOf),
        lotId: null,
        quantity: quantityFromThousandths(thousandths),
        serialNumber: null,
      }))
      return { type: 'TakeBackGoods', at: one.returnedAt, by, data: { returnId, items: back, reason } }
    }),
  ]
}

/** The other system knows one instant of shipping: everything that was ordered left then. */
function itemsOf(record: OrderRecord, idOf: IdOf): readonly ItemToShip[] {
  return record.lines.map((line) => ({
    lineId: lineIdOf(record, line, idOf),
    lotId: null,
    quantity: line.quantity,
    serialNumber: null,
    qualityCondition: null,
  }))
}

type LineRecord = OrderRecord['lines'][number]

function returnsInOrder({ returns }: OrderRecord): readonly ReturnRecord[] {
  return returns.toSorted((a, b) => (a.returnedAt < b.returnedAt ? -1 : a.returnedAt > b.returnedAt ? 1 : 0))
}

function linesOfProduct({ lines }: OrderRecord, { productKey }: ReturnRecord): readonly LineRecord[] {
  return lines.filter((line) => line.productKey === productKey)
}

/** Lines of the product get back what they sold, the first one first; what is more than that, the last one gets. */
function itemsBack(
  record: OrderRecord,
  told: ReturnRecord,
): readonly { readonly line: LineRecord; readonly thousandths: number }[] {
  const all = returnsInOrder(record)
  const earlier = all.slice(0, all.indexOf(told)).filter(({ productKey }) => productKey === told.productKey)
  const lines = linesOfProduct(record, told)
  let before = earlier.reduce((sum, { quantity }) => sum + thousandthsOf(quantity), 0)
  let left = thousandthsOf(told.quantity)
  return lines.flatMap((line, index) => {
    const room = index === lines.length - 1 ? left : Math.max(0, thousandthsOf(line.quantity) - before)
    before = Math.max(0, before - thousandthsOf(line.quantity))
    const thousandths = Math.min(left, room)
    left -= thousandths
    return thousandths > 0 ? [{ line, thousandths }] : []
  })
}

/** Keys of lines repeat from order to order, so the order's key belongs to them. */
function lineIdOf(record: OrderRecord, line: { readonly key: string }, idOf: IdOf): string {
  return idOf('order-line', JSON.stringify([record.key, line.key]))
}

function lacks(field: string, zh: string, en: string): Violation {
  return {
    rule: 'ORD-3',
    message: { zh: `该记录缺少${zh}。`, en: `The record lacks ${en}.` },
    path: [field],
    remedy: { zh: '补全后重新导入。', en: 'Complete it and import it again.' },
    facts: { field },
  }
}
