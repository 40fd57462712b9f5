import type { Projection, ProjectionScope } from '@afterline/service-kit'
import { type Connection, type Model, Schema } from 'mongoose'

/**
 * What this service knows of the others' records: that they exist, and who looks after a customer. A complaint may name
 * what is not (yet) here; it is accepted all the same (CMP-1) and shown as naming an unknown record.
 */
export interface KnownRecord {
  /** Stream of the record, such as `order-0190…`. */
  readonly _id: string
  /** Designated salesperson of a customer; `null` for everything else. */
  readonly ownerId: string | null
}

export type KnownRecordModel = Model<KnownRecord>

export function knownRecordModel(connection: Connection): KnownRecordModel {
  const schema = new Schema<KnownRecord>(
    { _id: String, ownerId: { type: String, default: null } },
    { versionKey: false, autoIndex: false, autoCreate: false },
  )
  return connection.model<KnownRecord>('KnownRecord', schema, 'knownRecords')
}

export function knownRecordsProjection(model: KnownRecordModel): Projection {
  const know = async (stream: string, ownerId: string | null, { session }: ProjectionScope): Promise<void> => {
    await model.updateOne({ _id: stream }, { $set: { ownerId } }, { upsert: true, session })
  }
  return {
    name: 'after-sales.known-records',
    sources: ['customers', 'orders'],
    handlers: {
      CustomerFileOpened: (event, scope) => know(event.stream, event.data.ownerId, scope),
      CustomerOwnerAssigned: (event, scope) => know(event.stream, event.data.ownerId, scope),
      ProductRegistered: (event, scope) => know(event.stream, null, scope),
      LotReceived: (event, scope) => know(event.stream, null, scope),
      OrderPlaced: (event, scope) => know(event.stream, null, scope),
    },
  }
}
