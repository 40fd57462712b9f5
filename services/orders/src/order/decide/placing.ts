import type { OrderEvent } from '@afterline/events'
import { lineAmount, namedDeviationGate, orderAccuracyGate, type Violation } from '@afterline/rules'
import { type Decision, happens, momentOf } from '@afterline/service-kit/aggregate'
import { onRecord } from '../../deviation/deviation.ts'
import type { OrderCommandOf, OrderLookUp } from '../commands.ts'
import * as refusal from '../order.refusals.ts'
import { lotIdentityGate } from './gates.ts'

/** ORD-3, QUO-2 and a customer with a file (CUS-1). Amounts follow from price and quantity; nobody hands them in. */
export function place(command: OrderCommandOf<'PlaceOrder'>, lookUp: OrderLookUp): Decision<OrderEvent> {
  const lines = command.data.lines.map((line) => ({
    ...line,
    product: lookUp.products[line.productId] ?? null,
    netAmount: lineAmount(line.unitPrice, line.quantity),
  }))
  const named = lines.map(({ lotId, productId }, index) => ({ lotId, productId, path: ['lines', String(index)] }))
  const placed = lines.map(({ product, ...line }) => ({
    ...line,
    // A product that nobody registered can only come from history; nothing is known of its class.
    productClass: product?.productClass ?? 'UNREGULATED',
  }))
  return happens('OrderPlaced', { ...command.data, lines: placed }).unless(
    lookUp.customer === null ? [refusal.unknownCustomer(command.data.customerId)] : [],
    orderAccuracyGate({ lines }),
    deviationProblems(command, lookUp),
    lotIdentityGate(lookUp, named),
  )
}

/** QUO-2: what lines name is an approval on record, for this product, price and customer. That no other order uses it, the order's own uniqueness says. */
function deviationProblems(
  command: OrderCommandOf<'PlaceOrder'>,
  { deviations, products }: OrderLookUp,
): readonly Violation[] {
  const { customerId, salespersonId, lines } = command.data
  const naming = lines.flatMap(({ approvedDeviation: named, ...line }, index) => {
    if (named === null) return []
    const known = deviations[named]
    const listPrice = products[line.productId]?.listPrice ?? null
    const deviation = known === undefined ? null : onRecord(known)
    return [{ ...line, listPrice, named, deviation, path: ['lines', String(index)] }]
  })
  return namedDeviationGate({ lines: naming, customerId, salespersonId: salespersonId ?? '', ...momentOf(command) })
}
