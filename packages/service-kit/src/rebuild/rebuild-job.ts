import type { Category } from '@afterline/events'

/*
 * Glossary
 *   rebuild      making anew, from events alone, everything that a service keeps besides them
 *   job          one rebuild of a service: a document, so that it outlives every process that works on it
 *   step         a part of a job that is gone through from its beginning to its end
 *   leftovers    limits and measurements of streams that have no events
 *   sums         the buckets of the figures
 *   projections  what the service remembers of events, made anew by their consumers beside what readers see
 */

/** What a job found otherwise than the events say, and put right. */
export interface Corrections {
  readonly documents: number
  readonly timers: number
  readonly measurements: number
  /** Sums of the figures that were not what their measurements add up to. */
  readonly sums: number
}

/** Something that no rebuild can put right: it is left as it is. */
export interface RebuildProblem {
  readonly stream: string
  readonly code: string
  /** Never data of an event. */
  readonly message: string
}

export interface RebuildDocument {
  readonly _id: string
  /** Present until the job is over; one job at a time has it. */
  readonly isOpen?: true
  /** Somebody asked for it, or a service found documents that other code had made. */
  readonly cause: RebuildCause
  readonly categories: readonly Category[]
  /** Whether the service's projections are made anew, too. Absent on jobs from before they could be. */
  readonly withProjections?: boolean
  /** Shapes of the code that is to do it (`codeOf`), so that replicas of another release leave it alone; `null` for any. */
  readonly code: string | null
  readonly requestedAt: Date
  /** When a service took it up. */
  readonly startedAt: Date | null
  readonly endedAt: Date | null
  /** Steps that are done. */
  readonly done: readonly RebuildStep[]
  /** Where the present step goes on; `null` at its beginning. */
  readonly cursor: { readonly step: RebuildStep; readonly after: string } | null
  /** Streams gone through, and about how many there are. */
  readonly streams: number
  readonly total: number
  readonly corrected: Corrections
  /** The first 100. */
  readonly problems: readonly RebuildProblem[]
  readonly problemCount: number
  /** Why the job was given up; `null` while it runs, and when it came to its end. */
  readonly failure: { readonly code: string; readonly message: string } | null
}

export type RebuildCause = 'ASKED' | 'STALE'
export type RebuildStep = `STREAMS ${Category}` | 'LEFTOVERS' | 'SUMS' | 'PROJECTIONS'
export type RebuildStatus = 'REQUESTED' | 'RUNNING' | 'DONE' | 'FAILED'

const SHOWN_PROBLEMS = 100
export const NO_CORRECTIONS: Corrections = { documents: 0, timers: 0, measurements: 0, sums: 0 }
/** After the streams of every category: what they leave behind. */
export const LAST_STEPS = ['LEFTOVERS', 'SUMS'] as const satisfies readonly RebuildStep[]

export const streamsStepOf = (category: Category): RebuildStep => `STREAMS ${category}`

/** What somebody wants to be rebuilt. */
export type RebuildRequest = Pick<RebuildDocument, 'cause' | 'categories' | 'withProjections' | 'code'>

export function newJob(_id: string, request: RebuildRequest, now: Date): RebuildDocument {
  return {
    ...{ _id, isOpen: true, ...request },
    ...{ requestedAt: now, startedAt: null, endedAt: null, done: [], cursor: null },
    ...{ streams: 0, total: 0, corrected: NO_CORRECTIONS, problems: [], problemCount: 0, failure: null },
  }
}

export function statusOf({ isOpen, startedAt, failure }: RebuildDocument): RebuildStatus {
  if (isOpen) return startedAt === null ? 'REQUESTED' : 'RUNNING'
  return failure === null ? 'DONE' : 'FAILED'
}

/** The step that is to be carried out, `null` when all are done, and after what it goes on. */
export function positionOf({
  categories,
  withProjections = false,
  done,
  cursor,
}: RebuildDocument): { readonly step: RebuildStep; readonly after: string | null } | null {
  const projections = withProjections ? (['PROJECTIONS'] as const) : []
  const steps = [...categories.map(streamsStepOf), ...LAST_STEPS, ...projections]
  const step = steps.find((each) => !done.includes(each))
  if (step === undefined) return null
  return { step, after: cursor?.step === step ? cursor.after : null }
}

/** What one stretch of a step did. */
export interface Stretch {
  /** After what the step goes on; `null` when it is done. */
  readonly after: string | null
  readonly streams: number
  readonly corrected: Corrections
  readonly problems: readonly RebuildProblem[]
}

/** The job after a stretch of this step. */
export function advanced(job: RebuildDocument, step: RebuildStep, stretch: Stretch): RebuildDocument {
  const { after, streams, corrected, problems } = stretch
  return {
    ...job,
    done: after === null ? [...job.done, step] : job.done,
    cursor: after === null ? null : { step, after },
    streams: job.streams + streams,
    corrected: addedCorrections(job.corrected, corrected),
    problems: [...job.problems, ...problems].slice(0, SHOWN_PROBLEMS),
    problemCount: job.problemCount + problems.length,
  }
}

export function ended({ isOpen: _, ...job }: RebuildDocument, failure: RebuildDocument['failure'], now: Date) {
  return { ...job, endedAt: now, cursor: null, failure }
}

function addedCorrections(a: Corrections, b: Corrections): Corrections {
  return {
    documents: a.documents + b.documents,
    timers: a.timers + b.timers,
    measurements: a.measurements + b.measurements,
    sums: a.sums + b.sums,
  }
}
