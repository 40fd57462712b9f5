import type { OrderEvent } from '@afterline/events'
import { quantityFromThousandths, thousandthsOf, type Violation } from '@afterline/rules'
import type { Decision } from '@afterline/service-kit'
import type { CommandOf, OrderFacts } from './order-commands.ts'
import { buyerGate, lotIdentityGate, lotQualityGate } from './order-gates.ts'
import { openOfLine } from './order-quantities.ts'
import type { Order } from './order-state.ts'
import * as refusal from './order-violations.ts'
import { checkedGate, type ItemOfLine, recordGate, shippedItems } from './shipped-goods.ts'

/** Everything is asked again at the door: the licence may have expired, the lot been blocked since the confirmation. */
export function ship(order: Order, command: CommandOf<'ShipGoods'>, facts: OrderFacts): Decision<OrderEvent> {
  const { known, violations } = itemsOfLines(order, command)
  const goods = known.map(({ item, line, path }) => ({ lotId: item.lotId, productId: line.productId, path }))
  const productClasses = known.map(({ line }) => line.productClass)
  const buyer = buyerGate(facts, productClasses, command.at)
  const items = shippedItems(order, command, known, facts, buyer.licenceId)
  const { orderId, customerId } = order
  const { shipmentId, carrier } = command.data
  const shipped = { orderId, shipmentId, customerId, carrier, items }
  return {
    events: [
      {
        type: 'GoodsShipped',
        data: { ...shipped, isBuyerLicensed: buyer.isLicensed, licenceId: buyer.licenceId },
      },
    ],
    violations: [
      ...violations,
      ...tooMuch(order, known),
      ...buyer.violations,
      ...lotIdentityGate(facts, goods),
      ...lotQualityGate(facts, goods, command.at),
      ...checkedGate(order, known),
      ...recordGate(items, facts),
    ],
  }
}

/** Items of lines that the order does not have cannot be shipped under it; the others can. */
function itemsOfLines(
  order: Order,
  { data }: CommandOf<'ShipGoods'>,
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
