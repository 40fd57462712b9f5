import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { CalendarDefinition } from '../calendar/definition.ts'
import { everyDay, hours, plainCalendar } from '../calendar/fixtures.ts'
import { compileCalendar } from '../calendar/index.ts'
import { MinuteByMinute } from '../calendar/minute-by-minute.ts'
import type { Timer } from '../ledger/ledger.ts'
import type { Reopening } from '../policy/deadline-row.ts'
import type { Term } from '../policy/term.ts'
import { instantFromMillis, millisOf } from '../primitives/instant.ts'
import { parseLocalDate, plusDays } from '../primitives/local-date.ts'
import { bookOf, MINUTE, timerOf } from './deadline-fixture.ts'
import { evaluateTimer, explainTimer, NEVER, reckoningOf } from './index.ts'
import { livedThrough, NaiveDays, type NaiveLimit, type NaiveTimer } from './minute-by-minute-fixture.ts'

const DAYS = 30

/** Days with lunch and without, short ones, a free one and one that is made up; around clock changes and without any. */
const officeHours = hours('09:00-12:00', '13:30-18:00')
const patterns: readonly CalendarDefinition['weekly'][] = [
  { MON: officeHours, TUE: officeHours, WED: officeHours, THU: hours('08:15-11:45'), FRI: officeHours },
  { TUE: hours('00:00-03:15', '20:00-24:00'), SAT: hours('01:30-02:45', '12:00-13:00'), SUN: hours('02:15-05:00') },
  everyDay('00:00-24:00'),
]
const zones = [
  ['Asia/Shanghai', '2026-02-01'],
  ['Asia/Kathmandu', '2024-02-12'],
  ['Europe/Berlin', '2026-03-14'],
  ['Europe/Berlin', '2026-10-10'],
  ['America/Sao_Paulo', '2017-02-04'],
  ['America/Sao_Paulo', '2017-10-01'],
  ['Australia/Lord_Howe', '2026-03-21'],
  ['Australia/Lord_Howe', '2026-09-20'],
] as const

const calendars = zones.flatMap(([zone, from]) =>
  patterns.map((weekly) => {
    const first = parseLocalDate(from)
    const name = { zh: '例外', en: 'exception' }
    const definition: CalendarDefinition = {
      ...plainCalendar(zone, weekly),
      coverage: { from: first, to: plusDays(first, DAYS - 1) },
      exceptions: [
        { date: plusDays(first, 8), kind: 'HOLIDAY', name },
        { date: plusDays(first, 10), kind: 'HALF_DAY', intervals: hours('10:00-11:00'), name },
        { date: plusDays(first, 14), kind: 'WORKING', name },
      ],
    }
    const compiled = compileCalendar(definition)
    return { compiled, days: new NaiveDays(new MinuteByMinute(definition, first, DAYS), zone) }
  }),
)

const reopenings: readonly Reopening[] = ['KEEPS', 'RESUMES', 'RESTARTS']

const limits: fc.Arbitrary<NaiveLimit> = fc
  .record({
    clock: fc.constantFrom('elapsed', 'business', 'calendarDays', 'workingDays'),
    mode: fc.constantFrom('sameClock', 'endOfDay'),
    reopening: fc.constantFrom(...reopenings),
    minutes: fc.integer({ min: 1, max: 30 * 60 }),
    days: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ minutes, days, ...limit }) => ({
    ...limit,
    amount: limit.clock === 'elapsed' || limit.clock === 'business' ? minutes : days,
  }))

/** Minutes after the start; negative for before it. */
interface Story {
  readonly startMinute: number
  readonly ends: readonly number[]
  readonly isEnded: boolean
  readonly pauses: readonly (readonly [from: number, length: number | null])[]
  readonly nowMinute: number
}

const stories: fc.Arbitrary<Story> = fc.record({
  startMinute: fc.integer({ min: 1500, max: 16 * 1440 }),
  // Gaps between ends and reopenings, which take turns; some are at once.
  ends: fc.array(fc.oneof(fc.integer({ min: 0, max: 2000 }), fc.constantFrom(0, 60)), { maxLength: 5 }),
  isEnded: fc.boolean(),
  pauses: fc.array(
    fc.tuple(
      fc.integer({ min: -600, max: 4000 }),
      fc.option(fc.integer({ min: 1, max: 2500 }), { freq: 5, nil: null }),
    ),
    { maxLength: 4 },
  ),
  nowMinute: fc.integer({ min: 0, max: 7000 }),
})

function timerFrom(story: Story, first: number): { readonly timer: NaiveTimer; readonly now: number } {
  const start = first + story.startMinute * MINUTE
  const moments: number[] = []
  let at = start
  for (const gap of story.ends) {
    at += gap * MINUTE
    moments.push(at)
  }
  const pairs = Math.floor(moments.length / 2)
  const taken = Array.from({ length: pairs }, (_, index) => ({
    stop: moments[2 * index] ?? 0,
    reopen: moments[2 * index + 1] ?? 0,
  }))
  const stop = story.isEnded ? (moments[2 * pairs] ?? null) : null
  const pauses = story.pauses.map(([from, length]) => ({
    from: start + from * MINUTE,
    until: length === null ? null : start + (from + length) * MINUTE,
  }))
  return { timer: { start, reopenings: taken, stop, pauses }, now: start + story.nowMinute * MINUTE }
}

const instantOrNull = (millis: number | null) => (millis === null ? null : instantFromMillis(millis))

function timerAsWritten({ start, reopenings: undone, stop, pauses }: NaiveTimer): Timer {
  return timerOf('complaint.handle', instantFromMillis(start), {
    stoppedAt: instantOrNull(stop),
    reopenings: undone.map((one) => ({
      stoppedAt: instantFromMillis(one.stop),
      reopenedAt: instantFromMillis(one.reopen),
    })),
    pauses: pauses.map(({ from, until }) => ({
      reason: 'WAITING_FOR_CUSTOMER',
      from: instantFromMillis(from),
      until: instantOrNull(until),
    })),
  })
}

function termOf({ clock, amount, mode }: NaiveLimit): Term {
  switch (clock) {
    case 'elapsed':
    case 'business':
      return { clock, millis: amount * MINUTE }
    case 'calendarDays':
      return { clock, days: amount }
    case 'workingDays':
      return { clock, days: amount, mode }
  }
}

/** The answer, or `null` where the known days end first. */
function known<T>(ask: () => T): T | null {
  try {
    return ask()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'CALENDAR_NOT_PUBLISHED') return null
    throw error
  }
}

type Calendar = (typeof calendars)[number]

function bookWith({ compiled }: Calendar, limit: NaiveLimit) {
  const term = termOf(limit)
  const { reopening } = limit
  return bookOf(() => ({ term, clock: term.clock, pauses: ['WAITING_FOR_CUSTOMER'], reopening }), {
    calendar: () => compiled,
    tenantOffsets: compiled.zoneOffsets,
  })
}

function compareOnce(calendar: Calendar, limit: NaiveLimit, story: Story): void {
  const book = bookWith(calendar, limit)
  const { timer, now } = timerFrom(story, calendar.days.calendar.from)
  const written = timerAsWritten(timer)
  const expected = livedThrough(calendar.days, limit, timer, now)
  const state = known(() => evaluateTimer(book, written, instantFromMillis(now)))
  expect(state && millisOf(state.dueAt)).toBe(expected.due)
  if (state === null || expected.due === null) return
  expect([millisOf(state.startedAt), state.stoppedAt]).toEqual([expected.start, instantOrNull(expected.stop)])
  const verdict = expected.stop === null ? now > expected.due : expected.stop > expected.due
  expect(['OVERDUE', 'MISSED'].includes(state.status)).toBe(verdict)
  expect(state.isPaused).toBe(expected.isWaiting && expected.stop === null && now <= expected.due)
  // It tells the limit of an earlier run as well, which may lie outside the known days although the last run's does not.
  const told = known(() => explainTimer(book, written, instantFromMillis(now)))
  if (told !== null) expect(told.counted).toBe(expected.countedMinutes * MINUTE)
}

/** What figures use: everything is known, and a wait that goes on has no end. */
function compareForGood(calendar: Calendar, limit: NaiveLimit, story: Story): void {
  const { from, to } = calendar.days.calendar
  const { timer } = timerFrom(story, from)
  const { dueAtOf, stoppedAtOf } = reckoningOf(bookWith(calendar, limit))
  const expected = livedThrough(calendar.days, limit, timer, to)
  const dueAt = known(() => dueAtOf(timerAsWritten(timer)))
  if (dueAt === NEVER) expect(expected.due ?? to).toBeGreaterThanOrEqual(to)
  else expect(dueAt && millisOf(dueAt)).toBe(expected.due)
  expect(stoppedAtOf(timerAsWritten(timer))).toBe(instantOrNull(expected.stop))
}

describe('limits and a life minute by minute', () => {
  it('agree on 10,000 timers with pauses and reopenings (C40)', () => {
    fc.assert(fc.property(fc.constantFrom(...calendars), limits, stories, compareOnce), { numRuns: 10_000 })
  }, 600_000)

  it('agree on what figures use, of 1,000 more (C40)', () => {
    fc.assert(fc.property(fc.constantFrom(...calendars), limits, stories, compareForGood), { numRuns: 1000 })
  }, 600_000)

  it('would disagree if one were wrong', () => {
    const [calendar] = calendars
    const limit: NaiveLimit = { clock: 'business', amount: 60, mode: 'sameClock', reopening: 'KEEPS' }
    const story = { startMinute: 1500, ends: [], isEnded: false, pauses: [[10, 5]], nowMinute: 3000 } as const
    if (!calendar) throw new Error('there is no calendar')
    expect(() => compareOnce(calendar, limit, story)).not.toThrow()
    const { timer, now } = timerFrom(story, calendar.days.calendar.from)
    const off = { ...timer, pauses: timer.pauses.map(({ from, until }) => ({ from, until: (until ?? 0) + MINUTE })) }
    const due = livedThrough(calendar.days, { ...limit, clock: 'elapsed' }, timer, now).due
    expect(livedThrough(calendar.days, { ...limit, clock: 'elapsed' }, off, now).due).toBe((due ?? 0) + MINUTE)
  })
})
