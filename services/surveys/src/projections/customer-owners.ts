import {
  type KeptCollection,
  keptCollection,
  loadById,
  type Projection,
  type ProjectionScope,
  type RequestContext,
} from '@afterline/service-kit'
import type { Connection } from 'mongoose'

/** Who looks after a customer, as the customers service tells: a salesperson reads the ratings of own customers only. */
export interface CustomerOwner {
  /** The customer's id. */
  readonly _id: string
  readonly ownerId: string | null
}

export type CustomerOwnerModel = KeptCollection<CustomerOwner>

const PROJECTION = 'surveys.customer-owners'

export function customerOwnerModel(connection: Connection): CustomerOwnerModel {
  return keptCollection(connection, { projection: PROJECTION, name: 'customerOwners' })
}

export function customerOwnersProjection(model: CustomerOwnerModel): Projection {
  const remember = async (_id: string, ownerId: string | null, scope: ProjectionScope): Promise<void> => {
    const { session } = scope
    await model.of(scope).updateOne({ _id }, { $set: { ownerId } }, { upsert: true, session })
  }
  return {
    name: PROJECTION,
    version: 1,
    sources: ['customers'],
    collections: [model],
    handlers: {
      CustomerFileOpened: ({ data }, scope) => remember(data.customerId, data.ownerId, scope),
      CustomerOwnerAssigned: ({ data }, scope) => remember(data.customerId, data.ownerId, scope),
    },
  }
}

/** Staff id of who looks after the customer; `null` where nobody does, or nobody has told. */
export async function ownerOfCustomer(context: RequestContext, customerId: string): Promise<string | null> {
  return (await loadById(context, customerOwnerModel(context.kit.connection), customerId))?.ownerId ?? null
}
