import type { LocalDate } from '../primitives/local-date.ts'
import { type CalendarDefinition, type ClockInterval, weekdays } from './definition.ts'

/*
 * A second implementation of the calendar that shares nothing with the first: it asks Temporal, minute by minute,
 * whether the company is open. Slow and hard to get wrong; tests and the benchmark compare with it.
 */

const MINUTE = 60_000

/** Every minute of some days. Knows whole minutes only, and no working day that runs past midnight. */
export class MinuteByMinute {
  readonly #definition: CalendarDefinition
  /** Epoch milliseconds of the first minute. */
  readonly from: number
  readonly to: number
  readonly #isOpen: boolean[] = []
  readonly #dates: string[] = []

  constructor(definition: CalendarDefinition, firstDay: LocalDate, days: number) {
    this.#definition = definition
    const first = Temporal.PlainDate.from(firstDay)
    this.from = startOf(first, definition.zone)
    this.to = startOf(first.add({ days }), definition.zone)
    for (let date = first, count = 0; count < days; date = date.add({ days: 1 }), count += 1) this.#addDay(date)
  }

  #addDay(date: Temporal.PlainDate): void {
    const { zone } = this.#definition
    const spans = intervalsOf(this.#definition, date).map(({ from, to }) => ({
      open: at(date, from, zone),
      close: to === '24:00' ? startOf(date.add({ days: 1 }), zone) : at(date, to, zone),
    }))
    const end = startOf(date.add({ days: 1 }), zone)
    for (let minute = startOf(date, zone); minute < end; minute += MINUTE) {
      this.#isOpen.push(spans.some(({ open, close }) => open <= minute && minute < close))
      this.#dates.push(date.toString())
    }
  }

  #indexOf(epoch: number): number {
    return (epoch - this.from) / MINUTE
  }

  openMinutesBetween(from: number, to: number): number {
    return this.#isOpen.slice(this.#indexOf(from), this.#indexOf(to)).filter((open) => open).length
  }

  /** `null` where the known days end first. */
  nextOpen(epoch: number): number | null {
    const index = this.#isOpen.indexOf(true, this.#indexOf(epoch))
    return index < 0 ? null : this.from + index * MINUTE
  }

  addOpenMinutes(start: number, minutes: number): number | null {
    let left = minutes
    for (let index = this.#indexOf(start); left > 0; index += 1) {
      if (index >= this.#isOpen.length) return null
      if (this.#isOpen[index]) left -= 1
      if (left === 0) return this.from + (index + 1) * MINUTE
    }
    return start
  }

  addWorkingDays(start: number, days: number): number | null {
    const open = this.nextOpen(start)
    if (open === null) return null
    const { zone } = this.#definition
    const clock = Temporal.Instant.fromEpochMilliseconds(open).toZonedDateTimeISO(zone).toPlainTime().toString()
    let date = this.#dates[this.#indexOf(open)] ?? ''
    for (let left = days; left > 0; left -= 1) {
      const next = this.#dates.findIndex((known, index) => known > date && this.#isOpen[index] === true)
      if (next < 0) return null
      date = this.#dates[next] ?? ''
    }
    return this.#withinDay(date, at(Temporal.PlainDate.from(date), clock, zone))
  }

  #withinDay(date: string, epoch: number): number {
    for (let index = this.#indexOf(epoch); this.#dates[index] === date; index += 1) {
      if (this.#isOpen[index]) return this.from + index * MINUTE
    }
    const last = this.#dates.findLastIndex((known, index) => known === date && this.#isOpen[index] === true)
    return this.from + (last + 1) * MINUTE
  }
}

function intervalsOf(definition: CalendarDefinition, date: Temporal.PlainDate): readonly ClockInterval[] {
  const weekly = definition.weekly[weekdays[date.dayOfWeek - 1] ?? 'MON'] ?? []
  const exception = definition.exceptions.find((known) => known.date === date.toString())
  if (!exception) return weekly
  if (exception.kind === 'HOLIDAY') return []
  if (exception.intervals) return exception.intervals
  return weekly.length > 0
    ? weekly
    : (weekdays.map((day) => definition.weekly[day] ?? []).find((day) => day.length > 0) ?? [])
}

/** A clock time on a day; one that the clock skips is the instant of the change. */
function at(date: Temporal.PlainDate, clock: string, zone: string): number {
  const wanted = date.toPlainDateTime(clock)
  const found = wanted.toZonedDateTime(zone)
  if (found.toPlainDateTime().equals(wanted)) return found.epochMilliseconds
  // 'previous' is strictly before, and the first skipped clock time is found on the change itself.
  return found.add({ nanoseconds: 1 }).getTimeZoneTransition('previous')?.epochMilliseconds ?? found.epochMilliseconds
}

function startOf(date: Temporal.PlainDate, zone: string): number {
  return date.toZonedDateTime({ timeZone: zone }).epochMilliseconds
}
