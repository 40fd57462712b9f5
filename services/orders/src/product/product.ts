import { type ProductEvent, ProductRegistered } from '@afterline/events'
import { productStages } from '@afterline/rules'
import {
  type AnyCommandOf,
  aggregate,
  type CommandsOf,
  command,
  type DataOf,
  happens,
  orElse,
  type Shown,
} from '@afterline/service-kit/aggregate'
import { negativeListPrice } from './product.refusals.ts'

const registered = ProductRegistered.data.properties

const productCommands = {
  RegisterProduct: command('ProductRegistered', ['QUALITY_CONTROL', 'SALES_MANAGER'], {
    ...registered,
    isSterile: orElse(registered.isSterile, false),
  }),
}

/** A product as it was registered. Its class decides which gates and which sales-record fields apply (C37). */
export type Product = DataOf<typeof registered> & { readonly status: 'REGISTERED' }
export type ProductClass = Product['productClass']

export type ShownProduct = Shown<Product>

export interface ProductTypes {
  readonly unbegun: 'UNREGISTERED'
  readonly state: Product
  readonly commands: CommandsOf<typeof productCommands>
  readonly events: ProductEvent
  readonly lookUp: undefined
  readonly begins: 'RegisterProduct'
  readonly begunBy: 'ProductRegistered'
}

export type ProductCommand = AnyCommandOf<ProductTypes>

/** Stands for what a label does not bear. */
const NONE = '-'

/** A product of the range. What it is never changes; a changed product is a new one, so that old sales stay true. */
export const product = aggregate<ProductTypes>({
  category: 'product',
  shape: 1,
  life: productStages,
  unique: {
    code: {
      is: { zh: '产品编码', en: 'product code' },
      rule: 'ORD-3',
      path: 'code',
      of: ({ code }) => [[code]],
    },
    // One registration covers several models and sizes, each of which is a product.
    registration: {
      is: { zh: '注册证号及型号规格', en: 'registration number, model and specification' },
      rule: 'GEN-3',
      path: 'registrationNumber',
      of: ({ registrationNumber, model, specification }) =>
        registrationNumber === null ? [] : [[registrationNumber, model ?? NONE, specification ?? NONE]],
    },
  },
  commands: productCommands,
  state: registered,
  begin: {
    RegisterProduct({ data }) {
      const { listPrice } = data
      const isNegative = listPrice !== null && listPrice.minor < 0
      return happens('ProductRegistered', data).unless(isNegative ? [negativeListPrice(listPrice)] : [])
    },
  },
  decide: {},
  evolve: {},
})
