import { type Instant, laterOf } from '../../primitives/instant.ts'
import { endOfDay, type LocalDate, localDateOf, plusMonths, type TimeZone } from '../../primitives/local-date.ts'
import { compareInstants } from '../timing.ts'
import type { RequiredTopic } from './facts.ts'

/** A training with its test. */
export interface TrainingResult {
  readonly topic: string
  readonly at: Instant
  readonly zone: TimeZone
  readonly hasPassed: boolean
  readonly validUntil: LocalDate | null
}

/** Until when a topic is covered: from `endsAt` on it no longer is; `null` for no end. */
export interface TopicCoverage {
  readonly endsAt: Instant | null
}

/**
 * Whether and how long a topic is covered, by what had been held at an instant; `null` where it is not. As in the gate
 * that asks for competence (TRN-6), the last day with a test decides: a failed repetition undoes an earlier pass, and a
 * failed test may be repeated on the same day. Of the training's own end and the interval the stricter one counts.
 */
export function coverageAt(
  required: RequiredTopic,
  results: readonly TrainingResult[],
  instant: Instant,
): TopicCoverage | null {
  const held = results.filter(({ topic, at }) => topic === required.topic && at <= instant).toSorted(compareResults)
  const last = held.at(-1)
  if (last === undefined) return null
  const passed = held.filter((result) => result.hasPassed && dayOf(result) === dayOf(last))
  const covering = passed
    .map((result) => ({ endsAt: endOf(result, required.intervalMonths) }))
    .filter(({ endsAt }) => endsAt === null || instant < endsAt)
  return covering.reduce<TopicCoverage | null>(longer, null)
}

/** Of one instant told in two zones the later day is the last one, whichever is told first. */
function compareResults(a: TrainingResult, b: TrainingResult): number {
  return compareInstants(a.at, b.at) || Number(dayOf(a) > dayOf(b)) - Number(dayOf(a) < dayOf(b))
}

/** `null` covers nothing, and a coverage without end is the longest. */
function longer(a: TopicCoverage | null, b: TopicCoverage): TopicCoverage {
  if (a === null) return b
  return { endsAt: a.endsAt === null || b.endsAt === null ? null : laterOf(a.endsAt, b.endsAt) }
}

function dayOf({ at, zone }: TrainingResult): LocalDate {
  return localDateOf(at, zone)
}

/** The first instant after the last day on which a training counts. */
function endOf(result: TrainingResult, months: number | null): Instant | null {
  const { validUntil, zone } = result
  const byInterval = months === null ? null : plusMonths(dayOf(result), months)
  const [lastDay] = [validUntil, byInterval].filter((day) => day !== null).toSorted()
  return lastDay === undefined ? null : endOfDay(lastDay, zone)
}
