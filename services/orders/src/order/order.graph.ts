import { described, MoneyValue, nullable, QuantityText, type SalesRecord, Type } from '@afterline/events'
import { addMoney, type LotMovement, type Money, onHandOf, sumQuantities } from '@afterline/rules'
import {
  type AggregateGraph,
  between,
  computed,
  graphOf,
  load,
  loadIdsOfSame,
  oneOf,
  partsOf,
  type RequestContext,
  referenceTo,
} from '@afterline/service-kit'
import { deviations } from '../deviation/deviation.graph.ts'
import { scannedRecordsOf } from '../label/scanned-records.graph.ts'
import { lots } from '../lot/lot.graph.ts'
import type { ShownLot } from '../lot/lot.ts'
import { receiptsOf } from '../lot/receipts.ts'
import { products } from '../product/product.graph.ts'
import { ownerOfCustomer, readCustomerFacts } from '../projections/customer-facts.projection.ts'
import type { Resolvers } from '../schema.generated.ts'
import type { OrderTypes } from './commands.ts'
import { passedOfLine, shippedOfLine } from './decide/quantities.ts'
import { lotsTakenFrom, readingFor } from './decide/readings.ts'
import { lotsInStock, readMovements } from './lots-in-stock.graph.ts'
import { order } from './order.ts'
import { orderState, type ShownLine, type ShownShipment } from './state.ts'

const product = computed(
  nullable(referenceTo('Product', 'Null where an imported order names a product that nobody registered.')),
  ({ productId }: { readonly productId: string }, _, context) => load(context, products, productId),
)

function lotWhich(description: string) {
  return computed(
    nullable(referenceTo('Lot', description)),
    ({ lotId }: { readonly lotId: string | null }, _, context) => (lotId === null ? null : load(context, lots, lotId)),
  )
}

const HAS_FINDINGS = { 'findings.rule': { $exists: true } }

export const orders: AggregateGraph<OrderTypes> = graphOf(order, {
  type: 'Order',
  says: "A customer's order, from its placing to the delivery of its last shipment.",
  audience: 'ORDER_READERS',
  collection: 'orders',
  async lookUp(command, state, reading) {
    const { kit, statesOf } = reading
    const { customerId, productIds, lotIds, deviationIds, scans } = readingFor(command, state)
    const scanned = await scannedRecordsOf(reading, scans, command.at)
    const scannedLots = Object.values(scanned).flatMap((one) => one.lotIds)
    return {
      scanned,
      customer: customerId === null ? null : await readCustomerFacts(reading, customerId, command),
      products: await statesOf(products, productIds),
      deviations: await statesOf(deviations, deviationIds),
      // Orders that merely name a lot do not wait for each other.
      ...(await lotsInStock(reading, [...lotIds, ...scannedLots], lotsTakenFrom(command).length > 0)),
      shipsUndecided: kit.policies.setting('lot.shipsUndecided', kit.policies.versionAt(command.at)) === 1,
      zone: kit.policies.tenantZone,
      seller: kit.config.AFTERLINE_COMPANY,
    }
  },
  holds: lotsTakenFrom,
  ownerNamed: (context, { customerId }) => ownerOfCustomer(context, customerId),
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
    // A salesperson's own that are at a stage: both conditions stand in nearly every such question.
    { fields: { 'state.salespersonId': 1, 'state.status': 1, 'state.placedAt': -1, _id: -1 } },
    // Where goods of a lot went (TRC-4, RCL-1).
    { fields: { 'state.shipments.items.lotId': 1, _id: 1 } },
    { fields: { 'findings.rule': 1, _id: 1 } },
    // Few orders have any finding; a page of them all reads no others.
    { fields: { _id: 1, 'findings.rule': 1 }, options: { partialFilterExpression: HAS_FINDINGS } },
  ],
  fields: {
    customer: computed(nullable(referenceTo('Customer', 'Who ordered.')), ({ customerId }) => ({ id: customerId })),
    lines: computed(orderState.lines, (record) => record.lines.map((line) => ({ ...line, order: record }))),
    netTotals: computed(
      described(
        Type.Array(MoneyValue),
        'Sum of the lines before tax, one amount per currency: an order has one, an imported one may have several or none.',
      ),
      ({ lines }) => totalsOf(lines.map(({ netAmount }) => netAmount)),
    ),
    shipments: computed(orderState.shipments, (record) =>
      record.shipments.map((shipment) => ({ ...shipment, order: record })),
    ),
  },
  valueFields: {
    OrderLine: {
      product,
      lot: lotWhich('The lot that the order names, where it names one.'),
      shippedQuantity: computed(
        described(QuantityText, 'How much has left so far, on all shipments, in units of the product.'),
        ({ order: record, lineId }: ShownLine) => shippedOfLine(record, lineId),
      ),
      checkedQuantity: computed(
        described(QuantityText, 'How much passed an outbound check so far, shipped or not.'),
        ({ order: record, lineId }: ShownLine) => passedOfLine(record, lineId),
      ),
    },
    CheckedItem: {
      lot: lotWhich('Null for goods that are not kept by lot; a check of one lot never stands for goods of another.'),
    },
    Shipment: {
      order: computed(
        referenceTo('Order', 'The order that the goods left for.'),
        ({ order: record }: ShownShipment) => record,
      ),
      customer: computed(nullable(referenceTo('Customer', 'Who ordered.')), ({ order: record }: ShownShipment) => ({
        id: record.customerId,
      })),
    },
    ShippedItem: { product, lot: lotWhich('Null for goods that are not kept by lot.') },
    SalesRecord: {
      buyer: computed(nullable(referenceTo('Customer', 'The buying unit.')), ({ buyerId }: SalesRecord) => ({
        id: buyerId,
      })),
    },
  },
  resolvers: {
    Query: {
      findings: (_, { rule, ...page }, context) => {
        const within = rule ? { 'findings.rule': rule } : HAS_FINDINGS
        const query = { list: 'findings', of: 'findings', within, match: rule ? { '_elements.rule': rule } : {} }
        return partsOf(context, orders, query, page, (record, index) => {
          const finding = record.findings[index]
          return finding && { order: record, finding }
        })
      },
    },
    Lot: {
      twins: async (lot, _, context) => {
        const ids = (await loadIdsOfSame(context, lots, lot)).filter((id) => id !== lot.id)
        return (await Promise.all(ids.map((id) => load(context, lots, id)))).filter((one) => one !== null)
      },
      balance: (lot, _, context) => balanceOfLot(context, lot),
      shipments: async (lot, page, context) => {
        const lotIds = await idsOf(context, lot)
        const within = { 'state.shipments.items.lotId': { $in: lotIds } }
        const match = { '_elements.items.lotId': { $in: lotIds } }
        const query = { list: 'shipments', of: 'state.shipments', within, match }
        return partsOf(context, orders, query, page, (record, index) => {
          const shipment = record.shipments[index]
          return shipment && { ...shipment, order: record }
        })
      },
    },
  } satisfies Resolvers,
})

/** Of the lot and its twins: goods of any of them are goods of the lot. */
async function idsOf(context: RequestContext, lot: ShownLot): Promise<readonly string[]> {
  return [...new Set([lot.id, ...(await loadIdsOfSame(context, lots, lot))])]
}

async function balanceOfLot(context: RequestContext, lot: ShownLot) {
  const ids = await idsOf(context, lot)
  const all = (await Promise.all(ids.map((id) => load(context, lots, id)))).filter((one) => one !== null)
  const moved = [...(await readMovements(context.kit.connection, ids)).values()].flat()
  const received = all.flatMap(receiptsOf)
  const sumOf = (kind: LotMovement['kind']) =>
    sumQuantities([...received, ...moved].flatMap((one) => (one.kind === kind ? [one.quantity] : [])))
  return {
    received: sumOf('RECEIVED'),
    shipped: sumOf('SHIPPED'),
    returned: sumOf('RETURNED'),
    onHand: onHandOf([...received, ...moved]),
  }
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
