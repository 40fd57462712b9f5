import { type Instant, instantFromMillis, millisOf } from '../primitives/instant.ts'
import { RulesError } from '../rules-error.ts'
import { type CompiledCalendar, lastAtMostFrom, lastOpenedAt } from './compiled-calendar.ts'

/**
 * The first open instant at or after an instant.
 * @throws RulesError `CALENDAR_NOT_PUBLISHED`
 */
export function nextOpen(calendar: CompiledCalendar, instant: Instant): Instant {
  return instantFromMillis(nextOpenMillis(calendar, millisOf(instant)))
}

/**
 * The earliest instant by which so many milliseconds of open time have passed since `start`: a limit that is used up
 * exactly at closing time is due at closing time, not at the next opening.
 * @throws RulesError `CALENDAR_NOT_PUBLISHED`, or `DEADLINE_INVALID` for a negative or fractional number
 */
export function addOpenTime(calendar: CompiledCalendar, start: Instant, millis: number): Instant {
  return instantFromMillis(addOpenMillis(calendar, millisOf(start), millis))
}

/**
 * Milliseconds of open time in [from, to); 0 when `to` is not after `from`.
 * @throws RulesError `CALENDAR_NOT_PUBLISHED`
 */
export function openTimeBetween(calendar: CompiledCalendar, from: Instant, to: Instant): number {
  return openMillisBetween(calendar, millisOf(from), millisOf(to))
}

/** Index of the interval that is open at an instant or opens next. */
export function intervalFrom(calendar: CompiledCalendar, epoch: number): number {
  requireKnown(calendar, epoch)
  const index = lastOpenedAt(calendar, epoch)
  const isOpen = index >= 0 && epoch < (calendar.closes[index] ?? 0)
  const found = isOpen ? index : index + 1
  if (found >= calendar.opens.length) throw notPublished(calendar, epoch)
  return found
}

function nextOpenMillis(calendar: CompiledCalendar, epoch: number): number {
  return Math.max(epoch, calendar.opens[intervalFrom(calendar, epoch)] ?? epoch)
}

export function addOpenMillis(calendar: CompiledCalendar, start: number, millis: number): number {
  if (!Number.isSafeInteger(millis) || millis < 0) {
    throw new RulesError('DEADLINE_INVALID', `${millis} is not a number of milliseconds to add`)
  }
  requireKnown(calendar, start)
  const opened = lastOpenedAt(calendar, start)
  const target = openBeforeIn(calendar, opened, start) + millis
  if (millis === 0) return start
  const { openBefore, opens } = calendar
  if (target > (openBefore.at(-1) ?? 0)) throw notPublished(calendar, start)
  // The last interval with strictly less open time before it than the target is where the target falls.
  const index = lastAtMostFrom(openBefore, target - 1, Math.max(0, opened))
  return (opens[index] ?? 0) + target - (openBefore[index] ?? 0)
}

export function openMillisBetween(calendar: CompiledCalendar, from: number, to: number): number {
  return to <= from ? 0 : openMillisBefore(calendar, to) - openMillisBefore(calendar, from)
}

function openMillisBefore(calendar: CompiledCalendar, epoch: number): number {
  requireKnown(calendar, epoch)
  return openBeforeIn(calendar, lastOpenedAt(calendar, epoch), epoch)
}

/** Open time before an instant, whose last opened interval is known. */
function openBeforeIn({ opens, closes, openBefore }: CompiledCalendar, opened: number, epoch: number): number {
  if (opened < 0) return 0
  return (openBefore[opened] ?? 0) + Math.min(epoch, closes[opened] ?? 0) - (opens[opened] ?? 0)
}

/** The end of the known time may be asked about: it closes the last known day. */
export function requireKnown(calendar: CompiledCalendar, epoch: number): void {
  if (!(epoch >= calendar.from && epoch <= calendar.to)) throw notPublished(calendar, epoch)
}

export function notPublished(calendar: CompiledCalendar, epoch: number): RulesError {
  const last = calendar.days.at(-1)?.date
  return new RulesError(
    'CALENDAR_NOT_PUBLISHED',
    `calendar '${calendar.id}' (version ${calendar.version}) knows ${calendar.days[0]?.date} to ${last}; ` +
      `${instantFromMillis(epoch)} or the time counted from it lies outside`,
  )
}
