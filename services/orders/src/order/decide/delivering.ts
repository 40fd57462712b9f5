import type { OrderEvent } from '@afterline/events'
import type { Instant, Violation } from '@afterline/rules'
import { type Decision, happens } from '@afterline/service-kit/aggregate'
import type { OrderCommandOf } from '../commands.ts'
import * as refusal from '../order.refusals.ts'
import type { Order } from '../state.ts'

/** In history a delivery may be dated before its shipment; it is recorded under the id that the shipment will have. */
export function reportDelivery(order: Order, { at, data }: OrderCommandOf<'ReportDelivery'>): Decision<OrderEvent> {
  const { orderId, customerId } = order
  const { shipmentId } = data
  return happens('GoodsDelivered', { orderId, shipmentId, customerId }).unless(deliveryProblems(order, shipmentId, at))
}

function deliveryProblems(order: Order, shipmentId: string, at: Instant): readonly Violation[] {
  const shipment = order.shipments.find((known) => known.shipmentId === shipmentId)
  if (shipment?.deliveredAt) return [refusal.deliveredBefore(shipmentId, shipment.deliveredAt)]
  if (!shipment?.shippedAt) return [refusal.unknownShipment(shipmentId)]
  return at < shipment.shippedAt ? [refusal.deliveredBeforeShipping(shipmentId, shipment.shippedAt, at)] : []
}
