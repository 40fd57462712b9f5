import { mergedResolvers, type ServiceDefinition, storedAggregateOf } from '@afterline/service-kit'
import { deadlineBoardResolvers } from './deadline-board/deadline-board.resolvers.ts'
import { importResolvers } from './import/import.resolvers.ts'
import { lotResolvers } from './lot/lot.resolvers.ts'
import { operationsResolvers } from './operations/operations.resolvers.ts'
import { orderMutations } from './order/order.mutations.ts'
import { orderResolvers } from './order/order.resolvers.ts'
import { productResolvers } from './product/product.resolvers.ts'
import { customerFactsProjection } from './projections/customer-facts.projection.ts'
import type { Repositories } from './repositories.ts'
import { scorecardResolvers } from './scorecard/scorecard.resolvers.ts'

const schemaFiles = [
  'product/product.graphql',
  'lot/lot.graphql',
  'order/order.graphql',
  'import/import.graphql',
  'scorecard/scorecard.graphql',
  'deadline-board/deadline-board.graphql',
  'operations/operations.graphql',
].map((file) => new URL(file, import.meta.url))

/** Consumers are seldom this far behind, even while an import floods them. */
const CUSTOMER_PATIENCE_MS = 10_000

/** The orders service: what it adds to what every service has. */
export function ordersService(
  repositories: Repositories,
  customerPatienceMs = CUSTOMER_PATIENCE_MS,
): ServiceDefinition {
  return {
    context: 'orders',
    schemaFiles,
    resolvers: mergedResolvers(
      productResolvers(repositories),
      lotResolvers(repositories),
      orderResolvers(repositories),
      orderMutations(repositories),
      importResolvers(repositories, customerPatienceMs),
      scorecardResolvers(),
      deadlineBoardResolvers(),
      operationsResolvers,
    ),
    projections: [customerFactsProjection(repositories.customers)],
    aggregates: [
      storedAggregateOf(repositories.products),
      storedAggregateOf(repositories.lots),
      storedAggregateOf(repositories.orders),
    ],
    prepare: async () => {},
  }
}
