import { type AggregateDocument, defineAggregateModel } from '@afterline/service-kit'
import type { Connection, Model } from 'mongoose'
import type { CustomerFile, CustomerState } from './customer.ts'

export type CustomerDocument = AggregateDocument<CustomerState>
export type CustomerFileDocument = AggregateDocument<CustomerFile>
export type CustomerModel = Model<CustomerDocument>

/** One index per way in which portals list files; `_id` at the end makes every order total, as paging needs. */
export function customerModel(connection: Connection): CustomerModel {
  return defineAggregateModel<CustomerState>(connection, 'customers', [
    { fields: { 'state.ownerId': 1, 'state.organisation': 1, _id: 1 } },
    { fields: { 'state.kind': 1, 'state.organisation': 1, _id: 1 } },
    { fields: { 'state.organisation': 1, _id: 1 } },
    { fields: { 'state.updatedAt': 1, _id: 1 } },
  ])
}

/** A stored document always has an open file, because its first event opens it; the type says so from here on. */
export function withFile(document: CustomerDocument): CustomerFileDocument | null {
  const { state, ...rest } = document
  return state.status === 'OPEN' ? { ...rest, state } : null
}
