import { type Kit, type ServiceDefinition, serviceOf } from '@afterline/service-kit'
import { expectBackups } from './backup/expected-days.graph.ts'
import { ownerOfCustomer } from './customer/customer.graph.ts'
import { staffRegister } from './employee/register.graph.ts'
import { context, graphs } from './graphs.ts'
import { importResolvers } from './import/import.graph.ts'
import { serviceHistoryModel, serviceHistoryProjection } from './projections/service-history.ts'

/** The customers service: what it adds to what every service has. */
export function customers(kit: Pick<Kit, 'connection' | 'registry'>): ServiceDefinition {
  return serviceOf(kit, {
    context,
    sources: new URL('.', import.meta.url),
    graphs,
    staff: staffRegister(kit),
    ownerOfCustomer,
    resolvers: importResolvers,
    routine: expectBackups,
    projections: [serviceHistoryProjection(serviceHistoryModel(kit.connection))],
  })
}
