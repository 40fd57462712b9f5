import type { OrderEvent } from '@afterline/events'
import { quantityFromThousandths, secondPersonGate, thousandthsOf, type Violation } from '@afterline/rules'
import { type Decision, happens, refused } from '@afterline/service-kit/aggregate'
import type { OrderCommandOf, OrderLookUp } from '../commands.ts'
import * as refusal from '../order.refusals.ts'
import type { Order } from '../state.ts'
import { lotIdentityGate } from './gates.ts'
import { thousandthsPassedOf } from './quantities.ts'
import { type GoodsOfLine, itemsToCheck } from './scanned-items.ts'
import { serialProblems } from './serials.ts'
import { serialsOfLotProblems } from './serials-of-lot.ts'

/** C39, and goods that are what the order says they are. What failed the check is recorded, too: it stays (DEL-3). */
export function check(
  order: Order,
  command: OrderCommandOf<'CheckOutbound'>,
  lookUp: OrderLookUp,
): Decision<OrderEvent> {
  const { data } = command
  const told = itemsToCheck(order, command, lookUp)
  const known = told.goods.map(({ item: { lotId }, line: { productId }, path }) => ({ lotId, productId, path }))
  const violations = [
    ...secondPersonGate(data),
    ...told.violations,
    ...lotIdentityGate(lookUp, known),
    ...quantityProblems(order, told.goods),
    ...serialProblems(order, passing(told.goods)),
    ...serialsOfLotProblems(lookUp.lots, told.goods),
  ]
  const items = told.goods.map(({ item }) => item)
  if (items.length === 0) return refused(violations)
  const { checkId, pickedBy, checkedBy } = data
  return happens('OutboundChecked', { orderId: order.orderId, checkId, pickedBy, checkedBy, items }).unless(violations)
}

/** What failed stays, and is looked at again. */
function passing(goods: readonly GoodsOfLine[]) {
  return goods.flatMap(({ item, path }) => (item.result === 'PASSED' ? [{ ...item, path }] : []))
}

/** ORD-3: of each line and lot, no more is looked at than was ordered; what failed before may be looked at again. */
function quantityProblems(order: Order, goods: readonly GoodsOfLine[]): readonly Violation[] {
  const asked = new Map<string, number>()
  return goods.flatMap(({ item, line, path }) => {
    if (thousandthsOf(item.quantity) === 0) return [refusal.noQuantity(item.lineId, path)]
    const key = `${item.lineId}|${item.lotId}`
    const sum = (asked.get(key) ?? thousandthsPassedOf(order, item)) + thousandthsOf(item.quantity)
    asked.set(key, sum)
    if (sum <= thousandthsOf(line.quantity)) return []
    return [refusal.checkedMoreThanOrdered(line, quantityFromThousandths(sum), path)]
  })
}
