import type { Instant } from '../../primitives/instant.ts'
import type { AccountedGoodsData, GoodsShippedData, OrderPlacedData, PlacedLine } from '../facts.ts'

/** A line with a name of its own within the order. */
export interface LedgerLine extends PlacedLine {
  /** The line's id, with a number where imported history uses one id for several lines. */
  readonly item: string
}

export interface PlacedOrder extends OrderPlacedData {
  readonly lines: readonly LedgerLine[]
  readonly at: Instant
  readonly recordedAt: Instant
  readonly policyVersion: string
}

export interface Shipment extends GoodsShippedData {
  readonly at: Instant
  readonly recordedAt: Instant
  readonly policyVersion: string
}

/** What an invoice, or the accounts, say of goods. */
export interface AccountedGoods extends AccountedGoodsData {
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
  readonly invoices: readonly AccountedGoods[]
  readonly bookings: readonly AccountedGoods[]
}
