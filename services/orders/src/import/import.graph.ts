import { historyId } from '@afterline/events'
import {
  type ImportSource,
  importingActor,
  importRecords,
  type Presume,
  presuming,
  type RequestContext,
  repositoryOf,
  requestError,
  type ToldRecord,
} from '@afterline/service-kit'
import type { OrderCommand } from '../order/commands.ts'
import { orders } from '../order/order.graph.ts'
import { products } from '../product/product.graph.ts'
import type { ProductCommand } from '../product/product.ts'
import { customerFactsModel, presumeCustomers, untilKnown } from '../projections/customer-facts.projection.ts'
import type { ImportOrderRecord, ImportOrdersInput, ImportProductRecord, Resolvers } from '../schema.generated.ts'
import { type HistoryKind, type IdOf, type OrderRecord, orderHistory } from './order-history.ts'

/** @param customerPatienceMs how long orders wait for files of their customers that were imported just before */
export function importResolvers(customerPatienceMs: () => number): Resolvers {
  return {
    Mutation: {
      importProducts(_, { input: { source, records, isCheck, presumed } }, context) {
        const told = productsOf(context, source)
        const repository = repositoryOf(products, context.kit)
        const presume = isCheck ? presuming(context, repository, { source, records: presumed ?? [] }, told) : null
        return importRecords(context, repository, { source, records, presume }, told)
      },
      async importOrders(_, { input }, context) {
        await untilRecorded(context, input, customerPatienceMs())
        const { source, records } = input
        const idOf = idsOf(source)
        const presume = input.isCheck ? presumeFor(context, input) : null
        return importRecords(context, repositoryOf(orders, context.kit), { source, records, presume }, (record) =>
          orderToTell(context, record, idOf),
        )
      },
    },
  }
}

/** Files that were imported just before may still be on their way here; judged too early, they would be findings. */
async function untilRecorded(
  { kit }: RequestContext,
  { source, records, recordedCustomers }: ImportOrdersInput,
  patienceMs: number,
): Promise<void> {
  const keys = recordedCustomers ?? records.map(({ customerKey }) => customerKey)
  const customerIds = keys.map((key) => idsOf(source)('customer', key))
  const areKnown = await untilKnown(customerFactsModel(kit.connection), customerIds, patienceMs)
  if (!areKnown && recordedCustomers) throw requestError('BUSY', 'Files of customers are still on their way here.')
}

/** What an import of the same files would have brought before its orders. */
function presumeFor(
  context: RequestContext,
  { source, presumedCustomers, presumedProducts }: ImportOrdersInput,
): Presume {
  const idOf = idsOf(source)
  const customerIds = (presumedCustomers ?? []).map((key) => idOf('customer', key))
  const presumeProducts = presuming(
    context,
    repositoryOf(products, context.kit),
    { source, records: presumedProducts ?? [] },
    productsOf(context, source),
  )
  return async (rehearsal) => {
    await presumeProducts(rehearsal)
    await presumeCustomers(customerFactsModel(context.kit.connection), customerIds, rehearsal.session)
  }
}

function productsOf(context: RequestContext, source: ImportSource) {
  const idOf = idsOf(source)
  return (record: ImportProductRecord) => productHistory(context, record, idOf)
}

function idsOf({ system }: ImportSource): IdOf {
  return (kind: HistoryKind, key: string) => historyId(system, kind, key)
}

function orderToTell(context: RequestContext, record: ImportOrderRecord, idOf: IdOf): ToldRecord<OrderCommand> {
  const { row, key } = record
  return { row, key, id: idOf('order', key), ...orderHistory(orderRecord(record), idOf, importingActor(context)) }
}

function orderRecord(record: ImportOrderRecord): OrderRecord {
  return {
    key: record.key,
    customerKey: record.customerKey,
    channel: record.channel ?? 'DIRECT',
    salespersonId: record.salespersonId ?? null,
    placedAt: record.placedAt ?? null,
    confirmedAt: record.confirmedAt ?? null,
    rejectedAt: record.rejectedAt ?? null,
    shippedAt: record.shippedAt ?? null,
    deliveredAt: record.deliveredAt ?? null,
    cancelledAt: record.cancelledAt ?? null,
    lines: record.lines.map((line) => ({ ...line, contractShipBy: line.contractShipBy ?? null })),
    returns: record.returns ?? [],
  }
}

function productHistory(context: RequestContext, record: ImportProductRecord, idOf: IdOf): ToldRecord<ProductCommand> {
  const { row, key } = record
  const productId = idOf('product', key)
  const code = record.code ?? key
  const data = {
    productId,
    code,
    name: record.name ?? code,
    productClass: record.productClass ?? 'UNREGULATED',
    isSterile: record.isSterile ?? false,
    registrationNumber: record.registrationNumber ?? null,
    manufacturer: record.manufacturer ?? null,
    model: record.model ?? null,
    specification: record.specification ?? null,
    unit: record.unit ?? 'piece',
    listPrice: record.listPrice ?? null,
    deviceIdentifier: record.deviceIdentifier ?? null,
    productCategory: record.productCategory ?? null,
    sourceKey: key,
  }
  const at = record.registeredAt ?? context.kit.now()
  const command: ProductCommand = { type: 'RegisterProduct', at, by: importingActor(context), data }
  const isUndated = (record.registeredAt ?? null) === null
  return { row, key, id: productId, commands: [command], violations: [], isUndated }
}
