import type { OrderEvent } from '@afterline/events'
import type { Aggregate } from '@afterline/service-kit'
import type { OrderCommand, OrderFacts } from './order-commands.ts'
import { decide } from './order-decide.ts'
import { evolve } from './order-evolve.ts'
import type { OrderState } from './order-state.ts'

/**
 * A customer's order, from its placing to the delivery of its last shipment. Life cycle: `orderStages` of the rules; gates:
 * `order-decide.ts` and what it calls; state: `order-state.ts`.
 */
export const order: Aggregate<OrderState, OrderCommand, OrderEvent, OrderFacts> = {
  category: 'order',
  shape: 1,
  initialState: { status: 'UNPLACED' },
  decide,
  evolve,
}
