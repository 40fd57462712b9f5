import { segmentsBetween } from '../calendar/segments.ts'
import type { Timer } from '../ledger/ledger.ts'
import type { PolicyBook } from '../policy/book.ts'
import type { Bilingual } from '../primitives/bilingual.ts'
import { type Instant, instantFromMillis, millisOf } from '../primitives/instant.ts'
import { type CompiledDeadline, compiledDeadlineOf } from './compiled-deadlines.ts'
import { type Course, courseOf, type Run } from './course.ts'
import { despite, everyHourCounts, paused, reachedText, restarted, untilReopened } from './explanation-texts.ts'
import { calendarOf, dueOf } from './moments.ts'
import type { Stretch } from './stretches.ts'

/** One stretch of a timer's life with one reason for counting or not. Half-open, never empty. */
export interface ExplainedSegment {
  readonly from: Instant
  readonly to: Instant
  readonly counted: boolean
  readonly reason: Bilingual
}

/** A run that ended and that a reopening made void, with the verdict that it had. */
export interface EarlierRun {
  readonly startedAt: Instant
  readonly stoppedAt: Instant
  readonly dueAt: Instant
  readonly status: 'MET' | 'MISSED'
}

/** How a timer's time was counted. The segments adjoin and fill the time from start to end; the counted ones sum to `counted`. */
export interface TimerExplanation {
  readonly counted: number
  readonly segments: readonly ExplainedSegment[]
  /** Where policy restarts the limit at each reopening; absent for none. Their time is in the segments, uncounted. */
  readonly earlierRuns?: readonly EarlierRun[]
}

/**
 * Explains a timer from its start until it ended or became void, at the latest until an instant; empty when that lies
 * before the start. What happened after the instant is not known.
 * @throws RulesError `POLICY_UNKNOWN`, `CALENDAR_NOT_PUBLISHED`
 */
export function explainTimer(book: PolicyBook, timer: Timer, until: Instant): TimerExplanation {
  const deadline = compiledDeadlineOf(book, timer)
  const asOf = millisOf(until)
  const course = courseOf(deadline.policy, timer, asOf)
  const voided = timer.voidedAt === null ? Number.POSITIVE_INFINITY : millisOf(timer.voidedAt)
  const life = { from: millisOf(timer.startedAt), until: Math.min(asOf, course.deciding.stop, voided) }
  const earlierRuns = course.earlier.map((run) => earlierRunOf(deadline, timer, run))
  const uncounted = whyUncounted(course, earlierRuns)
  const counted = whyCounted(deadline, timer, course)
  const segments = cut(life, momentsOf(course, timer)).flatMap(({ from, until: to }) => {
    const reason = uncounted(from)
    return reason ? [{ from, to, counted: false, reason }] : counted(from, to)
  })
  return {
    counted: segments.reduce((sum, segment) => sum + (segment.counted ? segment.to - segment.from : 0), 0),
    segments: joined(segments).map(({ from, to, ...told }) => ({
      from: instantFromMillis(from),
      to: instantFromMillis(to),
      ...told,
    })),
    ...(earlierRuns.length > 0 ? { earlierRuns } : {}),
  }
}

/** A segment in epoch milliseconds. */
interface Segment {
  readonly from: number
  readonly to: number
  readonly counted: boolean
  readonly reason: Bilingual
}

function earlierRunOf(deadline: CompiledDeadline, timer: Timer, run: Run): EarlierRun {
  const due = dueOf(deadline, timer, run)
  return {
    startedAt: instantFromMillis(run.start),
    stoppedAt: instantFromMillis(run.stop),
    dueAt: instantFromMillis(due),
    status: run.stop <= due ? 'MET' : 'MISSED',
  }
}

/** Every moment at which the reason for counting or not may change, besides those of the calendar. */
function momentsOf({ earlier, reopenings, pauses }: Course, { occurrences }: Timer): readonly number[] {
  const stretches = [...earlier.map(({ start, stop }) => ({ from: start, until: stop })), ...reopenings, ...pauses]
  return [...stretches.flatMap(({ from, until }) => [from, until]), ...(occurrences ?? []).map(millisOf)]
}

function cut({ from, until }: Stretch, moments: readonly number[]): readonly Stretch[] {
  if (until <= from) return []
  const inside = [...new Set(moments)].filter((moment) => from < moment && moment < until).toSorted((a, b) => a - b)
  const begins = [from, ...inside]
  return begins.map((begin, index) => ({ from: begin, until: begins[index + 1] ?? until }))
}

/** Tells why nothing counts at a moment; `null` where neither an earlier run, a reopening nor a pause is the reason. */
function whyUncounted({ earlier, reopenings, pauses }: Course, earlierRuns: readonly EarlierRun[]) {
  return (at: number): Bilingual | null => {
    const run = earlier.findIndex(({ start, stop }) => start <= at && at < stop)
    const verdict = earlierRuns[run]?.status
    if (verdict) return restarted(verdict)
    if (reopenings.some((stretch) => contains(stretch, at))) return untilReopened
    const stopping = pauses.filter((pause) => pause.effect === 'STOPS' && contains(pause, at))
    return stopping.length > 0 ? paused(stopping) : null
  }
}

/** Tells what counts of a stretch that nothing paused, and what no pause could change. */
function whyCounted(deadline: CompiledDeadline, timer: Timer, { pauses, reached }: Course) {
  const calendar = calendarOf(deadline, timer)
  const { term } = deadline.policy
  const done = (timer.occurrences ?? []).map(millisOf)
  const onTheWall = (from: number) => {
    if (term.clock !== 'count' || reached === null) return everyHourCounts
    const start = millisOf(timer.startedAt)
    return reachedText({ reached: done.filter((at) => start <= at && at <= from).length, required: term.atLeast })
  }
  return (from: number, to: number): readonly Segment[] => {
    const segments = calendar
      ? segmentsBetween(calendar, from, to).map(({ isOpen, ...told }) => ({ ...told, counted: isOpen }))
      : [{ from, to, counted: true, reason: onTheWall(from) }]
    const idle = pauses.filter((pause) => contains(pause, from))
    return segments.map((told) => (told.counted ? { ...told, reason: despite(told.reason, idle) } : told))
  }
}

function contains({ from, until }: Stretch, at: number): boolean {
  return from <= at && at < until
}

/** Neighbours with one reason are one segment. */
function joined(segments: readonly Segment[]): readonly Segment[] {
  const result: Segment[] = []
  for (const next of segments) {
    const last = result.at(-1)
    if (last && last.counted === next.counted && last.reason.en === next.reason.en) {
      result[result.length - 1] = { ...last, to: next.to }
    } else result.push(next)
  }
  return result
}
