import type { ProductEvent } from '@afterline/events'
import type { Violation } from '@afterline/rules'
import type { Aggregate, Command, Decision, Recorded } from '@afterline/service-kit'

type ProductData = ProductEvent['data']
export type ProductClass = ProductData['productClass']

/** A product as it was registered. Its class decides which gates and which sales-record fields apply (C37). */
export interface Product extends ProductData {
  readonly status: 'REGISTERED'
}

export type ProductState = { readonly status: 'UNREGISTERED' } | Product

export type ProductCommand = Command<'RegisterProduct', ProductData>

export type NoFacts = Readonly<Record<never, never>>

/** A product of the range. What it is never changes; a changed product is a new one, so that old sales stay true. */
export const product: Aggregate<ProductState, ProductCommand, ProductEvent, NoFacts> = {
  category: 'product',
  shape: 1,
  initialState: { status: 'UNREGISTERED' },
  decide,
  evolve,
}

function decide(state: ProductState, command: ProductCommand): Decision<ProductEvent> {
  if (state.status === 'REGISTERED') return { events: [], violations: [registeredBefore(state)] }
  return { events: [{ type: 'ProductRegistered', data: command.data }], violations: priceProblems(command.data) }
}

function evolve(state: ProductState, event: Recorded<ProductEvent>): ProductState {
  return event.type === 'ProductRegistered' ? { status: 'REGISTERED', ...event.data } : state
}

function registeredBefore({ productId, code }: Product): Violation {
  return {
    rule: 'ORD-3',
    message: { zh: '该产品已登记。', en: 'This product is registered already.' },
    path: ['id'],
    remedy: { zh: '如产品有变更，请以新编码登记。', en: 'Register a changed product under a new code.' },
    facts: { productId, code },
  }
}

function priceProblems({ listPrice }: ProductData): readonly Violation[] {
  if (listPrice === null || listPrice.minor >= 0) return []
  return [
    {
      rule: 'QUO-2',
      message: { zh: '目录价格不能为负数。', en: 'A list price cannot be negative.' },
      path: ['listPrice'],
      remedy: { zh: '请更正价格，或不填。', en: 'Correct the price, or leave it out.' },
      facts: { minor: listPrice.minor, currency: listPrice.currency },
    },
  ]
}
