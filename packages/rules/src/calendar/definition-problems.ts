import {
  type CalendarDefinition,
  type CalendarException,
  type ClockInterval,
  type ClockRange,
  clockRangeOf,
  weekdays,
} from './definition.ts'

const DAY = 86_400_000

/** Everything that is wrong with a definition; empty when it can be compiled. */
export function calendarProblems(definition: CalendarDefinition): readonly string[] {
  return [
    ...weeklyProblems(definition),
    ...exceptionProblems(definition.exceptions),
    ...intervalProblems('hoursOfMakeUpDays', definition.hoursOfMakeUpDays ?? []),
    ...(definition.coverage.from > definition.coverage.to
      ? [`coverage ends (${definition.coverage.to}) before it begins (${definition.coverage.from})`]
      : []),
  ]
}

function weeklyProblems({ weekly }: CalendarDefinition): readonly string[] {
  const problems = weekdays.flatMap((day) => intervalProblems(day, weekly[day] ?? []))
  if (weekdays.every((day) => (weekly[day] ?? []).length === 0)) problems.push('the week has no open interval')
  return problems.length > 0 ? problems : overlapsAcrossMidnight({ weekly })
}

function overlapsAcrossMidnight({ weekly }: Pick<CalendarDefinition, 'weekly'>): readonly string[] {
  return weekdays.flatMap((day, index) => {
    const next = weekdays[(index + 1) % 7] ?? 'MON'
    const end = Math.max(0, ...rangesOf(weekly[day] ?? []).map((range) => range.to))
    const begin = Math.min(DAY, ...rangesOf(weekly[next] ?? []).map((range) => range.from))
    return end - DAY > begin ? [`${day} runs past midnight into the first interval of ${next}`] : []
  })
}

function exceptionProblems(exceptions: readonly CalendarException[]): readonly string[] {
  const problems: string[] = []
  const seen = new Set<string>()
  for (const { date, kind, intervals } of exceptions) {
    if (seen.has(date)) problems.push(`${date} is listed twice`)
    seen.add(date)
    if (kind === 'HOLIDAY' && intervals) problems.push(`${date} is a holiday and has intervals`)
    if (kind === 'HALF_DAY' && !intervals?.length) problems.push(`${date} is a half day and needs intervals`)
    problems.push(...intervalProblems(date, intervals ?? []))
  }
  return problems
}

function intervalProblems(where: string, intervals: readonly ClockInterval[]): string[] {
  const problems = intervals
    .filter((interval) => clockRangeOf(interval) === null)
    .map(({ from, to }) => `${where}: '${from}-${to}' is not an interval HH:MM-HH:MM`)
  const ranges = rangesOf(intervals)
  for (const [index, range] of ranges.entries()) {
    const next = ranges[index + 1]
    if (next && next.from < range.to) problems.push(`${where}: intervals overlap or are not in order`)
  }
  return problems
}

function rangesOf(intervals: readonly ClockInterval[]): readonly ClockRange[] {
  return intervals.map(clockRangeOf).filter((range) => range !== null)
}
