import type { OrderEvent } from '@afterline/events'
import { lineAmount, orderAccuracyGate } from '@afterline/rules'
import type { Decision } from '@afterline/service-kit'
import type { CommandOf, OrderFacts } from './order-commands.ts'
import { lotIdentityGate } from './order-gates.ts'
import * as refusal from './order-violations.ts'

/** ORD-3, QUO-2 and a customer with a file (CUS-1). Amounts follow from price and quantity; nobody hands them in. */
export function place(command: CommandOf<'PlaceOrder'>, facts: OrderFacts): Decision<OrderEvent> {
  const lines = command.data.lines.map((line) => ({
    ...line,
    product: facts.products[line.productId] ?? null,
    netAmount: lineAmount(line.unitPrice, line.quantity),
  }))
  const named = lines.map(({ lotId, productId }, index) => ({ lotId, productId, path: ['lines', String(index)] }))
  const placed = lines.map(({ product, ...line }) => ({
    ...line,
    // A product that nobody registered can only come from history; nothing is known of its class.
    productClass: product?.productClass ?? 'UNREGULATED',
  }))
  return {
    events: [{ type: 'OrderPlaced', data: { ...command.data, lines: placed } }],
    violations: [
      ...(facts.customer === null ? [refusal.unknownCustomer(command.data.customerId)] : []),
      ...orderAccuracyGate({ lines }),
      ...lotIdentityGate(facts, named),
    ],
  }
}
