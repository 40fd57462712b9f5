import type { ProductEvent } from '@afterline/events'
import { type AggregateDocument, defineAggregateModel, type Repository } from '@afterline/service-kit'
import type { Connection, Model } from 'mongoose'
import { type NoFacts, type ProductCommand, type ProductState, product } from './product.ts'

export type ProductDocument = AggregateDocument<ProductState>
export type ProductModel = Model<ProductDocument>

export function productModel(connection: Connection): ProductModel {
  return defineAggregateModel<ProductState>(connection, 'products', [
    { fields: { 'state.code': 1, _id: 1 } },
    { fields: { 'state.productClass': 1, 'state.code': 1, _id: 1 } },
  ])
}

export function productRepository(
  model: ProductModel,
): Repository<ProductState, ProductCommand, ProductEvent, NoFacts> {
  return { aggregate: product, model, creates: ['RegisterProduct'], readFacts: async () => ({}) }
}
