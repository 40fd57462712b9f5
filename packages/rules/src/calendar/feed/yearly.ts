import ICAL from 'ical.js'
import { type LocalDate, parseLocalDate } from '../../primitives/local-date.ts'
import type { Coverage } from '../definition.ts'
import type { FeedProperty } from './property-reader.ts'

/** A day that comes each year: a day of a month, or the nth (-1: last) weekday (1 Monday to 7 Sunday) of a month. */
export interface YearlyRule {
  readonly month: number
  readonly day: { readonly ofMonth: number } | { readonly nth: number; readonly weekday: number }
  readonly interval: number
  readonly count: number | null
  /** The last day on which an occurrence may begin. */
  readonly until: LocalDate | null
}

const PARTS = ['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'WKST', 'BYMONTH', 'BYMONTHDAY', 'BYDAY']
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/**
 * The rule of an RRULE for all-day events that begin on a day; `null` for every recurrence that is not plainly one day
 * a year. The library's own iterator is not used: in a year without 29 February it goes on to 1 March, where RFC 5545
 * has no occurrence, and it ignores parts that it does not know.
 * @throws Error of the parser when the rule cannot be read
 */
export function yearlyRuleOf({ text, parsed }: FeedProperty, start: LocalDate): YearlyRule | null {
  const parts = new Map(
    text
      .slice(text.indexOf(':') + 1)
      .split(';')
      .map(partOf),
  )
  const recur = parsed.getFirstValue()
  if (!(recur instanceof ICAL.Recur) || recur.freq !== 'YEARLY') return null
  if ([...parts.keys()].some((name) => !PARTS.includes(name))) return null
  const day = dayOf(recur.parts, start)
  const [month = Number(start.slice(5, 7)), otherMonth] = recur.parts.BYMONTH ?? []
  if (day === null || otherMonth !== undefined) return null
  if (recur.count !== null && recur.count < 1) return null
  const until = parts.get('UNTIL') ?? null
  if (until !== null && !/^\d{8}$/.test(until)) return null
  const { count, interval } = recur
  const rule = { month, day, interval, count, until: until === null ? null : dateOf(until) }
  // The first day of the event counts as an occurrence; where the rule says otherwise, nobody can know what is meant.
  return occurrenceIn(Number(start.slice(0, 4)), rule) === start ? rule : null
}

function partOf(part: string): readonly [string, string] {
  const [name = '', value = ''] = part.toUpperCase().split('=')
  return [name, value]
}

/** The parser would take 20261301 for a day of 2027. */
function dateOf(digits: string): LocalDate {
  return parseLocalDate(`${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`)
}

function dayOf({ BYMONTH, BYMONTHDAY, BYDAY }: ICAL.Recur['parts'], start: LocalDate): YearlyRule['day'] | null {
  // Without BYMONTH, the others mean days of each month or of the whole year.
  if ((BYMONTHDAY || BYDAY) && !BYMONTH) return null
  if (BYMONTHDAY && BYDAY) return null
  if (BYDAY) {
    const match = BYDAY.length === 1 ? /^([+-]?[1-5])(MO|TU|WE|TH|FR|SA|SU)$/.exec(BYDAY[0] ?? '') : null
    return match ? { nth: Number(match[1]), weekday: WEEKDAYS.indexOf(match[2] ?? '') + 1 } : null
  }
  const [ofMonth = Number(start.slice(8)), other] = BYMONTHDAY ?? []
  return other === undefined && ofMonth >= 1 ? { ofMonth } : null
}

/** First days of the occurrences from `start` to the end of a window. */
export function yearlyOccurrences(start: LocalDate, rule: YearlyRule, { to }: Coverage): readonly LocalDate[] {
  const found: LocalDate[] = []
  for (let year = Number(start.slice(0, 4)); year <= Number(to.slice(0, 4)); year += rule.interval) {
    const date = occurrenceIn(year, rule)
    if (date === null) continue
    if (date > to || (rule.until !== null && date > rule.until) || found.length === rule.count) break
    found.push(date)
  }
  return found
}

function occurrenceIn(year: number, { month, day }: YearlyRule): LocalDate | null {
  const first = Temporal.PlainDate.from({ year, month, day: 1 })
  const { daysInMonth } = first
  const ofMonth = 'ofMonth' in day ? day.ofMonth : nthWeekday(first, day)
  if (ofMonth < 1 || ofMonth > daysInMonth) return null
  return first.with({ day: ofMonth }).toString() as LocalDate // YYYY-MM-DD of an existing day
}

/** Day of the month; below 1 or above its end when the month has no such weekday. */
function nthWeekday(
  first: Temporal.PlainDate,
  { nth, weekday }: { readonly nth: number; readonly weekday: number },
): number {
  const earliest = 1 + ((weekday - first.dayOfWeek + 7) % 7)
  if (nth > 0) return earliest + 7 * (nth - 1)
  const latest = earliest + 7 * Math.floor((first.daysInMonth - earliest) / 7)
  return latest + 7 * (nth + 1)
}
