import { identifierOf } from '@afterline/rules'
import {
  type KeptCollection,
  keptCollection,
  loadById,
  type Projection,
  type ProjectionScope,
  type Reading,
  type RequestContext,
} from '@afterline/service-kit'
import type { ClientSession, Connection } from 'mongoose'

/**
 * What this service knows of the others' records: that they exist, and who looks after a customer. A complaint may name
 * what is not (yet) here; it is accepted all the same (CMP-1) and shown as naming an unknown record.
 */
export interface KnownRecord {
  /** Stream of the record, such as `order-0190…`. */
  readonly _id: string
  /** Designated salesperson of a customer, who sold of an order; `null` for everything else. */
  readonly ownerId: string | null
  /** Of a product: the GTIN that its labels bear; missing where none was told. */
  readonly deviceIdentifier?: string
  /** Of a lot: what it is of. */
  readonly productId?: string
  /** Of a lot, as its label bears it. */
  readonly lotNumber?: string
  /** Its number as it is compared. */
  readonly lotIdentifier?: string
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

/** Staff id of who sold the order; `null` while nobody has told. */
export async function sellerOf(context: RequestContext, orderId: string): Promise<string | null> {
  return (await loadKnownRecord(context, `order-${orderId}`))?.ownerId ?? null
}

/** Id of the product that bears this device identifier; `null` while nobody has told of it. */
export async function loadProductOfDevice(context: RequestContext, deviceIdentifier: string): Promise<string | null> {
  const records = await knownRecordModel(context.kit.connection).current()
  return idIn('product', await records.findOne({ deviceIdentifier }))
}

/** Id of the first lot of the product that bears this number, however it is written; `null` while nobody has told of one. */
export async function loadLotOfNumber(
  context: RequestContext,
  productId: string,
  lotNumber: string,
): Promise<string | null> {
  const records = await knownRecordModel(context.kit.connection).current()
  const found = await records
    .find({ productId, lotIdentifier: identifierOf(lotNumber) })
    .sort({ _id: 1 })
    .limit(1)
    .next()
  return idIn('lot', found)
}

function idIn(category: 'product' | 'lot', record: KnownRecord | null): string | null {
  return record === null ? null : record._id.slice(`${category}-`.length)
}

/** The record of this stream, within the transaction of a decision. */
export async function readKnownRecord(reading: Reading, stream: string): Promise<KnownRecord | null> {
  const record = await readWithin(reading, async (records, session) => records.findOne({ _id: stream }, { session }))
  reading.rests({ projection: PROJECTION, stream, isThere: record !== null })
  return record
}

/** Id of the product with this device identifier; `null` while nobody has told of it. */
export async function knownProduct(reading: Reading, deviceIdentifier: string): Promise<string | null> {
  const found = await readWithin(reading, (records, session) => records.findOne({ deviceIdentifier }, { session }))
  return idIn('product', found)
}

/** Ids of the lots of the product that bear this number, however it is written. */
export async function knownLots(reading: Reading, productId: string, lotNumber: string): Promise<readonly string[]> {
  const wanted = { productId, lotIdentifier: identifierOf(lotNumber) }
  const found = await readWithin(reading, (records, session) =>
    records.find(wanted, { session }).sort({ _id: 1 }).toArray(),
  )
  return found.map(({ _id }) => _id.slice('lot-'.length))
}

type KnownRecords = Awaited<ReturnType<KnownRecordModel['current']>>

async function readWithin<Result>(
  { kit, inTurn }: Reading,
  read: (records: KnownRecords, session: ClientSession) => Promise<Result>,
): Promise<Result> {
  const records = await knownRecordModel(kit.connection).current()
  return inTurn((session) => read(records, session))
}

export function knownRecordModel(connection: Connection): KnownRecordModel {
  const indexes = [
    { key: { deviceIdentifier: 1 }, sparse: true },
    { key: { productId: 1, lotIdentifier: 1 }, sparse: true },
  ]
  return keptCollection(connection, { projection: PROJECTION, name: 'knownRecords', indexes })
}

export function knownRecordsProjection(model: KnownRecordModel): Projection {
  type Known = Omit<Partial<KnownRecord>, '_id'>
  const learn = async (stream: string, known: Known, scope: ProjectionScope): Promise<void> => {
    const { session } = scope
    await model.of(scope).updateOne({ _id: stream }, { $set: known }, { upsert: true, session })
  }
  const know = (stream: string, ownerId: string | null, scope: ProjectionScope) => learn(stream, { ownerId }, scope)
  return {
    name: PROJECTION,
    version: 3,
    sources: ['customers', 'orders'],
    collections: [model],
    handlers: {
      CustomerFileOpened: (event, scope) => know(event.stream, event.data.ownerId, scope),
      CustomerOwnerAssigned: (event, scope) => know(event.stream, event.data.ownerId, scope),
      ProductRegistered: ({ stream, data }, scope) => learn(stream, { ownerId: null, ...deviceOf(data) }, scope),
      ProductCompleted: ({ stream, data }, scope) => learn(stream, { ownerId: null, ...deviceOf(data) }, scope),
      LotReceived: ({ stream, data: { productId, lotNumber } }, scope) => {
        const lot = { productId, lotNumber, lotIdentifier: identifierOf(lotNumber) }
        return learn(stream, { ownerId: null, ...lot }, scope)
      },
      OrderPlaced: (event, scope) => know(event.stream, event.data.salespersonId, scope),
    },
  }
}

function deviceOf({ deviceIdentifier }: { readonly deviceIdentifier: string | null }): Partial<KnownRecord> {
  return deviceIdentifier === null ? {} : { deviceIdentifier }
}
