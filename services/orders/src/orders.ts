import { type Kit, knownStaff, mergedResolvers, type ServiceDefinition, serviceOf } from '@afterline/service-kit'
import { context, graphs } from './graphs.ts'
import { importResolvers } from './import/import.graph.ts'
import { labelResolvers } from './label/label.graph.ts'
import {
  customerFactsModel,
  customerFactsProjection,
  ownerOfCustomer,
} from './projections/customer-facts.projection.ts'

/** Consumers are seldom this far behind, even while an import floods them. */
const CUSTOMER_PATIENCE_MS = 10_000
/** After a kill the predecessor's partitions come to the consumer only when its session has ended. */
const BEHIND_AFTER_START_MS = 25_000

/** How long orders wait for files of their customers; a process that has just started knows less than one that has run. */
function customerPatienceMs(): number {
  return Math.max(CUSTOMER_PATIENCE_MS, BEHIND_AFTER_START_MS - process.uptime() * 1_000)
}

/** The orders service: what it adds to what every service has. */
export function orders(kit: Pick<Kit, 'connection'>, patienceMs = customerPatienceMs): ServiceDefinition {
  const staff = knownStaff(kit.connection, context)
  return serviceOf(kit, {
    context,
    sources: new URL('.', import.meta.url),
    graphs,
    ownerOfCustomer,
    resolvers: mergedResolvers(labelResolvers, importResolvers(patienceMs)),
    staff: staff.sources,
    projections: [customerFactsProjection(customerFactsModel(kit.connection)), staff.projection],
  })
}
