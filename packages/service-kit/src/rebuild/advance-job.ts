import type { ClientSession, Connection } from 'mongoose'
import { beginPass } from '../bookkeeping/measurement-changes.ts'
import type { Projection, StoredAggregate } from '../interfaces.ts'
import type { LeaseKeeper } from '../relay/lease.ts'
import { databaseOf } from '../store/database.ts'
import type { Log } from '../store/log.ts'
import { inTransaction } from '../store/transaction.ts'
import { auditSums } from './audit-sums.ts'
import { removeLeftovers } from './leftovers.ts'
import {
  advanced,
  ended,
  NO_CORRECTIONS,
  positionOf,
  type RebuildDocument,
  type RebuildStep,
  type Stretch,
  statusOf,
  streamsStepOf,
} from './rebuild-job.ts'
import { rebuildProjections } from './rebuild-projections.ts'
import { type RebuildSource, rebuildStreams } from './rebuild-streams.ts'
import { rebuildsOf } from './rebuilding.ts'

export interface AdvanceDeps extends RebuildSource {
  readonly aggregates: readonly StoredAggregate[]
  readonly projections: readonly Projection[]
  readonly lease: LeaseKeeper
  readonly token: number
  readonly limit: number
  readonly log: Log
}

/**
 * Carries out the next stretch of an open job, in one transaction with the job's own document.
 * @returns whether there may be more to do at once: what consumers do is only waited for
 */
export async function advanceJob(deps: AdvanceDeps, jobId: string): Promise<boolean> {
  const job = await inTransaction(deps.connection, async (session) => {
    await deps.lease.require(deps.token, session)
    const open = await rebuildsOf(deps.connection).findOne({ _id: jobId, isOpen: true }, { session })
    if (open === null) return null
    const next = await advancedBy(deps, open, session)
    await save(deps.connection, next, session)
    // Who asks for a rebuild wants everything right that follows from events, what is published of it, too.
    if (next.endedAt !== null && next.cause === 'ASKED') await beginPass(deps.connection, session)
    return next
  })
  if (job && job.endedAt !== null) deps.log.info(summaryOf(job), 'a rebuild has ended')
  return job?.cursor?.step !== 'PROJECTIONS'
}

/** Ends the open job where it cannot go on. What it has rebuilt is right; who asks again begins a new one. */
export async function giveUp(connection: Connection, failure: NonNullable<RebuildDocument['failure']>): Promise<void> {
  await inTransaction(connection, async (session) => {
    const open = await rebuildsOf(connection).findOne({ isOpen: true }, { session })
    if (open) await save(connection, ended(open, failure, new Date()), session)
  })
}

async function advancedBy(deps: AdvanceDeps, open: RebuildDocument, session: ClientSession): Promise<RebuildDocument> {
  const position = positionOf(open)
  if (position === null) return ended(open, null, new Date())
  const { step, after } = position
  const job = open.startedAt === null ? { ...open, startedAt: new Date() } : open
  const stretch = await carryOut(deps, job, step, after, session)
  // How many streams there are is told, not relied on; it is counted again whenever a category begins.
  const total = after === null ? await streamsOf(deps, job) : job.total
  return { ...advanced(job, step, stretch), total }
}

function carryOut(
  deps: AdvanceDeps,
  job: RebuildDocument,
  step: RebuildStep,
  after: string | null,
  session: ClientSession,
): Promise<Stretch> {
  const own = deps.aggregates.filter(({ category }) => job.categories.includes(category))
  const stretch = { after, limit: deps.limit }
  if (step === 'LEFTOVERS') return removeLeftovers(deps, own, stretch, session)
  if (step === 'SUMS') return auditSums(deps, stretch, session)
  if (step === 'PROJECTIONS') return rebuildProjections(deps, after, session)
  const aggregate = own.find(({ category }) => streamsStepOf(category) === step)
  if (aggregate) return rebuildStreams(deps, aggregate, stretch, session)
  // A category that this release does not have (any more): its streams are nobody's here.
  return Promise.resolve({ after: null, streams: 0, corrected: NO_CORRECTIONS, problems: [] })
}

async function streamsOf({ connection, aggregates }: AdvanceDeps, { categories }: RebuildDocument): Promise<number> {
  const own = aggregates.filter(({ category }) => categories.includes(category))
  const counts = own.map(({ collection }) => databaseOf(connection).collection(collection).estimatedDocumentCount())
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0)
}

async function save(connection: Connection, job: RebuildDocument, session: ClientSession): Promise<void> {
  await rebuildsOf(connection).replaceOne({ _id: job._id }, job, { session })
}

function summaryOf(job: RebuildDocument) {
  const { _id: rebuild, categories, streams, corrected, problemCount: problems, failure } = job
  return { rebuild, status: statusOf(job), categories, streams, ...corrected, problems, failure: failure?.code ?? null }
}
