import type { Actor } from '@afterline/events'
import type { Instant, Money, Quantity, Violation } from '@afterline/rules'
import type { ItemToShip, OrderCommand } from '../order/order-commands.ts'

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
}

export type HistoryKind = 'order' | 'order-line' | 'shipment' | 'product' | 'customer'
/** The id that the other system's key of a record gets here. */
export type IdOf = (kind: HistoryKind, key: string) => string

/** Steps in the order in which they should have happened: it decides between equal instants. */
interface Step {
  readonly command: OrderCommand
  readonly statedAt: Instant
}

/**
 * The commands of one record, in time order as its instants tell. The placing comes first; what is dated before it is
 * decided at the same instant and keeps the stated one.
 */
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
  ]
  if (placedAt === null || violations.length > 0) return { commands: [], violations }
  const later = stepsAfterPlacing(record, placedAt, idOf, by)
  // Sorting keeps equal instants in the order of the stages.
  const sorted = later.toSorted((a, b) => (a.statedAt < b.statedAt ? -1 : a.statedAt > b.statedAt ? 1 : 0))
  return { commands: [placing(record, placedAt, idOf, by), ...sorted.map(({ command }) => command)], violations: [] }
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

function stepsAfterPlacing(record: OrderRecord, placedAt: Instant, idOf: IdOf, by: Actor): readonly Step[] {
  const shipmentId = idOf('shipment', record.key)
  const step = (stated: Instant | null, commandAt: (at: Instant, early: EarlyStep) => OrderCommand): Step[] => {
    if (stated === null) return []
    const isEarly = stated < placedAt
    return [{ statedAt: stated, command: commandAt(isEarly ? placedAt : stated, isEarly ? { statedAt: stated } : {}) }]
  }
  const goods = { shipmentId, carrier: null, invoiceNumber: null, vouchers: [], handledBy: null, signedBy: null }
  const items = itemsOf(record, idOf)
  const reason = 'not told by the source'
  return [
    ...step(record.confirmedAt, (at, early) => ({ type: 'ConfirmOrder', at, by, data: early })),
    ...step(record.rejectedAt, (at, early) => ({ type: 'RejectOrder', at, by, data: { ...early, reason } })),
    ...step(record.shippedAt, (at, early) => ({ type: 'ShipGoods', at, by, data: { ...early, ...goods, items } })),
    ...step(record.deliveredAt, (at, early) => ({ type: 'ReportDelivery', at, by, data: { ...early, shipmentId } })),
    ...step(record.cancelledAt, (at, early) => ({ type: 'CancelOrder', at, by, data: { ...early, reason } })),
  ]
}

interface EarlyStep {
  readonly statedAt?: Instant
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
