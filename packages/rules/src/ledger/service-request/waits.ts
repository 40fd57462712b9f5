import { earlierOf, type Instant, laterOf } from '../../primitives/instant.ts'
import { compareInstants, earliest } from '../timing.ts'

/** A stretch in which work waited. Begin and end are told apart, and the end may be told first. */
export interface RequestWait {
  readonly waitId: string
  readonly from: Instant | null
  readonly until: Instant | null
}

/** The waits with what is newly known of one: its begin or its end, of each the earliest that is told. */
export function withWait(
  waits: readonly RequestWait[],
  waitId: string,
  { from, until }: Pick<RequestWait, 'from' | 'until'>,
): readonly RequestWait[] {
  const known = waits.find((wait) => wait.waitId === waitId)
  if (known === undefined) return [...waits, { waitId, from, until }]
  const updated = { waitId, from: earliest(known.from, from), until: earliest(known.until, until) }
  return waits.map((wait) => (wait === known ? updated : wait))
}

/**
 * How much of the time in [from, to) work waited, in milliseconds of what `timeBetween` counts. Time in which it waited
 * for two things counts once; a wait that goes on lasts to the end; one whose begin is unknown does not count.
 */
export function waitedMillis(
  waits: readonly RequestWait[],
  from: Instant,
  to: Instant,
  timeBetween: (from: Instant, to: Instant) => number,
): number {
  const begun = waits.flatMap((wait) => (wait.from === null ? [] : [{ from: wait.from, until: wait.until ?? to }]))
  let millis = 0
  let reached = from
  for (const wait of begun.toSorted((a, b) => compareInstants(a.from, b.from))) {
    const begin = laterOf(wait.from, reached)
    const end = earlierOf(wait.until, to)
    if (end <= begin) continue
    millis += timeBetween(begin, end)
    reached = end
  }
  return millis
}
