import type { OrderEvent } from '@afterline/events'
import type { Recorded } from '@afterline/service-kit/aggregate'
import type { Order, Shipment } from '../state.ts'

type RecordedEvent<Type extends OrderEvent['type']> = Recorded<Extract<OrderEvent, { readonly type: Type }>>

export function checkRecorded({ checks }: Order, event: RecordedEvent<'OutboundChecked'>): Partial<Order> {
  const { orderId: _, ...check } = event.data
  return { checks: [...checks, { ...check, checkedAt: event.occurredAt }] }
}

export function shipped(order: Order, { data, occurredAt }: RecordedEvent<'GoodsShipped'>): Partial<Order> {
  const { orderId: _, customerId: __, ...goods } = data
  return { shipments: withShipment(order, goods.shipmentId, { ...goods, shippedAt: occurredAt }) }
}

export function delivered(order: Order, { data, occurredAt }: RecordedEvent<'GoodsDelivered'>): Partial<Order> {
  return { shipments: withShipment(order, data.shipmentId, { deliveredAt: occurredAt }) }
}

export function takenBack({ returns }: Order, { data, occurredAt }: RecordedEvent<'GoodsTakenBack'>): Partial<Order> {
  const { orderId: _, ...goods } = data
  return { returns: [...returns, { ...goods, takenBackAt: occurredAt }] }
}

/** History may tell of a delivery before its shipment: both meet under the shipment's id, whichever came first. */
function withShipment(order: Order, shipmentId: string, change: Partial<Shipment>): readonly Shipment[] {
  const known = order.shipments.find((shipment) => shipment.shipmentId === shipmentId)
  if (known === undefined) return [...order.shipments, { ...unknownShipment(shipmentId), ...change }]
  return order.shipments.map((shipment) => (shipment === known ? { ...shipment, ...change } : shipment))
}

function unknownShipment(shipmentId: string): Shipment {
  return {
    shipmentId,
    carrier: null,
    items: [],
    isBuyerLicensed: null,
    licenceId: null,
    shippedAt: null,
    deliveredAt: null,
  }
}
