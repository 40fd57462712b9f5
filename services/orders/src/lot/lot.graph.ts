import {
  type AggregateGraph,
  between,
  containing,
  find,
  graphOf,
  listOf,
  oneOf,
  startingWith,
} from '@afterline/service-kit'
import type { Filled } from '@afterline/service-kit/aggregate'
import { products } from '../product/product.graph.ts'
import type { DecideLotQualityInput, ReceiveLotInput, Resolvers } from '../schema.generated.ts'
import { type LotTypes, lot } from './lot.ts'

export const lots: AggregateGraph<LotTypes> = graphOf(lot, {
  type: 'Lot',
  collection: 'lots',
  async lookUp({ type, data }, _, { statesOf }) {
    return {
      product: type === 'ReceiveLot' ? ((await statesOf(products, [data.productId]))[data.productId] ?? null) : null,
    }
  },
  lists: {
    lots: {
      description: 'Lots.',
      filter: {
        productId: oneOf('ID'),
        status: oneOf('LotStatus'),
        lotNumber: containing(),
        lotNumberStartsWith: startingWith({ path: 'state.lotNumber' }),
        receivedAt: between(),
      },
      sort: { LOT_NUMBER: 'lotNumber', RECENTLY_RECEIVED: '-receivedAt' },
    },
  },
  mutations: {
    ReceiveLot: (input: Filled<ReceiveLotInput>, { id }) => ({ ...input, lotId: id }),
    DecideLotQuality: ({ status, source, reason }: Filled<DecideLotQualityInput>) => ({
      status,
      source: source ?? 'QUALITY_CONTROL',
      reason,
    }),
  },
  resolvers: {
    Lot: { product: ({ productId }, _, context) => find(context, products, productId) },
    Product: { lots: ({ id }, args, context) => listOf(context, lots, 'lots', args, { productId: [id] }) },
  } satisfies Resolvers,
})
