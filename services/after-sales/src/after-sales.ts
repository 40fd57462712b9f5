import { type Kit, knownStaff, type ServiceDefinition, serviceOf } from '@afterline/service-kit'
import { context, graphs } from './graphs.ts'
import { knownRecordModel, knownRecordsProjection, ownerOfCustomer, sellerOf } from './projections/known-records.ts'

/** The after-sales service, put together from its parts. */
export function afterSales(kit: Pick<Kit, 'connection'>): ServiceDefinition {
  const staff = knownStaff(kit.connection, context)
  return serviceOf(kit, {
    context,
    sources: new URL('.', import.meta.url),
    graphs,
    ownerOfCustomer,
    ownersOf: { order: sellerOf },
    staff: staff.sources,
    projections: [knownRecordsProjection(knownRecordModel(kit.connection)), staff.projection],
  })
}
