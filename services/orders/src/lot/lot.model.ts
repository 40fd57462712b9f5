import type { LotEvent } from '@afterline/events'
import { type AggregateDocument, defineAggregateModel, type Repository } from '@afterline/service-kit'
import type { Connection, Model } from 'mongoose'
import type { ProductModel } from '../product/product.model.ts'
import { type LotCommand, type LotFacts, type LotState, lot } from './lot.ts'

export type LotDocument = AggregateDocument<LotState>
export type LotModel = Model<LotDocument>

export function lotModel(connection: Connection): LotModel {
  return defineAggregateModel<LotState>(connection, 'lots', [
    { fields: { 'state.lotNumber': 1, _id: 1 } },
    { fields: { 'state.productId': 1, 'state.lotNumber': 1, _id: 1 } },
    { fields: { 'state.status': 1, 'state.lotNumber': 1, _id: 1 } },
  ])
}

export function lotRepository(
  model: LotModel,
  products: ProductModel,
): Repository<LotState, LotCommand, LotEvent, LotFacts> {
  return {
    aggregate: lot,
    model,
    creates: ['ReceiveLot'],
    async readFacts(command, _state, session) {
      if (command.type !== 'ReceiveLot') return { product: null }
      const found = await products.findById(command.data.productId).session(session).lean()
      return { product: found?.state.status === 'REGISTERED' ? found.state : null }
    },
  }
}
