import type { Instant } from '../../primitives/instant.ts'
import { thousandthsOf } from '../../primitives/quantity.ts'
import type { Timer } from '../ledger.ts'
import { compareInstants, earliest, endOf } from '../timing.ts'
import { matchTimers } from './order-match.ts'
import type { LedgerLine, OrderLedger, PlacedOrder } from './order-state.ts'

export function orderTimers(order: OrderLedger): readonly Timer[] {
  if (order.placed === null) return []
  return [
    confirmTimer(order, order.placed),
    ...order.placed.lines.flatMap((line) => deliveryTimers(order, line)),
    ...matchTimers(order),
  ]
}

/** ORD-1: confirmed or, with a reason, rejected (C27) within the limit; a cancelled order needs no decision any more. */
export function confirmTimer(order: OrderLedger, placed: PlacedOrder): Timer {
  return {
    key: 'order.confirm',
    item: '',
    rule: 'ORD-1',
    startedAt: placed.at,
    ...endOf(earliest(order.confirmedAt, order.rejectedAt), order.cancelledAt),
    dueAt: null,
    policyVersion: placed.policyVersion,
  }
}

/** DEL-1: the line has shipped in full by the contract's instant. No timer for a line without one: an empty list. */
export function deliveryTimers(order: OrderLedger, line: LedgerLine): readonly Timer[] {
  if (order.placed === null || line.contractShipBy === null) return []
  return [
    {
      key: 'order.delivery',
      item: line.item,
      rule: 'DEL-1',
      startedAt: order.placed.at,
      ...endOf(fullyShippedAt(order, line), earliest(order.rejectedAt, order.cancelledAt)),
      dueAt: line.contractShipBy,
      policyVersion: order.placed.policyVersion,
    },
  ]
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
