import { DDSketch } from '@datadog/sketches-js'
import { RulesError } from '../rules-error.ts'

/*
 * Durations are counted in bins whose borders grow by a constant factor, as a DDSketch does it: a percentile is then
 * found with a bounded relative error, and bins are integers that add up and can be taken back like every other count.
 * The library says which bin a length falls into and which length stands for a bin.
 */

/** Of every percentile: at most 1 % above or below a duration that was really measured. */
export const RELATIVE_ERROR = 0.01

const { mapping } = new DDSketch({ relativeAccuracy: RELATIVE_ERROR })
/** Below the bin of one millisecond, which is 0. */
const NO_TIME = -1

/** How many durations fall into a bin. */
export interface BinCount {
  readonly bin: number
  readonly count: number
}

/** @throws RulesError `KPI_INVALID` unless the length is a whole number of milliseconds, 0 or more */
export function binOf(millis: number): number {
  if (!Number.isSafeInteger(millis) || millis < 0) {
    throw new RulesError('KPI_INVALID', `${millis} is not the length of a duration in milliseconds`)
  }
  return millis === 0 ? NO_TIME : mapping.key(millis)
}

/**
 * The duration below or at which a share of all durations lies (0.5 for the median, 1 for the longest), in milliseconds
 * with at most `RELATIVE_ERROR`; `null` without durations. Of an even number the lower of the two in the middle.
 * @throws RulesError `KPI_INVALID` for a share outside 0 to 1
 */
export function quantileOf(bins: Iterable<BinCount>, share: number): number | null {
  if (!(share >= 0 && share <= 1)) throw new RulesError('KPI_INVALID', `${share} is not a share from 0 to 1`)
  const sorted = [...bins].toSorted((a, b) => a.bin - b.bin)
  const total = sorted.reduce((sum, { count }) => sum + count, 0)
  const rank = Math.max(1, Math.ceil(share * total))
  let reached = 0
  for (const { bin, count } of sorted) {
    reached += count
    if (reached >= rank) return binLengthOf(bin)
  }
  return null
}

/** The length that stands for all of a bin, in milliseconds: within `RELATIVE_ERROR` of each. */
export function binLengthOf(bin: number): number {
  return bin === NO_TIME ? 0 : mapping.value(bin)
}
