import { chinaHolidays, type PublishedHolidays } from '../calendar/china/china-holidays.ts'
import { compileCalendar } from '../calendar/compile.ts'
import type { CompiledCalendar } from '../calendar/compiled-calendar.ts'
import {
  type CalendarException,
  type ClockInterval,
  type Coverage,
  type Weekday,
  weekdays,
} from '../calendar/definition.ts'
import { parseTimeZone, type TimeZone } from '../primitives/local-date.ts'
import { RulesError } from '../rules-error.ts'
import type { PolicyHeader } from './header.ts'
import { isComplete, readDate, refuseRepeated } from './reading.ts'
import type { Section } from './source.ts'

/** In which zone a company's days and months begin, and the calendar that its business and working-day limits use. */
export interface Tenant {
  readonly zone: TimeZone
  readonly calendarId: string
  readonly section: Section
}

export interface CalendarDocument {
  readonly kind: 'calendars'
  readonly header: PolicyHeader
  readonly tenant: Tenant | null
  readonly calendars: readonly CompiledCalendar[]
}

const CALENDAR_KEYS = [
  'id',
  'version',
  'zone',
  'weekly',
  'hoursOfMakeUpDays',
  'holidays',
  'coverage',
  'exceptions',
  'outsideCoverage',
]

export function readCalendars(file: Section, header: PolicyHeader): CalendarDocument {
  file.allow('document', 'tenant', 'calendars')
  const sections = file.has('calendars') ? file.sections('calendars') : []
  refuseRepeated(sections, 'id', 'calendar')
  const calendars = sections.map(readCalendar)
  const tenant = header.layer === 'regulation' || file.has('tenant') ? readTenant(file) : null
  return { kind: 'calendars', header, tenant, calendars: calendars.filter((calendar) => calendar !== null) }
}

function readTenant(file: Section): Tenant | null {
  const section = file.section('tenant')
  if (section === null) return null
  section.allow('zone', 'calendar')
  const tenant = { zone: readZone(section), calendarId: section.text('calendar'), section }
  return isComplete(tenant) ? tenant : null
}

function readCalendar(section: Section): CompiledCalendar | null {
  section.allow(...CALENDAR_KEYS)
  const published = section.has('holidays') ? readPublished(section) : null
  const own = section.has('exceptions') ? section.sections('exceptions').map(readException) : []
  const values = {
    id: section.text('id'),
    version: section.text('version'),
    zone: readZone(section),
    weekly: readWeekly(section),
    hoursOfMakeUpDays: section.has('hoursOfMakeUpDays') ? readIntervals(section, 'hoursOfMakeUpDays') : [],
    coverage: published && !section.has('coverage') ? published.coverage : readCoverage(section),
    outsideCoverage: section.has('outsideCoverage')
      ? section.oneOf('outsideCoverage', ['refuse', 'weeklyPattern'])
      : ('refuse' as const),
  }
  if (!isComplete(values) || own.includes(null) || (section.has('holidays') && !published)) return null
  const exceptions = merge(
    published?.exceptions ?? [],
    own.filter((exception) => exception !== null),
  )
  return compiled(section, () => compileCalendar({ ...values, exceptions }))
}

/** A day that the company lists itself replaces what is published for it. */
function merge(
  published: readonly CalendarException[],
  own: readonly CalendarException[],
): readonly CalendarException[] {
  const listed = new Set(own.map((exception) => exception.date))
  return [...published.filter((exception) => !listed.has(exception.date)), ...own]
}

function readPublished(section: Section): PublishedHolidays | null {
  const holidays = section.section('holidays')
  holidays?.allow('country', 'noticesUpTo')
  const country = holidays?.oneOf('country', ['CN']) ?? null
  const year = holidays?.integer('noticesUpTo', 1900, 2999) ?? null
  return holidays === null || country === null || year === null ? null : compiled(holidays, () => chinaHolidays(year))
}

/** Turns a fault of the calendar's content into a problem at its line. */
function compiled<T>(section: Section, compile: () => T): T | null {
  try {
    return compile()
  } catch (error) {
    if (error instanceof RulesError) return section.problem(error.message)
    throw error
  }
}

function readWeekly(section: Section): Partial<Record<Weekday, readonly ClockInterval[]>> | null {
  const weekly = section.section('weekly')
  if (weekly === null) return null
  weekly.allow(...weekdays)
  const entries = weekdays.filter((day) => weekly.has(day)).map((day) => [day, readIntervals(weekly, day)] as const)
  return entries.some(([, intervals]) => intervals === null) ? null : Object.fromEntries(entries)
}

function readIntervals(section: Section, key: string): readonly ClockInterval[] | null {
  const texts = section.texts(key)
  if (texts === null) return null
  return texts.map((text) => {
    const [from = '', to = ''] = text.split('-')
    return { from, to }
  })
}

function readException(section: Section): CalendarException | null {
  section.allow('date', 'kind', 'name', 'intervals')
  const values = {
    date: readDate(section, 'date'),
    kind: section.oneOf('kind', ['HOLIDAY', 'WORKING', 'HALF_DAY']),
    name: section.bilingual('name'),
  }
  const intervals = section.has('intervals') ? readIntervals(section, 'intervals') : undefined
  if (!isComplete(values) || intervals === null) return null
  return intervals ? { ...values, intervals } : values
}

function readCoverage(section: Section): Coverage | null {
  const coverage = section.section('coverage')
  if (coverage === null) return null
  coverage.allow('from', 'to')
  const dates = { from: readDate(coverage, 'from'), to: readDate(coverage, 'to') }
  return isComplete(dates) ? dates : null
}

function readZone(section: Section): TimeZone | null {
  const name = section.text('zone')
  if (name === null) return null
  try {
    return parseTimeZone(name)
  } catch (error) {
    if (error instanceof RulesError) return section.problem(error.message, 'zone')
    throw error
  }
}
