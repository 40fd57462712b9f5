import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { instantFromMillis } from '../primitives/instant.ts'
import { type LocalDate, parseLocalDate, plusDays } from '../primitives/local-date.ts'
import type { CalendarDefinition, CalendarException, ClockInterval, Weekday } from './definition.ts'
import { weekdays } from './definition.ts'
import { hours, plainCalendar } from './fixtures.ts'
import {
  addOpenTime,
  addWorkingDays,
  type CompiledCalendar,
  compileCalendar,
  nextOpen,
  openTimeBetween,
} from './index.ts'
import { MinuteByMinute } from './minute-by-minute.ts'
import { segmentsBetween } from './segments.ts'

const MINUTE = 60_000
const DAYS = 35

/** Five weeks around a clock change, or without one; Lord Howe changes by half an hour, Kathmandu is at +5:45. */
const windows = [
  ['Asia/Shanghai', '2026-02-01'],
  ['Asia/Kathmandu', '2024-02-12'],
  ['Europe/Berlin', '2026-03-14'],
  ['Europe/Berlin', '2026-10-10'],
  ['America/Sao_Paulo', '2017-02-04'],
  ['America/Sao_Paulo', '2017-10-01'],
  ['Australia/Lord_Howe', '2026-03-21'],
  ['Australia/Lord_Howe', '2026-09-20'],
] as const

const clock = (quarters: number) =>
  `${String(Math.floor(quarters / 4)).padStart(2, '0')}:${String((quarters % 4) * 15).padStart(2, '0')}`

/** Up to three intervals of a day on quarter hours, from 00:00 to 24:00; touching ones included. */
const day: fc.Arbitrary<readonly ClockInterval[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: 96 }), { minLength: 2, maxLength: 6 })
  .map((points) => {
    const sorted = points.toSorted((a, b) => a - b)
    const pairs = Array.from({ length: Math.floor(sorted.length / 2) }, (_, index) =>
      sorted.slice(2 * index, 2 * index + 2),
    )
    return pairs.map(([from = 0, to = 96]) => ({ from: clock(from), to: clock(to) }))
  })

const week = fc
  .tuple(...weekdays.map((name) => fc.option(day).map((intervals) => [name, intervals ?? []] as const)))
  .filter((days) => days.filter(([, intervals]) => intervals.length > 0).length >= 2)
  .map((days) => Object.fromEntries(days) as Record<Weekday, readonly ClockInterval[]>) // one entry per weekday

const exceptionOn = (first: LocalDate): fc.Arbitrary<CalendarException> =>
  fc
    .tuple(fc.integer({ min: 0, max: DAYS - 1 }), fc.constantFrom('HOLIDAY', 'WORKING', 'HALF_DAY'), day)
    .map(([offset, kind, intervals]) => ({
      date: plusDays(first, offset),
      kind,
      name: { zh: '例外', en: 'exception' },
      ...(kind === 'HALF_DAY' ? { intervals } : {}),
    }))

interface Sample {
  readonly definition: CalendarDefinition
  readonly compiled: CompiledCalendar
}

const samplesOf = (zones: readonly (readonly [string, string])[]): fc.Arbitrary<Sample> =>
  fc
    .constantFrom(...zones)
    .chain(([zone, from]) => {
      const first = parseLocalDate(from)
      const exceptions = fc.uniqueArray(exceptionOn(first), { selector: ({ date }) => date, maxLength: 6 })
      return fc.tuple(fc.constant({ zone, first }), week, exceptions)
    })
    .map(([{ zone, first }, weekly, exceptions]) => {
      const coverage = { from: first, to: plusDays(first, DAYS - 1) }
      const definition = { ...plainCalendar(zone, weekly), exceptions, coverage }
      return { definition, compiled: compileCalendar(definition) }
    })

const samples = samplesOf(windows)

/** Questions to one calendar; each is a start and a number, spread over the window. */
const questions = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 4000 })), {
  minLength: 25,
  maxLength: 25,
})

const minuteAt = (naive: MinuteByMinute, share: number) =>
  naive.from + Math.floor((share * (naive.to - MINUTE - naive.from)) / MINUTE) * MINUTE

/** The calendar's answer, or `null` where it says that the known days end. */
function answer(ask: () => number | string): number | null {
  try {
    const found = ask()
    return typeof found === 'number' ? found : Date.parse(found)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'CALENDAR_NOT_PUBLISHED') return null
    throw error
  }
}

describe('the compiled calendar and the minute-by-minute one', () => {
  it('agree on 160 calendars with 25 starts each', () => {
    fc.assert(
      fc.property(samples, questions, ({ compiled, definition }, asked) => {
        const naive = new MinuteByMinute(definition, definition.coverage.from, DAYS)
        for (const [share, minutes] of asked) {
          const start = minuteAt(naive, share)
          const from = instantFromMillis(start)
          const end = Math.min(naive.to, start + minutes * 7 * MINUTE)
          expect(answer(() => nextOpen(compiled, from))).toBe(naive.nextOpen(start))
          expect(openTimeBetween(compiled, from, instantFromMillis(end))).toBe(
            naive.openMinutesBetween(start, end) * MINUTE,
          )
          expect(answer(() => addOpenTime(compiled, from, minutes * MINUTE))).toBe(naive.addOpenMinutes(start, minutes))
          expect(answer(() => addWorkingDays(compiled, from, minutes % 6, 'sameClock'))).toBe(
            naive.addWorkingDays(start, minutes % 6),
          )
        }
      }),
      { numRuns: 160 },
    )
  })

  it('would disagree if one were wrong', () => {
    const definition = {
      ...plainCalendar('Asia/Shanghai'),
      coverage: { from: '2026-03-02', to: '2026-03-08' } as never,
    }
    const shifted = { ...definition, weekly: { ...definition.weekly, MON: hours('09:00-12:00', '13:31-18:00') } }
    const naive = new MinuteByMinute(definition, parseLocalDate('2026-03-02'), 7)
    const [from, to] = [instantFromMillis(naive.from), instantFromMillis(naive.to)]
    expect(openTimeBetween(compileCalendar(definition), from, to)).toBe(
      naive.openMinutesBetween(naive.from, naive.to) * MINUTE,
    )
    expect(openTimeBetween(compileCalendar(shifted), from, to)).toBe(
      (naive.openMinutesBetween(naive.from, naive.to) - 1) * MINUTE,
    )
  })
})

describe('laws of open time, to the millisecond', () => {
  const shares = fc.double({ min: 0, max: 0.5, noNaN: true })
  const instantAt = ({ compiled }: Sample, share: number) =>
    compiled.from + Math.floor(share * (compiled.to - compiled.from))

  it('open time between a start and its due instant is what was added', () => {
    fc.assert(
      fc.property(samples, shares, fc.integer({ min: 0, max: 6 * 3_600_000 }), (sample, share, millis) => {
        const start = instantFromMillis(instantAt(sample, share))
        const due = answer(() => addOpenTime(sample.compiled, start, millis))
        fc.pre(due !== null)
        expect(openTimeBetween(sample.compiled, start, instantFromMillis(due ?? 0))).toBe(millis)
      }),
    )
  })

  it('a later start is never due earlier', () => {
    fc.assert(
      fc.property(samples, shares, shares, fc.integer({ min: 1, max: 6 * 3_600_000 }), (sample, a, b, millis) => {
        const [first, second] = [a, b]
          .toSorted((x, y) => x - y)
          .map((share) =>
            answer(() => addOpenTime(sample.compiled, instantFromMillis(instantAt(sample, share)), millis)),
          )
        fc.pre(first !== null && second !== null)
        expect(second).toBeGreaterThanOrEqual(first ?? 0)
      }),
    )
  })

  it('a later start is never due earlier in working days either, where no clock time comes twice', () => {
    const steady = samplesOf(windows.filter(([zone]) => zone.startsWith('Asia/')))
    fc.assert(
      fc.property(steady, shares, shares, fc.integer({ min: 0, max: 4 }), (sample, a, b, days) => {
        const [first, second] = [a, b]
          .toSorted((x, y) => x - y)
          .map((share) =>
            answer(() =>
              addWorkingDays(sample.compiled, instantFromMillis(instantAt(sample, share)), days, 'sameClock'),
            ),
          )
        fc.pre(first !== null && second !== null)
        expect(second).toBeGreaterThanOrEqual(first ?? 0)
      }),
    )
  })

  it('two stretches that adjoin have together the open time of the whole', () => {
    fc.assert(
      fc.property(samples, shares, shares, (sample, a, b) => {
        const { compiled } = sample
        const middle = instantFromMillis(instantAt(sample, Math.max(a, b)))
        const from = instantFromMillis(instantAt(sample, Math.min(a, b)))
        const to = instantFromMillis(compiled.to)
        expect(openTimeBetween(compiled, from, middle) + openTimeBetween(compiled, middle, to)).toBe(
          openTimeBetween(compiled, from, to),
        )
      }),
    )
  })

  it('segments adjoin, fill the time and sum to the open time', () => {
    fc.assert(
      fc.property(samples, shares, shares, (sample, a, b) => {
        const [from = 0, to = 0] = [a, b].map((share) => instantAt(sample, share)).toSorted((x, y) => x - y)
        const segments = segmentsBetween(sample.compiled, from, to)
        expect(segments.map((segment) => segment.from)).toEqual(
          [from, ...segments.map((segment) => segment.to)].slice(0, segments.length),
        )
        expect(segments.at(-1)?.to ?? from).toBe(to)
        expect(segments.every((segment) => segment.to > segment.from)).toBe(true)
        const open = segments.reduce((sum, segment) => sum + (segment.isOpen ? segment.to - segment.from : 0), 0)
        expect(open).toBe(openTimeBetween(sample.compiled, instantFromMillis(from), instantFromMillis(to)))
      }),
    )
  })
})
