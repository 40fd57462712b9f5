import { addMoney, type Money } from '@afterline/rules'
import {
  type AggregateGraph,
  between,
  graphOf,
  load,
  oneOf,
  partsOf,
  type RequestContext,
  refuseAnothersName,
} from '@afterline/service-kit'
import type { Filled } from '@afterline/service-kit/aggregate'
import { lots } from '../lot/lot.graph.ts'
import { products } from '../product/product.graph.ts'
import { readCustomerFacts } from '../projections/customer-facts.projection.ts'
import type {
  CancelOrderInput,
  CheckOutboundInput,
  PlaceOrderInput,
  RejectOrderInput,
  ReportDeliveryInput,
  Resolvers,
  ShipGoodsInput,
} from '../schema.generated.ts'
import type { OrderTypes } from './commands.ts'
import { passedOfLine, shippedOfLine } from './decide/quantities.ts'
import { readingFor } from './decide/readings.ts'
import { order } from './order.ts'
import type { Shipment, ShownOrder, ShownShipment } from './state.ts'

export const orders: AggregateGraph<OrderTypes> = graphOf(order, {
  type: 'Order',
  collection: 'orders',
  async lookUp(command, state, reading) {
    const { kit, statesOf, heldStatesOf } = reading
    const { customerId, productIds, lotIds } = readingFor(command, state)
    return {
      customer: customerId === null ? null : await readCustomerFacts(reading, customerId),
      products: await statesOf(products, productIds),
      // When quality control blocks a lot at the same moment, nothing of it slips out (QLT-4). Only shipping takes anything
      // out of a lot; orders that merely name one do not wait for each other.
      lots: await (command.type === 'ShipGoods' ? heldStatesOf : statesOf)(lots, lotIds),
      zone: kit.policies.tenantZone,
      seller: kit.config.AFTERLINE_COMPANY,
    }
  },
  lists: {
    orders: {
      description: 'Orders. A caller who is only a salesperson sees his or her own.',
      of: { Customer: { by: 'customerId', readers: 'ORDER_READERS' } },
      filter: {
        customerId: oneOf('ID'),
        status: oneOf('OrderStatus'),
        channel: oneOf('String', { description: 'Sold there: DIRECT, or the names of platforms.' }),
        salespersonId: oneOf('String', { description: 'Sold by any of these, by staff id.' }),
        placedAt: between(),
      },
      sort: { NEWEST_FIRST: '-placedAt', OLDEST_FIRST: 'placedAt' },
      readers: 'OVERVIEW_READERS',
    },
  },
  parts: ['Shipment', 'OrderFinding'],
  indexes: [
    // Where goods of a lot went (TRC-4, RCL-1).
    { fields: { 'state.shipments.items.lotId': 1, _id: 1 } },
    { fields: { 'findings.rule': 1, _id: 1 } },
  ],
  mutations: {
    PlaceOrder({ lines, ...input }: Filled<PlaceOrderInput>, { id, context, partId }) {
      // Sales are counted by the name on the order, and an order is its salesperson's from then on.
      refuseAnothersName(context, 'salespersonId', input.salespersonId)
      return {
        orderId: id,
        customerId: input.customerId,
        salespersonId: input.salespersonId ?? context.principal.id,
        channel: input.channel ?? 'DIRECT',
        sourceKey: null,
        lines: lines.map((line, index) => ({ ...line, lineId: partId(`order-line/${index}`) })),
      }
    },
    ConfirmOrder: () => ({}),
    RejectOrder: ({ reason }: Filled<RejectOrderInput>) => ({ reason }),
    StartProduction: () => ({}),
    ReportGoodsReady: () => ({}),
    // The caller is the checker: nobody can enter a check in another's name (C39).
    CheckOutbound: ({ pickedBy, items }: Filled<CheckOutboundInput>, { context, partId }) => ({
      checkId: partId('outbound-check'),
      pickedBy,
      checkedBy: context.principal.id,
      items,
    }),
    ShipGoods: ({ vouchers, handledBy, ...input }: Filled<ShipGoodsInput>, { context, partId }) => ({
      ...input,
      shipmentId: partId('shipment'),
      vouchers: vouchers ?? [],
      handledBy: handledBy ?? context.principal.id,
    }),
    ReportDelivery: ({ shipmentId }: Filled<ReportDeliveryInput>) => ({ shipmentId }),
    CancelOrder: ({ reason }: Filled<CancelOrderInput>) => ({ reason }),
  },
  resolvers: {
    Query: {
      findings: (_, { rule, ...page }, context) => {
        const within = rule ? { 'findings.rule': rule } : { 'findings.0': { $exists: true } }
        const query = { list: 'findings', of: 'findings', within, match: rule ? { '_elements.rule': rule } : {} }
        return partsOf(context, orders, query, page, (record, index) => {
          const finding = record.findings[index]
          return finding && { order: record, finding }
        })
      },
    },
    Lot: {
      shipments: ({ id }, page, context) => {
        const within = { 'state.shipments.items.lotId': id }
        const query = { list: 'shipments', of: 'state.shipments', within, match: { '_elements.items.lotId': id } }
        return partsOf(context, orders, query, page, (record, index) => {
          const shipment = record.shipments[index]
          return shipment && shownShipment(record, shipment)
        })
      },
    },
    Order: {
      customer: ({ customerId }) => ({ id: customerId }),
      lines: (record) => record.lines.map((line) => ({ ...line, order: record })),
      netTotals: ({ lines }) => totalsOf(lines.map(({ netAmount }) => netAmount)),
      shipments: (record) => record.shipments.map((shipment) => shownShipment(record, shipment)),
    },
    OrderLine: {
      id: ({ lineId }) => lineId,
      product: productOf,
      lot: lotOf,
      shippedQuantity: ({ order: record, lineId }) => shippedOfLine(record, lineId),
      checkedQuantity: ({ order: record, lineId }) => passedOfLine(record, lineId),
    },
    OutboundCheck: { id: ({ checkId }) => checkId },
    CheckedItem: { lot: lotOf },
    Shipment: { customer: ({ order: record }) => ({ id: record.customerId }) },
    ShippedItem: { product: productOf, lot: lotOf },
    SalesRecord: { buyer: ({ buyerId }) => ({ id: buyerId }) },
  } satisfies Resolvers,
})

function shownShipment(record: ShownOrder, shipment: Shipment): ShownShipment {
  return { ...shipment, id: shipment.shipmentId, order: record }
}

function lotOf({ lotId }: { readonly lotId: string | null }, _: object, context: RequestContext) {
  return lotId === null ? null : load(context, lots, lotId)
}

function productOf({ productId }: { readonly productId: string }, _: object, context: RequestContext) {
  return load(context, products, productId)
}

/** One sum per currency: exchange rates are not our business. */
function totalsOf(amounts: readonly Money[]): readonly Money[] {
  const totals = new Map<string, Money>()
  for (const amount of amounts) {
    const total = totals.get(amount.currency)
    totals.set(amount.currency, total ? addMoney(total, amount) : amount)
  }
  return [...totals.values()]
}
