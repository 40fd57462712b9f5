import { readLabel } from '@afterline/rules'
import {
  type AggregateGraph,
  between,
  computed,
  containing,
  find,
  graphOf,
  loadIdsWith,
  oneOf,
  referenceTo,
  startingWith,
} from '@afterline/service-kit'
import { scannedProductOf } from '../label/scanned-product.graph.ts'
import { products } from '../product/product.graph.ts'
import { type LotTypes, lot } from './lot.ts'

export const lots: AggregateGraph<LotTypes> = graphOf(lot, {
  type: 'Lot',
  says: 'Goods of one product made together. Its numbers and dates never change.',
  audience: 'ORDER_READERS',
  collection: 'lots',
  async lookUp({ type, data, at }, _, reading) {
    if (type !== 'ReceiveLot') return { product: null, scannedProduct: null }
    const scannedProduct = data.scan === null ? null : await scannedProductOf(reading, data.scan, at)
    const { productId } = data
    return { product: productId === null ? scannedProduct : await reading.stateOf(products, productId), scannedProduct }
  },
  async namedIn(context, { scan, productId, lotNumber }) {
    const label = typeof scan === 'string' ? readLabel(scan, context.kit.now(), []).label : null
    const [ofDevice] = label?.gtin ? await loadIdsWith(context, products, 'device', [label.gtin]) : []
    return { productId: productId ?? ofDevice ?? '', lotNumber: lotNumber ?? label?.lotNumber ?? '' }
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
