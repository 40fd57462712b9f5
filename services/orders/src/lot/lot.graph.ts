import {
  type AggregateGraph,
  between,
  computed,
  containing,
  find,
  graphOf,
  oneOf,
  referenceTo,
  startingWith,
} from '@afterline/service-kit'
import { products } from '../product/product.graph.ts'
import { type LotTypes, lot } from './lot.ts'

export const lots: AggregateGraph<LotTypes> = graphOf(lot, {
  type: 'Lot',
  says: 'Goods of one product made together. Its numbers and dates never change.',
  audience: 'ORDER_READERS',
  collection: 'lots',
  async lookUp({ type, data }, _, { stateOf }) {
    return { product: type === 'ReceiveLot' ? await stateOf(products, data.productId) : null }
  },
  lists: {
    lots: {
      description: 'Lots.',
      of: {
        Product: {
          by: 'productId',
          description: 'Lots received of this product; an error with the code FORBIDDEN for whoever may not read lots.',
        },
      },
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
  fields: {
    product: computed(referenceTo('Product', 'What the goods are.'), ({ productId }, _, context) =>
      find(context, products, productId),
    ),
  },
})
