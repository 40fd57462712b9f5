import { type Kit, type ServiceDefinition, serviceOf } from '@afterline/service-kit'
import { context, graphs } from './graphs.ts'
import { importResolvers } from './import/import.graph.ts'
import { customerFactsModel, customerFactsProjection } from './projections/customer-facts.projection.ts'

/** Consumers are seldom this far behind, even while an import floods them. */
const CUSTOMER_PATIENCE_MS = 10_000

/** The orders service: what it adds to what every service has. */
export function orders(kit: Pick<Kit, 'connection'>, customerPatienceMs = CUSTOMER_PATIENCE_MS): ServiceDefinition {
  return serviceOf(kit, {
    context,
    sources: new URL('.', import.meta.url),
    graphs,
    resolvers: importResolvers(customerPatienceMs),
    projections: [customerFactsProjection(customerFactsModel(kit.connection))],
  })
}
