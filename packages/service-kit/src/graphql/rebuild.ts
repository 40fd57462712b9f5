import { type Instant, instantFromMillis } from '@afterline/rules'
import {
  positionOf,
  type RebuildDocument,
  type RebuildProblem,
  type RebuildStatus,
  statusOf,
} from '../rebuild/index.ts'
import type { RequestContext } from './request-context.ts'

/** A rebuild as `Rebuild` shows it. */
export interface RebuildView extends Pick<RebuildDocument, 'categories' | 'streams' | 'total' | 'problemCount'> {
  readonly id: string
  readonly status: RebuildStatus
  readonly requestedAt: Instant
  readonly startedAt: Instant | null
  readonly endedAt: Instant | null
  readonly step: string | null
  readonly correctedDocuments: number
  readonly correctedTimers: number
  readonly correctedMeasurements: number
  readonly correctedSums: number
  readonly problems: readonly RebuildProblem[]
  readonly failureCode: string | null
}

/** The rebuild that is under way, else the last one; `null` when there never was one. */
export async function latestRebuild({ kit }: RequestContext): Promise<RebuildView | null> {
  const job = await kit.rebuilding.latest()
  return job && rebuildView(job)
}

/**
 * Has the running service rebuild what it keeps, or joins what is under way.
 * @throws ServiceError `INPUT_INVALID` for what is not a category of this service
 */
export async function askForRebuild(
  { kit }: RequestContext,
  { category }: { readonly category?: string | null },
): Promise<RebuildView> {
  const id = await kit.rebuilding.request(category ? [category] : undefined)
  const job = await kit.rebuilding.find(id)
  if (!job) throw new Error(`rebuild ${id} is gone`)
  return rebuildView(job)
}

function rebuildView(job: RebuildDocument): RebuildView {
  const { _id: id, corrected, failure } = job
  const { categories: gone, streams, total, problemCount, problems } = job
  return {
    ...{ id, status: statusOf(job), categories: gone, streams, total, problemCount, problems },
    requestedAt: instantOf(job.requestedAt),
    startedAt: job.startedAt && instantOf(job.startedAt),
    endedAt: job.endedAt && instantOf(job.endedAt),
    step: job.isOpen ? (positionOf(job)?.step ?? null) : null,
    correctedDocuments: corrected.documents,
    correctedTimers: corrected.timers,
    correctedMeasurements: corrected.measurements,
    correctedSums: corrected.sums,
    failureCode: failure?.code ?? null,
  }
}

const instantOf = (date: Date): Instant => instantFromMillis(date.getTime())
