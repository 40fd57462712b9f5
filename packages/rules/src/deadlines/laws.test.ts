import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { shanghai } from '../calendar/fixtures.ts'
import type { TimerPause, TimerReopening } from '../ledger/ledger.ts'
import { type Instant, instantFromMillis, millisOf, plusMillis } from '../primitives/instant.ts'
import { bookOf, china, HOUR, MINUTE, patient, timerOf, VERSION } from './deadline-fixture.ts'
import { evaluateTimer, explainTimer, NEVER, reckoningOf } from './index.ts'

/* What holds of every limit of the shipped policy, were it allowed to wait (C40) or to run on after a reopening. */

const RUNS = { numRuns: 500 }

const keys = china.deadlines(VERSION).flatMap(({ key, clock }) => (clock === 'fixed' || clock === 'count' ? [] : [key]))
const measured = china
  .deadlines(VERSION)
  .flatMap(({ key, clock }) =>
    ['elapsed', 'business', 'calendarDays', 'calendarYears', 'workingDays'].includes(clock) ? [key] : [],
  )

const resuming = bookOf(() => ({ reopening: 'RESUMES', pauses: ['WAITING_FOR_CUSTOMER'], isStatutory: false }))
const restarting = bookOf(() => ({ reopening: 'RESTARTS', pauses: ['WAITING_FOR_CUSTOMER'], isStatutory: false }))

const [first, last] = [millisOf(shanghai('2025-12-20 00:00')), millisOf(shanghai('2026-10-20 00:00'))]
const instant = fc.integer({ min: first, max: last }).map(instantFromMillis)

/** Minutes from a start and how long; some begin before it, and some touch. */
const stretch = fc.tuple(fc.integer({ min: -3000, max: 9000 }), fc.integer({ min: 1, max: 6000 }))
const stretches = fc.array(stretch, { maxLength: 5 })

const pauseAt = (from: Instant, length: number): TimerPause => ({
  reason: 'WAITING_FOR_CUSTOMER',
  from,
  until: plusMillis(from, length * MINUTE),
})
const pausesOf = (start: Instant, given: readonly (readonly [number, number])[]) =>
  given.map(([from, length]) => pauseAt(plusMillis(start, from * MINUTE), length))

const due = (key: string, start: Instant, pauses: readonly TimerPause[], book = patient) =>
  reckoningOf(book).dueAtOf(timerOf(key, start, { pauses }))

describe('laws of pauses (C40)', () => {
  it('a later start is never due earlier, whatever the pauses', () => {
    fc.assert(
      fc.property(fc.constantFrom(...keys), instant, stretches, fc.nat(10_000), (key, start, given, minutes) => {
        const pauses = pausesOf(start, given)
        const later = plusMillis(start, minutes * MINUTE)
        expect(due(key, later, pauses) >= due(key, start, pauses)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it('one more pause never makes anything due earlier, nor warned of earlier', () => {
    fc.assert(
      fc.property(fc.constantFrom(...keys), instant, stretches, stretch, (key, start, given, more) => {
        const [before, after] = [given, [...given, more]].map((some) =>
          evaluateTimer(patient, timerOf(key, start, { pauses: pausesOf(start, some) }), shanghai('2027-06-01 00:00')),
        )
        expect((after?.dueAt ?? '') >= (before?.dueAt ?? '')).toBe(true)
        expect((after?.warnAt ?? '') >= (before?.warnAt ?? '')).toBe(true)
        // Limits of a month or week can be started after their due instant.
        if ((after?.dueAt ?? '') > start) expect((after?.warnAt ?? '') <= (after?.dueAt ?? '')).toBe(true)
      }),
      RUNS,
    )
  })

  it('a pause split in two that adjoin is one pause', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(fc.constantFrom(...keys), instant, stretches, stretch, share, (key, start, given, one, at) => {
        const [from, length] = one
        const cut = Math.floor(at * length)
        const rest = pausesOf(start, given)
        const whole = due(key, start, [...rest, ...pausesOf(start, [one])])
        const parts = due(key, start, [
          ...pausesOf(start, [[from + cut, length - cut]]),
          ...rest,
          ...pausesOf(start, [[from, cut]]),
        ])
        expect(parts).toBe(whole)
      }),
      RUNS,
    )
  })

  it('the order of pauses means nothing', () => {
    fc.assert(
      fc.property(fc.constantFrom(...keys), instant, stretches, (key, start, given) => {
        const pauses = pausesOf(start, given)
        expect(due(key, start, pauses.toReversed())).toBe(due(key, start, pauses))
      }),
      RUNS,
    )
  })

  it('a pause while it is closed moves no limit of open time (CMP-3, SRV-2)', () => {
    const openKeys = ['complaint.handle', 'contact.first', 'target.personal', 'contract.sign', 'invoice.match']
    // From 18:00 to 09:00 it is closed every day.
    const night = fc.tuple(
      fc.integer({ min: 0, max: 60 }),
      fc.integer({ min: 0, max: 899 }),
      fc.integer({ min: 1, max: 900 }),
    )
    fc.assert(
      fc.property(fc.constantFrom(...openKeys), instant, fc.array(night, { maxLength: 4 }), (key, start, nights) => {
        const pauses = nights.map(([day, from, length]) => {
          const evening = plusMillis(shanghai('2026-01-01 18:00'), day * 24 * HOUR)
          return pauseAt(plusMillis(evening, from * MINUTE), Math.min(length, 900 - from))
        })
        expect(due(key, start, pauses)).toBe(due(key, start, []))
      }),
      RUNS,
    )
  })

  it('time that counts before the due instant is the length of the limit, with pauses and without', () => {
    fc.assert(
      fc.property(fc.constantFrom(...measured), instant, stretches, (key, start, given) => {
        const counted = (pauses: readonly TimerPause[]) =>
          explainTimer(patient, timerOf(key, start, { pauses }), due(key, start, pauses)).counted
        expect(counted(pausesOf(start, given))).toBe(counted([]))
      }),
      RUNS,
    )
  })

  it('what is paused is never overdue, and never due when nobody knows until when', () => {
    fc.assert(
      fc.property(fc.constantFrom(...measured), instant, stretch, fc.nat(200_000), (key, start, [from], minutes) => {
        const begin = plusMillis(start, from * MINUTE)
        const pauses = [{ reason: 'WAITING_FOR_CUSTOMER', from: begin, until: null }]
        const timer = timerOf(key, start, { pauses })
        const now = plusMillis(begin, minutes * MINUTE)
        fc.pre(now < shanghai('2026-12-31 00:00'))
        const { status, isPaused, bound } = evaluateTimer(patient, timer, now)
        const isReached = due(key, start, []) <= begin
        expect(reckoningOf(patient).dueAtOf(timer) === NEVER).toBe(!isReached)
        if (!isReached) expect(status).not.toBe('OVERDUE')
        if (!isReached && now >= start && bound === 'notAfter') expect(isPaused).toBe(true)
      }),
      RUNS,
    )
  })
})

/** Up to three ends and reopenings in turn, by minutes from the start. */
const turns = fc.array(fc.tuple(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 3000 })), { maxLength: 3 })

function reopeningsOf(start: Instant, given: readonly (readonly [number, number])[]): readonly TimerReopening[] {
  let at = start
  return given.map(([ran, rested]) => {
    const stoppedAt = plusMillis(at, ran * MINUTE)
    at = plusMillis(stoppedAt, rested * MINUTE)
    return { stoppedAt, reopenedAt: at }
  })
}

describe('laws of reopening', () => {
  it('a limit that resumes is due no earlier than one that keeps its end, and one that restarts no earlier than that', () => {
    fc.assert(
      fc.property(fc.constantFrom(...keys), instant, turns, (key, start, given) => {
        const timer = timerOf(key, start, { reopenings: reopeningsOf(start, given) })
        const [kept = '', resumed = '', restarted = ''] = [china, resuming, restarting].map((book) =>
          reckoningOf(book).dueAtOf(timer),
        )
        expect(kept <= resumed && resumed <= restarted).toBe(true)
      }),
      RUNS,
    )
  })

  it('with nothing reopened all three are one', () => {
    fc.assert(
      fc.property(fc.constantFrom(...keys), instant, fc.option(instant), instant, (key, start, stoppedAt, now) => {
        const timer = timerOf(key, start, { stoppedAt, reopenings: [] })
        const states = [china, resuming, restarting].map((book) => evaluateTimer(book, timer, now))
        expect(states[1]).toEqual(states[0])
        expect(states[2]).toEqual(states[0])
      }),
      RUNS,
    )
  })
})

describe('laws of explanations', () => {
  it.each([
    ['KEEPS', patient],
    ['RESUMES', resuming],
    ['RESTARTS', restarting],
  ] as const)('segments adjoin, fill the time, and the counted ones add up: %s (C40)', (_, book) => {
    fc.assert(
      fc.property(
        fc.constantFrom(...keys),
        instant,
        stretches,
        turns,
        fc.integer({ min: 1, max: 20_000 }),
        (key, start, given, undone, minutes) => {
          const until = plusMillis(start, minutes * MINUTE)
          const timer = timerOf(key, start, {
            pauses: pausesOf(start, given),
            reopenings: reopeningsOf(start, undone),
          })
          const { counted, segments } = explainTimer(book, timer, until)
          const { stoppedAt } = evaluateTimer(book, timer, until)
          const end = stoppedAt ?? until
          const length = ({ from, to }: (typeof segments)[number]) => millisOf(to) - millisOf(from)
          const sum = (some: typeof segments) => some.reduce((total, segment) => total + length(segment), 0)
          expect(segments.map(({ from }) => from)).toEqual(
            [start, ...segments.map(({ to }) => to)].slice(0, segments.length),
          )
          expect(sum(segments)).toBe(millisOf(end) - millisOf(start))
          expect(segments.every((segment) => length(segment) > 0)).toBe(true)
          expect(sum(segments.filter((segment) => segment.counted))).toBe(counted)
        },
      ),
      RUNS,
    )
  })
})
