import {
  type Connection,
  connectionOf,
  createdId,
  decodeCursor,
  encodeCursor,
  execute,
  pageSize,
  requestError,
} from '@afterline/service-kit'
import type { QueryFilter } from 'mongoose'
import { shipmentsOfLot } from '../order/lot-shipments.ts'
import { loadProduct } from '../product/product.view.ts'
import type { Repositories } from '../repositories.ts'
import type { Resolvers } from '../schema.generated.ts'
import type { LotDocument, LotModel } from './lot.model.ts'
import type { Lot, LotCommand } from './lot.ts'
import { type LotView, loadLot, lotView } from './lot.view.ts'

interface LotConditions {
  readonly productId?: string | null | undefined
  readonly status?: Lot['status'] | null | undefined
  readonly lotNumber?: string | null | undefined
}

/** Lots by lot number. */
export async function listLots(
  model: LotModel,
  { productId, status, lotNumber }: LotConditions,
  first: number | null | undefined,
  after: string | null | undefined,
): Promise<Connection<LotView>> {
  const size = pageSize(first)
  const conditions = [
    ...(productId ? [{ 'state.productId': productId }] : []),
    ...(status ? [{ 'state.status': status }] : []),
    ...(lotNumber ? [{ 'state.lotNumber': lotNumber }] : []),
    ...(after ? [beyond(decodeCursor(after, 2))] : []),
  ]
  const found = await model
    .find((conditions.length > 0 ? { $and: conditions } : {}) as QueryFilter<LotDocument>)
    .sort({ 'state.lotNumber': 1, _id: 1 })
    .limit(size + 1)
    .lean<LotDocument[]>()
  const views = found.flatMap((document) => lotView(document) ?? [])
  return connectionOf(
    views,
    size,
    after,
    (view) => encodeCursor([view.lotNumber, view.id]),
    (view) => view,
  )
}

function beyond([lotNumber, id]: readonly string[]): object {
  return { $or: [{ 'state.lotNumber': { $gt: lotNumber } }, { 'state.lotNumber': lotNumber, _id: { $gt: id } }] }
}

export function lotResolvers({ lots, orders, products }: Repositories): Resolvers {
  return {
    Query: {
      async lot(_, { id }, context) {
        const found = await loadLot(lots.model, context, id)
        if (found === null) throw requestError('NOT_FOUND', `There is no lot ${id}.`)
        return found
      },
      lots: (_, { productId, status, lotNumber, first, after }) =>
        listLots(lots.model, { productId, status, lotNumber }, first, after),
    },
    Lot: {
      __resolveReference: ({ id }, context) => loadLot(lots.model, context, id),
      async product({ productId }, _, context) {
        const found = await loadProduct(products.model, context, productId)
        if (found === null) throw requestError('NOT_FOUND', `There is no product ${productId}.`)
        return found
      },
      shipments: ({ id }, { first, after }, context) => shipmentsOfLot(orders.model, context, id, first, after),
    },
    Mutation: lotMutations(lots),
  }
}

function lotMutations(lots: Repositories['lots']): NonNullable<Resolvers['Mutation']> {
  return {
    async receiveLot(_, { entry, input }, context) {
      const lotId = createdId(context, entry, 'lot')
      const { document, violations } = await execute(
        context,
        lots,
        lotId,
        entry,
        (moment): LotCommand => ({
          ...moment,
          type: 'ReceiveLot',
          data: {
            lotId,
            productId: input.productId,
            lotNumber: input.lotNumber,
            sterilisationLot: input.sterilisationLot ?? null,
            producedOn: input.producedOn ?? null,
            expiresOn: input.expiresOn ?? null,
            quantity: input.quantity,
          },
        }),
      )
      return { lot: document && lotView(document), violations }
    },
    async decideLotQuality(_, { entry, input }, context) {
      const { status, source, reason } = input
      const { document, violations } = await execute(
        context,
        lots,
        input.lotId,
        entry,
        (moment): LotCommand => ({
          ...moment,
          type: 'DecideLotQuality',
          data: { status, source: source ?? 'QUALITY_CONTROL', reason },
        }),
      )
      return { lot: document && lotView(document), violations }
    },
  }
}
