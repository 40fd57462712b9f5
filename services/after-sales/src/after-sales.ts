import { type Kit, type ServiceDefinition, serviceOf } from '@afterline/service-kit'
import { context, graphs } from './graphs.ts'
import { knownRecordModel, knownRecordsProjection, ownerOfCustomer } from './projections/known-records.ts'

/** The after-sales service, put together from its parts. */
export function afterSales(kit: Pick<Kit, 'connection'>): ServiceDefinition {
  return serviceOf(kit, {
    context,
    sources: new URL('.', import.meta.url),
    graphs,
    ownerOfCustomer,
    projections: [knownRecordsProjection(knownRecordModel(kit.connection))],
  })
}
