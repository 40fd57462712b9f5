import { type CalendarDefinition, type CalendarException, type ClockInterval, weekdays } from '../definition.ts'

/** True when two definitions say the same, whatever the order of their exceptions and fields. */
export function isSameCalendar(a: CalendarDefinition, b: CalendarDefinition): boolean {
  return contentOf(a) === contentOf(b)
}

function contentOf(definition: CalendarDefinition): string {
  const { id, version, zone, weekly, coverage, outsideCoverage = 'refuse', hoursOfMakeUpDays = [] } = definition
  const exceptions = definition.exceptions.map(exceptionContent).toSorted()
  const week = weekdays.map((day) => hoursContent(weekly[day] ?? []))
  const rest = [coverage.from, coverage.to, outsideCoverage, hoursContent(hoursOfMakeUpDays)]
  return JSON.stringify([id, version, zone, week, exceptions, rest])
}

function exceptionContent({ date, kind, intervals, name }: CalendarException): string {
  return JSON.stringify([date, kind, intervals ? hoursContent(intervals) : null, name.zh, name.en])
}

function hoursContent(hours: readonly ClockInterval[]): readonly string[] {
  return hours.map(({ from, to }) => `${from}-${to}`)
}
