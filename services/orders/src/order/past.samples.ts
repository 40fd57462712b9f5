import type { OrderEvent } from '@afterline/events'
import { type Instant, type OrderStage, parseQuantity } from '@afterline/rules'
import type { PastEvent } from '@afterline/service-kit/testing'
import { hours, ids, orderHead, placedAt, placedLine } from './order.samples.ts'

type Past = PastEvent<OrderEvent>

const at = <Event extends OrderEvent>(occurredAt: Instant, event: Event): Past => ({ ...event, occurredAt })
const { order: orderId, customer: customerId } = ids

export const placed = at(placedAt, { type: 'OrderPlaced', data: { ...orderHead, lines: [placedLine] } })
export const confirmed = at(hours(1), { type: 'OrderConfirmed', data: { orderId } })
const inProduction = at(hours(2), { type: 'ProductionStarted', data: { orderId } })
const ready = at(hours(3), { type: 'GoodsReady', data: { orderId } })
const rejected = at(hours(1), { type: 'OrderRejected', data: { orderId, reason: 'not made any more' } })
export const cancelled = at(hours(4), { type: 'OrderCancelled', data: { orderId, reason: 'changed its mind' } })

export const checked = (quantity: string, result: 'PASSED' | 'FAILED' = 'PASSED'): Past =>
  at(hours(4), {
    type: 'OutboundChecked',
    data: {
      orderId,
      checkId: ids.check,
      pickedBy: 'warehouse-2',
      checkedBy: 'warehouse-1',
      items: [{ lineId: ids.line, lotId: ids.lot, quantity: parseQuantity(quantity), result, serialNumber: null }],
    },
  })

export const shipped = (quantity: string, shipmentId = ids.shipment): Past =>
  at(hours(5), {
    type: 'GoodsShipped',
    data: {
      orderId,
      shipmentId,
      customerId,
      carrier: null,
      items: [
        {
          lineId: ids.line,
          productId: ids.syringe,
          productClass: 'CLASS_III',
          lotId: ids.lot,
          quantity: parseQuantity(quantity),
          checkedQuantity: parseQuantity(quantity),
          salesRecord: null,
        },
      ],
      isBuyerLicensed: true,
      licenceId: ids.licence,
    },
  })

export const delivered = (shipmentId = ids.shipment): Past =>
  at(hours(6), { type: 'GoodsDelivered', data: { orderId, shipmentId, customerId } })

/** For each status the shortest past that leads to it. */
export const pastOf: Readonly<Record<OrderStage, readonly Past[]>> = {
  UNPLACED: [],
  PLACED: [placed],
  CONFIRMED: [placed, confirmed],
  IN_PRODUCTION: [placed, confirmed, inProduction],
  READY: [placed, confirmed, inProduction, ready],
  CHECKED: [placed, confirmed, ready, checked('100')],
  PARTLY_SHIPPED: [placed, confirmed, checked('100'), shipped('40')],
  SHIPPED: [placed, confirmed, checked('100'), shipped('100')],
  DELIVERED: [placed, confirmed, checked('100'), shipped('100'), delivered()],
  REJECTED: [placed, rejected],
  CANCELLED: [placed, confirmed, cancelled],
}
