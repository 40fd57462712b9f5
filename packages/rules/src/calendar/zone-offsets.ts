import type { TimeZone } from '../primitives/local-date.ts'

/**
 * A zone's offsets from UTC, compiled once, so that clock time becomes epoch time and back by integer arithmetic.
 * Local times are written as "local milliseconds": what the clock shows, read as if it were UTC.
 */
export interface ZoneOffsets {
  readonly zone: TimeZone
  /** Epoch milliseconds of each change; the first entry is -Infinity. */
  readonly since: readonly number[]
  /** Milliseconds to add to UTC from the change of the same index on. */
  readonly offsets: readonly number[]
}

const DAY = 86_400_000
/** No zone with regular changes is looked at beyond these years; its offset then stays as it was. */
const FIRST = Temporal.Instant.from('1970-01-01T00:00Z')
const LAST = Temporal.Instant.from('2120-01-01T00:00Z').epochMilliseconds

/** Reads a zone's changes of 1970 to 2119 from the runtime's IANA data. */
export function compileZone(zone: TimeZone): ZoneOffsets {
  let at = FIRST.toZonedDateTimeISO(zone)
  const since = [Number.NEGATIVE_INFINITY]
  const offsets = [at.offsetNanoseconds / 1e6]
  for (;;) {
    const next = at.getTimeZoneTransition('next')
    if (next === null || next.epochMilliseconds >= LAST) return { zone, since, offsets }
    since.push(next.epochMilliseconds)
    offsets.push(next.offsetNanoseconds / 1e6)
    at = next
  }
}

/** Milliseconds to add to UTC at an instant. */
function offsetAt(zone: ZoneOffsets, epoch: number): number {
  return zone.offsets[changeAt(zone, epoch)] ?? 0
}

export function localOf(zone: ZoneOffsets, epoch: number): number {
  return epoch + offsetAt(zone, epoch)
}

/**
 * The instant at which the clock shows a local time. A time that the clock shows twice means the earlier instant. A
 * time that it skips means the instant of the change: so a later clock time of a day is never an earlier instant, an
 * interval inside the skipped hour vanishes, and one that reaches into it loses just that hour.
 */
export function epochOf(zone: ZoneOffsets, local: number): number {
  const before = offsetAt(zone, local - DAY)
  const after = offsetAt(zone, local + DAY)
  const withBefore = local - before
  if (before === after || offsetAt(zone, withBefore) === before) return withBefore
  const withAfter = local - after
  return offsetAt(zone, withAfter) === after ? withAfter : (zone.since[changeAt(zone, withBefore)] ?? withBefore)
}

/** Index of the change that an instant follows. */
function changeAt(zone: ZoneOffsets, epoch: number): number {
  let low = 0
  let high = zone.since.length - 1
  // Most zones have changed for the last time: no need to search for it.
  if ((zone.since[high] ?? 0) <= epoch) return high
  while (low < high) {
    const middle = (low + high + 1) >>> 1
    if ((zone.since[middle] ?? 0) <= epoch) low = middle
    else high = middle - 1
  }
  return low
}
