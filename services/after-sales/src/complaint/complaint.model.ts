import type { ComplaintEvent } from '@afterline/events'
import type { PolicyBook } from '@afterline/rules'
import { type AggregateDocument, defineAggregateModel, type Repository } from '@afterline/service-kit'
import type { Connection, Model } from 'mongoose'
import { complaint } from './complaint.ts'
import type { Complaint, ComplaintCommand, ComplaintFacts, ComplaintState } from './complaint-state.ts'

export type ComplaintDocument = AggregateDocument<ComplaintState>
export type ComplaintModel = Model<ComplaintDocument>
export type ComplaintRepository = Repository<ComplaintState, ComplaintCommand, ComplaintEvent, ComplaintFacts>

/** One index per way in which portals list complaints; `_id` at the end makes every order total, as paging needs. */
export function complaintModel(connection: Connection): ComplaintModel {
  return defineAggregateModel<ComplaintState>(connection, 'complaints', [
    { fields: { 'state.receivedAt': 1, _id: 1 } },
    { fields: { 'state.status': 1, 'state.receivedAt': 1, _id: 1 } },
    { fields: { 'state.customerId': 1, 'state.receivedAt': 1, _id: 1 } },
    { fields: { 'state.complaintClass': 1, 'state.receivedAt': 1, _id: 1 } },
    { fields: { 'state.isWithAdministration': 1, 'state.receivedAt': 1, _id: 1 } },
  ])
}

export function complaintRepository(model: ComplaintModel, policies: PolicyBook): ComplaintRepository {
  return {
    aggregate: complaint,
    model,
    creates: ['ReceiveComplaint'],
    async readFacts({ at }) {
      const confirmationAttempts = policies.setting('complaint.confirmationAttempts', policies.versionAt(at))
      return { zone: policies.tenantZone, confirmationAttempts }
    },
  }
}

/** A complaint as it is read: a document begins with its receipt, so it has been received. */
export type ReceivedComplaint = AggregateDocument<Complaint>

/** @throws Error for a document without an event, which the store never writes */
export function receivedOf(document: ComplaintDocument): ReceivedComplaint {
  const { state } = document
  if (state.status === 'UNRECEIVED') throw new Error(`complaint ${document._id} has no event`)
  return { ...document, state }
}
