import { describe, expect, it } from '@jest/globals'
import { shanghai } from '../calendar/fixtures.ts'
import { china } from '../deadlines/deadline-fixture.ts'
import {
  announcementsDue,
  type ComplaintExtraFactData,
  type ComplaintFactData,
  evaluateTimer,
  explainTimer,
  type Fact,
  type Instant,
  ledgers,
  millisOf,
  type PolicyBook,
  plusMillis,
} from '../index.ts'
import {
  bookWithCalendar,
  complaintData,
  factsOf,
  figureOf,
  justAfter,
  justBefore,
  limitsOf,
  mondayToFriday,
  streamOf,
} from './golden-fixture.ts'

/*
 * The golden complaint: received on Friday 13 February 2026 at 16:00 in Shanghai. Saturday 14 is a make-up working day;
 * Sunday 15 to Monday 23 are the Spring Festival. Who forgets make-up days is ten days too late, who forgets holidays
 * calls people in the middle of the festival.
 */

const MINUTE = 60_000
const HOUR = 60 * MINUTE

const officeHours = ['09:00-12:00', '13:30-18:00']
const festival = [15, 16, 17, 18, 19, 20, 21, 22, 23].map(
  (day) => `{ date: '2026-02-${day}', kind: HOLIDAY, name: { zh: 春节, en: Spring Festival } }`,
)
const weekdaysOnly = bookWithCalendar(mondayToFriday, officeHours)
const holidaysOnly = bookWithCalendar(mondayToFriday, officeHours, festival)

const fact = factsOf<ComplaintFactData & ComplaintExtraFactData>()
const RECEIVED_AT = shanghai('2026-02-13 16:00')
const received = fact('ComplaintReceived', RECEIVED_AT, complaintData())

const complaint = (more: readonly Fact[] = [], book: PolicyBook = china) =>
  streamOf(ledgers.complaint, [received, ...more], book)

/** A limit of the complaint as it stands at an instant. */
function limit(key: string, now: Instant, more: readonly Fact[] = [], book: PolicyBook = china) {
  const timer = timerOf(key, more, book)
  return { ...evaluateTimer(book, timer, now), announced: announcementsDue(book, timer, now) }
}

function timerOf(key: string, more: readonly Fact[] = [], book: PolicyBook = china) {
  const timer = complaint(more, book).timers.find((one) => one.key === key)
  if (timer === undefined) throw new Error(`the complaint has no limit ${key}`)
  return timer
}

describe('the complaint of Friday 13 February 2026, 16:00, on the shipped calendar', () => {
  it('has every limit from its receipt on (CMP-2, CMP-3, CMP-4, CMP-5, C2, C3)', () => {
    expect(limitsOf(complaint(), RECEIVED_AT)).toEqual({
      // 2 hours.
      'complaint.verify': ['RUNNING', shanghai('2026-02-13 18:00')],
      // 24 hours, as nobody knows its class yet.
      'complaint.opinion.quality': ['RUNNING', shanghai('2026-02-14 16:00')],
      // The same clock time of the next working day, which is that Saturday.
      'complaint.handle': ['RUNNING', shanghai('2026-02-14 16:00')],
      // 15 minutes from the moment at which it should have been handled.
      'complaint.handover': ['NOT_STARTED', shanghai('2026-02-14 16:15')],
    })
  })

  it.each([
    // 75 % of 2 h are 1 h 30 min.
    ['CMP-2', 'complaint.verify', shanghai('2026-02-13 17:30'), 'AFTER_SALES'],
    // 75 % of 24 h are 18 h.
    ['CMP-5', 'complaint.opinion.quality', shanghai('2026-02-14 10:00'), 'QUALITY_CONTROL'],
    // Open are 2 h on Friday, 3 h and 2.5 h on Saturday: 7.5 h. Of them 75 % are 5 h 37 min 30 s, the last 37 min 30 s
    // of them from Saturday 13:30 on.
    ['CMP-3', 'complaint.handle', plusMillis(shanghai('2026-02-14 14:07'), 30_000), 'ADMINISTRATION'],
    // 75 % of 15 min are 11 min 15 s.
    ['CMP-4', 'complaint.handover', plusMillis(shanghai('2026-02-14 16:11'), 15_000), 'LEADERSHIP'],
  ] as const)('warns of %s (%s) once, and tells of the breach a millisecond late', (_, key, warnAt, escalateTo) => {
    const { dueAt } = limit(key, warnAt)
    expect(limit(key, justBefore(warnAt))).toMatchObject({ status: 'RUNNING', announced: [], warnAt, escalateTo })
    expect(limit(key, warnAt)).toMatchObject({ status: 'WARNED', announced: ['WARNING'] })
    expect(limit(key, dueAt)).toMatchObject({ status: 'WARNED', announced: ['WARNING'] })
    expect(limit(key, justAfter(dueAt))).toMatchObject({ status: 'OVERDUE', announced: ['WARNING', 'BREACH'] })
  })

  it('is handed over from the moment at which it should have been handled, unless it is (CMP-4)', () => {
    const dueAt = shanghai('2026-02-14 16:00')
    const handled = [fact('ComplaintHandled', dueAt)]
    expect(limit('complaint.handover', justBefore(dueAt)).status).toBe('NOT_STARTED')
    expect(limit('complaint.handover', dueAt).status).toBe('RUNNING')
    expect(limit('complaint.handover', dueAt, handled).status).toBe('VOID')
  })

  it('is handed over at once when it is marked unsolvable, and is to be handled all the same (CMP-3, CMP-4, C29)', () => {
    const marked = [fact('ComplaintMarkedUnsolvable', shanghai('2026-02-13 17:00'))]
    const accepted = [...marked, fact('AdministrationAccepted', shanghai('2026-02-13 17:15'))]
    const saturday = justAfter(shanghai('2026-02-14 16:00'))
    expect(limit('complaint.handover', RECEIVED_AT, marked).dueAt).toBe(shanghai('2026-02-13 17:15'))
    expect(limit('complaint.handover', saturday, accepted).status).toBe('MET')
    expect(limit('complaint.handle', saturday, accepted).status).toBe('OVERDUE')
  })
})

describe('the figures of that complaint', () => {
  const handledIn = (asOf: Instant, more: readonly Fact[]) => figureOf(complaint(more), ['KPI-13', null], asOf)
  const onTimeIn = (asOf: Instant, more: readonly Fact[]) => figureOf(complaint(more), ['KPI-17', null], asOf)

  it.each([
    // Numerator, denominator, pending. KPI-13 has no limit: what is received and not handled counts against it at once.
    ['before it is received', justBefore(RECEIVED_AT), [0, 0, 0], [0, 0, 0]],
    ['at its receipt', RECEIVED_AT, [0, 1, 0], [0, 0, 3]],
    ['at the last moment to verify it', shanghai('2026-02-13 18:00'), [0, 1, 0], [0, 0, 3]],
    ['a millisecond later', justAfter(shanghai('2026-02-13 18:00')), [0, 1, 0], [0, 1, 2]],
    ['at the last moment for opinion and handling', shanghai('2026-02-14 16:00'), [0, 1, 0], [0, 1, 2]],
    ['a millisecond after both', justAfter(shanghai('2026-02-14 16:00')), [0, 1, 0], [0, 3, 0]],
    ['after the festival', shanghai('2026-02-24 16:00'), [0, 1, 0], [0, 3, 0]],
  ])('while nobody does anything, seen %s (KPI-13, KPI-17)', (_, asOf, handled, onTime) => {
    expect([handledIn(asOf, []), onTimeIn(asOf, [])]).toEqual([handled, onTime])
  })

  const registered = fact('ComplaintRegistered', shanghai('2026-02-13 17:30'))
  const opinion = fact('OpinionIssued', shanghai('2026-02-14 10:00'))
  const inTime = [registered, opinion, fact('ComplaintHandled', shanghai('2026-02-14 16:00'))]

  it.each([
    ['at the verification', registered.occurredAt, [0, 1, 0], [1, 1, 2]],
    ['before the opinion', justBefore(opinion.occurredAt), [0, 1, 0], [1, 1, 2]],
    ['at the opinion', opinion.occurredAt, [0, 1, 0], [2, 2, 1]],
    ['before the handling', justBefore(shanghai('2026-02-14 16:00')), [0, 1, 0], [2, 2, 1]],
    ['at the handling', shanghai('2026-02-14 16:00'), [1, 1, 0], [3, 3, 0]],
    ['ever after', shanghai('2026-12-31 23:59'), [1, 1, 0], [3, 3, 0]],
  ])('while everything is done in time, seen %s (KPI-13, KPI-17)', (_, asOf, handled, onTime) => {
    expect([handledIn(asOf, inTime), onTimeIn(asOf, inTime)]).toEqual([handled, onTime])
  })

  it('when it is handled a millisecond late: handled, and two of three in time (KPI-13, KPI-17)', () => {
    const lateAt = justAfter(shanghai('2026-02-14 16:00'))
    const late = [registered, opinion, fact('ComplaintHandled', lateAt)]
    expect([handledIn(lateAt, late), onTimeIn(lateAt, late)]).toEqual([
      [1, 1, 0],
      [2, 3, 0],
    ])
  })
})

describe.each([
  ['of the notices, with make-up days', china, '2026-02-14 16:00', 24],
  // 14 and 15 are a weekend: Monday 16, in the middle of the festival; 3 days of 24 h.
  ['of Monday to Friday only', weekdaysOnly, '2026-02-16 16:00', 72],
  // 14 counts as a weekend, 15 to 23 are free: Tuesday 24; 11 days of 24 h.
  ['of holidays without make-up days', holidaysOnly, '2026-02-24 16:00', 264],
] as const)('the calendar %s', (_, book, due, hoursOnTheWall) => {
  const dueAt = shanghai(due)

  it('decides when the complaint is to be handled, and moves no limit in hours (CMP-3, C4, C19, C23)', () => {
    expect(limitsOf(complaint([], book), RECEIVED_AT, book)).toEqual({
      'complaint.verify': ['RUNNING', shanghai('2026-02-13 18:00')],
      'complaint.opinion.quality': ['RUNNING', shanghai('2026-02-14 16:00')],
      'complaint.handle': ['RUNNING', dueAt],
      'complaint.handover': ['NOT_STARTED', plusMillis(dueAt, 15 * MINUTE)],
    })
  })

  it('warns on the last day at 14:07:30, for the day has the same hours on each of them (CMP-3)', () => {
    // 2 h on Friday 13, then 3 h to noon and 2.5 h from 13:30 to 16:00 of the due day: 25 % of 7.5 h are 1 h 52 min 30 s.
    const warnAt = plusMillis(dueAt, -(HOUR + 52.5 * MINUTE))
    expect(limit('complaint.handle', RECEIVED_AT, [], book).warnAt).toBe(warnAt)
  })

  it('explains the time by stretches that adjoin and add up (CMP-3)', () => {
    const { counted, segments } = explainTimer(book, timerOf('complaint.handle', [], book), dueAt)
    const lengthOf = ({ from, to }: (typeof segments)[number]) => millisOf(to) - millisOf(from)
    const sumOf = (some: typeof segments) => some.reduce((sum, segment) => sum + lengthOf(segment), 0)
    expect(segments.map(({ from }) => from)).toEqual([RECEIVED_AT, ...segments.slice(0, -1).map(({ to }) => to)])
    expect(segments.at(-1)?.to).toBe(dueAt)
    expect(sumOf(segments)).toBe(hoursOnTheWall * HOUR)
    expect([counted, sumOf(segments.filter((segment) => segment.counted))]).toEqual([7.5 * HOUR, 7.5 * HOUR])
  })

  it('has it handled in time at the due instant, and not a millisecond later (CMP-3, KPI-17)', () => {
    const handledAt = (at: Instant) =>
      figureOf(complaint([fact('ComplaintHandled', at)], book), ['KPI-17', 'complaint.handle'], at)
    expect([handledAt(dueAt), handledAt(justAfter(dueAt))]).toEqual([
      [1, 1, 0],
      [0, 1, 0],
    ])
  })
})

describe('a handling on Monday 16 February at 15:00', () => {
  it('is late, in time or in time, by which calendar the company has (CMP-3, KPI-13, KPI-17)', () => {
    const at = shanghai('2026-02-16 15:00')
    const figures = [china, weekdaysOnly, holidaysOnly].map((book) => {
      const handled = complaint([fact('ComplaintHandled', at)], book)
      return [figureOf(handled, ['KPI-13', null], at), figureOf(handled, ['KPI-17', 'complaint.handle'], at)]
    })
    expect(figures).toEqual([
      [
        [1, 1, 0],
        [0, 1, 0],
      ],
      [
        [1, 1, 0],
        [1, 1, 0],
      ],
      [
        [1, 1, 0],
        [1, 1, 0],
      ],
    ])
  })
})

describe('the explanation of the working day of that complaint', () => {
  it('names each stretch, and why the Saturday counts (CMP-3, C23)', () => {
    const { segments } = explainTimer(china, timerOf('complaint.handle'), shanghai('2026-02-14 16:00'))
    const makeUp = '(make-up working day of Spring Festival)'
    expect(segments.map(({ from, to, counted, reason }) => [from, to, counted, reason.en])).toEqual([
      [shanghai('2026-02-13 16:00'), shanghai('2026-02-13 18:00'), true, 'working hours'],
      [shanghai('2026-02-13 18:00'), shanghai('2026-02-14 00:00'), false, 'outside working hours'],
      [shanghai('2026-02-14 00:00'), shanghai('2026-02-14 09:00'), false, `outside working hours ${makeUp}`],
      [shanghai('2026-02-14 09:00'), shanghai('2026-02-14 12:00'), true, `working hours ${makeUp}`],
      [shanghai('2026-02-14 12:00'), shanghai('2026-02-14 13:30'), false, `outside working hours ${makeUp}`],
      [shanghai('2026-02-14 13:30'), shanghai('2026-02-14 16:00'), true, `working hours ${makeUp}`],
    ])
  })

  it('counts every hour of a limit in hours (CMP-2)', () => {
    const { counted, segments } = explainTimer(china, timerOf('complaint.verify'), shanghai('2026-02-13 18:00'))
    expect([counted, segments.length]).toEqual([2 * HOUR, 1])
  })
})
