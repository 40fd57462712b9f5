import type { ProductEvent } from '@afterline/events'
import { productStages } from '@afterline/rules'
import { type AnyCommandOf, aggregate, happens, type Shown } from '@afterline/service-kit/aggregate'
import { negativeListPrice } from './product.refusals.ts'

type ProductData = ProductEvent['data']
export type ProductClass = ProductData['productClass']

/** A product as it was registered. Its class decides which gates and which sales-record fields apply (C37). */
export interface Product extends ProductData {
  readonly status: 'REGISTERED'
}

export type ShownProduct = Shown<Product>

export interface ProductTypes {
  readonly unbegun: 'UNREGISTERED'
  readonly state: Product
  readonly commands: { readonly RegisterProduct: ProductData }
  readonly events: ProductEvent
  readonly lookUp: undefined
  readonly begins: 'RegisterProduct'
  readonly begunBy: 'ProductRegistered'
}

export type ProductCommand = AnyCommandOf<ProductTypes>

/** A product of the range. What it is never changes; a changed product is a new one, so that old sales stay true. */
export const product = aggregate<ProductTypes>({
  category: 'product',
  shape: 1,
  life: productStages,
  begin: {
    RegisterProduct({ data }) {
      const { listPrice } = data
      const isNegative = listPrice !== null && listPrice.minor < 0
      return happens('ProductRegistered', data).unless(isNegative ? [negativeListPrice(listPrice)] : [])
    },
  },
  decide: {},
  begun: { ProductRegistered: ({ data }) => ({ status: 'REGISTERED', ...data }) },
  evolve: {},
})
