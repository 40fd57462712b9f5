import { addMoney, type Money } from '@afterline/rules'
import {
  type Connection,
  connectionOf,
  deadlinesOf,
  decodeCursor,
  encodeCursor,
  pageSize,
  type RequestContext,
  requestError,
} from '@afterline/service-kit'
import { loadLot } from '../lot/lot.view.ts'
import { loadProduct } from '../product/product.view.ts'
import type { Repositories } from '../repositories.ts'
import type { CustomerOrderFilter, OrderSort, Resolvers } from '../schema.generated.ts'
import type { OrderModel } from './order.model.ts'
import { loadOrder, type OrderView, onlyOrdersOf, orderView, shipmentView } from './order.view.ts'
import { type FindingOfOrder, listFindings, listOrders } from './order-listing.ts'
import { passedOfLine, shippedOfLine } from './order-quantities.ts'

interface OrderPage {
  readonly filter?: CustomerOrderFilter | null | undefined
  readonly customerId?: string | null | undefined
  readonly sort?: OrderSort | null | undefined
  readonly first?: number | null | undefined
  readonly after?: string | null | undefined
}

/** What orders show of themselves. The mutations are in `order.mutations.ts`. */
export function orderResolvers(repositories: Repositories): Resolvers {
  const { orders } = repositories
  const page = (query: OrderPage, context: RequestContext) => orderPage(orders.model, query, context)
  return {
    Query: {
      async order(_, { id }, context) {
        const found = await loadOrder(orders.model, context, id)
        if (found === null) throw requestError('NOT_FOUND', `There is no order ${id}.`)
        return found
      },
      orders: (_, { filter, sort, first, after }, context) =>
        page({ filter, customerId: filter?.customerId, sort, first, after }, context),
      async findings(_, { rule, first, after }) {
        const size = pageSize(first)
        const stretch = { limit: size + 1, after: after ? decodeCursor(after, 2) : null }
        const found = await listFindings(orders.model, rule ?? null, stretch)
        return connectionOf(
          found.flatMap(findingNode),
          size,
          after,
          ({ cursor }) => cursor,
          ({ node }) => node,
        )
      },
    },
    Customer: {
      __resolveReference: ({ id }) => ({ id }),
      orders: ({ id }, args, context) => page({ ...args, customerId: id }, context),
    },
    Order: {
      __resolveReference: ({ id }, context) => loadOrder(orders.model, context, id),
      customer: ({ customerId }) => ({ id: customerId }),
      lines: (order) => order.lines.map((line) => ({ ...line, order })),
      netTotals: ({ lines }) => totalsOf(lines.map(({ netAmount }) => netAmount)),
      shipments: (order) => order.shipments.map((shipment) => shipmentView(order, shipment)),
      deadlines: ({ id }, _, context) => deadlinesOf(context, `order-${id}`),
    },
    ...partResolvers(repositories),
  }
}

/** Orders as the caller may see them. */
async function orderPage(
  model: OrderModel,
  { filter, customerId, sort, first, after }: OrderPage,
  context: RequestContext,
): Promise<Connection<OrderView>> {
  const size = pageSize(first)
  const conditions = { ...filter, customerId: customerId ?? null, salespersonId: onlyOrdersOf(context) }
  const stretch = { limit: size + 1, after: after ? decodeCursor(after, 2) : null }
  const found = await listOrders(model, conditions, sort ?? 'NEWEST_FIRST', stretch)
  const views = found.flatMap((document) => orderView(document) ?? [])
  return connectionOf(
    views,
    size,
    after,
    ({ placedAt, id }) => encodeCursor([placedAt, id]),
    (view) => view,
  )
}

function partResolvers({ lots, products }: Repositories): Resolvers {
  const lotOf = ({ lotId }: { readonly lotId: string | null }, _: object, context: RequestContext) =>
    lotId === null ? null : loadLot(lots.model, context, lotId)
  const productOf = ({ productId }: { readonly productId: string }, _: object, context: RequestContext) =>
    loadProduct(products.model, context, productId)
  return {
    OrderLine: {
      id: ({ lineId }) => lineId,
      product: productOf,
      lot: lotOf,
      shippedQuantity: ({ order, lineId }) => shippedOfLine(order, lineId),
      checkedQuantity: ({ order, lineId }) => passedOfLine(order, lineId),
    },
    OutboundCheck: { id: ({ checkId }) => checkId },
    CheckedItem: { lot: lotOf },
    Shipment: { customer: ({ order }) => ({ id: order.customerId }) },
    ShippedItem: { product: productOf, lot: lotOf },
    SalesRecord: { buyer: ({ buyerId }) => ({ id: buyerId }) },
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

function findingNode(found: FindingOfOrder) {
  const order = orderView(found)
  const { finding } = found
  return order ? [{ node: { order, finding }, cursor: encodeCursor([order.id, finding.rule]) }] : []
}
