import type { Instant } from '../primitives/instant.ts'

/** The entries that bear the latest instant: one, or all that share it, in their order. */
export function latestOf<Entry>(entries: readonly Entry[], instantOf: (entry: Entry) => Instant): readonly Entry[] {
  return entries.filter((entry) => !entries.some((other) => instantOf(other) > instantOf(entry)))
}
