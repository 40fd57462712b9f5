import type { StoredEventOf } from '@afterline/events'
import type { Instant } from '@afterline/rules'
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
  /** Everybody who ever did, in order, this one last; missing where an earlier version kept the record. */
  readonly owners?: readonly OwnerSince[]
}

interface OwnerSince {
  readonly ownerId: string | null
  /** When it was recorded: an entry that is dated back makes nobody's time end earlier. */
  readonly since: Instant
}

type Told = StoredEventOf<'CustomerFileOpened'> | StoredEventOf<'CustomerOwnerAssigned'>

export type CustomerOwnerModel = KeptCollection<CustomerOwner>

const PROJECTION = 'surveys.customer-owners'

export function customerOwnerModel(connection: Connection): CustomerOwnerModel {
  return keptCollection(connection, { projection: PROJECTION, name: 'customerOwners' })
}

export function customerOwnersProjection(model: CustomerOwnerModel): Projection {
  const remember = async (
    { recordedAt: since, data: { customerId: _id, ownerId } }: Told,
    scope: ProjectionScope,
  ): Promise<void> => {
    const told = { $set: { ownerId }, $push: { owners: { ownerId, since } } }
    await model.of(scope).updateOne({ _id }, told, { upsert: true, session: scope.session })
  }
  return {
    name: PROJECTION,
    version: 2,
    sources: ['customers'],
    collections: [model],
    handlers: {
      CustomerFileOpened: remember,
      CustomerOwnerAssigned: remember,
    },
  }
}

/** Staff ids of those who looked after the customer at an instant, or since; of all who ever did where it is not known. */
export function ownersSince({ ownerId, owners = [] }: CustomerOwner, at: Instant | null): readonly string[] {
  const later = owners.filter((_, index) => {
    const next = owners[index + 1]
    return next === undefined || at === null || next.since > at
  })
  return [...later.map((owner) => owner.ownerId), ownerId].filter((id) => id !== null)
}

/** Staff id of who looks after the customer; `null` where nobody does, or nobody has told. */
export async function ownerOfCustomer(context: RequestContext, customerId: string): Promise<string | null> {
  return (await loadById(context, customerOwnerModel(context.kit.connection), customerId))?.ownerId ?? null
}
