import type { Instant } from '../primitives/instant.ts'
import { compareInstants } from './timing.ts'

/** A stretch of time [since, until); `null` while it goes on. */
export interface Stretch {
  readonly since: Instant
  readonly until: Instant | null
}

/** The stretches that instants divide time into, from the earliest of them on; the last goes on. Equal instants count once. */
export function stretchesFrom(instants: Iterable<Instant>): readonly Stretch[] {
  const borders = [...new Set(instants)].toSorted(compareInstants)
  return borders.map((since, index) => ({ since, until: borders[index + 1] ?? null }))
}

/** The longest stretches in which something holds that changes at none but the given instants. */
export function stretchesWhere(
  instants: Iterable<Instant>,
  holdsAt: (instant: Instant) => boolean,
): readonly Stretch[] {
  const found: Stretch[] = []
  for (const stretch of stretchesFrom(instants)) {
    if (!holdsAt(stretch.since)) continue
    const last = found.at(-1)
    if (last?.until === stretch.since) found.splice(-1, 1, { ...last, until: stretch.until })
    else found.push(stretch)
  }
  return found
}
