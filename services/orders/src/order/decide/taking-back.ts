import type { OrderEvent } from '@afterline/events'
import { quantityFromThousandths, thousandthsOf, type Violation } from '@afterline/rules'
import { type Decision, happens, refused } from '@afterline/service-kit/aggregate'
import type { OrderCommandOf } from '../commands.ts'
import * as refusal from '../order.refusals.ts'
import type { Order } from '../state.ts'
import { thousandthsOut } from './quantities.ts'
import { unknownSerial } from './serials.ts'

/** TRC-4: nothing comes back that has not left, or that came back before. */
export function takeBack(order: Order, { at, data }: OrderCommandOf<'TakeBackGoods'>): Decision<OrderEvent> {
  const { returnId, reason } = data
  const asked = new Map<string, number>()
  const violations = data.items.flatMap((item, index): readonly Violation[] => {
    const path = ['items', String(index)]
    const line = order.lines.find(({ lineId }) => lineId === item.lineId)
    if (line === undefined) return [refusal.unknownLine(item.lineId, path)]
    if (thousandthsOf(item.quantity) === 0) return [refusal.noQuantity(item.lineId, path)]
    const key = `${item.lineId}|${item.lotId}`
    const sum = (asked.get(key) ?? 0) + thousandthsOf(item.quantity)
    asked.set(key, sum)
    const out = Math.max(0, thousandthsOut(order, item, at))
    if (sum <= out) return unknownSerial(order, item, path)
    return [refusal.moreThanLeft(item, quantityFromThousandths(out), quantityFromThousandths(sum), path)]
  })
  if (data.items.length === 0) return refused([refusal.nothingComesBack()], violations)
  return happens('GoodsTakenBack', { orderId: order.orderId, returnId, items: [...data.items], reason }).unless(
    violations,
  )
}
