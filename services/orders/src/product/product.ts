import { ProductCompleted, type ProductEvent, ProductRegistered } from '@afterline/events'
import { goodsEntryGate, gtinFrom, productStages, type Violation } from '@afterline/rules'
import {
  type AnyCommandOf,
  aggregate,
  type CommandsOf,
  command,
  type DataOf,
  fieldsBesides,
  happens,
  orElse,
  type Shown,
} from '@afterline/service-kit/aggregate'
import { addsNothing, otherwiseOnRecord } from '../completing.refusals.ts'
import { negativeListPrice, noDeviceIdentifier } from './product.refusals.ts'

const registered = ProductRegistered.data.properties

const productCommands = {
  RegisterProduct: command('ProductRegistered', ['QUALITY_CONTROL', 'SALES_MANAGER'], {
    ...registered,
    isSterile: orElse(registered.isSterile, false),
  }).asks('goodsEntryGate'),
  CompleteProduct: command(
    'ProductCompleted',
    ['QUALITY_CONTROL', 'SALES_MANAGER'],
    fieldsBesides('productId', ProductCompleted),
  ),
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

/**
 * A product of the range. What it is never changes; a changed product is a new one, so that old sales stay true. What was
 * left out may be added.
 */
export const product = aggregate<ProductTypes>({
  category: 'product',
  shape: 2,
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
    device: {
      is: { zh: '产品标识（UDI-DI）', en: 'device identifier (UDI-DI)' },
      rule: 'TRC-4',
      path: 'deviceIdentifier',
      of: ({ deviceIdentifier }) => (deviceIdentifier === null ? [] : [[deviceIdentifier]]),
    },
  },
  commands: productCommands,
  state: registered,
  begin: {
    RegisterProduct({ data }) {
      const { listPrice, productClass, isSterile, manufacturer, model, specification } = data
      const isNegative = listPrice !== null && listPrice.minor < 0
      const { identifier, violations } = deviceIdentifierIn(data)
      return happens('ProductRegistered', { ...data, deviceIdentifier: identifier }).unless(
        violations,
        isNegative ? [negativeListPrice(listPrice)] : [],
        goodsEntryGate({ productClass, isSterile, entered: { manufacturer, model, specification } }),
      )
    },
  },
  decide: {
    CompleteProduct(product, { data }) {
      const { identifier, violations } = deviceIdentifierIn(data)
      const told = { ...data, deviceIdentifier: identifier }
      return happens('ProductCompleted', { productId: product.productId, ...told }).unless(
        violations.length > 0 ? violations : completionProblems(product, told),
      )
    },
  },
  evolve: {
    ProductCompleted: (product, { data }) => Object.fromEntries(completed(product, data)),
  },
})

/** TRC-4: whatever length and width it is written in, one device has one identifier. What is none names no device, also in history. */
function deviceIdentifierIn({ deviceIdentifier: written }: Pick<Completion, 'deviceIdentifier'>) {
  const identifier = written === null ? null : gtinFrom(written)
  const violations = written !== null && identifier === null ? [noDeviceIdentifier(written)] : []
  return { identifier, violations }
}

type Completion = ProductTypes['commands']['CompleteProduct']
const COMPLETED = ['registrationNumber', 'manufacturer', 'model', 'specification', 'deviceIdentifier'] as const

/** What the completion adds: what is there stays. */
function completed(product: Product, told: Completion) {
  return COMPLETED.flatMap((field) => (product[field] === null && told[field] !== null ? [[field, told[field]]] : []))
}

/** ORD-3: what is on record is not changed by the way, and something is added. */
function completionProblems(product: Product, told: Completion): readonly Violation[] {
  const others = COMPLETED.flatMap((field) => {
    const [known, now] = [product[field], told[field]]
    return known === null || now === null || known === now ? [] : [otherwiseOnRecord('ORD-3', field, known, now)]
  })
  return others.length === 0 && completed(product, told).length === 0 ? [addsNothing('ORD-3')] : others
}
