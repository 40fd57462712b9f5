import type { TransitionTable } from './transitions.ts'

export type ProductStage = 'UNREGISTERED' | 'REGISTERED'

export type ProductCommandName = 'RegisterProduct' | 'CompleteProduct'

/** What a product is never changes, though what was left out may be added; a changed product is registered under a new code, so that old orders stay accurate (ORD-3). */
export const productStages: TransitionTable<ProductStage, ProductCommandName> = {
  name: { zh: '产品', en: 'product' },
  rule: 'ORD-3',
  initial: 'UNREGISTERED',
  transitions: {
    UNREGISTERED: { RegisterProduct: 'REGISTERED' },
    REGISTERED: { CompleteProduct: 'REGISTERED' },
  },
}
