import { type LocalDate, plusDays } from '../primitives/local-date.ts'
import { RulesError } from '../rules-error.ts'
import { type CalendarDay, type CompiledCalendar, type DayKind, lastAtMost, SLOT } from './compiled-calendar.ts'
import {
  type CalendarDefinition,
  type CalendarException,
  type ClockInterval,
  type ClockRange,
  clockRangeOf,
  weekdays,
} from './definition.ts'
import { calendarProblems } from './definition-problems.ts'
import { compileZone, epochOf, type ZoneOffsets } from './zone-offsets.ts'

const DAY = 86_400_000
const ASSUMED_DAYS = 10 * 366

/**
 * Turns a definition into integers, once. A calendar whose intervals run past midnight knows nothing of the night
 * before its first day.
 * @throws RulesError `CALENDAR_INVALID` with every problem of the definition
 */
export function compileCalendar(definition: CalendarDefinition): CompiledCalendar {
  const problems = calendarProblems(definition)
  if (problems.length > 0) {
    throw new RulesError('CALENDAR_INVALID', `calendar '${definition.id}': ${problems.join('; ')}`)
  }
  const zoneOffsets = compileZone(definition.zone)
  const plans = planDays(definition, zoneOffsets)
  const days = plans.map((plan) => plan.day)
  const end = localMidnightOf(days.at(-1)?.date ?? definition.coverage.to) + DAY
  const from = days[0]?.startsAt ?? 0
  const to = epochOf(zoneOffsets, end)
  const intervals = layIntervals(plans, zoneOffsets)
  return {
    id: definition.id,
    version: definition.version,
    zone: definition.zone,
    zoneOffsets,
    from,
    to,
    days,
    dayStarts: Float64Array.from(days, (day) => day.startsAt),
    ...intervals,
    intervalAtSlot: intervalsBySlot(intervals.opens, from, to),
  }
}

interface DayPlan {
  readonly day: CalendarDay
  readonly ranges: readonly ClockRange[]
}

function planDays(definition: CalendarDefinition, zone: ZoneOffsets): readonly DayPlan[] {
  const { coverage } = definition
  const margin = definition.outsideCoverage === 'weeklyPattern' ? ASSUMED_DAYS : 0
  const first = localMidnightOf(plusDays(coverage.from, -margin))
  const last = localMidnightOf(plusDays(coverage.to, margin))
  const exceptions = new Map(definition.exceptions.map((exception) => [exception.date, exception]))
  const ranges = rangesByWeekday(definition)
  const makeUp = rangesOf(definition.hoursOfMakeUpDays ?? [])
  const hoursOfMakeUpDay = makeUp.length > 0 ? makeUp : (ranges.find((day) => day.length > 0) ?? [])
  const plans: DayPlan[] = []
  for (let localMidnight = first; localMidnight <= last; localMidnight += DAY) {
    const date = new Date(localMidnight).toISOString().slice(0, 10) as LocalDate // ISO form of an existing day
    const weekly = ranges[(new Date(localMidnight).getUTCDay() + 6) % 7] ?? []
    const isAssumed = date < coverage.from || date > coverage.to
    const exception = isAssumed ? undefined : exceptions.get(date)
    const day = { date, startsAt: epochOf(zone, localMidnight), localMidnight, isAssumed }
    plans.push({
      day: { ...day, kind: kindOf(exception, weekly), name: exception?.name ?? null },
      ranges: exception ? rangesOfException(exception, weekly.length > 0 ? weekly : hoursOfMakeUpDay) : weekly,
    })
  }
  return plans
}

function rangesByWeekday({ weekly }: CalendarDefinition): readonly (readonly ClockRange[])[] {
  return weekdays.map((day) => rangesOf(weekly[day] ?? []))
}

function rangesOfException(exception: CalendarException, hours: readonly ClockRange[]): readonly ClockRange[] {
  if (exception.kind === 'HOLIDAY') return []
  return exception.intervals ? rangesOf(exception.intervals) : hours
}

function kindOf(exception: CalendarException | undefined, weekly: readonly ClockRange[]): DayKind {
  if (!exception) return weekly.length > 0 ? 'WEEKDAY' : 'WEEKEND'
  return exception.kind === 'WORKING' ? 'MAKE_UP_DAY' : exception.kind
}

function rangesOf(intervals: readonly ClockInterval[]): readonly ClockRange[] {
  return intervals.map(clockRangeOf).filter((range) => range !== null)
}

function localMidnightOf(date: LocalDate): number {
  return Date.parse(`${date}T00:00:00Z`)
}

function intervalsBySlot(opens: Float64Array, from: number, to: number): Int32Array {
  const slots = Math.floor((to - from) / SLOT) + 1
  return Int32Array.from({ length: slots }, (_, slot) => lastAtMost(opens, from + slot * SLOT))
}

/** Intervals in order; where a clock change or an exception makes two overlap, the later one begins at the end of the earlier. */
function layIntervals(plans: readonly DayPlan[], zone: ZoneOffsets) {
  const opens: number[] = []
  const closes: number[] = []
  const openBefore: number[] = [0]
  const workingDayOf: number[] = []
  const workingDays: number[] = []
  const firstIntervals: number[] = []
  for (const [index, { day, ranges }] of plans.entries()) {
    const firstInterval = opens.length
    for (const range of ranges) {
      const open = Math.max(epochOf(zone, day.localMidnight + range.from), closes.at(-1) ?? Number.NEGATIVE_INFINITY)
      const close = epochOf(zone, day.localMidnight + range.to)
      if (close <= open) continue
      opens.push(open)
      closes.push(close)
      openBefore.push((openBefore.at(-1) ?? 0) + close - open)
      workingDayOf.push(workingDays.length)
    }
    if (opens.length === firstInterval) continue
    workingDays.push(index)
    firstIntervals.push(firstInterval)
  }
  firstIntervals.push(opens.length)
  return {
    opens: Float64Array.from(opens),
    closes: Float64Array.from(closes),
    openBefore: Float64Array.from(openBefore),
    workingDayOf: Int32Array.from(workingDayOf),
    workingDays: Int32Array.from(workingDays),
    firstIntervals: Int32Array.from(firstIntervals),
  }
}
