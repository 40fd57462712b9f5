import type { OrderEvent } from '@afterline/events'
import type { Violation } from '@afterline/rules'
import { type Decision, happens, momentOf } from '@afterline/service-kit/aggregate'
import type { OrderCommandOf, OrderLookUp } from '../commands.ts'
import type { Order } from '../state.ts'
import { buyerGate, customerGates, lotIdentityGate, lotQualityGate } from './gates.ts'

export function confirm(
  order: Order,
  command: OrderCommandOf<'ConfirmOrder'>,
  lookUp: OrderLookUp,
): Decision<OrderEvent> {
  return happens('OrderConfirmed', { orderId: order.orderId }).unless(confirmGates(order, command, lookUp))
}

/** CUS-4, CUS-5, CUS-8, and QLT-4 for the lots that the order names. */
function confirmGates(
  order: Order,
  command: OrderCommandOf<'ConfirmOrder'>,
  lookUp: OrderLookUp,
): readonly Violation[] {
  const moment = momentOf(command)
  const productClasses = order.lines.map(({ productClass }) => productClass)
  const named = order.lines.map((line, index) => ({ ...line, path: ['lines', String(index)] }))
  return [
    ...customerGates(lookUp, productClasses, moment),
    ...buyerGate(lookUp, productClasses, moment).violations,
    ...lotIdentityGate(lookUp, named),
    ...lotQualityGate(lookUp, order.lines, { ...moment, isLeaving: false }),
  ]
}
