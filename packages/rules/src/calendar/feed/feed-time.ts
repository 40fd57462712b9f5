import { type LocalDate, parseLocalDate, parseTimeZone, type TimeZone } from '../../primitives/local-date.ts'
import { RulesError } from '../../rules-error.ts'
import type { FeedProperty } from './property-reader.ts'

/** A whole day, or a clock time `YYYY-MM-DDTHH:MM:SS` with the zone that the feed names (`null`: none, the reader's). */
export type FeedTime =
  | { readonly type: 'DAY'; readonly date: LocalDate }
  | { readonly type: 'CLOCK'; readonly clock: string; readonly zone: string | null }

const DAYS = /:\d{8}(,\d{8})*$/
const CLOCKS = /:\d{8}T([01]\d|2[0-3])([0-5]\d){2}Z?(,\d{8}T([01]\d|2[0-3])([0-5]\d){2}Z?)*$/

/**
 * The days or clock times of DTSTART, DTEND, EXDATE or RECURRENCE-ID.
 * @throws RulesError `DATE_INVALID` for a form or a day that does not exist
 */
export function timesOf({ text, parsed }: FeedProperty): readonly FeedTime[] {
  const written = (parsed.type === 'date' ? DAYS : CLOCKS).exec(text)?.[0].split(',') ?? []
  const values: readonly unknown[] = parsed.jCal.slice(3)
  // The parser cuts digits out by position and leaves the rest: the form and the number are checked before it is trusted.
  if (written.length !== values.length) throw new RulesError('DATE_INVALID', 'neither days nor clock times')
  const named = parsed.getParameter('tzid')
  const zone = typeof named === 'string' ? named : null
  return values.map((value) => timeOf(String(value), zone))
}

function timeOf(value: string, zone: string | null): FeedTime {
  const date = parseLocalDate(value.slice(0, 10))
  if (value.length === 10) return { type: 'DAY', date }
  return { type: 'CLOCK', clock: value.slice(0, 19), zone: value.endsWith('Z') ? 'UTC' : zone }
}

/** The day of a time as the feed writes it, without regard to zones. */
export function writtenDate(time: FeedTime): LocalDate {
  return time.type === 'DAY' ? time.date : (time.clock.slice(0, 10) as LocalDate) // checked when it was read
}

/** What the clock of a zone shows; `null` when the feed names a zone that the IANA database lacks. */
export function localClock(
  time: { readonly clock: string; readonly zone: string | null },
  zone: TimeZone,
): string | null {
  if (time.zone === null || time.zone === zone) return time.clock
  try {
    const there = Temporal.PlainDateTime.from(time.clock).toZonedDateTime(parseTimeZone(time.zone))
    return there.withTimeZone(zone).toPlainDateTime().toString({ smallestUnit: 'second' })
  } catch (error) {
    if (error instanceof RulesError) return null
    throw error
  }
}
