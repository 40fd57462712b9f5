import { historyId } from '@afterline/events'
import { importingActor, importRecords, type RequestContext, type ToldRecord } from '@afterline/service-kit'
import type { ImportCustomerRecord, ImportCustomersInput } from '../schema.generated.ts'
import type { CustomerRepository } from './customer.repository.ts'
import type { CustomerCommand } from './customer.ts'

/** Opens a file per record of another system. */
export function importCustomers(
  repository: CustomerRepository,
  context: RequestContext,
  { source, records }: ImportCustomersInput,
) {
  return importRecords(context, repository, source, records, (record) => openingOf(context, source.system, record))
}

function openingOf(context: RequestContext, system: string, record: ImportCustomerRecord): ToldRecord<CustomerCommand> {
  const { row, key, organisation, kind, region, openedAt } = record
  const id = historyId(system, 'customer', key)
  const data = {
    customerId: id,
    organisation,
    kind,
    partyRoles: ['BUYER'],
    ownerId: null,
    region: region ?? null,
    sourceKey: key,
  } as const
  const command: CustomerCommand = { type: 'OpenCustomerFile', at: openedAt, by: importingActor(context), data }
  return { row, key, id, commands: [command], violations: [] }
}
