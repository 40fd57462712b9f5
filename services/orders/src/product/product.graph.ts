import { type AggregateGraph, containing, graphOf, oneOf, startingWith } from '@afterline/service-kit'
import { type ProductTypes, product } from './product.ts'

export const products: AggregateGraph<ProductTypes> = graphOf(product, {
  type: 'Product',
  says: 'A product of the range. What it is never changes; a changed product is registered under a new code.',
  audience: 'PRODUCT_READERS',
  collection: 'products',
  lists: {
    products: {
      description: 'Products of the range.',
      filter: {
        productClass: oneOf('ProductClass'),
        code: oneOf('String'),
        deviceIdentifier: oneOf('String'),
        codeStartsWith: startingWith({ path: 'state.code' }),
        name: containing(),
        manufacturer: containing(),
      },
      sort: { CODE: 'code', NAME: 'name' },
    },
  },
})
