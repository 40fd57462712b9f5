import { isOnlySalesperson, type RequestContext, requestError } from '@afterline/service-kit'
import DataLoader from 'dataloader'
import type { KnownRecord, KnownRecordModel } from '../projections/known-records.ts'
import { type ComplaintDocument, type ComplaintModel, type ReceivedComplaint, receivedOf } from './complaint.model.ts'

/** A customer as this service knows one: the file is another's. */
export interface CustomerReference {
  readonly id: string
}

/** Who sees which complaint, and which of its personal texts. */
export interface ComplaintAccess {
  /** The complaint; `null` when there is none, or it is none of the caller's. */
  load(context: RequestContext, complaintId: string): Promise<ReceivedComplaint | null>
  /** @throws GraphQLError `FORBIDDEN` for another salesperson's customer */
  refuseForeignCustomer(context: RequestContext, customerId: string): Promise<void>
  /** Whether a record of another context, named by its stream, has been heard of. */
  isKnown(context: RequestContext, stream: string): Promise<boolean>
}

export function complaintAccess(complaints: ComplaintModel, knownRecords: KnownRecordModel): ComplaintAccess {
  const complaintOf = (context: RequestContext, id: string) =>
    context.loaderOf('complaint', () => byId(complaints)).load(id)
  const recordOf = (context: RequestContext, stream: string) =>
    context.loaderOf('known-record', () => recordsByStream(knownRecords)).load(stream)
  const isForeign = async (context: RequestContext, customerId: string) => {
    if (!isOnlySalesperson(context.principal)) return false
    return (await recordOf(context, `customer-${customerId}`))?.ownerId !== context.principal.id
  }

  return {
    async load(context, complaintId) {
      const complaint = await complaintOf(context, complaintId)
      return complaint && (await isForeign(context, complaint.state.customerId)) ? null : complaint
    },
    async refuseForeignCustomer(context, customerId) {
      if (await isForeign(context, customerId)) throw requestError('FORBIDDEN')
    },
    isKnown: async (context, stream) => (await recordOf(context, stream)) !== null,
  }
}

function byId(model: ComplaintModel): DataLoader<string, ReceivedComplaint | null> {
  return new DataLoader(async (ids) => {
    const found = await model.find({ _id: { $in: [...ids] } }).lean<ComplaintDocument[]>()
    const complaints = new Map(found.map((document) => [document._id, receivedOf(document)]))
    return ids.map((id) => complaints.get(id) ?? null)
  })
}

function recordsByStream(model: KnownRecordModel): DataLoader<string, KnownRecord | null> {
  return new DataLoader(async (streams) => {
    const known = await model.current()
    const found = await known.find({ _id: { $in: [...streams] } }).toArray()
    const records = new Map(found.map((record) => [record._id, record]))
    return streams.map((stream) => records.get(stream) ?? null)
  })
}
