import { runService } from '@afterline/service-kit'
import { customerModel } from './customer/customer.model.ts'
import { customerRepository } from './customer/customer.repository.ts'
import { customerResolvers } from './customer/customer.resolvers.ts'
import { serviceHistoryModel, serviceHistoryProjection } from './projections/service-history.ts'

await runService(({ connection }) => {
  const model = customerModel(connection)
  const history = serviceHistoryModel(connection)
  return {
    context: 'customers',
    schemaFiles: [new URL('./customer/customer.graphql', import.meta.url)],
    resolvers: customerResolvers({ model, history, repository: customerRepository(model) }),
    projections: [serviceHistoryProjection(history)],
    prepare: () => Promise.all([model.createIndexes(), history.createIndexes()]),
  }
})
