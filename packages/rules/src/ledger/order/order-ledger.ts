import type { BookedGoods } from '../../gates/goods/three-way-match.ts'
import type { Instant } from '../../primitives/instant.ts'
import { earlierTold } from '../entries.ts'
import {
  type AccountedGoodsData,
  factGuard,
  type GoodsShippedData,
  type OrderAccountFactData,
  type OrderFactData,
  type OrderPlacedData,
} from '../facts.ts'
import type { Fact, Ledger } from '../ledger.ts'
import { earliest } from '../timing.ts'
import { orderMeasurements } from './order-measurements.ts'
import type { AccountedGoods, OrderLedger, PlacedOrder, Shipment } from './order-state.ts'
import { orderTimers } from './order-timers.ts'

const isOrderFact = factGuard<OrderFactData & OrderAccountFactData>({
  OrderPlaced: true,
  OrderConfirmed: true,
  OrderRejected: true,
  OrderCancelled: true,
  GoodsShipped: true,
  GoodsInvoiced: true,
  GoodsBooked: true,
})

function recordOrder(state: OrderLedger, fact: Fact): OrderLedger {
  if (!isOrderFact(fact)) return state
  const at = fact.occurredAt
  switch (fact.type) {
    case 'OrderPlaced':
      return { ...state, placed: earlierTold(state.placed, placedOrder(fact.data, fact)) }
    case 'OrderConfirmed':
      return { ...state, confirmedAt: earliest(state.confirmedAt, at) }
    case 'OrderRejected':
      return { ...state, rejectedAt: earliest(state.rejectedAt, at) }
    case 'OrderCancelled':
      return { ...state, cancelledAt: earliest(state.cancelledAt, at) }
    case 'GoodsShipped':
      return { ...state, shipments: withShipment(state.shipments, shipment(fact.data, fact)) }
    case 'GoodsInvoiced':
      return { ...state, invoices: [...state.invoices, accountedGoods(fact.data, at)] }
    case 'GoodsBooked':
      return { ...state, bookings: [...state.bookings, accountedGoods(fact.data, at)] }
  }
}

/** Copies only what the ledger reads, so that a stored ledger holds no more than that. */
function placedOrder(data: OrderPlacedData, { occurredAt: at, recordedAt, policyVersion }: Fact): PlacedOrder {
  const { customerId, salespersonId, teamId, channel } = data
  const timesSeen = new Map<string, number>()
  const itemOf = (lineId: string) => {
    const times = (timesSeen.get(lineId) ?? 0) + 1
    timesSeen.set(lineId, times)
    return times === 1 ? lineId : `${lineId}/${times}`
  }
  const lines = data.lines.map(({ lineId, productId, quantity, netAmount, contractShipBy, segment }) => ({
    item: itemOf(lineId),
    lineId,
    productId,
    quantity,
    netAmount,
    contractShipBy,
    ...(segment ? { segment } : {}),
  }))
  const placed = { at, recordedAt, policyVersion, customerId, salespersonId, channel, lines }
  return teamId ? { ...placed, teamId } : placed
}

function shipment(data: GoodsShippedData, { occurredAt: at, recordedAt, policyVersion }: Fact): Shipment {
  const { shipmentId, isBuyerLicensed } = data
  const items = data.items.map(({ lineId, productId, productClass, lotId, quantity, checkedQuantity, amount }) => ({
    lineId,
    productId,
    productClass,
    lotId,
    quantity,
    checkedQuantity,
    ...(amount === undefined ? {} : { amount }),
  }))
  return { at, recordedAt, policyVersion, shipmentId, isBuyerLicensed, items }
}

/** What is told twice left once: of two shipments with one id the earlier stands. */
function withShipment(shipments: readonly Shipment[], told: Shipment): readonly Shipment[] {
  const known = shipments.find(({ shipmentId }) => shipmentId === told.shipmentId)
  if (known === undefined) return [...shipments, told]
  return shipments.map((other) => (other === known ? earlierTold(known, told) : other))
}

function accountedGoods({ items }: AccountedGoodsData, at: Instant): AccountedGoods {
  const read = ({ lineId, productId, lotId, quantity, amount }: BookedGoods) => ({
    lineId,
    productId,
    lotId,
    quantity,
    amount,
  })
  return { at, items: items.map(read) }
}

/** Limits ORD-1, DEL-1 and FIN-2; measures KPI-1, 3, 4, 5, 9, 10, 11, 32, 40 and the orders of KPI-16. */
export const orderLedger: Ledger<OrderLedger> = {
  shape: 2,
  initial: {
    placed: null,
    confirmedAt: null,
    rejectedAt: null,
    cancelledAt: null,
    shipments: [],
    invoices: [],
    bookings: [],
  },
  record: recordOrder,
  timers: orderTimers,
  measurements: orderMeasurements,
}
