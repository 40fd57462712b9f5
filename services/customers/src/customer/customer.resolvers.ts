import {
  createdId,
  type Entry,
  type Execution,
  execute,
  personalText,
  type RequestContext,
  requestError,
} from '@afterline/service-kit'
import { listHistory, type ServiceHistoryModel } from '../projections/service-history.ts'
import type { CustomerResolvers, Resolvers } from '../schema.generated.ts'
import { importCustomers } from './customer.import.ts'
import { type CustomerModel, withFile } from './customer.model.ts'
import { fileLoader, listFiles } from './customer.queries.ts'
import type { CustomerRepository } from './customer.repository.ts'
import type { CustomerCommand, CustomerState } from './customer.ts'

export interface CustomerParts {
  readonly model: CustomerModel
  readonly repository: CustomerRepository
  readonly history: ServiceHistoryModel
}

export function customerResolvers(
  parts: CustomerParts,
): Pick<
  Resolvers,
  'Customer' | 'ContactPerson' | 'CustomerNeed' | 'Licence' | 'Query' | 'Mutation' | 'ServiceHistoryEntry'
> {
  const { model, repository } = parts
  return {
    Query: {
      customer: (_, { id }, context) => fileLoader(model, context).load(id),
      customers: (_, args, context) => listFiles(model, context, args),
    },
    Mutation: { ...fileMutations(repository), ...licenceMutations(repository) },
    Customer: {
      ...customerFields,
      ...historyField(parts),
      __resolveReference: ({ id }, context) => fileLoader(model, context).load(id),
    },
    ContactPerson: {
      id: ({ contactId }) => contactId,
      name: ({ name }, _, context) => personalText(context, name),
      phone: ({ phone }, _, context) => personalText(context, phone),
      email: ({ email }, _, context) => personalText(context, email),
    },
    CustomerNeed: { id: ({ needId }) => needId },
    Licence: { id: ({ licenceId }) => licenceId },
    ServiceHistoryEntry: { stream: ({ _id }) => _id },
  }
}

const customerFields: CustomerResolvers = {
  id: ({ _id }) => _id,
  organisation: ({ state }) => state.organisation,
  kind: ({ state }) => state.kind,
  partyRoles: ({ state }) => state.partyRoles,
  ownerId: ({ state }) => state.ownerId,
  region: ({ state }) => state.region,
  openedAt: ({ state }) => state.openedAt,
  updatedAt: ({ state }) => state.updatedAt,
  contacts: ({ state }) => state.contacts,
  needs: ({ state }) => state.needs,
  licences: ({ state }) => state.licences,
  credit: ({ state }) => state.credit,
}

function historyField({ history }: CustomerParts): CustomerResolvers {
  return { serviceHistory: ({ _id }, { first, after }) => listHistory(history, _id, first, after) }
}

type Data<Type extends CustomerCommand['type']> = Extract<CustomerCommand, { type: Type }>['data']

function fileMutations(repository: CustomerRepository): NonNullable<Resolvers['Mutation']> {
  return {
    openCustomerFile: async (_, { entry, input }, context) => {
      const customerId = createdId(context, entry, 'customer')
      const { organisation, kind, partyRoles } = input
      const isSalesperson = context.principal.roles.includes('SALESPERSON')
      const ownerId = input.ownerId ?? (isSalesperson ? context.principal.id : null)
      const data: Data<'OpenCustomerFile'> = {
        customerId,
        organisation,
        kind,
        partyRoles,
        ownerId,
        region: input.region ?? null,
        sourceKey: null,
      }
      return payload(
        await execute(context, repository, customerId, entry, (moment) => ({
          type: 'OpenCustomerFile' as const,
          ...moment,
          data,
        })),
      )
    },
    changeCustomerKind: (_, { entry, input }, context) =>
      change(repository, context, entry, input, 'ChangeCustomerKind', { kind: input.kind, reason: input.reason }),
    assignCustomerOwner: (_, { entry, input }, context) =>
      change(repository, context, entry, input, 'AssignCustomerOwner', { ownerId: input.ownerId }),
    addContactPerson: (_, { entry, input }, context) =>
      change(repository, context, entry, input, 'AddContactPerson', {
        contactId: createdId(context, entry, 'contact'),
        name: input.name,
        phone: input.phone ?? null,
        email: input.email ?? null,
        position: input.position ?? null,
      }),
    recordNeed: (_, { entry, input }, context) =>
      change(repository, context, entry, input, 'RecordNeed', {
        needId: createdId(context, entry, 'need'),
        description: input.description,
        productClasses: input.productClasses,
      }),
    investigateCredit: (_, { entry, input }, context) =>
      change(repository, context, entry, input, 'InvestigateCredit', {
        outcome: input.outcome,
        creditLimit: input.creditLimit ?? null,
        findings: input.findings,
      }),
    importCustomers: (_, { input }, context) => importCustomers(repository, context, input),
  }
}

function licenceMutations(repository: CustomerRepository): NonNullable<Resolvers['Mutation']> {
  return {
    recordLicence: (_, { entry, input }, context) => {
      const { kind, number, issuer, scope, validFrom, validUntil } = input
      const licenceId = createdId(context, entry, 'licence')
      const data = { licenceId, kind, number, issuer, scope, validFrom, validUntil: validUntil ?? null }
      return change(repository, context, entry, input, 'RecordLicence', data)
    },
    verifyLicence: (_, { entry, input }, context) =>
      change(repository, context, entry, input, 'VerifyLicence', { licenceId: input.licenceId, method: input.method }),
    revokeLicence: (_, { entry, input }, context) =>
      change(repository, context, entry, input, 'RevokeLicence', { licenceId: input.licenceId, reason: input.reason }),
  }
}

async function change<Type extends CustomerCommand['type']>(
  repository: CustomerRepository,
  context: RequestContext,
  entry: Entry,
  input: { readonly customerId: string },
  type: Type,
  data: Data<Type>,
) {
  // A file that the caller may not see is not there for its changes either.
  if (!(await fileLoader(repository.model, context).load(input.customerId))) throw requestError('NOT_FOUND')
  // Type and data belong together by the signature, which a union of objects cannot express by itself.
  const commandOf = (moment: Pick<CustomerCommand, 'at' | 'by'>) => ({ type, ...moment, data }) as CustomerCommand
  return payload(await execute(context, repository, input.customerId, entry, commandOf))
}

function payload({ document, violations }: Execution<CustomerState>) {
  return { customer: document && withFile(document), violations }
}
