import type { Instant } from '../primitives/instant.ts'
import { compareInstants } from './timing.ts'

/** One of several things of a kind that a stream tells of, such as a payment, under its own id. */
export interface Entry {
  readonly id: string
  readonly at: Instant
}

/**
 * The entries with more of them, by time. What is told twice happened once: of two entries with one id the earlier stands.
 * They are kept sorted, so that the same entries make the same ledger in whatever order they were told.
 */
export function withEntries<One extends Entry>(entries: readonly One[], told: readonly One[]): readonly One[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  for (const entry of told) {
    const known = byId.get(entry.id)
    if (known === undefined || entry.at < known.at) byId.set(entry.id, entry)
  }
  return [...byId.values()].toSorted(compareEntries)
}

/** The entries with one more; see `withEntries`. */
export function withEntry<One extends Entry>(entries: readonly One[], told: One): readonly One[] {
  return withEntries(entries, [told])
}

/** Of two tellings of what can happen only once the earlier; at the same instant the one that was told first. */
export function earlierTold<Told extends { readonly at: Instant }>(known: Told | null, told: Told): Told {
  return known !== null && known.at <= told.at ? known : told
}

function compareEntries(a: Entry, b: Entry): number {
  if (a.at !== b.at) return compareInstants(a.at, b.at)
  return a.id < b.id ? -1 : 1
}
