import type { LotEvent, ProductEvent } from '@afterline/events'
import type { TimeZone } from '@afterline/rules'
import type { Repository } from '@afterline/service-kit'
import type { Connection } from 'mongoose'
import { lotModel, lotRepository } from './lot/lot.model.ts'
import type { LotCommand, LotFacts, LotState } from './lot/lot.ts'
import { type OrderRepository, orderModel, orderRepository } from './order/order.model.ts'
import { productModel, productRepository } from './product/product.model.ts'
import type { NoFacts, ProductCommand, ProductState } from './product/product.ts'
import { type CustomerFactsModel, customerFactsModel } from './projections/customer-facts.projection.ts'

/** The aggregates of this service and where they are kept: what resolvers work with. */
export interface Repositories {
  readonly products: Repository<ProductState, ProductCommand, ProductEvent, NoFacts>
  readonly lots: Repository<LotState, LotCommand, LotEvent, LotFacts>
  readonly orders: OrderRepository
  readonly customers: CustomerFactsModel
}

export interface Company {
  readonly zone: TimeZone
  /** The selling unit on sales records (TRC-1). */
  readonly seller: string
}

export function createRepositories(connection: Connection, company: Company): Repositories {
  const products = productModel(connection)
  const lots = lotModel(connection)
  const customers = customerFactsModel(connection)
  return {
    products: productRepository(products),
    lots: lotRepository(lots, products),
    orders: orderRepository(orderModel(connection), { products, lots, customers, ...company }),
    customers,
  }
}
