import type { LocalDate, TimeZone } from '../primitives/local-date.ts'
import type { Bilingual } from '../primitives/violation.ts'
import type { ZoneOffsets } from './zone-offsets.ts'

/** Why a day is open or closed. */
export type DayKind = 'WEEKDAY' | 'MAKE_UP_DAY' | 'HALF_DAY' | 'WEEKEND' | 'HOLIDAY'

export interface CalendarDay {
  readonly date: LocalDate
  /** First instant of the day, epoch milliseconds. */
  readonly startsAt: number
  /** What the clock of the zone shows at 00:00 of the day, as local milliseconds. */
  readonly localMidnight: number
  readonly kind: DayKind
  /** Of the holiday, make-up day or half day. */
  readonly name: Bilingual | null
  /** True outside the coverage: the weekly pattern stands in for holidays nobody has published. */
  readonly isAssumed: boolean
}

/**
 * A calendar as integers: sorted open intervals with prefix sums of open time. Every question about open time is one
 * or two binary searches. All times are epoch milliseconds. Opaque to callers: use the functions of this folder.
 */
export interface CompiledCalendar {
  readonly id: string
  readonly version: string
  readonly zone: TimeZone
  readonly zoneOffsets: ZoneOffsets
  /** First instant that may be asked about. */
  readonly from: number
  /** First instant that may not be asked about any more. */
  readonly to: number
  readonly days: readonly CalendarDay[]
  readonly dayStarts: Float64Array
  /** Indexes into `days` of the working days, ascending. */
  readonly workingDays: Int32Array
  /** For each working day, index of its first interval; one more entry at the end. */
  readonly firstIntervals: Int32Array
  readonly opens: Float64Array
  readonly closes: Float64Array
  /** Open milliseconds before each interval; one more entry at the end: the total. */
  readonly openBefore: Float64Array
  /** For each interval, position in `workingDays` of the day it began on. */
  readonly workingDayOf: Int32Array
}

/** Index of the last element ≤ value, or -1. */
export function lastAtMost(sorted: Float64Array | Int32Array, value: number): number {
  let low = -1
  let high = sorted.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((sorted[middle] ?? 0) <= value) low = middle
    else high = middle - 1
  }
  return low
}
