import type { TimerReopening, TimerStart } from '../ledger/ledger.ts'
import type { DeadlinePolicy } from '../policy/policy-version.ts'
import { type Instant, millisOf } from '../primitives/instant.ts'
import { type KnownPause, knownPauses } from './pauses.ts'
import { type Stretch, unionOf, within } from './stretches.ts'

/** One run of a limit from a start to an end. Epoch milliseconds; `stop` is Infinity while it runs. */
export interface Run {
  readonly start: number
  readonly stop: number
  /** Time of the run that does not count, in order. */
  readonly uncounted: readonly Stretch[]
}

/**
 * A timer's life under its policy, as it is known at an instant: the run that decides, the runs that a reopening made
 * void, and everything that an explanation has to tell.
 */
export interface Course {
  readonly deciding: Run
  /** Only where policy says RESTARTS. */
  readonly earlier: readonly Run[]
  /** Stretches between an end and its reopening that do not count; none where policy says KEEPS. */
  readonly reopenings: readonly Stretch[]
  readonly pauses: readonly KnownPause[]
  /** How many things were done of a limit that asks for a number of them, else `null`. */
  readonly reached: number | null
}

const NOTHING: readonly never[] = []

/**
 * Reads a timer by its policy's rules for pauses (C40) and reopenings.
 * @param asOf epoch milliseconds, what happened later is not known; Infinity for all that is known
 */
export function courseOf(policy: DeadlinePolicy, timer: TimerStart, asOf: number): Course {
  if (policy.term.clock === 'count' && timer.occurrences !== undefined) {
    return countedCourse(timer, timer.occurrences, policy.term.atLeast, asOf)
  }
  if (timer.pauses === undefined && timer.reopenings === undefined) {
    const deciding = { start: millisOf(timer.startedAt), stop: knownMillis(timer.stoppedAt, asOf), uncounted: NOTHING }
    return { deciding, earlier: NOTHING, reopenings: NOTHING, pauses: NOTHING, reached: null }
  }
  return reopenedCourse(policy, timer, asOf)
}

/** The limit ends with the last thing that it asks for; what was done before it began is not of it. */
function countedCourse(timer: TimerStart, occurrences: readonly Instant[], atLeast: number, asOf: number): Course {
  const start = millisOf(timer.startedAt)
  const done = occurrences.map(millisOf).filter((at) => at >= start && at <= asOf)
  const stop = done.toSorted((a, b) => a - b)[atLeast - 1] ?? Number.POSITIVE_INFINITY
  const deciding = { start, stop, uncounted: NOTHING }
  return { deciding, earlier: NOTHING, reopenings: NOTHING, pauses: NOTHING, reached: done.length }
}

function reopenedCourse(policy: DeadlinePolicy, timer: TimerStart, asOf: number): Course {
  const { reopened, lastStop } = endsAsOf(timer, asOf)
  const stops = [...reopened.map(({ from }) => from), lastStop].filter(Number.isFinite).toSorted((a, b) => a - b)
  const pauses = knownPauses(policy, timer, stops, asOf)
  const stopping = pauses.filter(({ effect }) => effect === 'STOPS')
  const start = millisOf(timer.startedAt)
  const voided = knownMillis(timer.voidedAt, asOf)
  const runOf = (from: number, stop: number, gaps: readonly Stretch[] = NOTHING): Run => ({
    start: from,
    stop,
    uncounted: within(unionOf([...stopping, ...gaps]), from, Math.min(stop, voided)),
  })
  const known = { pauses, reached: null }
  switch (policy.reopening) {
    case 'KEEPS':
      return { ...known, deciding: runOf(start, stops[0] ?? lastStop), earlier: NOTHING, reopenings: NOTHING }
    case 'RESUMES':
      return { ...known, deciding: runOf(start, lastStop, reopened), earlier: NOTHING, reopenings: reopened }
    case 'RESTARTS': {
      const starts = [start, ...reopened.map(({ until }) => Math.max(start, until))]
      const earlier = reopened.map(({ from }, index) => runOf(starts[index] ?? start, from))
      return { ...known, deciding: runOf(starts.at(-1) ?? start, lastStop), earlier, reopenings: reopened }
    }
  }
}

/** Ends that were undone by then, and the end that stands then: the latest, or one whose undoing still lies ahead. */
function endsAsOf(timer: TimerStart, asOf: number) {
  const all = (timer.reopenings ?? NOTHING).map(stretchOf).toSorted((a, b) => a.until - b.until)
  const reopened = all.filter(({ until }) => until <= asOf)
  const standing = [knownMillis(timer.stoppedAt, asOf), ...all.slice(reopened.length).map(({ from }) => from)]
  return { reopened, lastStop: Math.min(...standing.map((at) => (at <= asOf ? at : Number.POSITIVE_INFINITY))) }
}

function stretchOf({ stoppedAt, reopenedAt }: TimerReopening): Stretch {
  return { from: millisOf(stoppedAt), until: millisOf(reopenedAt) }
}

function knownMillis(instant: Instant | null | undefined, asOf: number): number {
  if (instant === null || instant === undefined) return Number.POSITIVE_INFINITY
  const millis = millisOf(instant)
  return millis <= asOf ? millis : Number.POSITIVE_INFINITY
}
