import type { CustomerEvent } from '@afterline/events'
import type { Repository } from '@afterline/service-kit'
import type { CustomerModel } from './customer.model.ts'
import { type CustomerCommand, type CustomerState, customer, type NoFacts } from './customer.ts'

export type CustomerRepository = Repository<CustomerState, CustomerCommand, CustomerEvent, NoFacts>

/** Decisions on a file depend on nothing but the file. */
export function customerRepository(model: CustomerModel): CustomerRepository {
  return { aggregate: customer, model, creates: ['OpenCustomerFile'], readFacts: async () => ({}) }
}
