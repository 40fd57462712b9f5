import type { OrderEvent } from '@afterline/events'
import { quantityFromThousandths, secondPersonGate, thousandthsOf, type Violation } from '@afterline/rules'
import { type Decision, happens, refused } from '@afterline/service-kit/aggregate'
import type { OrderCommandOf, OrderLookUp } from '../commands.ts'
import * as refusal from '../order.refusals.ts'
import type { Order } from '../state.ts'
import { lotIdentityGate } from './gates.ts'
import { thousandthsPassedOf } from './quantities.ts'

/** C39, and goods that are what the order says they are. What failed the check is recorded, too: it stays (DEL-3). */
export function check(
  order: Order,
  { data }: OrderCommandOf<'CheckOutbound'>,
  lookUp: OrderLookUp,
): Decision<OrderEvent> {
  const unknown: Violation[] = []
  const known = data.items.flatMap((item, index) => {
    const path = ['items', String(index)]
    const line = order.lines.find(({ lineId }) => lineId === item.lineId)
    if (line === undefined) unknown.push(refusal.unknownLine(item.lineId, path))
    return line === undefined ? [] : [{ item, path, lotId: item.lotId, productId: line.productId }]
  })
  const violations = [
    ...secondPersonGate(data),
    ...unknown,
    ...lotIdentityGate(lookUp, known),
    ...quantityProblems(order, data.items),
  ]
  const items = known.map(({ item }) => item)
  if (items.length === 0) return refused(violations)
  const { checkId, pickedBy, checkedBy } = data
  return happens('OutboundChecked', { orderId: order.orderId, checkId, pickedBy, checkedBy, items }).unless(violations)
}

type Items = OrderCommandOf<'CheckOutbound'>['data']['items']

/** ORD-3: of each line and lot, no more is looked at than was ordered; what failed before may be looked at again. */
function quantityProblems(order: Order, items: Items): readonly Violation[] {
  const asked = new Map<string, number>()
  return items.flatMap((item, index) => {
    const path = ['items', String(index)]
    const line = order.lines.find(({ lineId }) => lineId === item.lineId)
    if (line === undefined) return []
    if (thousandthsOf(item.quantity) === 0) return [refusal.noQuantity(item.lineId, path)]
    const key = `${item.lineId}|${item.lotId}`
    const sum = (asked.get(key) ?? thousandthsPassedOf(order, item)) + thousandthsOf(item.quantity)
    asked.set(key, sum)
    if (sum <= thousandthsOf(line.quantity)) return []
    return [refusal.checkedMoreThanOrdered(line, quantityFromThousandths(sum), path)]
  })
}
