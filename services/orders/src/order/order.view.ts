import type { Instant } from '@afterline/rules'
import { type Finding, isOnlySalesperson, type RequestContext } from '@afterline/service-kit'
import DataLoader from 'dataloader'
import type { OrderDocument, OrderModel } from './order.model.ts'
import type { Order, OrderLine, OutboundCheck, Shipment } from './order-state.ts'

/** A customer whose file is the customers subgraph's. */
export interface CustomerReference {
  readonly id: string
}

/** An order as the graph shows it. */
export interface OrderView extends Order {
  readonly id: string
  readonly version: number
  readonly findings: readonly Finding[]
}

/** Parts of an order know the order: what they show of themselves depends on it. */
export interface LineView extends OrderLine {
  readonly order: Order
}

export interface CheckView extends OutboundCheck {
  readonly checkedAt: Instant
}

export type CheckedItemView = OutboundCheck['items'][number]
export type ShippedItemView = Shipment['items'][number]

export interface ShipmentView extends Shipment {
  readonly id: string
  readonly order: OrderView
}

export function orderView({ _id: id, version, findings, state }: OrderDocument): OrderView | null {
  return state.status === 'UNPLACED' ? null : { ...state, id, version, findings }
}

export function shipmentView(order: OrderView, shipment: Shipment): ShipmentView {
  return { ...shipment, id: shipment.shipmentId, order }
}

/** Whose orders a caller may see: a salesperson without a further role his or her own; `null` for all. */
export function onlyOrdersOf({ principal }: RequestContext): string | null {
  return isOnlySalesperson(principal) ? principal.id : null
}

/** `null` for an order that does not exist, or that the caller may not see: both look alike from outside. */
export async function loadOrder(model: OrderModel, context: RequestContext, id: string): Promise<OrderView | null> {
  const read = async (ids: readonly string[]) => {
    const documents = await model.find({ _id: { $in: [...ids] } }).lean<OrderDocument[]>()
    const byId = new Map(documents.map((document) => [document._id, orderView(document)]))
    return ids.map((wanted) => byId.get(wanted) ?? null)
  }
  const order = await context.loaderOf('order', () => new DataLoader(read)).load(id)
  const salesperson = onlyOrdersOf(context)
  return salesperson === null || order?.salespersonId === salesperson ? order : null
}
