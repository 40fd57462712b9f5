import { mergedResolvers, type ServiceDefinition, storedAggregateOf } from '@afterline/service-kit'
import type { Connection } from 'mongoose'
import { customerModel } from './customer/customer.model.ts'
import { customerRepository } from './customer/customer.repository.ts'
import { customerResolvers } from './customer/customer.resolvers.ts'
import { operationsResolvers } from './operations/operations.resolvers.ts'
import { serviceHistoryModel, serviceHistoryProjection } from './projections/service-history.ts'

const schemaFiles = ['./customer/customer.graphql', './operations/operations.graphql'].map(
  (file) => new URL(file, import.meta.url),
)

/** The customers service, put together from its parts. */
export function customers(connection: Connection): ServiceDefinition {
  const model = customerModel(connection)
  const history = serviceHistoryModel(connection)
  const repository = customerRepository(model)
  return {
    context: 'customers',
    schemaFiles,
    resolvers: mergedResolvers(customerResolvers({ model, history, repository }), operationsResolvers),
    projections: [serviceHistoryProjection(history)],
    aggregates: [storedAggregateOf(repository)],
    // The store creates the indexes of every model on the connection; there are no others here.
    prepare: async () => undefined,
  }
}
