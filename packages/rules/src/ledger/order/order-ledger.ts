import type { Instant } from '../../primitives/instant.ts'
import {
  factGuard,
  type GoodsShippedData,
  type OrderFactData,
  type OrderPlacedData,
  type PlacedLine,
} from '../facts.ts'
import type { Fact, Ledger } from '../ledger.ts'
import { earliest } from '../timing.ts'
import { orderMeasurements } from './order-measurements.ts'
import { orderTimers } from './order-timers.ts'

/** A line with a name of its own within the order. */
export interface LedgerLine extends PlacedLine {
  /** The line's id, with a number where imported history uses one id for several lines. */
  readonly item: string
}

export interface PlacedOrder extends OrderPlacedData {
  readonly lines: readonly LedgerLine[]
  readonly at: Instant
  readonly policyVersion: string
}

export interface Shipment extends GoodsShippedData {
  readonly at: Instant
}

/**
 * The instants of one order. It keeps no status: imported history may tell of the shipment before the confirmation, and
 * every figure follows from when things happened, not from the order in which they were told.
 */
export interface OrderLedger {
  readonly placed: PlacedOrder | null
  readonly confirmedAt: Instant | null
  readonly rejectedAt: Instant | null
  readonly cancelledAt: Instant | null
  readonly shipments: readonly Shipment[]
}

const isOrderFact = factGuard<OrderFactData>({
  OrderPlaced: true,
  OrderConfirmed: true,
  OrderRejected: true,
  OrderCancelled: true,
  GoodsShipped: true,
})

function recordOrder(state: OrderLedger, fact: Fact): OrderLedger {
  if (!isOrderFact(fact)) return state
  const at = fact.occurredAt
  switch (fact.type) {
    case 'OrderPlaced':
      return { ...state, placed: placedOrder(fact.data, at, fact.policyVersion) }
    case 'OrderConfirmed':
      return { ...state, confirmedAt: earliest(state.confirmedAt, at) }
    case 'OrderRejected':
      return { ...state, rejectedAt: earliest(state.rejectedAt, at) }
    case 'OrderCancelled':
      return { ...state, cancelledAt: earliest(state.cancelledAt, at) }
    case 'GoodsShipped':
      return { ...state, shipments: [...state.shipments, shipment(fact.data, at)] }
  }
}

/** Copies only what the ledger reads, so that a stored ledger holds no more than that. */
function placedOrder(data: OrderPlacedData, at: Instant, policyVersion: string): PlacedOrder {
  const { customerId, salespersonId, channel } = data
  const timesSeen = new Map<string, number>()
  const itemOf = (lineId: string) => {
    const times = (timesSeen.get(lineId) ?? 0) + 1
    timesSeen.set(lineId, times)
    return times === 1 ? lineId : `${lineId}/${times}`
  }
  const lines = data.lines.map(({ lineId, productId, quantity, netAmount, contractShipBy }) => ({
    item: itemOf(lineId),
    lineId,
    productId,
    quantity,
    netAmount,
    contractShipBy,
  }))
  return { at, policyVersion, customerId, salespersonId, channel, lines }
}

function shipment(data: GoodsShippedData, at: Instant): Shipment {
  const { shipmentId, isBuyerLicensed } = data
  const items = data.items.map(({ lineId, productId, productClass, lotId, quantity, checkedQuantity }) => ({
    lineId,
    productId,
    productClass,
    lotId,
    quantity,
    checkedQuantity,
  }))
  return { at, shipmentId, isBuyerLicensed, items }
}

/** Limits ORD-1 and DEL-1; measures KPI-1, KPI-3, KPI-9, KPI-10 and KPI-40. */
export const orderLedger: Ledger<OrderLedger> = {
  initial: { placed: null, confirmedAt: null, rejectedAt: null, cancelledAt: null, shipments: [] },
  record: recordOrder,
  timers: orderTimers,
  measurements: orderMeasurements,
}
