import type { Instant } from '@afterline/rules'
import {
  type KeptCollection,
  keptCollection,
  type Page,
  type PageArguments,
  type Projection,
  type ProjectionScope,
  pageOf,
} from '@afterline/service-kit'
import type { Connection } from 'mongoose'

/** One line of the service history in a customer's file: a complaint with its result, or a rating (CMP-8). */
export interface ServiceHistoryEntry {
  /** Stream of the complaint or survey. */
  readonly _id: string
  readonly customerId: string
  readonly kind: 'COMPLAINT' | 'RATING'
  readonly occurredAt: Instant
  readonly status: string
  readonly result: string | null
  readonly serviceScore: number | null
}

export type ServiceHistoryModel = KeptCollection<ServiceHistoryEntry>

const PROJECTION = 'customers.service-history'

export function serviceHistoryModel(connection: Connection): ServiceHistoryModel {
  const indexes = [{ key: { customerId: 1, occurredAt: -1, _id: -1 } }] as const
  return keptCollection(connection, { projection: PROJECTION, name: 'serviceHistory', indexes })
}

/** What an entry has before anything is known of it. */
const UNKNOWN: Pick<ServiceHistoryEntry, 'result' | 'serviceScore'> = { result: null, serviceScore: null }

/**
 * Complaints and ratings come from two topics, so a rating can arrive before its complaint: every handler writes only
 * its own fields and creates the entry if need be.
 */
export function serviceHistoryProjection(model: ServiceHistoryModel): Projection {
  const update = async (_id: string, fields: Partial<ServiceHistoryEntry>, scope: ProjectionScope): Promise<void> => {
    const unknown = Object.fromEntries(Object.entries(UNKNOWN).filter(([name]) => !Object.hasOwn(fields, name)))
    const { session } = scope
    await model.of(scope).updateOne({ _id }, { $set: fields, $setOnInsert: unknown }, { upsert: true, session })
  }
  return {
    name: PROJECTION,
    version: 1,
    sources: ['after-sales', 'surveys'],
    collections: [model],
    handlers: {
      ComplaintReceived: (event, scope) => {
        const fields = {
          customerId: event.data.customerId,
          kind: 'COMPLAINT',
          occurredAt: event.occurredAt,
          status: 'RECEIVED',
        } as const
        return update(event.stream, fields, scope)
      },
      ComplaintHandled: (event, scope) => {
        return update(event.stream, { status: 'HANDLED', result: event.data.outcome }, scope)
      },
      ComplaintReopened: (event, scope) => update(event.stream, { status: 'REOPENED' }, scope),
      ResolutionConfirmed: (event, scope) => update(event.stream, { status: 'CONFIRMED' }, scope),
      ComplaintClosed: (event, scope) => update(event.stream, { status: 'CLOSED' }, scope),
      SurveyAnswered: async (event, scope) => {
        const { customerId, subject, serviceScore } = event.data
        const rating = {
          customerId,
          kind: 'RATING',
          occurredAt: event.occurredAt,
          status: 'ANSWERED',
          serviceScore,
        } as const
        await update(event.stream, rating, scope)
        if (subject.kind === 'COMPLAINT') await update(`complaint-${subject.id}`, { serviceScore }, scope)
      },
    },
  }
}

/** A customer's history, newest first. */
export async function historyOf(
  connection: Connection,
  customerId: string,
  page: PageArguments,
): Promise<Page<ServiceHistoryEntry>> {
  const query = {
    list: 'serviceHistory',
    collection: (await serviceHistoryModel(connection).current()).collectionName,
    match: [{ customerId }],
    sort: 'occurredAt',
    direction: -1,
  } as const
  return pageOf<ServiceHistoryEntry, ServiceHistoryEntry>(connection, query, page, (entries) => entries)
}
