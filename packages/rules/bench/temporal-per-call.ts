import { type CalendarDefinition, type ClockInterval, weekdays } from '../src/calendar/definition.ts'

/* The straightforward way: nothing is compiled, each call asks Temporal for every day that it walks over. */

interface Span {
  readonly open: number
  readonly close: number
}

export function addOpenTimeByTemporal(definition: CalendarDefinition, start: number, millis: number): number {
  let left = millis
  for (let date = dateOf(definition, start); ; date = date.add({ days: 1 })) {
    for (const { open, close } of spansOf(definition, date)) {
      const from = Math.max(open, start)
      if (close <= from) continue
      if (left <= close - from) return from + left
      left -= close - from
    }
  }
}

export function openTimeBetweenByTemporal(definition: CalendarDefinition, from: number, to: number): number {
  let sum = 0
  const last = dateOf(definition, to)
  for (let date = dateOf(definition, from); Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 })) {
    for (const { open, close } of spansOf(definition, date))
      sum += Math.max(0, Math.min(close, to) - Math.max(open, from))
  }
  return sum
}

export function addWorkingDaysByTemporal(definition: CalendarDefinition, start: number, days: number): number {
  const opened = nextOpen(definition, start)
  const clock = Temporal.Instant.fromEpochMilliseconds(opened).toZonedDateTimeISO(definition.zone).toPlainTime()
  let date = dateOf(definition, opened)
  for (let left = days; left > 0; left -= 1) {
    do date = date.add({ days: 1 })
    while (intervalsOf(definition, date).length === 0)
  }
  const due = date.toZonedDateTime({ timeZone: definition.zone, plainTime: clock }).epochMilliseconds
  const spans = spansOf(definition, date)
  const span = spans.find(({ close }) => due < close)
  return span ? Math.max(due, span.open) : (spans.at(-1)?.close ?? due)
}

function nextOpen(definition: CalendarDefinition, start: number): number {
  for (let date = dateOf(definition, start); ; date = date.add({ days: 1 })) {
    for (const { open, close } of spansOf(definition, date)) if (start < close) return Math.max(open, start)
  }
}

function dateOf(definition: CalendarDefinition, epoch: number): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(epoch).toZonedDateTimeISO(definition.zone).toPlainDate()
}

function spansOf(definition: CalendarDefinition, date: Temporal.PlainDate): readonly Span[] {
  const at = (time: string) => date.toZonedDateTime({ timeZone: definition.zone, plainTime: time }).epochMilliseconds
  return intervalsOf(definition, date).map(({ from, to }) => ({ open: at(from), close: at(to) }))
}

const exceptionsOf = new WeakMap<CalendarDefinition, ReadonlyMap<string, CalendarDefinition['exceptions'][number]>>()

function intervalsOf(definition: CalendarDefinition, date: Temporal.PlainDate): readonly ClockInterval[] {
  // Looked up, not searched: a fair comparison must not lose on the list of holidays.
  const known =
    exceptionsOf.get(definition) ?? new Map(definition.exceptions.map((exception) => [exception.date, exception]))
  exceptionsOf.set(definition, known)
  const exception = known.get(date.toString())
  if (exception?.kind === 'HOLIDAY') return []
  const weekly = definition.weekly[weekdays[date.dayOfWeek - 1] ?? 'MON'] ?? []
  return exception?.intervals ?? (exception && weekly.length === 0 ? (definition.weekly.MON ?? []) : weekly)
}
