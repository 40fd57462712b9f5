import { isFullyChecked, isFullyShipped } from '../decide/quantities.ts'
import type { Order, OrderStatus } from '../state.ts'

/**
 * The status that follows from what happened. The furthest milestone counts, whatever was skipped: imported history may
 * tell of a shipment before the confirmation. An order without a line is shipped by its first shipment.
 */
export function statusOf(order: Order): OrderStatus {
  if (order.cancelledAt !== null) return 'CANCELLED'
  const shipped = order.shipments.filter(({ shippedAt }) => shippedAt !== null)
  if (shipped.length > 0) return statusOfShipped(order)
  if (order.rejectedAt !== null) return 'REJECTED'
  if (order.checks.length > 0 && isFullyChecked(order)) return 'CHECKED'
  if (order.readyAt !== null) return 'READY'
  if (order.productionStartedAt !== null) return 'IN_PRODUCTION'
  return order.confirmedAt === null ? 'PLACED' : 'CONFIRMED'
}

function statusOfShipped(order: Order): OrderStatus {
  if (!isFullyShipped(order)) return 'PARTLY_SHIPPED'
  return order.shipments.every(({ deliveredAt }) => deliveredAt !== null) ? 'DELIVERED' : 'SHIPPED'
}
