import { type OrderStage, orderStages, parseQuantity } from '@afterline/rules'
import { specificationOf } from '@afterline/service-kit/testing'
import { describe, expect, it } from '@jest/globals'
import type { OrderCommand, OrderCommandName } from './commands.ts'
import { command, goodsToShip, hours, ids, itemToShip, lineToPlace, lookUp, orderHead } from './order.samples.ts'
import { order } from './order.ts'
import { pastOf } from './past.samples.ts'

const spec = specificationOf(order)
const at = hours(7)
const rest = { ...itemToShip, quantity: parseQuantity('60') }

const commands: Readonly<Record<OrderCommandName, OrderCommand>> = {
  PlaceOrder: command('PlaceOrder', { ...orderHead, lines: [lineToPlace] }, at),
  ConfirmOrder: command('ConfirmOrder', {}, at),
  RejectOrder: command('RejectOrder', { reason: 'no' }, at),
  StartProduction: command('StartProduction', {}, at),
  ReportGoodsReady: command('ReportGoodsReady', {}, at),
  CheckOutbound: command(
    'CheckOutbound',
    {
      checkId: ids.check,
      pickedBy: 'warehouse-2',
      checkedBy: 'warehouse-1',
      items: [
        {
          lineId: ids.line,
          lotId: ids.lot,
          quantity: parseQuantity('100'),
          result: 'PASSED',
          serialNumber: null,
          scan: null,
        },
      ],
    },
    at,
  ),
  // 60 pieces: part of an order that is untouched, the rest of one of which 40 have left.
  ShipGoods: command('ShipGoods', { ...goodsToShip, shipmentId: ids.otherShipment, items: [rest] }, at),
  ReportDelivery: command('ReportDelivery', { shipmentId: ids.shipment }, at),
  TakeBackGoods: command(
    'TakeBackGoods',
    {
      returnId: ids.nothing,
      items: [{ lineId: ids.line, lotId: ids.lot, quantity: parseQuantity('1'), serialNumber: null }],
      reason: 'damaged',
    },
    at,
  ),
  CancelOrder: command('CancelOrder', { reason: 'changed its mind' }, at),
}

const statuses = Object.keys(orderStages.transitions) as OrderStage[]
const cases = statuses.flatMap((status) =>
  (Object.keys(commands) as OrderCommandName[]).map((type) => ({ status, type })),
)

describe('the life cycle of an order', () => {
  it.each(statuses)('knows a past that leads to %s', (status) => {
    expect(spec.stateAfter(pastOf[status]).status).toBe(status)
  })

  it.each(cases)('takes $type on a $status order where the table has it, else refuses it (OPP-1, ORD-4)', (pair) => {
    const { status, type } = pair
    const target = orderStages.transitions[status][type]
    const { decision } = spec.given(...pastOf[status]).when(commands[type], lookUp)
    const isRefused = decision.violations.some(({ rule, facts: { state } }) => rule === 'OPP-1' && state === status)
    expect(isRefused).toBe(target === undefined)
    if (target === undefined) return
    const next = decision.events.map((event) => ({ ...event, occurredAt: at }))
    expect(spec.stateAfter([...pastOf[status], ...next]).status).toBe(target)
  })
})
