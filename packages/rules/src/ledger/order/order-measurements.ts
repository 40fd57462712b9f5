import { isRegulated } from '../../gates/product-class.ts'
import { laterOf } from '../../primitives/instant.ts'
import { thousandthsOf } from '../../primitives/quantity.ts'
import type { Measurement, Reckoning } from '../ledger.ts'
import { onTimeShareOf } from '../timing.ts'
import type { LedgerLine, OrderLedger, PlacedOrder, Shipment } from './order-ledger.ts'
import { confirmTimer, deliveryTimers } from './order-timers.ts'

export function orderMeasurements(order: OrderLedger, reckoning: Reckoning): readonly Measurement[] {
  const { placed } = order
  if (placed === null) return []
  const scopes = orderScopes(placed)
  return [
    ...onTimeShareOf(confirmTimer(order, placed), reckoning, { kpi: 'KPI-1', part: null, scopes }),
    ...placed.lines.flatMap((line) => lineMeasurements(order, line, scopes, reckoning)),
    ...order.shipments.flatMap((shipment) => [
      ...outboundChecks(shipment, scopes),
      ...credentialCoverage(shipment, scopes),
    ]),
  ]
}

function orderScopes(placed: PlacedOrder): readonly string[] {
  const person = placed.salespersonId === null ? [] : [`person:${placed.salespersonId}`]
  return [`customer:${placed.customerId}`, ...person, `channel:${placed.channel}`]
}

function lineMeasurements(
  order: OrderLedger,
  line: LedgerLine,
  orderScope: readonly string[],
  reckoning: Reckoning,
): readonly Measurement[] {
  const scopes = [...orderScope, `product:${line.productId}`]
  // KPI-9 counts a line in the period of its contract date, so that a promise is judged when it falls due.
  const delivery = deliveryTimers(order, line).flatMap((timer) =>
    onTimeShareOf(timer, reckoning, { kpi: 'KPI-9', part: null, scopes, countsAt: reckoning.dueAtOf(timer) }),
  )
  return [...netSales(order, line, scopes), ...delivery]
}

/**
 * KPI-3: the line's net amount enters the figures when the order is confirmed, and leaves them when it is cancelled, in
 * the period of the cancellation: a published month does not change afterwards.
 */
function netSales(order: OrderLedger, line: LedgerLine, scopes: readonly string[]): readonly Measurement[] {
  const { confirmedAt, cancelledAt } = order
  if (confirmedAt === null) return []
  const sold: Measurement = {
    kpi: 'KPI-3',
    part: null,
    item: line.item,
    since: confirmedAt,
    countsAt: confirmedAt,
    dueAt: null,
    achievedAt: confirmedAt,
    numerator: line.netAmount.minor,
    denominator: 0,
    currency: line.netAmount.currency,
    scopes,
  }
  if (cancelledAt === null) return [sold]
  // Imported history may date the cancellation first; an amount cannot leave the figures before it entered them.
  const at = laterOf(confirmedAt, cancelledAt)
  const cancelled = {
    ...sold,
    item: `${line.item}/cancelled`,
    since: at,
    countsAt: at,
    achievedAt: at,
    numerator: 0 - sold.numerator,
  }
  return [sold, cancelled]
}

/** KPI-10: how much of each shipped item had a passed outbound check; at most all of it. */
function outboundChecks(shipment: Shipment, orderScope: readonly string[]): readonly Measurement[] {
  return shipment.items.map((item, index) => {
    const shipped = thousandthsOf(item.quantity)
    const lot = item.lotId === null ? [] : [`lot:${item.lotId}`]
    return {
      kpi: 'KPI-10',
      part: null,
      item: `${shipment.shipmentId}/${index}`,
      since: shipment.at,
      countsAt: shipment.at,
      dueAt: null,
      achievedAt: shipment.at,
      numerator: Math.min(thousandthsOf(item.checkedQuantity), shipped),
      denominator: shipped,
      currency: null,
      scopes: [...orderScope, `product:${item.productId}`, ...lot],
    }
  })
}

/**
 * KPI-40: one per shipment with a regulated item. A shipment that says nothing about the buyer's licence although it
 * holds a regulated item counts as not covered.
 */
function credentialCoverage(shipment: Shipment, scopes: readonly string[]): readonly Measurement[] {
  if (!shipment.items.some((item) => isRegulated(item.productClass))) return []
  return [
    {
      kpi: 'KPI-40',
      part: null,
      item: shipment.shipmentId,
      since: shipment.at,
      countsAt: shipment.at,
      dueAt: null,
      achievedAt: shipment.isBuyerLicensed === true ? shipment.at : null,
      numerator: 1,
      denominator: 1,
      currency: null,
      scopes,
    },
  ]
}
