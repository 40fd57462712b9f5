import {
  type KeptCollection,
  keptCollection,
  loadById,
  type Projection,
  type ProjectionScope,
  type RequestContext,
} from '@afterline/service-kit'
import type { Connection } from 'mongoose'

/**
 * What this service knows of the others' records: that they exist, and who looks after a customer. A complaint may name
 * what is not (yet) here; it is accepted all the same (CMP-1) and shown as naming an unknown record.
 */
export interface KnownRecord {
  /** Stream of the record, such as `order-0190…`. */
  readonly _id: string
  /** Designated salesperson of a customer, who sold of an order; `null` for everything else. */
  readonly ownerId: string | null
}

export type KnownRecordModel = KeptCollection<KnownRecord>

const PROJECTION = 'after-sales.known-records'

/** The record of this stream; `null` while nobody has told of it. */
export function loadKnownRecord(context: RequestContext, stream: string): Promise<KnownRecord | null> {
  return loadById(context, knownRecordModel(context.kit.connection), stream)
}

/** Staff id of who follows the customer up; `null` where nobody does, or nobody has told. */
export async function ownerOfCustomer(context: RequestContext, customerId: string): Promise<string | null> {
  return (await loadKnownRecord(context, `customer-${customerId}`))?.ownerId ?? null
}

export function knownRecordModel(connection: Connection): KnownRecordModel {
  return keptCollection(connection, { projection: PROJECTION, name: 'knownRecords' })
}

export function knownRecordsProjection(model: KnownRecordModel): Projection {
  const know = async (stream: string, ownerId: string | null, scope: ProjectionScope): Promise<void> => {
    const { session } = scope
    await model.of(scope).updateOne({ _id: stream }, { $set: { ownerId } }, { upsert: true, session })
  }
  return {
    name: PROJECTION,
    version: 2,
    sources: ['customers', 'orders'],
    collections: [model],
    handlers: {
      CustomerFileOpened: (event, scope) => know(event.stream, event.data.ownerId, scope),
      CustomerOwnerAssigned: (event, scope) => know(event.stream, event.data.ownerId, scope),
      ProductRegistered: (event, scope) => know(event.stream, null, scope),
      LotReceived: (event, scope) => know(event.stream, null, scope),
      OrderPlaced: (event, scope) => know(event.stream, event.data.salespersonId, scope),
    },
  }
}
