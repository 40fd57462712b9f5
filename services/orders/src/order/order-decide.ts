import type { OrderEvent } from '@afterline/events'
import { orderStages, secondPersonGate, stageGate, type Violation } from '@afterline/rules'
import type { Decision } from '@afterline/service-kit'
import type { CommandOf, OrderCommand, OrderFacts } from './order-commands.ts'
import { buyerGate, customerGates, lotIdentityGate, lotQualityGate } from './order-gates.ts'
import { place } from './order-placing.ts'
import { ship } from './order-shipping.ts'
import type { Order, OrderState } from './order-state.ts'
import * as refusal from './order-violations.ts'

/** Always the events that follow and every violation; the caller decides what a violation means (see `Decision`). */
export function decide(state: OrderState, command: OrderCommand, facts: OrderFacts): Decision<OrderEvent> {
  const stage = stageGate(orderStages, state.status, command.type)
  if (command.type === 'PlaceOrder') {
    return state.status === 'UNPLACED' ? place(command, facts) : { events: [], violations: stage }
  }
  if (state.status === 'UNPLACED') return { events: [], violations: stage }
  const { statedAt } = command.data
  if (statedAt === undefined) return withStage(stage, decideOnPlaced(state, command, facts))
  // The gates are asked about the instant that the source states, and the event keeps it.
  const { events, violations } = decideOnPlaced(state, { ...command, at: statedAt }, facts)
  return withStage(stage, { events: events.map((event) => ({ ...event, occurredAt: statedAt })), violations })
}

function withStage(stage: readonly Violation[], { events, violations }: Decision<OrderEvent>): Decision<OrderEvent> {
  return { events, violations: [...stage, ...violations] }
}

function decideOnPlaced(order: Order, command: CommandAfterPlacing, facts: OrderFacts): Decision<OrderEvent> {
  const { events, violations } = decideStep(order, command, facts)
  if (command.at >= order.placedAt) return { events, violations }
  return { events, violations: [refusal.beforePlacing(order, command.at, command.type), ...violations] }
}

type CommandAfterPlacing = Exclude<OrderCommand, { readonly type: 'PlaceOrder' }>

function decideStep(order: Order, command: CommandAfterPlacing, facts: OrderFacts): Decision<OrderEvent> {
  const { orderId } = order
  switch (command.type) {
    case 'ConfirmOrder':
      return {
        events: [{ type: 'OrderConfirmed', data: { orderId } }],
        violations: confirmGates(order, command, facts),
      }
    case 'RejectOrder':
      return accept({ type: 'OrderRejected', data: { orderId, reason: command.data.reason } })
    case 'StartProduction':
      return accept({ type: 'ProductionStarted', data: { orderId } })
    case 'ReportGoodsReady':
      return accept({ type: 'GoodsReady', data: { orderId } })
    case 'CheckOutbound':
      return check(order, command, facts)
    case 'ShipGoods':
      return ship(order, command, facts)
    case 'ReportDelivery':
      return reportDelivery(order, command)
    case 'CancelOrder':
      return accept({ type: 'OrderCancelled', data: { orderId, reason: command.data.reason } })
  }
}

/** CUS-4, CUS-5, CUS-8, and QLT-4 for the lots that the order names. */
function confirmGates(order: Order, { at }: CommandOf<'ConfirmOrder'>, facts: OrderFacts): readonly Violation[] {
  const productClasses = order.lines.map(({ productClass }) => productClass)
  const named = order.lines.map((line, index) => ({ ...line, path: ['lines', String(index)] }))
  return [
    ...customerGates(facts, productClasses, at),
    ...buyerGate(facts, productClasses, at).violations,
    ...lotIdentityGate(facts, named),
    ...lotQualityGate(facts, order.lines, at),
  ]
}

/** C39, and goods that are what the order says they are. What failed the check is recorded, too: it stays (DEL-3). */
function check(order: Order, { data }: CommandOf<'CheckOutbound'>, facts: OrderFacts): Decision<OrderEvent> {
  const unknown: Violation[] = []
  const known = data.items.flatMap((item, index) => {
    const path = ['items', String(index)]
    const line = order.lines.find(({ lineId }) => lineId === item.lineId)
    if (line === undefined) unknown.push(refusal.unknownLine(item.lineId, path))
    return line === undefined ? [] : [{ item, path, lotId: item.lotId, productId: line.productId }]
  })
  const violations = [...secondPersonGate(data), ...unknown, ...lotIdentityGate(facts, known)]
  const items = known.map(({ item }) => item)
  if (items.length === 0) return { events: [], violations }
  const { checkId, pickedBy, checkedBy } = data
  const checked = { orderId: order.orderId, checkId, pickedBy, checkedBy, items }
  return { events: [{ type: 'OutboundChecked', data: checked }], violations }
}

/** In history a delivery may be dated before its shipment; it is recorded under the id that the shipment will have. */
function reportDelivery(order: Order, { at, data }: CommandOf<'ReportDelivery'>): Decision<OrderEvent> {
  const { orderId, customerId } = order
  const { shipmentId } = data
  return {
    events: [{ type: 'GoodsDelivered', data: { orderId, shipmentId, customerId } }],
    violations: deliveryProblems(order, shipmentId, at),
  }
}

function deliveryProblems(order: Order, shipmentId: string, at: OrderCommand['at']): readonly Violation[] {
  const shipment = order.shipments.find((known) => known.shipmentId === shipmentId)
  if (shipment?.deliveredAt) return [refusal.deliveredBefore(shipmentId, shipment.deliveredAt)]
  if (!shipment?.shippedAt) return [refusal.unknownShipment(shipmentId)]
  return at < shipment.shippedAt ? [refusal.deliveredBeforeShipping(shipmentId, shipment.shippedAt, at)] : []
}

function accept(event: OrderEvent): Decision<OrderEvent> {
  return { events: [event], violations: [] }
}
