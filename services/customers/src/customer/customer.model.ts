import { type AggregateDocument, defineAggregateModel } from '@afterline/service-kit'
import type { Connection, Model } from 'mongoose'
import type { CustomerState } from './customer.ts'

export type CustomerDocument = AggregateDocument<CustomerState>
export type CustomerModel = Model<CustomerDocument>

/** One index per way in which portals list files; `_id` at the end makes every order total, as paging needs. */
export function customerModel(connection: Connection): CustomerModel {
  return defineAggregateModel<CustomerState>(connection, 'customers', [
    { 'state.ownerId': 1, 'state.organisation': 1, _id: 1 },
    { 'state.kind': 1, 'state.organisation': 1, _id: 1 },
    { 'state.organisation': 1, _id: 1 },
    { 'state.updatedAt': 1, _id: 1 },
  ])
}
