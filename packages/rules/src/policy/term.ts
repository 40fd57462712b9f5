import { clockMillisOf, type Weekday, weekdays } from '../calendar/definition.ts'
import type { WorkingDayMode } from '../calendar/working-days.ts'
import type { Bilingual } from '../primitives/bilingual.ts'

/** How a limit counts. Hours are elapsed unless policy says business; 日 are calendar days (C4, C5). */
export const clocks = [
  'elapsed',
  'business',
  'calendarDays',
  'calendarYears',
  'workingDays',
  'endOfDay',
  'endOfMonth',
  'followingWeek',
  'workingDayOfMonth',
  'fixed',
  'count',
] as const
export type Clock = (typeof clocks)[number]

const measuringClocks: readonly Clock[] = ['elapsed', 'business', 'calendarDays', 'calendarYears', 'workingDays']

/** Whether a clock measures a stretch of time. The others name a moment of the calendar, which no pause moves. */
export function isMeasuring(clock: Clock): boolean {
  return measuringClocks.includes(clock)
}

/**
 * A limit that can be computed.
 * - `elapsed`, `business`: so many milliseconds, counted always or in open time only.
 * - `calendarDays`, `calendarYears`: the same clock time so many days or years later in the tenant's zone.
 * - `workingDays`: see `addWorkingDays`.
 * - `endOfDay`, `endOfMonth`: the last millisecond of the day or month in which the limit starts.
 * - `followingWeek`: a weekday and clock time in the ISO week after the start; if that day is free, the same time on the next working day.
 * - `workingDayOfMonth`: close of business on the n-th working day of the month in which the limit starts.
 * - `fixed`: the timer brings its due instant (a contract date); nothing is computed.
 * - `count`: so many contacts by an instant that the timer brings (a project's close, CUS-11).
 */
export type Term =
  | { readonly clock: 'elapsed' | 'business'; readonly millis: number }
  | { readonly clock: 'calendarDays'; readonly days: number }
  | { readonly clock: 'calendarYears'; readonly years: number }
  | { readonly clock: 'workingDays'; readonly days: number; readonly mode: WorkingDayMode }
  | { readonly clock: 'endOfDay' | 'endOfMonth' | 'fixed' }
  | { readonly clock: 'followingWeek'; readonly weekday: Weekday; readonly clockMillis: number; readonly text: string }
  | { readonly clock: 'workingDayOfMonth'; readonly ordinal: number }
  | { readonly clock: 'count'; readonly atLeast: number }

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** A duration such as '30 minutes', '24 hours' or '7 days' (of 24 hours) in milliseconds; `null` for anything else. */
export function durationOf(text: string): number | null {
  const match = /^([1-9]\d{0,4}) (minute|hour|day)s?$/.exec(text)
  if (!match) return null
  const unit = match[2] === 'minute' ? MINUTE : match[2] === 'hour' ? HOUR : 24 * HOUR
  return Number(match[1]) * unit
}

/** Reads a limit as policy files write it: a term, or the reason why the text is none. */
export function readTerm(clock: Clock, text: string | null, mode: WorkingDayMode): Term | string {
  switch (clock) {
    case 'elapsed':
    case 'business': {
      const millis = text !== null && /^\d+ (minute|hour)s?$/.test(text) ? durationOf(text) : null
      return millis === null ? `a limit of clock '${clock}' reads '30 minutes' or '24 hours'` : { clock, millis }
    }
    case 'calendarDays':
      return countOf(text, 'day', (days) => ({ clock, days }), "'3 days'")
    case 'calendarYears':
      return countOf(text, 'year', (years) => ({ clock, years }), "'2 years'")
    case 'workingDays':
      return countOf(text, 'working day', (days) => ({ clock, days, mode }), "'1 working day'")
    case 'workingDayOfMonth':
      return countOf(text, 'working day', (ordinal) => ({ clock, ordinal }), "'3 working days'")
    case 'count':
      return countOf(text, 'contact', (atLeast) => ({ clock, atLeast }), "'2 contacts'")
    case 'followingWeek':
      return readFollowingWeek(text)
    case 'endOfDay':
    case 'endOfMonth':
    case 'fixed':
      return text === null ? { clock } : `clock '${clock}' takes no limit`
  }
}

function countOf(text: string | null, unit: string, term: (count: number) => Term, example: string): Term | string {
  const match = new RegExp(`^([1-9]\\d{0,3}) ${unit}s?$`).exec(text ?? '')
  return match ? term(Number(match[1])) : `the limit must read like ${example}`
}

function readFollowingWeek(text: string | null): Term | string {
  const [day, clockText] = (text ?? '').split(' ')
  const weekday = weekdays.find((name) => name === day)
  const clockMillis = clockMillisOf(clockText ?? '')
  if (!weekday || clockMillis === null || !text) return "the limit must read like 'MON 12:00'"
  return { clock: 'followingWeek', weekday, clockMillis, text }
}

/** The limit in words. */
export function termText(term: Term): Bilingual {
  switch (term.clock) {
    case 'elapsed':
      return durationText(term.millis)
    case 'business': {
      const { zh, en } = durationText(term.millis)
      return { zh: `${zh}（工作时间）`, en: `${en} of business time` }
    }
    case 'calendarDays':
      return { zh: `${term.days} 日`, en: counted(term.days, 'day') }
    case 'calendarYears':
      return { zh: `${term.years} 年`, en: counted(term.years, 'year') }
    case 'workingDays':
      return term.mode === 'sameClock'
        ? { zh: `${term.days} 个工作日`, en: counted(term.days, 'working day') }
        : { zh: `${term.days} 个工作日（至下班）`, en: `${counted(term.days, 'working day')}, until close of business` }
    case 'endOfDay':
      return { zh: '当日内', en: 'by the end of the day' }
    case 'endOfMonth':
      return { zh: '当月内', en: 'by the end of the month' }
    case 'followingWeek':
      return { zh: `次周 ${term.text}`, en: `${term.text} of the following week` }
    case 'workingDayOfMonth':
      return { zh: `当月第 ${term.ordinal} 个工作日`, en: `working day ${term.ordinal} of the month` }
    case 'fixed':
      return { zh: '按约定时间', en: 'as agreed' }
    case 'count':
      return { zh: `至少 ${term.atLeast} 次沟通`, en: `at least ${counted(term.atLeast, 'contact')}` }
  }
}

function durationText(millis: number): Bilingual {
  return millis % HOUR === 0
    ? { zh: `${millis / HOUR} 小时`, en: counted(millis / HOUR, 'hour') }
    : { zh: `${millis / MINUTE} 分钟`, en: counted(millis / MINUTE, 'minute') }
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}

/**
 * Whether one term is never easier to meet than another, whatever the start and the calendar: due no later, or asking for
 * as many. Terms that cannot be compared in general (24 hours and 1 working day, C3) are not: an override that uses
 * another clock then needs an approver.
 */
export function isAtLeastAsStrict(term: Term, than: Term): boolean {
  if (term.clock === than.clock) return isSameClockAsStrict(term, than)
  // Business time never runs faster than the clock on the wall.
  return term.clock === 'elapsed' && than.clock === 'business' && term.millis <= than.millis
}

function isSameClockAsStrict(term: Term, than: Term): boolean {
  switch (term.clock) {
    case 'elapsed':
    case 'business':
      return 'millis' in than && term.millis <= than.millis
    case 'calendarDays':
      return 'days' in than && term.days <= than.days
    case 'calendarYears':
      return 'years' in than && term.years <= than.years
    case 'workingDays':
      return than.clock === 'workingDays' && isWorkingDaysAsStrict(term, than)
    case 'workingDayOfMonth':
      return 'ordinal' in than && term.ordinal <= than.ordinal
    case 'followingWeek':
      return than.clock === 'followingWeek' && weekMillis(term) <= weekMillis(than)
    case 'count':
      return 'atLeast' in than && term.atLeast >= than.atLeast
    case 'endOfDay':
    case 'endOfMonth':
    case 'fixed':
      return true
  }
}

type WorkingDays = Extract<Term, { clock: 'workingDays' }>

function isWorkingDaysAsStrict(term: WorkingDays, than: WorkingDays): boolean {
  if (term.days < than.days) return true
  return term.days === than.days && (term.mode === than.mode || term.mode === 'sameClock')
}

function weekMillis(term: Extract<Term, { clock: 'followingWeek' }>): number {
  return weekdays.indexOf(term.weekday) * 24 * HOUR + term.clockMillis
}
