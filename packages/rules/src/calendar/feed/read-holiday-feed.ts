import { RulesError } from '../../rules-error.ts'
import { componentsOf, type FeedComponent, type FeedFault } from './content-lines.ts'
import { readDays } from './day-claims.ts'
import { entriesOf } from './feed-entries.ts'
import { type FeedEvent, readEvent } from './feed-event.ts'
import type { FeedRemark, HolidayFeedDraft, HolidayFeedOptions } from './holiday-feed.ts'
import { PropertyReader, textsOf } from './property-reader.ts'
import { remark } from './remark.ts'

/**
 * Reads an iCalendar feed (RFC 5545) as a draft of calendar exceptions. It never takes effect by itself: a feed may hold
 * days that no authority declared, so each day is reviewed and accepted or rejected (`reviewFeed`, `acceptFeed`).
 *
 * Whole days become entries: WORKING where a mark says so, else HOLIDAY. What is unclear becomes a remark, and the day
 * no entry. Days outside the window are left out; a yearly event is expanded inside it.
 * @throws RulesError `CALENDAR_INVALID` with every line that cannot be read, or for a window that ends before it begins
 */
export function readHolidayFeed(text: string, options: HolidayFeedOptions): HolidayFeedDraft {
  const { source, window } = options
  if (window.from > window.to) {
    throw new RulesError('CALENDAR_INVALID', `window ends (${window.to}) before it begins (${window.from})`)
  }
  const { components, faults } = componentsOf(text)
  const calendars = components.filter(({ name }) => name === 'VCALENDAR')
  const read = calendars.map(eventsOf)
  const allFaults = [...faults, ...read.flatMap((calendar) => calendar.faults)]
  if (allFaults.length > 0) throw brokenFeed(source, allFaults)
  const events = read.flatMap((calendar) => calendar.events)
  const readings = events.map((event) => readDays(event, options))
  const days = entriesOf(readings.flatMap(({ claims }) => claims))
  const remarks = [
    ...readings.flatMap((reading) => reading.remarks),
    ...days.remarks,
    ...ignored([...components, ...calendars.flatMap((calendar) => calendar.components)]),
    ...(events.length === 0 ? [remark('NO_EVENT', null, [], '')] : []),
  ]
  return { source, window, entries: days.entries, remarks: remarks.toSorted(byLine) }
}

function eventsOf(calendar: FeedComponent): {
  readonly events: readonly FeedEvent[]
  readonly faults: readonly FeedFault[]
} {
  const reader = new PropertyReader(calendar)
  const method = reader.single('METHOD', textsOf)?.join('').toUpperCase()
  const read = calendar.components.filter(({ name }) => name === 'VEVENT').map(readEvent)
  const events = read.flatMap(({ event }) => event ?? [])
  return {
    // METHOD:CANCEL takes back every event of the calendar.
    events: method === 'CANCEL' ? events.map((event) => ({ ...event, status: 'CANCELLED' })) : events,
    faults: [...reader.faults, ...read.flatMap(({ faults }) => faults)],
  }
}

function brokenFeed(source: string, faults: readonly FeedFault[]): RulesError {
  const lines = faults.toSorted((a, b) => a.line - b.line).map(({ line, reason }) => `line ${line}: ${reason}`)
  return new RulesError('CALENDAR_INVALID', `feed '${source}': ${lines.join('; ')}`)
}

const READ_OR_HARMLESS = ['VCALENDAR', 'VEVENT', 'VTIMEZONE']

function ignored(components: readonly FeedComponent[]): readonly FeedRemark[] {
  return components
    .filter(({ name }) => !READ_OR_HARMLESS.includes(name))
    .map(({ name, line }) => remark('COMPONENT_IGNORED', line, [], name))
}

function byLine(a: FeedRemark, b: FeedRemark): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.code < b.code ? -1 : 1)
}
