import type { Instant } from '../../primitives/instant.ts'
import { thousandthsOf } from '../../primitives/quantity.ts'
import type { Reckoning, Timer } from '../ledger.ts'
import { compareInstants, earliest, endedLimit } from '../timing.ts'
import { matchTimers } from './order-match.ts'
import type { LedgerLine, OrderLedger, PlacedOrder } from './order-state.ts'

export function orderTimers(order: OrderLedger, reckoning: Reckoning): readonly Timer[] {
  if (order.placed === null) return []
  return [
    confirmTimer(order, order.placed, reckoning),
    ...order.placed.lines.flatMap((line) => deliveryTimers(order, line, reckoning)),
    ...matchTimers(order),
  ]
}

/** ORD-1: confirmed or, with a reason, rejected (C27) within the limit; a cancelled order needs no decision any more. */
export function confirmTimer(order: OrderLedger, placed: PlacedOrder, reckoning: Reckoning): Timer {
  const { at: startedAt, policyVersion } = placed
  const limit = { key: 'order.confirm', item: '', rule: 'ORD-1', startedAt, dueAt: null, policyVersion } as const
  return endedLimit(limit, earliest(order.confirmedAt, order.rejectedAt), order.cancelledAt, reckoning)
}

/** DEL-1: the line has shipped in full by the contract's instant. No timer for a line without one: an empty list. */
export function deliveryTimers(order: OrderLedger, line: LedgerLine, reckoning: Reckoning): readonly Timer[] {
  if (order.placed === null || line.contractShipBy === null) return []
  const { at: startedAt, policyVersion } = order.placed
  const { item, contractShipBy: dueAt } = line
  const limit = { key: 'order.delivery', item, rule: 'DEL-1', startedAt, dueAt, policyVersion } as const
  return [endedLimit(limit, fullyShippedAt(order, line), earliest(order.rejectedAt, order.cancelledAt), reckoning)]
}

/** The instant of the shipment that completed the line, in the order in which shipments left; `null` while part is open. */
function fullyShippedAt(order: OrderLedger, line: LedgerLine): Instant | null {
  const ordered = thousandthsOf(line.quantity)
  let shipped = 0
  for (const shipment of order.shipments.toSorted((a, b) => compareInstants(a.at, b.at))) {
    for (const item of shipment.items) {
      if (item.lineId === line.lineId) shipped += thousandthsOf(item.quantity)
    }
    if (shipped >= ordered) return shipment.at
  }
  return null
}
