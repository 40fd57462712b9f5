import type { OrderEvent } from '@afterline/events'
import type { TimeZone } from '@afterline/rules'
import { type AggregateDocument, defineAggregateModel, type Repository } from '@afterline/service-kit'
import type { ClientSession, Connection, Model } from 'mongoose'
import type { LotModel } from '../lot/lot.model.ts'
import type { Lot } from '../lot/lot.ts'
import type { ProductModel } from '../product/product.model.ts'
import type { Product } from '../product/product.ts'
import { type CustomerFactsModel, readCustomerFacts } from '../projections/customer-facts.projection.ts'
import { order } from './order.ts'
import type { OrderCommand, OrderFacts } from './order-commands.ts'
import { readingFor } from './order-readings.ts'
import type { OrderState } from './order-state.ts'

export type OrderDocument = AggregateDocument<OrderState>
export type OrderModel = Model<OrderDocument>

/** One index per way in which orders are listed; `_id` at the end makes every order total, as paging needs. */
export function orderModel(connection: Connection): OrderModel {
  return defineAggregateModel<OrderState>(connection, 'orders', [
    { fields: { 'state.placedAt': -1, _id: -1 } },
    { fields: { 'state.customerId': 1, 'state.placedAt': -1, _id: -1 } },
    { fields: { 'state.status': 1, 'state.placedAt': -1, _id: -1 } },
    { fields: { 'state.channel': 1, 'state.placedAt': -1, _id: -1 } },
    { fields: { 'state.salespersonId': 1, 'state.placedAt': -1, _id: -1 } },
    // Where goods of a lot went (TRC-4, RCL-1).
    { fields: { 'state.shipments.items.lotId': 1, _id: 1 } },
    { fields: { 'findings.rule': 1, _id: 1 } },
  ])
}

export interface OrderSources {
  readonly products: ProductModel
  readonly lots: LotModel
  readonly customers: CustomerFactsModel
  readonly zone: TimeZone
  /** The selling unit on sales records. */
  readonly seller: string
}

export type OrderRepository = Repository<OrderState, OrderCommand, OrderEvent, OrderFacts>

export function orderRepository(model: OrderModel, sources: OrderSources): OrderRepository {
  return {
    aggregate: order,
    model,
    creates: ['PlaceOrder'],
    async readFacts(command, state, session) {
      const { customerId, productIds, lotIds } = readingFor(command, state)
      // One after the other: operations of one transaction cannot run side by side.
      const customer = customerId === null ? null : await readCustomerFacts(sources.customers, customerId, session)
      const products = await readProducts(sources.products, productIds, session)
      const lots = await readLots(sources.lots, lotIds, session)
      return { customer, products, lots, zone: sources.zone, seller: sources.seller }
    },
  }
}

async function readProducts(
  model: ProductModel,
  ids: readonly string[],
  session: ClientSession,
): Promise<Record<string, Product>> {
  if (ids.length === 0) return {}
  const documents = await model
    .find({ _id: { $in: [...ids] } }, { state: 1 })
    .session(session)
    .lean()
  return Object.fromEntries(
    documents.flatMap(({ _id, state }) => (state.status === 'REGISTERED' ? [[_id, state] as const] : [])),
  )
}

/**
 * Reads lots and touches them: when quality control blocks one at the same moment, one of the two transactions meets
 * the other's write and starts again, so that nothing of a blocked lot slips out (QLT-4).
 */
async function readLots(model: LotModel, ids: readonly string[], session: ClientSession): Promise<Record<string, Lot>> {
  if (ids.length === 0) return {}
  await model.updateMany({ _id: { $in: [...ids] } }, { $inc: { touches: 1 } }, { session, strict: false })
  const documents = await model
    .find({ _id: { $in: [...ids] } }, { state: 1 })
    .session(session)
    .lean()
  return Object.fromEntries(
    documents.flatMap(({ _id, state }) => (state.status === 'UNRECEIVED' ? [] : [[_id, state] as const])),
  )
}
