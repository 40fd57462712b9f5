import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { refused } from '../../gates/violation-fixture.ts'
import type { LocalDate } from '../../primitives/local-date.ts'
import { chineseOffice, hours, shanghai } from '../fixtures.ts'
import { addWorkingDays, type CalendarDefinition, compileCalendar } from '../index.ts'
import { date, feed, office, read, wholeDay, year2026 } from './feed-fixture.ts'
import { acceptFeed, type DayDecision, type FeedDecisions, reviewFeed } from './index.ts'

const newYear = { date: date('2026-01-01'), kind: 'HOLIDAY', name: { zh: '元旦', en: 'New Year' } } as const
const outside = { date: date('2025-10-01'), kind: 'HOLIDAY', name: { zh: '国庆节', en: 'National Day' } } as const
const current: CalendarDefinition = { ...office, id: 'office', version: '1', exceptions: [newYear, outside] }
const draft = read(feed(wholeDay('2026-10-01', '国庆节'), wholeDay('2026-02-14', '春节 班')))

/* The review: 2026-01-01 REMOVED, 2026-02-14 ADDED, 2026-10-01 ADDED. */
const days: Readonly<Record<string, DayDecision>> = {
  '2026-01-01': 'REJECT',
  '2026-02-14': 'ACCEPT',
  '2026-10-01': 'ACCEPT',
}
const decisions: FeedDecisions = { reviewer: 'li', approver: 'wang', version: '2', days }

function accepted(change: Partial<FeedDecisions> = {}, from = draft): CalendarDefinition {
  const result = acceptFeed(current, from, { ...decisions, ...change })
  expect(result).toMatchObject({ type: 'ACCEPTED' })
  return result.type === 'ACCEPTED' ? result.calendar : current
}

function refusals(change: Partial<FeedDecisions>, from = draft, published: readonly CalendarDefinition[] = []) {
  const result = acceptFeed(current, from, { ...decisions, ...change }, published)
  return result.type === 'REFUSED' ? refused(result.violations) : []
}

describe('a draft on which everything is decided', () => {
  const workday = { date: '2026-02-14', kind: 'WORKING', name: { zh: '春节 班', en: '春节 班' } }
  const national = { date: '2026-10-01', kind: 'HOLIDAY', name: { zh: '国庆节', en: '国庆节' } }

  it('becomes a version of the calendar (GEN-5)', () => {
    expect(accepted()).toEqual({ ...current, version: '2', exceptions: [outside, newYear, workday, national] })
  })

  it('takes what is accepted and leaves the rest as it is in force (GEN-5)', () => {
    expect(accepted({ days: { ...days, '2026-01-01': 'ACCEPT', '2026-02-14': 'REJECT' } }).exceptions).toEqual([
      outside,
      national,
    ])
  })

  it('changes a day that is in force only when that is accepted (GEN-5)', () => {
    const changed = read(feed(wholeDay('2026-01-01', '补班')))
    const of = (decision: DayDecision) => accepted({ days: { '2026-01-01': decision } }, changed).exceptions
    expect(of('REJECT')).toEqual([outside, newYear])
    expect(of('ACCEPT')).toEqual([outside, { date: '2026-01-01', kind: 'WORKING', name: { zh: '补班', en: '补班' } }])
  })

  it('can keep its version when nothing changes (GEN-5)', () => {
    const rejected = { '2026-01-01': 'REJECT', '2026-02-14': 'REJECT', '2026-10-01': 'REJECT' } as const
    expect(accepted({ version: '1', days: rejected })).toEqual({ ...current, exceptions: [outside, newYear] })
  })

  it('keeps the hours of a half day, and takes the version without blanks around it (GEN-5)', () => {
    const noon = read(feed(['DTSTART:20260213T120000', 'DTEND:20260213T180000', 'SUMMARY:放假']))
    const calendar = accepted({ version: ' 2 ', days: { '2026-01-01': 'REJECT', '2026-02-13': 'ACCEPT' } }, noon)
    expect(calendar.version).toBe('2')
    expect(calendar.exceptions[2]).toEqual({
      date: '2026-02-13',
      kind: 'HALF_DAY',
      name: { zh: '放假', en: '放假' },
      intervals: hours('09:00-12:00'),
    })
  })

  it('counts working days at once: the make-up Saturday of the feed (CMP-3, GEN-5)', () => {
    const due = (calendar: CalendarDefinition) =>
      addWorkingDays(compileCalendar(calendar), shanghai('2026-02-13 16:00'), 1, 'sameClock')
    expect(due(current)).toBe(shanghai('2026-02-16 16:00'))
    expect(due(accepted())).toBe(shanghai('2026-02-14 16:00'))
  })
})

describe('a draft on which something is missing', () => {
  it('is refused without reviewer, approver or version, all at once (GEN-5)', () => {
    expect(refusals({ reviewer: ' ', approver: '', version: ' ' })).toEqual([
      ['GEN-5', 'reviewer', { reason: 'MISSING' }],
      ['GEN-5', 'approver', { reason: 'MISSING' }],
      ['GEN-5', 'version', { reason: 'MISSING', calendarId: 'office' }],
    ])
    expect(refusals({ approver: ' ' })).toEqual([['GEN-5', 'approver', { reason: 'MISSING' }]])
  })

  it('is refused when one person reviews and approves (GEN-5)', () => {
    expect(refusals({ approver: ' li' })).toEqual([['GEN-5', 'approver', { reason: 'SAME_PERSON' }]])
  })

  it('is refused for each day without a decision, also the same and the removed ones (GEN-5)', () => {
    expect(refusals({ days: {} })).toEqual([
      ['GEN-5', 'days.2026-01-01', { reason: 'UNDECIDED', date: '2026-01-01', difference: 'REMOVED' }],
      ['GEN-5', 'days.2026-02-14', { reason: 'UNDECIDED', date: '2026-02-14', difference: 'ADDED' }],
      ['GEN-5', 'days.2026-10-01', { reason: 'UNDECIDED', date: '2026-10-01', difference: 'ADDED' }],
    ])
    const same = read(feed(wholeDay('2026-01-01', '元旦')))
    expect(refusals({ days: {} }, same)).toEqual([
      ['GEN-5', 'days.2026-01-01', { reason: 'UNDECIDED', date: '2026-01-01', difference: 'RENAMED' }],
    ])
  })

  it('is refused for days that are not part of the review, by date (GEN-5)', () => {
    expect(refusals({ days: { ...days, '2026-12-25': 'ACCEPT', '2026-03-08': 'REJECT' } })).toEqual([
      ['GEN-5', 'days.2026-03-08', { reason: 'NOT_REVIEWED', date: '2026-03-08' }],
      ['GEN-5', 'days.2026-12-25', { reason: 'NOT_REVIEWED', date: '2026-12-25' }],
    ])
  })

  it('is refused when a day on which the feed is unclear is accepted; rejected, it stays as it is (GEN-5)', () => {
    const unclear = read(feed(wholeDay('2026-01-01', '放假 上班')))
    expect(refusals({ days: { '2026-01-01': 'ACCEPT' } }, unclear)).toEqual([
      ['GEN-5', 'days.2026-01-01', { reason: 'UNCLEAR', date: '2026-01-01' }],
    ])
    expect(refusals({ days: {} }, unclear)).toEqual([
      ['GEN-5', 'days.2026-01-01', { reason: 'UNDECIDED', date: '2026-01-01', difference: 'UNDECIDED' }],
    ])
    expect(accepted({ days: { '2026-01-01': 'REJECT' } }, unclear).exceptions).toEqual([outside, newYear])
  })
})

describe('a version that exists', () => {
  it('is refused with other content (GEN-5)', () => {
    expect(refusals({ version: '1' })).toEqual([
      ['GEN-5', 'version', { reason: 'TAKEN', calendarId: 'office', version: '1' }],
    ])
    expect(refusals({ version: '0' }, draft, [{ ...current, version: '0' }])).toEqual([
      ['GEN-5', 'version', { reason: 'TAKEN', calendarId: 'office', version: '0' }],
    ])
  })

  it('may be of another calendar, or have the same content (GEN-5)', () => {
    expect(refusals({}, draft, [{ ...current, id: 'warehouse', version: '2' }])).toEqual([])
    const same = { ...accepted(), exceptions: accepted().exceptions.toReversed(), outsideCoverage: 'refuse' } as const
    expect(refusals({}, draft, [same])).toEqual([])
  })

  it.each([
    ['zone', { zone: 'Asia/Urumqi' as CalendarDefinition['zone'] }],
    ['week', { weekly: { MON: hours('09:00-17:00') } }],
    ['coverage begin', { coverage: { ...office.coverage, from: date('2016-01-02') } }],
    ['coverage end', { coverage: { ...office.coverage, to: date('2026-12-30') } }],
    ['time outside the coverage', { outsideCoverage: 'weeklyPattern' as const }],
    ['hours of make-up days', { hoursOfMakeUpDays: hours('09:00-12:00') }],
    ['one exception less', { exceptions: accepted().exceptions.slice(1) }],
    ['kind of a day', { exceptions: accepted().exceptions.map((day) => ({ ...day, kind: 'WORKING' as const })) }],
    [
      'hours of a day',
      { exceptions: accepted().exceptions.map((day) => ({ ...day, intervals: hours('09:00-10:00') })) },
    ],
    ['Chinese name', { exceptions: accepted().exceptions.map((day) => ({ ...day, name: { ...day.name, zh: '甲' } })) }],
    ['English name', { exceptions: accepted().exceptions.map((day) => ({ ...day, name: { ...day.name, en: 'a' } })) }],
  ])('is another one with another %s (GEN-5)', (_, change) => {
    expect(refusals({}, draft, [{ ...accepted(), ...change }])).toHaveLength(1)
  })
})

describe('the coverage of the new version', () => {
  const year2027 = { from: date('2027-01-01'), to: date('2027-12-31') }
  const next = read(feed(wholeDay('2027-01-01', '元旦')), { window: year2027 })
  const acceptAll = { '2027-01-01': 'ACCEPT' } as const
  const coverage = (from: string, to: string) => ({ from: date(from), to: date(to) })

  it('grows when that is decided (GEN-5)', () => {
    const grown = accepted({ days: acceptAll, coverage: coverage('2016-01-01', '2027-12-31') }, next)
    expect(grown.coverage).toEqual(coverage('2016-01-01', '2027-12-31'))
    expect(grown.exceptions.at(-1)).toEqual({ date: '2027-01-01', kind: 'HOLIDAY', name: { zh: '元旦', en: '元旦' } })
  })

  it('leaves no accepted day outside, where it would change nothing (GEN-5)', () => {
    expect(refusals({ days: acceptAll }, next)).toEqual([
      [
        'GEN-5',
        'days.2027-01-01',
        { reason: 'OUTSIDE_COVERAGE', date: '2027-01-01', from: '2016-01-01', to: '2026-12-31' },
      ],
    ])
    expect(refusals({ days: { '2027-01-01': 'REJECT' } }, next)).toEqual([])
    const early = read(feed(wholeDay('2015-12-31', 'a')), { window: coverage('2015-12-31', '2015-12-31') })
    expect(refusals({ days: { '2015-12-31': 'ACCEPT' } }, early)).toHaveLength(1)
  })

  it('may end where it ended: the first and the last day lie inside (GEN-5)', () => {
    const edges = read(feed(wholeDay('2016-01-01', 'a'), wholeDay('2026-12-31', 'b')), { window: office.coverage })
    const all = {
      '2016-01-01': 'ACCEPT',
      '2025-10-01': 'REJECT',
      '2026-01-01': 'REJECT',
      '2026-12-31': 'ACCEPT',
    } as const
    expect(accepted({ days: all }, edges).exceptions).toHaveLength(4)
  })

  it.each([
    ['2016-01-02', '2027-12-31'],
    ['2016-01-01', '2026-12-30'],
  ])('does not shrink to %s until %s (GEN-5)', (from, to) => {
    const facts = { reason: 'SHRINKS', from, to, inForceFrom: '2016-01-01', inForceTo: '2026-12-31' }
    expect(refusals({ days: { '2027-01-01': 'REJECT' }, coverage: coverage(from, to) }, next)).toEqual([
      ['GEN-5', 'coverage', facts],
    ])
  })

  it('does not grow by days that the feed was not read for (GEN-5)', () => {
    const grow = (window: readonly [string, string], to: string) =>
      refusals({ days: {}, coverage: coverage('2016-01-01', to) }, read(feed(), { window: coverage(...window) }))
    expect(grow(['2027-01-01', '2027-12-31'], '2027-12-31')).toEqual([])
    expect(grow(['2026-12-31', '2028-01-01'], '2027-12-31')).toEqual([])
    expect(grow(['2027-01-01', '2027-12-30'], '2027-12-31')).toHaveLength(1)
    const facts = {
      reason: 'UNKNOWN_DAYS',
      from: '2016-01-01',
      to: '2027-12-31',
      inForceFrom: '2016-01-01',
      inForceTo: '2026-12-31',
      windowFrom: '2027-01-02',
      windowTo: '2027-12-31',
    }
    expect(grow(['2027-01-02', '2027-12-31'], '2027-12-31')).toEqual([['GEN-5', 'coverage', facts]])
  })

  it('does not grow into the past by days that the feed was not read for (GEN-5)', () => {
    const grow = (window: readonly [string, string], from: string) =>
      refusals({ days: {}, coverage: coverage(from, '2026-12-31') }, read(feed(), { window: coverage(...window) }))
    expect(grow(['2015-01-01', '2015-12-31'], '2015-01-01')).toEqual([])
    expect(grow(['2015-01-02', '2015-12-31'], '2015-01-01')).toHaveLength(1)
    expect(grow(['2015-01-01', '2015-12-30'], '2015-01-01')).toHaveLength(1)
  })
})

describe('a calendar in force that is itself faulty', () => {
  it('is refused as a fault', () => {
    const twice = { ...current, exceptions: [outside, outside] }
    const accept = () => acceptFeed(twice, read(feed()), { ...decisions, days: {} })
    expect(accept).toThrow(expect.objectContaining({ code: 'CALENDAR_INVALID' }))
    expect(accept).toThrow("calendar 'office': 2025-10-01 is listed twice")
  })
})

describe('the published Chinese holidays as a feed', () => {
  const of2026 = chineseOffice.exceptions.filter(({ date: day }) => day >= year2026.from)
  const text = feed(
    ...of2026.map(({ date: day, kind, name }) => wholeDay(day, kind === 'WORKING' ? `${name.zh}（班）` : name.zh)),
  )

  it('have the effect of the calendar in force: only names differ (CMP-3)', () => {
    const review = reviewFeed(chineseOffice, read(text))
    // 33 free days and 6 make-up days.
    expect(review.days).toHaveLength(39)
    expect(review.days.every(({ difference }) => difference === 'RENAMED')).toBe(true)
  })

  it('give a calendar with the same working days, whichever of them are accepted (CMP-3)', () => {
    const { days: reviewed } = reviewFeed(chineseOffice, read(text))
    const workingDays = (calendar: CalendarDefinition) => [...compileCalendar(calendar).workingDays]
    const before = workingDays(chineseOffice)
    const decision = fc.constantFrom<DayDecision>('ACCEPT', 'REJECT')
    fc.assert(
      fc.property(fc.array(decision, { minLength: 39, maxLength: 39 }), (chosen) => {
        const entries = reviewed.map(({ date: day }, index): [LocalDate, DayDecision] => [
          day,
          chosen[index] ?? 'REJECT',
        ])
        const result = acceptFeed(chineseOffice, read(text), { ...decisions, days: Object.fromEntries(entries) })
        expect(result.type === 'ACCEPTED' && workingDays(result.calendar)).toEqual(before)
      }),
      { numRuns: 5 },
    )
  })
})
