import {
  described,
  GoodsShipped,
  GoodsTakenBack,
  Id,
  InstantText,
  internal,
  OrderLine as LineOfEvent,
  named,
  nullable,
  OrderCancelled,
  OrderPlaced,
  OrderRejected,
  OutboundChecked,
  Type,
} from '@afterline/events'
import type { OrderStage } from '@afterline/rules'
import { type DataOf, fieldsBesides, type Shown, shownAs } from '@afterline/service-kit/aggregate'

const placed = OrderPlaced.data.properties
const { customerId: _, ...shipped } = fieldsBesides('orderId', GoodsShipped)

const OrderLine = named('OrderLine', 'One product of an order.', {
  ...LineOfEvent.properties,
  lineId: shownAs('id', Id),
  lotId: internal(LineOfEvent.properties.lotId),
})

const OutboundCheck = named(
  'OutboundCheck',
  'The second check of goods before they leave, by another person than the one who picked them (DEL-2).',
  {
    ...fieldsBesides('orderId', OutboundChecked),
    checkId: shownAs('id', Id),
    checkedAt: described(InstantText, 'When the goods were looked at.'),
  },
)

const Shipment = named('Shipment', 'Goods that left together.', {
  ...shipped,
  shipmentId: shownAs('id', Id),
  shippedAt: described(nullable(InstantText), 'Null where an imported record knows of the delivery only.'),
  deliveredAt: described(
    nullable(InstantText),
    'When the goods reached the customer; null as long as that was not reported.',
  ),
})

const GoodsReturn = named('GoodsReturn', 'Goods that came back together.', {
  ...fieldsBesides('orderId', GoodsTakenBack),
  returnId: shownAs('id', Id),
  takenBackAt: described(InstantText, 'When they came into the warehouse.'),
})

/** What an order remembers. Its status is derived from its milestones, never set by hand. */
export const orderState = {
  ...placed,
  customerId: internal(placed.customerId),
  lines: described(Type.Array(OrderLine), 'In the order in which they were placed.'),
  placedAt: described(InstantText, 'The 24 hours of ORD-1 run from here.'),
  confirmedAt: described(nullable(InstantText), 'Null for an order that nobody confirmed.'),
  rejectedAt: described(nullable(InstantText), 'Null for an order that nobody declined.'),
  rejectionReason: described(
    nullable(OrderRejected.data.properties.reason),
    'Why the company declined it; null for an order that nobody declined.',
  ),
  productionStartedAt: described(nullable(InstantText), 'Null as long as it has not begun, and for goods from stock.'),
  readyAt: described(
    nullable(InstantText),
    'When the goods stood ready for the outbound check; null where that was not reported.',
  ),
  cancelledAt: described(nullable(InstantText), 'Null for an order that was not called off.'),
  cancellationReason: described(
    nullable(OrderCancelled.data.properties.reason),
    'Who called it off, and why; null for an order that was not called off.',
  ),
  checks: described(Type.Array(OutboundCheck), 'Outbound checks, oldest first (DEL-2).'),
  shipments: described(Type.Array(Shipment), 'Shipments in the order in which they were recorded.'),
  returns: described(Type.Array(GoodsReturn), 'What came back, in the order in which it was recorded.'),
}

/** How far an order has come: DELIVERED when every shipment arrived. */
export type OrderStatus = Exclude<OrderStage, 'UNPLACED'>
export type Order = DataOf<typeof orderState> & { readonly status: OrderStatus }
export type OrderLine = Order['lines'][number]
export type Shipment = Order['shipments'][number]

/** Parts of an order know the order: what they show of themselves depends on it. */
export type ShownOrder = Shown<Order>
export type ShownLine = OrderLine & { readonly order: ShownOrder }
export type ShownShipment = Shipment & { readonly order: ShownOrder }
