import type { OrderEvent } from '@afterline/events'
import { quantityFromThousandths, thousandthsOf, type Violation } from '@afterline/rules'
import { type Decision, happens, momentOf } from '@afterline/service-kit/aggregate'
import type { OrderCommandOf, OrderLookUp } from '../commands.ts'
import * as refusal from '../order.refusals.ts'
import type { Order } from '../state.ts'
import { buyerGate, lotIdentityGate, lotQualityGate, lotQuantityGate } from './gates.ts'
import { openOfLine } from './quantities.ts'
import { serialProblems, serialsOut } from './serials.ts'
import { checkedGate, type ItemOfLine, recordGate, shippedItems } from './shipped-goods.ts'

/** Everything is asked again at the door: the licence may have expired, the lot been blocked since the confirmation. */
export function ship(order: Order, command: OrderCommandOf<'ShipGoods'>, lookUp: OrderLookUp): Decision<OrderEvent> {
  const { known, violations } = itemsOfLines(order, command)
  const goods = known.map(({ item: { lotId, quantity }, line, path }) => {
    return { lotId, quantity, productId: line.productId, path }
  })
  const productClasses = known.map(({ line }) => line.productClass)
  const buyer = buyerGate(lookUp, productClasses, momentOf(command))
  const items = shippedItems(order, command, known, lookUp, buyer.licenceId)
  const { orderId, customerId } = order
  const { shipmentId, carrier } = command.data
  const shipped = { orderId, shipmentId, customerId, carrier, items }
  return happens('GoodsShipped', {
    ...shipped,
    isBuyerLicensed: buyer.isLicensed,
    licenceId: buyer.licenceId,
  }).unless(
    violations,
    tooMuch(order, known),
    serialProblems(
      order,
      known.map(({ item, path }) => ({ ...item, path })),
      serialsOut(order),
    ),
    buyer.violations,
    lotIdentityGate(lookUp, goods),
    lotQualityGate(lookUp, goods, { ...momentOf(command), isLeaving: true }),
    lotQuantityGate(lookUp, goods, command.at),
    checkedGate(order, known),
    recordGate(items, lookUp),
  )
}

/** Items of lines that the order does not have cannot be shipped under it; the others can. */
function itemsOfLines(
  order: Order,
  { data }: OrderCommandOf<'ShipGoods'>,
): { readonly known: readonly ItemOfLine[]; readonly violations: readonly Violation[] } {
  const known: ItemOfLine[] = []
  const violations: Violation[] = data.items.length === 0 ? [refusal.nothingToShip()] : []
  for (const [index, item] of data.items.entries()) {
    const path = ['items', String(index)]
    const line = order.lines.find(({ lineId }) => lineId === item.lineId)
    if (line === undefined) {
      violations.push(refusal.unknownLine(item.lineId, path))
    } else {
      if (thousandthsOf(item.quantity) === 0) violations.push(refusal.noQuantity(item.lineId, path))
      known.push({ item, line, path })
    }
  }
  return { known, violations }
}

/** ORD-3: no line ships more than was ordered, however many items and shipments it is spread over. */
function tooMuch(order: Order, items: readonly ItemOfLine[]): readonly Violation[] {
  const asked = new Map<string, number>()
  return items.flatMap(({ item, line, path }) => {
    const before = asked.get(line.lineId) ?? 0
    const open = openOfLine(order, line.lineId)
    const sum = before + thousandthsOf(item.quantity)
    asked.set(line.lineId, sum)
    if (sum <= thousandthsOf(open)) return []
    return [refusal.moreThanOrdered(line, open, quantityFromThousandths(sum), path)]
  })
}
