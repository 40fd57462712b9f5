import {
  isOnlySalesperson,
  type KeptCollection,
  keptCollection,
  type Projection,
  type ProjectionScope,
  type RequestContext,
} from '@afterline/service-kit'
import DataLoader from 'dataloader'
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

/** Whether the customer is one that the caller must not read about: a salesperson's who is not the caller. */
export async function isForeignCustomer(
  model: CustomerOwnerModel,
  context: RequestContext,
  customerId: string,
): Promise<boolean> {
  if (!isOnlySalesperson(context.principal)) return false
  const owners = context.loaderOf('customer-owner', () => ownersById(model))
  return (await owners.load(customerId))?.ownerId !== context.principal.id
}

function ownersById(model: CustomerOwnerModel): DataLoader<string, CustomerOwner | null> {
  return new DataLoader(async (ids) => {
    const known = await model.current()
    const found = await known.find({ _id: { $in: [...ids] } }).toArray()
    const owners = new Map(found.map((owner) => [owner._id, owner]))
    return ids.map((id) => owners.get(id) ?? null)
  })
}
