import { historyId } from '@afterline/events'
import {
  importingActor,
  importRecords,
  presuming,
  type RequestContext,
  repositoryOf,
  type ToldRecord,
} from '@afterline/service-kit'
import { customers } from '../customer/customer.graph.ts'
import type { CustomerCommand } from '../customer/customer.ts'
import type { ImportCustomerRecord, Resolvers } from '../schema.generated.ts'

/** Opens a file per record of another system. */
export const importResolvers = {
  Mutation: {
    importCustomers(_, { input: { source, records, isCheck, presumed } }, context) {
      const told = (record: ImportCustomerRecord) => openingOf(context, source.system, record)
      const repository = repositoryOf(customers, context.kit)
      const presume = isCheck ? presuming(context, repository, { source, records: presumed ?? [] }, told) : null
      return importRecords(context, repository, { source, records, presume }, told)
    },
  },
} satisfies Resolvers

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
  // When a party came closer the other system does not say: it has by now.
  const changeKind = (): CustomerCommand => ({
    type: 'ChangeCustomerKind',
    at: context.kit.now(),
    by: importingActor(context),
    data: { kind, reason: `as ${system} tells it` },
  })
  return { row, key, id, commands: [command], violations: [], corrections: { kind: changeKind } }
}
