import type { TimeZone } from '../../primitives/local-date.ts'
import { type CalendarDefinition, type ClockInterval, type ClockRange, clockRangeOf, weekdays } from '../definition.ts'
import type { FeedEvent } from './feed-event.ts'
import { localClock } from './feed-time.ts'
import type { MarkedKind } from './marks.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/**
 * The open hours of the day of an event with clock times: those of a working event are its own, a free event takes its
 * hours from those of the week. `null` when they cannot be told: the event is not within one day, is not in whole
 * minutes, leaves nothing open, names an unknown zone, or the week's hours run past midnight.
 */
export function timedIntervals(
  event: FeedEvent,
  kind: MarkedKind,
  { zone, weekly }: Pick<CalendarDefinition, 'zone' | 'weekly'>,
): readonly ClockInterval[] | null {
  const [begin, end] = [clockIn(event.start, zone), clockIn(event.end, zone)]
  if (begin === null || end === null) return null
  const taken = rangeWithin(begin, end)
  if (taken === null) return null
  if (kind === 'WORKING') return [intervalOf(taken)]
  const weekday = weekdays[Temporal.PlainDate.from(begin.slice(0, 10)).dayOfWeek - 1] ?? 'MON'
  const hours = (weekly[weekday] ?? []).map(clockRangeOf).filter((range) => range !== null)
  const left = hours.flatMap((range) => without(range, taken))
  return left.length > 0 && left.every(({ to }) => to <= DAY) ? left.map(intervalOf) : null
}

function clockIn(time: FeedEvent['end'], zone: TimeZone): string | null {
  return time?.type === 'CLOCK' ? localClock(time, zone) : null
}

/** Milliseconds after midnight; `null` unless both ends are whole minutes of one day, the second the later one. */
function rangeWithin(begin: string, end: string): ClockRange | null {
  const midnight = Date.parse(`${begin.slice(0, 10)}T00:00:00Z`)
  const [from, to] = [Date.parse(`${begin}Z`) - midnight, Date.parse(`${end}Z`) - midnight]
  return from % MINUTE === 0 && to % MINUTE === 0 && from < to && to <= DAY ? { from, to } : null
}

function without(range: ClockRange, taken: ClockRange): readonly ClockRange[] {
  const pieces = [
    { from: range.from, to: Math.min(range.to, taken.from) },
    { from: Math.max(range.from, taken.to), to: range.to },
  ]
  return pieces.filter(({ from, to }) => from < to)
}

function intervalOf({ from, to }: ClockRange): ClockInterval {
  return { from: clockText(from), to: clockText(to) }
}

function clockText(millis: number): string {
  const minutes = millis / MINUTE
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
