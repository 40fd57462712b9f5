import ICAL from 'ical.js'
import { type LocalDate, plusDays } from '../../primitives/local-date.ts'
import { RulesError } from '../../rules-error.ts'
import type { FeedComponent, FeedFault } from './content-lines.ts'
import { type FeedTime, timesOf } from './feed-time.ts'
import { type FeedProperty, PropertyReader, textsOf } from './property-reader.ts'
import { SPECIAL_DAY } from './special-day.ts'
import { type YearlyRule, yearlyRuleOf } from './yearly.ts'

/** How an event comes back. */
export type Recurrence =
  | { readonly type: 'ONCE' }
  | { readonly type: 'YEARLY'; readonly rule: YearlyRule; readonly except: readonly LocalDate[] }
  | { readonly type: 'UNSUPPORTED' }

/** What of a VEVENT concerns a calendar of working days. */
export interface FeedEvent {
  readonly line: number
  /** SUMMARY, empty when there is none. */
  readonly summary: string
  readonly categories: readonly string[]
  /** Values of X-APPLE-SPECIAL-DAY, in capitals. */
  readonly specialDays: readonly string[]
  /** STATUS in capitals, empty when there is none. */
  readonly status: string
  readonly start: FeedTime
  /** First moment after the event; `null` when the feed names none. */
  readonly end: FeedTime | null
  /** The occurrence of another event that this one replaces. */
  readonly replaces: FeedTime | null
  readonly recurrence: Recurrence
}

/** Reads a VEVENT; `event` is `null` when there are faults. */
export function readEvent(component: FeedComponent): {
  readonly event: FeedEvent | null
  readonly faults: readonly FeedFault[]
} {
  const reader = new PropertyReader(component)
  const start = reader.single('DTSTART', singleTime)
  const known = {
    line: component.line,
    summary: reader.single('SUMMARY', textsOf)?.join(', ') ?? '',
    categories: reader.all('CATEGORIES', textsOf).flat(),
    specialDays: reader.all(SPECIAL_DAY, textsOf).flatMap((values) => values.map((value) => value.toUpperCase())),
    status: reader.single('STATUS', textsOf)?.join('').toUpperCase() ?? '',
    replaces: reader.single('RECURRENCE-ID', singleTime),
  }
  if (start === null) {
    const missing = reader.has('DTSTART') ? [] : [{ line: component.line, reason: 'the event has no DTSTART' }]
    return { event: null, faults: [...reader.faults, ...missing] }
  }
  const end = endOf(reader, start)
  const event = { ...known, start, end, recurrence: recurrenceOf(reader, start) }
  return { event: reader.faults.length > 0 ? null : event, faults: reader.faults }
}

function singleTime(property: FeedProperty): FeedTime {
  const [time, other] = timesOf(property)
  if (!time || other) throw new RulesError('DATE_INVALID', 'not one time')
  return time
}

function endOf(reader: PropertyReader, start: FeedTime): FeedTime | null {
  const named = reader.single('DTEND', (property) => {
    const end = singleTime(property)
    if (end.type !== start.type) throw new RulesError('DATE_INVALID', 'DTSTART and DTEND are not both days')
    return end
  })
  const computed = reader.single('DURATION', ({ parsed }) => {
    const duration = parsed.getFirstValue()
    if (!(duration instanceof ICAL.Duration)) throw new RulesError('DATE_INVALID', 'no duration')
    return endAfter(start, duration.toSeconds())
  })
  return named ?? computed
}

const DAY = 86_400

function endAfter(start: FeedTime, seconds: number): FeedTime {
  if (start.type === 'CLOCK') {
    const end = Temporal.PlainDateTime.from(start.clock).add({ seconds })
    return { ...start, clock: end.toString({ smallestUnit: 'second' }) }
  }
  if (seconds % DAY !== 0) throw new RulesError('DATE_INVALID', 'a whole day lasts whole days')
  return { ...start, date: plusDays(start.date, seconds / DAY) }
}

/** Some calendars end a list with a comma: nothing follows it, and nothing is lost. */
function withoutEmptyItems(text: string): string {
  return text.replace(/,(?=[,\s]*$)/g, '').trimEnd()
}

function recurrenceOf(reader: PropertyReader, start: FeedTime): Recurrence {
  if (!reader.has('RRULE', 'RDATE', 'EXRULE')) return { type: 'ONCE' }
  if (start.type !== 'DAY' || reader.has('RDATE', 'EXRULE')) return { type: 'UNSUPPORTED' }
  const rule = reader.single('RRULE', (property) => ({ yearly: yearlyRuleOf(property, start.date) }))?.yearly ?? null
  const except = reader.all('EXDATE', timesOf, withoutEmptyItems).flat()
  const days = except.flatMap((time) => (time.type === 'DAY' ? [time.date] : []))
  if (rule === null || days.length < except.length) return { type: 'UNSUPPORTED' }
  return { type: 'YEARLY', rule, except: days }
}
