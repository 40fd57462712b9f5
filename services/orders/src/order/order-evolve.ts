import type { OrderEvent } from '@afterline/events'
import type { Recorded } from '@afterline/service-kit'
import type { Order, OrderState, Shipment } from './order-state.ts'
import { statusOf } from './order-status.ts'

type EventAfterPlacing = Exclude<Recorded<OrderEvent>, { type: 'OrderPlaced' }>

export function evolve(state: OrderState, event: Recorded<OrderEvent>): OrderState {
  if (event.type === 'OrderPlaced') return placed(event)
  if (state.status === 'UNPLACED') return state
  const changed = { ...state, ...changesBy(state, event) }
  return { ...changed, status: statusOf(changed) }
}

function placed(event: Extract<Recorded<OrderEvent>, { type: 'OrderPlaced' }>): Order {
  return {
    ...event.data,
    status: 'PLACED',
    placedAt: event.occurredAt,
    confirmedAt: null,
    rejectedAt: null,
    rejectionReason: null,
    productionStartedAt: null,
    readyAt: null,
    cancelledAt: null,
    cancellationReason: null,
    checks: [],
    shipments: [],
  }
}

function changesBy(order: Order, event: EventAfterPlacing): Partial<Order> {
  const at = event.occurredAt
  switch (event.type) {
    case 'OrderConfirmed':
      return { confirmedAt: order.confirmedAt ?? at }
    case 'OrderRejected':
      return { rejectedAt: at, rejectionReason: event.data.reason }
    case 'ProductionStarted':
      return { productionStartedAt: at }
    case 'GoodsReady':
      return { readyAt: at }
    case 'OutboundChecked': {
      const { orderId: _, ...check } = event.data
      return { checks: [...order.checks, { ...check, checkedAt: at }] }
    }
    case 'GoodsShipped': {
      const { orderId: _, customerId: __, ...goods } = event.data
      return { shipments: withShipment(order, goods.shipmentId, { ...goods, shippedAt: at }) }
    }
    case 'GoodsDelivered':
      return { shipments: withShipment(order, event.data.shipmentId, { deliveredAt: at }) }
    case 'OrderCancelled':
      return { cancelledAt: at, cancellationReason: event.data.reason }
    default:
      return {}
  }
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
