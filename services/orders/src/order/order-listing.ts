import type { Instant } from '@afterline/rules'
import type { Finding } from '@afterline/service-kit'
import type { QueryFilter } from 'mongoose'
import type { OrderDocument, OrderModel } from './order.model.ts'
import type { OrderStatus } from './order-state.ts'

export interface OrderConditions {
  readonly customerId?: string | null
  readonly status?: OrderStatus | null
  readonly placedFrom?: Instant | null
  readonly placedTo?: Instant | null
  readonly channel?: string | null
  /** Set for callers who see their own orders only. */
  readonly salespersonId?: string | null
}

/** A stretch of a list: so many members after a position. */
export interface Stretch<Position> {
  readonly limit: number
  readonly after: Position | null
}

/** Orders by the instant of placing; position is [placedAt, id]. */
export function listOrders(
  model: OrderModel,
  conditions: OrderConditions,
  sort: 'NEWEST_FIRST' | 'OLDEST_FIRST',
  { limit, after }: Stretch<readonly string[]>,
): Promise<OrderDocument[]> {
  const [direction, beyond] = sort === 'NEWEST_FIRST' ? ([-1, '$lt'] as const) : ([1, '$gt'] as const)
  const [placedAt, id] = after ?? []
  const rest = after
    ? [{ $or: [{ 'state.placedAt': { [beyond]: placedAt } }, { 'state.placedAt': placedAt, _id: { [beyond]: id } }] }]
    : []
  return model
    .find({ $and: [filterOf(conditions), ...rest] } as QueryFilter<OrderDocument>)
    .sort({ 'state.placedAt': direction, _id: direction })
    .limit(limit)
    .lean<OrderDocument[]>()
    .exec()
}

function filterOf(conditions: OrderConditions): Record<string, unknown> {
  const { customerId, status, placedFrom, placedTo, channel, salespersonId } = conditions
  const placed = { ...(placedFrom ? { $gte: placedFrom } : {}), ...(placedTo ? { $lt: placedTo } : {}) }
  return {
    ...(customerId ? { 'state.customerId': customerId } : {}),
    ...(status ? { 'state.status': status } : {}),
    ...(channel ? { 'state.channel': channel } : {}),
    ...(salespersonId ? { 'state.salespersonId': salespersonId } : {}),
    ...(placedFrom || placedTo ? { 'state.placedAt': placed } : {}),
  }
}

/** One shipment that holds goods of a lot: where it stands in its order. */
export interface LotShipment extends OrderDocument {
  readonly shipmentIndex: number
}

/** The shipments that goods of a lot left with, by order; position is [order id, index within the order]. */
export function listShipmentsOfLot(
  model: OrderModel,
  { lotId, salespersonId }: { readonly lotId: string; readonly salespersonId: string | null },
  { limit, after }: Stretch<readonly string[]>,
): Promise<LotShipment[]> {
  const [orderId, index] = after ?? []
  const hasLot = {
    'state.shipments.items.lotId': lotId,
    ...(salespersonId === null ? {} : { 'state.salespersonId': salespersonId }),
  }
  const start = after ? [{ _id: { $gte: orderId } }] : []
  const rest = after
    ? [{ $or: [{ _id: { $gt: orderId } }, { _id: orderId, shipmentIndex: { $gt: Number(index) } }] }]
    : []
  return model
    .aggregate<LotShipment>([
      { $match: { $and: [hasLot, ...start] } },
      { $sort: { _id: 1 } },
      { $set: { shipped: '$state.shipments' } },
      { $unwind: { path: '$shipped', includeArrayIndex: 'shipmentIndex' } },
      { $match: { $and: [{ 'shipped.items.lotId': lotId }, ...rest] } },
      { $limit: limit },
      { $set: { shipmentIndex: { $toInt: '$shipmentIndex' } } },
      { $unset: 'shipped' },
    ])
    .exec()
}

/** One rule that one imported order breaks. */
export interface FindingOfOrder extends OrderDocument {
  readonly finding: Finding
}

/** Findings of imported orders, by order; position is [order id, rule]: each rule once per record. */
export function listFindings(
  model: OrderModel,
  rule: string | null,
  { limit, after }: Stretch<readonly string[]>,
): Promise<FindingOfOrder[]> {
  const [orderId, lastRule] = after ?? []
  // Without a rule nearly every imported order is meant, so the list is read in the order of ids.
  const hasFinding = rule === null ? { 'findings.0': { $exists: true } } : { 'findings.rule': rule }
  const start = after ? [{ _id: { $gte: orderId } }] : []
  const rest = after ? [{ $or: [{ _id: { $gt: orderId } }, { _id: orderId, 'finding.rule': { $gt: lastRule } }] }] : []
  const asked = rule === null ? [] : [{ 'finding.rule': rule }]
  return model
    .aggregate<FindingOfOrder>([
      { $match: { $and: [hasFinding, ...start] } },
      { $sort: { _id: 1 } },
      // Each order gives at least one finding, but the first may have shown all of its own on the page before.
      { $limit: limit + 1 },
      { $set: { finding: '$findings' } },
      { $unwind: '$finding' },
      ...(asked.length + rest.length > 0 ? [{ $match: { $and: [...asked, ...rest] } }] : []),
      { $sort: { _id: 1, 'finding.rule': 1 } },
      { $limit: limit },
    ])
    .exec()
}
