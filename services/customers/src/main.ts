import { mergedResolvers, runService } from '@afterline/service-kit'
import { customerModel } from './customer/customer.model.ts'
import { customerRepository } from './customer/customer.repository.ts'
import { customerResolvers } from './customer/customer.resolvers.ts'
import { operationsResolvers } from './operations/operations.resolvers.ts'
import { serviceHistoryModel, serviceHistoryProjection } from './projections/service-history.ts'

await runService(({ connection }) => {
  const model = customerModel(connection)
  const history = serviceHistoryModel(connection)
  return {
    context: 'customers',
    schemaFiles: ['./customer/customer.graphql', './operations/operations.graphql'].map(
      (file) => new URL(file, import.meta.url),
    ),
    resolvers: mergedResolvers(
      customerResolvers({ model, history, repository: customerRepository(model) }),
      operationsResolvers,
    ),
    projections: [serviceHistoryProjection(history)],
    prepare: () => Promise.all([model.createIndexes(), history.createIndexes()]),
  }
})
