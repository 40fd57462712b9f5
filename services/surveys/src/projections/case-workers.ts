import type { StoredEvent } from '@afterline/events'
import {
  type KeptCollection,
  keptCollection,
  type Projection,
  type ProjectionScope,
  type Reading,
} from '@afterline/service-kit'
import type { Connection } from 'mongoose'
import type { Survey } from '../survey/survey.ts'
import { customerOwnerModel } from './customer-owners.ts'

/** Who worked on a complaint, as after-sales tells: none of them rates it in the customer's place (SVY-2). */
interface CaseWorkers {
  /** The complaint's id. */
  readonly _id: string
  /** Staff ids, each once. */
  readonly staffIds: readonly string[]
  /** The last resolution that was confirmed: everybody who worked up to it is known. */
  readonly confirmed: number
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
    version: 1,
    sources: ['after-sales'],
    collections: [model],
    handlers: {
      ComplaintRegistered: works,
      OpinionIssued: works,
      ComplaintHandled: works,
      ComplaintMarkedUnsolvable: works,
      AdministrationAccepted: works,
      ResultReturned: works,
      // Whoever took the customer's word down is none of them: such a person may take the rating down, too.
      async ResolutionConfirmed({ data: { complaintId, attempt } }, scope) {
        const { session } = scope
        await model
          .of(scope)
          .updateOne({ _id: complaintId }, { $max: { confirmed: attempt } }, { upsert: true, session })
      },
    },
  }
}

/**
 * Staff ids of those who worked on what is rated, or look after the customer; `null` where that is not known (yet), so that
 * nobody can be told to be none of them.
 */
export async function peopleInvolved(
  { kit: { connection }, load, rests }: Pick<Reading, 'kit' | 'load' | 'rests'>,
  { customerId, subject }: Pick<Survey, 'customerId' | 'subject'>,
): Promise<readonly string[] | null> {
  if (subject.kind !== 'COMPLAINT') return null
  const workers = await load<CaseWorkers>('caseWorkers', subject.id, async (ids, session) => {
    const found = await (await caseWorkerModel(connection).current())
      .find({ _id: { $in: [...ids] } }, { session })
      .toArray()
    return new Map(found.map((document) => [document._id, document]))
  })
  rests({ projection: PROJECTION, stream: `complaint-${subject.id}`, isThere: workers !== null })
  if (workers === null || workers.confirmed < subject.resolution) return null
  const owner = await load<string>('customerOwners', customerId, async (ids, session) => {
    const found = await (await customerOwnerModel(connection).current())
      .find({ _id: { $in: [...ids] } }, { session })
      .toArray()
    return new Map(found.flatMap(({ _id, ownerId }) => (ownerId === null ? [] : [[_id, ownerId] as const])))
  })
  return [...(workers.staffIds ?? []), ...(owner === null ? [] : [owner])]
}
