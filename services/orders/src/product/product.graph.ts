import { type AggregateGraph, containing, graphOf, oneOf, startingWith } from '@afterline/service-kit'
import type { Filled } from '@afterline/service-kit/aggregate'
import type { RegisterProductInput } from '../schema.generated.ts'
import { type ProductTypes, product } from './product.ts'

export const products: AggregateGraph<ProductTypes> = graphOf(product, {
  type: 'Product',
  collection: 'products',
  lists: {
    products: {
      description: 'Products of the range.',
      filter: {
        productClass: oneOf('ProductClass'),
        code: oneOf('String'),
        codeStartsWith: startingWith({ path: 'state.code' }),
        name: containing(),
        manufacturer: containing(),
      },
      sort: { CODE: 'code', NAME: 'name' },
    },
  },
  mutations: {
    RegisterProduct: ({ isSterile, ...input }: Filled<RegisterProductInput>, { id }) => ({
      ...input,
      productId: id,
      isSterile: isSterile ?? false,
      sourceKey: null,
    }),
  },
})
