import { randomUUID } from 'node:crypto'
import { type Category, type Context, categories } from '@afterline/events'
import type { Connection } from 'mongoose'
import { databaseOf } from '../store/database.ts'
import { isDuplicateKey } from '../store/duplicate-key.ts'
import { ServiceError } from '../store/service-error.ts'
import { LAST_STEPS, newJob, type RebuildDocument, type RebuildRequest } from './rebuild-job.ts'

/** Rebuilds of one service, asked for and followed from any process; the running service does the work. */
export interface Rebuilding {
  /**
   * Has these categories rebuilt; all of the service's, and its projections, when left out. While a job is open, this joins it: what it has
   * rebuilt already counts, what it does not have is added to it.
   * @returns the job's id
   * @throws ServiceError `INPUT_INVALID` for what is not a category of this service
   */
  request(categories?: readonly string[]): Promise<string>
  find(id: string): Promise<RebuildDocument | null>
  /** The open job, else the last one. */
  latest(): Promise<RebuildDocument | null>
}

const KEPT_SECONDS = 90 * 24 * 3600
const SAFELY = { writeConcern: { w: 'majority', journal: true } } as const

export const rebuildsOf = (connection: Connection) => databaseOf(connection).collection<RebuildDocument>('rebuilds')

export async function ensureRebuildIndexes(connection: Connection): Promise<void> {
  await rebuildsOf(connection).createIndex({ isOpen: 1 }, { unique: true, partialFilterExpression: { isOpen: true } })
  await rebuildsOf(connection).createIndex({ requestedAt: -1 })
  await rebuildsOf(connection).createIndex({ endedAt: 1 }, { expireAfterSeconds: KEPT_SECONDS })
}

export function createRebuilding({
  connection,
  context,
}: {
  readonly connection: Connection
  readonly context: Context
}): Rebuilding {
  return {
    async request(wanted) {
      const own = categoriesOf(context)
      const foreign = wanted?.find((name) => !own.some((category) => category === name))
      if (foreign !== undefined) throw new ServiceError('INPUT_INVALID', `${foreign} is not a category of ${context}`)
      const named = wanted ? own.filter((category) => wanted.includes(category)) : own
      return requestRebuild(connection, {
        ...{ cause: 'ASKED', categories: named, withProjections: wanted === undefined, code: null },
      })
    },
    find: (_id) => rebuildsOf(connection).findOne({ _id }),
    latest: () => rebuildsOf(connection).findOne({}, { sort: { requestedAt: -1 } }),
  }
}

function categoriesOf(context: Context): readonly Category[] {
  // The table is keyed by its categories.
  return (Object.keys(categories) as Category[]).filter((category) => categories[category].context === context)
}

/** Joins the open job or begins one: of several who ask at once, one begins it and the others find it. */
export async function requestRebuild(connection: Connection, request: RebuildRequest): Promise<string> {
  // Without an index that lets only one be open, two could begin at once.
  await ensureRebuildIndexes(connection)
  for (;;) {
    const joined = await join(connection, request)
    if (joined) return joined._id
    const job = newJob(randomUUID(), request, new Date())
    const isBegun = await rebuildsOf(connection)
      .insertOne(job, SAFELY)
      .then(() => true)
      .catch(falseWhenAnotherWasFirst)
    if (isBegun) return job._id
  }
}

/**
 * What comes after the streams is done (again) once the streams of what is added are. Who asked last says whose code is
 * to do it: after a release was taken back, nobody is left who could do it by the other.
 */
function join(
  connection: Connection,
  { categories: wanted, withProjections = false, code }: RebuildRequest,
): Promise<RebuildDocument | null> {
  const added = [...wanted]
  const isKnown = { $setIsSubset: [added, '$categories'] }
  const withoutLast = { $setDifference: ['$done', [...LAST_STEPS]] }
  return rebuildsOf(connection).findOneAndUpdate(
    { isOpen: true },
    [
      {
        $set: {
          code,
          withProjections: { $or: ['$withProjections', withProjections] },
          done: { $cond: [isKnown, '$done', withoutLast] },
          categories: { $concatArrays: ['$categories', { $setDifference: [added, '$categories'] }] },
        },
      },
    ],
    { returnDocument: 'after', ...SAFELY },
  )
}

function falseWhenAnotherWasFirst(error: unknown): false {
  if (isDuplicateKey(error)) return false
  throw error
}
