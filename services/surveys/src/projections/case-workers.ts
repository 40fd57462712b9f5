import type { StoredEvent } from '@afterline/events'
import type { Instant } from '@afterline/rules'
import {
  type KeptCollection,
  keptCollection,
  type Projection,
  type ProjectionScope,
  type Reading,
} from '@afterline/service-kit'
import type { Connection } from 'mongoose'
import type { Survey } from '../survey/survey.ts'
import { customerOwnerModel, ownersSince } from './customer-owners.ts'
import { keptRecord } from './kept-record.ts'

/**
 * Who did anything about a complaint but receive it, as after-sales tells: none of them rates it in the customer's place
 * (SVY-2). Whoever took down that the customer is content is one of them, so that nobody supplies both the word and the stars.
 */
interface CaseWorkers {
  /** The complaint's id. */
  readonly _id: string
  /** Staff ids, each once. */
  readonly staffIds: readonly string[]
  /** The last resolution that was confirmed: everybody who worked up to it is known. */
  readonly confirmed: number
  /** When it was received; missing where an earlier version kept the record. */
  readonly receivedAt?: Instant
}

type CaseWorkerModel = KeptCollection<CaseWorkers>

const PROJECTION = 'surveys.case-workers'

export function caseWorkerModel(connection: Connection): CaseWorkerModel {
  return keptCollection(connection, { projection: PROJECTION, name: 'caseWorkers' })
}

export function caseWorkersProjection(model: CaseWorkerModel): Projection {
  const works = async (
    { actor, data: { complaintId } }: StoredEvent & { readonly data: { readonly complaintId: string } },
    scope: ProjectionScope,
  ): Promise<void> => {
    const worked = { $addToSet: { staffIds: actor.id }, $max: { confirmed: 0 } }
    await model.of(scope).updateOne({ _id: complaintId }, worked, { upsert: true, session: scope.session })
  }
  return {
    name: PROJECTION,
    version: 2,
    sources: ['after-sales'],
    collections: [model],
    handlers: {
      async ComplaintReceived({ occurredAt: receivedAt, data: { complaintId } }, scope) {
        const received = { $set: { receivedAt }, $max: { confirmed: 0 } }
        await model.of(scope).updateOne({ _id: complaintId }, received, { upsert: true, session: scope.session })
      },
      ComplaintClassified: works,
      ComplaintRegistered: works,
      OpinionIssued: works,
      ComplaintHandled: works,
      ComplaintMarkedUnsolvable: works,
      AdministrationAccepted: works,
      ResultReturned: works,
      ComplaintReopened: works,
      ComplaintClosed: works,
      async ResolutionConfirmed({ actor, data: { complaintId, attempt } }, scope) {
        const confirmed = { $addToSet: { staffIds: actor.id }, $max: { confirmed: attempt } }
        await model.of(scope).updateOne({ _id: complaintId }, confirmed, { upsert: true, session: scope.session })
      },
    },
  }
}

/** What is known of the case that is rated. */
export interface CaseKnown {
  /**
   * Staff ids of those who worked on it, or have looked after the customer since it was received; `null` where that is not
   * known (yet), so that nobody can be told to be none of them.
   */
  readonly involved: readonly string[] | null
  /** When it was received; `null` where that is not known. */
  readonly receivedAt: Instant | null
}

const NOTHING_KNOWN: CaseKnown = { involved: null, receivedAt: null }

export async function caseKnown(
  reading: Pick<Reading, 'kit' | 'load' | 'rests'>,
  { customerId, subject }: Pick<Survey, 'customerId' | 'subject'>,
): Promise<CaseKnown> {
  if (subject.kind !== 'COMPLAINT') return NOTHING_KNOWN
  const { connection } = reading.kit
  const workers = await keptRecord(reading, caseWorkerModel(connection), subject.id)
  reading.rests({ projection: PROJECTION, stream: `complaint-${subject.id}`, isThere: workers !== null })
  const receivedAt = workers?.receivedAt ?? null
  if (workers === null || workers.confirmed < subject.resolution) return { involved: null, receivedAt }
  const owner = await keptRecord(reading, customerOwnerModel(connection), customerId)
  const owners = owner === null ? [] : ownersSince(owner, receivedAt)
  return { involved: [...(workers.staffIds ?? []), ...owners], receivedAt }
}
