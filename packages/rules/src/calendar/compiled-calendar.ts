import type { Bilingual } from '../primitives/bilingual.ts'
import type { LocalDate, TimeZone } from '../primitives/local-date.ts'
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
  /** For each slot of `SLOT` since `from`, the last interval that opened by its begin, or -1. */
  readonly intervalAtSlot: Int32Array
}

/** Six hours: few intervals open within one, and ten years need 15 thousand of them. */
export const SLOT = 21_600_000

/** Index of the last interval that opened at or before an instant of the calendar, or -1. One look and a few steps. */
export function lastOpenedAt({ from, opens, intervalAtSlot }: CompiledCalendar, epoch: number): number {
  let interval = intervalAtSlot[Math.floor((epoch - from) / SLOT)] ?? opens.length - 1
  while ((opens[interval + 1] ?? Number.POSITIVE_INFINITY) <= epoch) interval += 1
  return interval
}

/**
 * Index of the last element ≤ value at or after a position, whose own element is ≤ value. Near positions are found in
 * few steps and far ones by halving: what a limit adds is mostly near.
 */
export function lastAtMostFrom(sorted: Float64Array, value: number, position: number): number {
  let low = position
  let step = 1
  while ((sorted[low + step] ?? Number.POSITIVE_INFINITY) <= value) {
    low += step
    step *= 2
  }
  let high = Math.min(low + step, sorted.length) - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((sorted[middle] ?? 0) <= value) low = middle
    else high = middle - 1
  }
  return low
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
