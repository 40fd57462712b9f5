import { type Instant, laterOf } from '../primitives/instant.ts'
import type { Measurement } from './ledger.ts'
import { type Stretch, stretchesWhere } from './stretches.ts'
import { compareInstants, earliest } from './timing.ts'

/** That a thing was found to be a duplicate, merged into another one or spam, or that this was taken back. */
export interface ExclusionMark {
  readonly at: Instant
  readonly isExcluded: boolean
}

/**
 * Since when a thing is left out of every figure; `null` where it counts. Marking it again changes nothing. What is
 * marked and taken back at the same instant counts: nothing is left out in doubt.
 */
export function excludedSince(marks: readonly ExclusionMark[]): Instant | null {
  return inOrder(marks).reduce<Instant | null>((since, { at, isExcluded }) => (isExcluded ? (since ?? at) : null), null)
}

/**
 * What a thing measures while it is not left out. From its exclusion on it counts nowhere, whatever had come of it; seen
 * from before, it counts as it did then.
 * @param beganAt when the thing came to be
 */
export function whileIncluded(
  measurements: readonly Measurement[],
  marks: readonly ExclusionMark[],
  beganAt: Instant,
): readonly Measurement[] {
  if (marks.length === 0) return measurements
  const known = inOrder(marks)
  const included = stretchesWhere(
    [beganAt, ...marks.map(({ at }) => at).filter((at) => beganAt < at)],
    (instant) => known.findLast(({ at }) => at <= instant)?.isExcluded !== true,
  )
  return measurements.flatMap((measurement) => within(measurement, included))
}

function inOrder(marks: readonly ExclusionMark[]): readonly ExclusionMark[] {
  return marks.toSorted((a, b) => compareInstants(a.at, b.at) || Number(b.isExcluded) - Number(a.isExcluded))
}

/** One measurement for each stretch in which the thing counts; the first keeps its name. */
function within(measurement: Measurement, stretches: readonly Stretch[]): readonly Measurement[] {
  const parts = stretches.flatMap((stretch) => {
    const since = laterOf(measurement.since, stretch.since)
    const until = earliest(measurement.until ?? null, stretch.until)
    return until !== null && until <= since ? [] : [{ ...measurement, since, until }]
  })
  return parts.map((part, index) => (index === 0 ? part : { ...part, item: `${part.item}/${index + 1}` }))
}
