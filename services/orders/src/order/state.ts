import type { EventOf, GoodsShipped, OrderLine, OrderPlaced, OutboundChecked } from '@afterline/events'
import type { Instant, OrderStage } from '@afterline/rules'
import type { Shown } from '@afterline/service-kit/aggregate'

type PlacedData = EventOf<typeof OrderPlaced>['data']
type CheckData = EventOf<typeof OutboundChecked>['data']
type ShippedData = EventOf<typeof GoodsShipped>['data']

/** How far an order has come. Derived from its milestones, never set by hand; DELIVERED when every shipment arrived. */
export type OrderStatus = Exclude<OrderStage, 'UNPLACED'>

export interface OutboundCheck extends Omit<CheckData, 'orderId'> {
  readonly checkedAt: Instant
}

export interface Shipment extends Omit<ShippedData, 'orderId' | 'customerId'> {
  /** `null` where history knows of the delivery only. */
  readonly shippedAt: Instant | null
  readonly deliveredAt: Instant | null
}

export interface Order extends PlacedData {
  readonly status: OrderStatus
  readonly placedAt: Instant
  readonly confirmedAt: Instant | null
  readonly rejectedAt: Instant | null
  readonly rejectionReason: string | null
  readonly productionStartedAt: Instant | null
  readonly readyAt: Instant | null
  readonly cancelledAt: Instant | null
  readonly cancellationReason: string | null
  readonly checks: readonly OutboundCheck[]
  readonly shipments: readonly Shipment[]
}

export type CheckedItem = OutboundCheck['items'][number]
export type ShippedItem = Shipment['items'][number]

/** Parts of an order know the order: what they show of themselves depends on it. */
export type ShownOrder = Shown<Order>
export type ShownLine = OrderLine & { readonly order: Order }
export type ShownShipment = Shipment & { readonly id: string; readonly order: ShownOrder }

export type { OrderLine }
