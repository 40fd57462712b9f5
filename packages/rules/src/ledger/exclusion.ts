import type { Instant } from '../primitives/instant.ts'
import { compareInstants } from './timing.ts'

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
  const inOrder = marks.toSorted((a, b) => compareInstants(a.at, b.at) || Number(b.isExcluded) - Number(a.isExcluded))
  return inOrder.reduce<Instant | null>((since, { at, isExcluded }) => (isExcluded ? (since ?? at) : null), null)
}
