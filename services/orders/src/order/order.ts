import { orderStages } from '@afterline/rules'
import { aggregate, happens } from '@afterline/service-kit/aggregate'
import { type OrderTypes, orderCommands } from './commands.ts'
import { check } from './decide/checking.ts'
import { confirm } from './decide/confirming.ts'
import { reportDelivery } from './decide/delivering.ts'
import { place } from './decide/placing.ts'
import { serialsTaken } from './decide/serials.ts'
import { ship } from './decide/shipping.ts'
import { takeBack } from './decide/taking-back.ts'
import { checkRecorded, delivered, shipped, takenBack } from './evolve/milestones.ts'
import { statusOf } from './evolve/status.ts'
import { SERIAL_TAKEN } from './order.refusals.ts'
import { orderState } from './state.ts'

/**
 * A customer's order, from its placing to the delivery of its last shipment. Life cycle: `orderStages` of the rules; how it asks
 * its gates: `decide/`; what is asked for: `commands.ts`; what it remembers: `state.ts`.
 */
export const order = aggregate<OrderTypes>({
  category: 'order',
  shape: 4,
  life: orderStages,
  commands: orderCommands,
  state: orderState,
  row: 'salespersonId',
  begunAt: 'placedAt',
  unique: {
    // An approval is used up by the order that names it, unless nothing comes of that order.
    deviation: {
      is: { zh: '价格偏差批准', en: 'approval of another price' },
      rule: 'QUO-2',
      path: 'approvedDeviation',
      of: ({ status, lines }) =>
        status === 'CANCELLED' || status === 'REJECTED'
          ? []
          : lines.flatMap(({ approvedDeviation }) => (approvedDeviation === null ? [] : [[approvedDeviation]])),
      remedy: {
        zh: '该批准已被另一订单使用；请另行取得批准（approveDeviation）。',
        en: 'Another order uses this approval; obtain another one (approveDeviation).',
      },
    },
    // One device is on one order, from its check until it comes back.
    serial: {
      is: { zh: '产品出厂编号', en: 'factory serial number of a product that was checked or left' },
      rule: 'TRC-1',
      path: 'serialNumber',
      of: (state) => {
        const productOf = new Map(state.lines.map(({ lineId, productId }) => [lineId, productId]))
        return serialsTaken(state).map(({ lineId, serialNumber }) => [serialNumber, productOf.get(lineId) ?? ''])
      },
      remedy: SERIAL_TAKEN,
    },
  },
  asksGatesOfIllegalSteps: true,
  begin: { PlaceOrder: place },
  decide: {
    ConfirmOrder: confirm,
    RejectOrder: ({ orderId }, { data: { reason } }) => happens('OrderRejected', { orderId, reason }),
    CheckOutbound: check,
    ShipGoods: ship,
    ReportDelivery: reportDelivery,
    TakeBackGoods: takeBack,
    CancelOrder: ({ orderId }, { data: { reason } }) => happens('OrderCancelled', { orderId, reason }),
  },
  evolve: {
    OrderConfirmed: ({ confirmedAt }, { occurredAt }) => ({ confirmedAt: confirmedAt ?? occurredAt }),
    OrderRejected: (_, { occurredAt, data }) => ({ rejectedAt: occurredAt, rejectionReason: data.reason }),
    ProductionStarted: (_, { occurredAt }) => ({ productionStartedAt: occurredAt }),
    GoodsReady: (_, { occurredAt }) => ({ readyAt: occurredAt }),
    OutboundChecked: checkRecorded,
    GoodsShipped: shipped,
    GoodsDelivered: delivered,
    GoodsTakenBack: takenBack,
    OrderCancelled: (_, { occurredAt, data }) => ({ cancelledAt: occurredAt, cancellationReason: data.reason }),
  },
  // The furthest milestone counts, whatever event came last.
  settle: (state) => ({ ...state, status: statusOf(state) }),
})
