import { RulesError } from '../rules-error.ts'
import { type Instant, instantFromMillis, millisOf } from './instant.ts'

/** A calendar day without a time zone: `YYYY-MM-DD`. */
export type LocalDate = string & { readonly __brand: 'LocalDate' }

/** An IANA time zone name such as `Asia/Shanghai`. */
export type TimeZone = string & { readonly __brand: 'TimeZone' }

/** @throws RulesError `DATE_INVALID` for anything but an existing day. */
export function parseLocalDate(text: string): LocalDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || !isExistingDay(text)) {
    throw new RulesError('DATE_INVALID', `'${text}' is not an existing day YYYY-MM-DD`)
  }
  return text as LocalDate
}

function isExistingDay(text: string): boolean {
  const millis = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(millis) && new Date(millis).toISOString().startsWith(text)
}

/** @throws RulesError `ZONE_UNKNOWN` for a name that the IANA database lacks. */
export function parseTimeZone(name: string): TimeZone {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return name as TimeZone
  } catch (cause) {
    throw new RulesError('ZONE_UNKNOWN', `'${name}' is not an IANA time zone`, { cause })
  }
}

/** The day that an instant falls on in a zone. */
export function localDateOf(instant: Instant, zone: TimeZone): LocalDate {
  return Temporal.Instant.fromEpochMilliseconds(millisOf(instant))
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString() as LocalDate
}

/** The first instant of a day in a zone (not always midnight: some zones skip it at a clock change). */
export function startOfDay(date: LocalDate, zone: TimeZone): Instant {
  return instantFromMillis(Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone }).epochMilliseconds)
}

/** The day so many days later; negative for earlier. */
export function plusDays(date: LocalDate, days: number): LocalDate {
  return Temporal.PlainDate.from(date).add({ days }).toString() as LocalDate
}

/** The same day of the month so many months later, or the month's last day where it has no such day. */
export function plusMonths(date: LocalDate, months: number): LocalDate {
  return Temporal.PlainDate.from(date).add({ months }).toString() as LocalDate
}

/** Where a date is a limit: the last instant that still belongs to the day, as the half-open end (next day's start). */
export function endOfDay(date: LocalDate, zone: TimeZone): Instant {
  return startOfDay(plusDays(date, 1), zone)
}
