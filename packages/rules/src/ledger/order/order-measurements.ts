import { isRegulated } from '../../gates/product-class.ts'
import { type Instant, laterOf } from '../../primitives/instant.ts'
import { thousandthsOf } from '../../primitives/quantity.ts'
import { responsibleScopes } from '../act.ts'
import type { Measurement, Reckoning } from '../ledger.ts'
import { anAmount, oneThing, onTimeShareOf } from '../timing.ts'
import { entryLatencies } from './entry-latency.ts'
import { matchMeasurements } from './order-match.ts'
import type { LedgerLine, OrderLedger, PlacedOrder, Shipment } from './order-state.ts'
import { confirmTimer, deliveryTimers } from './order-timers.ts'

export function orderMeasurements(order: OrderLedger, reckoning: Reckoning): readonly Measurement[] {
  const { placed } = order
  if (placed === null) return []
  const scopes = orderScopes(placed)
  return [
    onTimeShareOf(confirmTimer(order, placed, reckoning), reckoning, { kpi: 'KPI-1', part: null, scopes }),
    ...placed.lines.flatMap((line) => lineMeasurements(order, line, scopes, reckoning)),
    ...order.shipments.flatMap((shipment) => [
      ...shippedItems(shipment, scopes),
      ...credentialCoverage(shipment, scopes),
    ]),
    anAmount('KPI-16', 'ordersPlaced', placed.at, 1, scopes),
    ...matchMeasurements(order, scopes, reckoning),
    ...entryLatencies(order, placed, scopes, reckoning),
  ]
}

function orderScopes(placed: PlacedOrder): readonly string[] {
  const { customerId, salespersonId, teamId = null, channel } = placed
  return [`customer:${customerId}`, ...responsibleScopes(salespersonId, teamId), `channel:${channel}`]
}

function lineMeasurements(
  order: OrderLedger,
  line: LedgerLine,
  orderScope: readonly string[],
  reckoning: Reckoning,
): readonly Measurement[] {
  const scopes = [...orderScope, `product:${line.productId}`]
  // KPI-9 counts a line in the period of its contract date, so that a promise is judged when it falls due.
  const delivery = deliveryTimers(order, line, reckoning).map((timer) =>
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
  const { minor, currency } = line.netAmount
  const booked = (item: string, at: Instant, amount: number): readonly Measurement[] => {
    const sold = { ...anAmount('KPI-3', null, at, amount, scopes), item, currency }
    // KPI-5: the same amount is the company's part of the segment's market.
    return line.segment ? [sold, { ...sold, kpi: 'KPI-5', part: line.segment }] : [sold]
  }
  if (cancelledAt === null) return booked(line.item, confirmedAt, minor)
  // Imported history may date the cancellation first; an amount cannot leave the figures before it entered them.
  const leavesAt = laterOf(confirmedAt, cancelledAt)
  return [...booked(line.item, confirmedAt, minor), ...booked(`${line.item}/cancelled`, leavesAt, 0 - minor)]
}

/** KPI-10: how much of each shipped item had a passed outbound check, at most all of it; KPI-4: how much was shipped. */
function shippedItems(shipment: Shipment, orderScope: readonly string[]): readonly Measurement[] {
  return shipment.items.flatMap((item, index) => {
    const shipped = thousandthsOf(item.quantity)
    const lot = item.lotId === null ? [] : [`lot:${item.lotId}`]
    const scopes = [...orderScope, `product:${item.productId}`, ...lot]
    const amount = {
      ...anAmount('KPI-4', 'shipped', shipment.at, shipped, scopes),
      item: `${shipment.shipmentId}/${index}`,
    }
    const checked = Math.min(thousandthsOf(item.checkedQuantity), shipped)
    return [{ ...amount, kpi: 'KPI-10', part: null, numerator: checked, denominator: shipped }, amount]
  })
}

/**
 * KPI-40: one per shipment with a regulated item. A shipment that says nothing about the buyer's licence although it
 * holds a regulated item counts as not covered.
 */
function credentialCoverage(shipment: Shipment, scopes: readonly string[]): readonly Measurement[] {
  if (!shipment.items.some((item) => isRegulated(item.productClass))) return []
  const covered = oneThing('KPI-40', null, shipment.at, scopes)
  const achievedAt = shipment.isBuyerLicensed === true ? shipment.at : null
  return [{ ...covered, item: shipment.shipmentId, achievedAt }]
}
