import { isOnlySalesperson, type Projection, type ProjectionScope, type RequestContext } from '@afterline/service-kit'
import DataLoader from 'dataloader'
import { type Connection, type Model, Schema } from 'mongoose'

/** Who looks after a customer, as the customers service tells: a salesperson reads the ratings of own customers only. */
export interface CustomerOwner {
  /** The customer's id. */
  readonly _id: string
  readonly ownerId: string | null
}

export type CustomerOwnerModel = Model<CustomerOwner>

export function customerOwnerModel(connection: Connection): CustomerOwnerModel {
  const schema = new Schema<CustomerOwner>(
    { _id: String, ownerId: { type: String, default: null } },
    { versionKey: false, autoIndex: false, autoCreate: false },
  )
  return connection.model<CustomerOwner>('CustomerOwner', schema, 'customerOwners')
}

export function customerOwnersProjection(model: CustomerOwnerModel): Projection {
  const remember = async (_id: string, ownerId: string | null, { session }: ProjectionScope): Promise<void> => {
    await model.updateOne({ _id }, { $set: { ownerId } }, { upsert: true, session })
  }
  return {
    name: 'surveys.customer-owners',
    sources: ['customers'],
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
    const found = await model.find({ _id: { $in: [...ids] } }).lean<CustomerOwner[]>()
    const owners = new Map(found.map((owner) => [owner._id, owner]))
    return ids.map((id) => owners.get(id) ?? null)
  })
}
