import { describe, expect, it } from '@jest/globals'
import { date, feed, read, remarksIn, wholeDay } from './feed-fixture.ts'

const decade = { from: date('2020-01-01'), to: date('2029-12-31') }

function daysOf(start: string, ...lines: readonly string[]) {
  return read(feed(wholeDay(start, 'a', ...lines)), { window: decade }).entries.map(({ date: day }) => day)
}

describe('an event that comes back each year', () => {
  it('without end is expanded inside the window only', () => {
    const text = feed(wholeDay('1949-10-01', 'a', 'RRULE:FREQ=YEARLY'))
    const window = { from: date('2025-10-01'), to: date('2027-10-01') }
    const draft = read(text, { window })
    expect(draft.entries.map(({ date: day }) => day)).toEqual(['2025-10-01', '2026-10-01', '2027-10-01'])
    expect(draft.remarks).toEqual([])
    expect(read(text, { window: { from: date('2025-10-02'), to: date('2026-09-30') } }).entries).toEqual([])
  })

  it('does not begin before its first day', () => {
    expect(daysOf('2028-10-01', 'RRULE:FREQ=YEARLY')).toEqual(['2028-10-01', '2029-10-01'])
    expect(daysOf('2030-10-01', 'RRULE:FREQ=YEARLY')).toEqual([])
  })

  it('on the leap day comes in leap years only', () => {
    // 2021 to 2023 have no 29 February: no occurrence, and none on 1 March either (RFC 5545, 3.3.10).
    expect(daysOf('2020-02-29', 'RRULE:FREQ=YEARLY')).toEqual(['2020-02-29', '2024-02-29', '2028-02-29'])
    expect(daysOf('2020-02-29', 'RRULE:FREQ=YEARLY;COUNT=2')).toEqual(['2020-02-29', '2024-02-29'])
  })

  it('lasts as long each time, also over the year end and into the window', () => {
    const lines = ['DTEND;VALUE=DATE:20190102', 'RRULE:FREQ=YEARLY;COUNT=3']
    // 31 December 2018 lies before the window, 1 January 2019 too; the next ones begin in 2019 and 2020.
    expect(daysOf('2018-12-31', ...lines)).toEqual(['2020-01-01', '2020-12-31', '2021-01-01'])
  })

  it('leaves out what EXDATE names', () => {
    const rule = 'RRULE:FREQ=YEARLY;COUNT=5'
    // COUNT counts the excluded ones too.
    expect(daysOf('2020-05-01', rule, 'EXDATE;VALUE=DATE:20210501,20230501', 'EXDATE;VALUE=DATE:20240501')).toEqual([
      '2020-05-01',
      '2022-05-01',
    ])
    expect(daysOf('2020-05-01', 'RRULE:FREQ=YEARLY;COUNT=1', 'EXDATE;VALUE=DATE:20200502')).toEqual(['2020-05-01'])
  })

  it('takes no notice of a comma behind the last excluded day', () => {
    const rule = 'RRULE:FREQ=YEARLY;COUNT=3'
    for (const commas of [',', ',,', ', ']) {
      expect(daysOf('2020-05-01', rule, `EXDATE;VALUE=DATE:20210501${commas}`)).toEqual(['2020-05-01', '2022-05-01'])
    }
  })

  it('leaves out every day of an excluded occurrence', () => {
    const lines = ['DTEND;VALUE=DATE:20200503', 'RRULE:FREQ=YEARLY;COUNT=2', 'EXDATE;VALUE=DATE:20200501']
    expect(daysOf('2020-05-01', ...lines)).toEqual(['2021-05-01', '2021-05-02'])
  })

  it.each([
    ['INTERVAL=4', ['2020-05-01', '2024-05-01', '2028-05-01']],
    ['COUNT=1', ['2020-05-01']],
    ['COUNT=2', ['2020-05-01', '2021-05-01']],
    ['UNTIL=20220501', ['2020-05-01', '2021-05-01', '2022-05-01']],
    ['UNTIL=20220430', ['2020-05-01', '2021-05-01']],
    ['COUNT=2;BYMONTH=5', ['2020-05-01', '2021-05-01']],
    ['COUNT=2;BYMONTH=5;BYMONTHDAY=1;WKST=SU', ['2020-05-01', '2021-05-01']],
    // Fridays: 1 May 2020 is the first of May; the first of May 2021 is the 7th, of 2022 the 6th.
    ['COUNT=3;BYMONTH=5;BYDAY=1FR', ['2020-05-01', '2021-05-07', '2022-05-06']],
    ['COUNT=3;BYMONTH=5;BYDAY=+1FR', ['2020-05-01', '2021-05-07', '2022-05-06']],
    // May 2020 has five Fridays, so the first is the fifth from the end. Five again in 2024: 3, 10, 17, 24, 31 May.
    ['COUNT=2;BYMONTH=5;BYDAY=-5FR', ['2020-05-01', '2024-05-03']],
  ])('follows %s', (part, expected) => {
    expect(daysOf('2020-05-01', `RRULE:FREQ=YEARLY;${part}`)).toEqual(expected)
  })

  it.each([
    // Thanksgiving: the fourth Thursday. 1 November 2024 is a Friday: 7, 14, 21, 28. 2025 a Saturday: 27. 2026 a Sunday: 26.
    ['2024-11-28', 'BYMONTH=11;BYDAY=4TH', ['2024-11-28', '2025-11-27', '2026-11-26']],
    // The last Monday of May: 2024 27 (31 is a Friday), 2025 26 (31 a Saturday), 2026 25 (31 a Sunday).
    ['2024-05-27', 'BYMONTH=5;BYDAY=-1MO', ['2024-05-27', '2025-05-26', '2026-05-25']],
    // A fifth Monday of September: 2025 has 1, 8, 15, 22, 29; 2026 begins on a Tuesday, 2027 on a Wednesday, 2028 on a Friday, 2029 on a Saturday.
    ['2025-09-29', 'BYMONTH=9;BYDAY=5MO', ['2025-09-29']],
    // The month may begin on that weekday (1 September 2025), or end on it (30 June 2025).
    ['2025-09-01', 'BYMONTH=9;BYDAY=1MO', ['2025-09-01', '2026-09-07', '2027-09-06']],
    ['2025-06-30', 'BYMONTH=6;BYDAY=-1MO', ['2025-06-30', '2026-06-29', '2027-06-28']],
    // Sundays are the last day of the week: 5 January 2025 is the first of the month, 4 January 2026, 3 January 2027.
    ['2025-01-05', 'BYMONTH=1;BYDAY=1SU', ['2025-01-05', '2026-01-04', '2027-01-03']],
    ['2025-01-29', 'BYMONTH=1;BYDAY=-1WE', ['2025-01-29', '2026-01-28', '2027-01-27']],
  ])('from %s with %s comes on that weekday', (start, part, expected) => {
    const days = daysOf(start, `RRULE:FREQ=YEARLY;${part}`)
    expect(days.slice(0, 3)).toEqual(expected)
  })
})

describe('a recurrence that is not read', () => {
  it.each([
    ['monthly', 'RRULE:FREQ=MONTHLY'],
    ['weekly', 'RRULE:FREQ=WEEKLY;COUNT=2'],
    ['a part that nobody knows', 'RRULE:FREQ=YEARLY;BYEASTER=1'],
    ['several months', 'RRULE:FREQ=YEARLY;BYMONTH=5,6'],
    ['a day of every month', 'RRULE:FREQ=YEARLY;BYMONTHDAY=1'],
    ['several days', 'RRULE:FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1,2'],
    ['a day from the end', 'RRULE:FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=-31'],
    ['a weekday of the year', 'RRULE:FREQ=YEARLY;BYDAY=1FR'],
    ['every such weekday', 'RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=FR'],
    ['several weekdays', 'RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=1FR,2FR'],
    ['a weekday on a day', 'RRULE:FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1;BYDAY=1FR'],
    ['a day of the year', 'RRULE:FREQ=YEARLY;BYYEARDAY=122'],
    ['an end with a clock time', 'RRULE:FREQ=YEARLY;UNTIL=20260501T000000Z'],
    ['a count below one', 'RRULE:FREQ=YEARLY;COUNT=-1'],
    ['a rule of which the first day is no occurrence', 'RRULE:FREQ=YEARLY;BYMONTH=6'],
    ['a rule whose weekday never comes so often', 'RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=9FR'],
    ['a list of days', 'RDATE;VALUE=DATE:20210501'],
    ['days beside a rule', 'RRULE:FREQ=YEARLY\r\nRDATE;VALUE=DATE:20210502'],
    ['an exception by rule', 'RRULE:FREQ=YEARLY\r\nEXRULE:FREQ=YEARLY;INTERVAL=2'],
    ['an exception with a clock time', 'RRULE:FREQ=YEARLY\r\nEXDATE:20210501T000000'],
  ])('makes no entry, and somebody has to decide: %s', (_, lines) => {
    const draft = read(feed(wholeDay('2020-05-01', 'a', lines)), { window: decade })
    expect(draft.entries).toEqual([])
    expect(remarksIn(draft)).toEqual([['RECURRENCE_UNSUPPORTED', 3, '2020-05-01']])
    expect(draft.remarks[0]?.isDecisionNeeded).toBe(true)
  })

  it('of clock times makes none either', () => {
    const event = ['DTSTART:20200501T100000', 'DTEND:20200501T120000', 'SUMMARY:a', 'RRULE:FREQ=YEARLY']
    expect(remarksIn(read(feed(event), { window: decade }))).toEqual([['RECURRENCE_UNSUPPORTED', 3, '2020-05-01']])
  })

  it('is remarked although its first day lies outside the window', () => {
    expect(remarksIn(read(feed(wholeDay('2019-05-01', 'a', 'RRULE:FREQ=MONTHLY'))))).toEqual([
      ['OUTSIDE_WINDOW', 3],
      ['RECURRENCE_UNSUPPORTED', 3],
    ])
  })
})
