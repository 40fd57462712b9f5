import { describe, expect, it } from '@jest/globals'
import { type Instant, parseInstant } from '../primitives/instant.ts'
import { parseLocalDate } from '../primitives/local-date.ts'
import { chineseOffice, everyDay, hours, plainCalendar, shanghai } from './fixtures.ts'
import { addOpenTime, addWorkingDays, compileCalendar, nextOpen, openTimeBetween } from './index.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const office = compileCalendar(chineseOffice)

describe('one working day in the Chinese office calendar (CMP-3)', () => {
  it.each([
    ['an ordinary Friday: Saturday and Sunday are free', '2026-03-06 16:00', '2026-03-09 16:00'],
    ['a Saturday: starts Monday at opening', '2026-03-07 10:00', '2026-03-10 09:00'],
    ['a Friday before a make-up Saturday (14 February 2026)', '2026-02-13 16:00', '2026-02-14 16:00'],
    ['that make-up Saturday: the Spring Festival lasts from 15 to 23 February', '2026-02-14 16:00', '2026-02-24 16:00'],
    ['the Friday before the second make-up day (28 February 2026)', '2026-02-27 09:30', '2026-02-28 09:30'],
    ['the eve of the National Day week (1 to 7 October 2026)', '2026-09-30 17:30', '2026-10-08 17:30'],
    ['the eve of eight free days (1 to 8 October 2025)', '2025-09-30 10:00', '2025-10-09 10:00'],
    ['the year end: 1 to 3 January 2026 free, Sunday 4 January made up', '2025-12-31 16:00', '2026-01-04 16:00'],
    ['28 February of a leap year', '2024-02-28 10:00', '2024-02-29 10:00'],
    ['the leap day, a Thursday', '2024-02-29 10:00', '2024-03-01 10:00'],
    ['closing time is closed already: starts Monday at opening', '2026-03-06 18:00', '2026-03-10 09:00'],
    ['the lunch break: starts at 13:30', '2026-03-04 12:30', '2026-03-05 13:30'],
    ['the beginning of lunch is lunch', '2026-03-04 12:00', '2026-03-05 13:30'],
    ['the opening instant is open', '2026-03-04 09:00', '2026-03-05 09:00'],
    ['before opening: starts at 09:00 of the same day', '2026-03-04 07:15', '2026-03-05 09:00'],
  ])('%s', (_, start, due) => {
    expect(addWorkingDays(office, shanghai(start), 1, 'sameClock')).toBe(shanghai(due))
  })

  it('differs from a calendar that knows holidays only, and from one that knows Monday to Friday only (N2)', () => {
    const holidays = chineseOffice.exceptions.filter(({ kind }) => kind === 'HOLIDAY')
    const holidayOnly = compileCalendar({ ...chineseOffice, exceptions: holidays })
    const weekOnly = compileCalendar({ ...chineseOffice, exceptions: [] })
    const friday = shanghai('2026-02-13 16:00')
    expect(addWorkingDays(office, friday, 1, 'sameClock')).toBe(shanghai('2026-02-14 16:00'))
    expect(addWorkingDays(holidayOnly, friday, 1, 'sameClock')).toBe(shanghai('2026-02-24 16:00'))
    expect(addWorkingDays(weekOnly, friday, 1, 'sameClock')).toBe(shanghai('2026-02-16 16:00'))
  })

  it('ends at the close of the day in mode endOfDay', () => {
    expect(addWorkingDays(office, shanghai('2026-02-13 16:00'), 1, 'endOfDay')).toBe(shanghai('2026-02-14 18:00'))
    expect(addWorkingDays(office, shanghai('2026-03-07 10:00'), 0, 'endOfDay')).toBe(shanghai('2026-03-09 18:00'))
  })

  it('counts several days over a weekend', () => {
    // Thursday 5 March + 3: Friday 6, Monday 9, Tuesday 10.
    expect(addWorkingDays(office, shanghai('2026-03-05 11:00'), 3, 'sameClock')).toBe(shanghai('2026-03-10 11:00'))
  })

  it('refuses a negative or broken number of days', () => {
    const start = shanghai('2026-03-05 11:00')
    expect(() => addWorkingDays(office, start, -1, 'sameClock')).toThrow('-1 is not a number of working days')
    expect(() => addWorkingDays(office, start, 0.5, 'sameClock')).toThrow('0.5 is not a number of working days')
  })
})

describe('a day that is open at other times than the day before', () => {
  const calendar = compileCalendar({
    ...plainCalendar('Asia/Shanghai'),
    exceptions: [
      day('2026-03-05', 'HALF_DAY', '09:00-12:00'),
      day('2026-03-06', 'WORKING', '10:00-12:00', '15:00-20:00'),
      day('2026-03-07', 'WORKING'),
    ],
  })

  it('takes its close when the clock time comes after it', () => {
    expect(addWorkingDays(calendar, shanghai('2026-03-04 16:00'), 1, 'sameClock')).toBe(shanghai('2026-03-05 12:00'))
  })

  it('takes its next opening when the clock time lies in a break or before opening', () => {
    expect(addWorkingDays(calendar, shanghai('2026-03-05 09:30'), 1, 'sameClock')).toBe(shanghai('2026-03-06 10:00'))
    expect(addWorkingDays(calendar, shanghai('2026-03-04 14:00'), 2, 'sameClock')).toBe(shanghai('2026-03-06 15:00'))
  })

  it("takes the week's first hours when a make-up day names none", () => {
    // From 20:00 on Friday it is closed; Saturday 7 March opens at Monday's 09:00.
    expect(nextOpen(calendar, shanghai('2026-03-06 20:00'))).toBe(shanghai('2026-03-07 09:00'))
  })
})

function day(date: string, kind: 'HALF_DAY' | 'WORKING', ...texts: string[]) {
  const name = { zh: date, en: date }
  const known = { date: parseLocalDate(date), kind, name }
  return texts.length > 0 ? { ...known, intervals: hours(...texts) } : known
}

describe('open time in the Chinese office calendar', () => {
  it.each([
    ['within one interval', '2026-03-04 10:00', 30, '2026-03-04 10:30'],
    ['over lunch: 15 minutes before, 15 after', '2026-03-04 11:45', 30, '2026-03-04 13:45'],
    ['over the night into a make-up Saturday', '2026-02-13 17:45', 30, '2026-02-14 09:15'],
    ['used up exactly at closing: due then, not at the next opening', '2026-03-06 17:30', 30, '2026-03-06 18:00'],
    ['from closing time: nothing counts before Monday 09:00', '2026-03-06 18:00', 30, '2026-03-09 09:30'],
    ['a whole day of 7.5 hours from opening', '2026-03-04 09:00', 450, '2026-03-04 18:00'],
    ['one minute more', '2026-03-04 09:00', 451, '2026-03-05 09:01'],
    ['nothing to add', '2026-03-07 10:00', 0, '2026-03-07 10:00'],
  ])('%s', (_, start, minutes, due) => {
    expect(addOpenTime(office, shanghai(start), minutes * MINUTE)).toBe(shanghai(due))
  })

  it('is 7.5 hours on each of the 16 working days of February 2026', () => {
    // 20 weekdays of 2 to 27 February, less 16 to 20 and 23 (6 days), plus the make-up days 14 and 28: 16 days.
    expect(openTimeBetween(office, shanghai('2026-02-01 00:00'), shanghai('2026-03-01 00:00'))).toBe(16 * 7.5 * HOUR)
  })

  it('is nothing backwards', () => {
    expect(openTimeBetween(office, shanghai('2026-03-05 10:00'), shanghai('2026-03-04 10:00'))).toBe(0)
  })
})

describe('a calendar that never closes', () => {
  const always = compileCalendar(plainCalendar('Europe/Berlin', everyDay('00:00-24:00')))

  it('loses no minute at midnight', () => {
    // 23:59 of 1 June in Berlin (UTC+2) + 2 minutes = 00:01.
    expect(addOpenTime(always, parseInstant('2026-06-01T23:59:00+02:00'), 2 * MINUTE)).toBe(
      parseInstant('2026-06-02T00:01:00+02:00'),
    )
    // 2024 has 366 days; both clock changes of the year cancel out.
    const [from, to] = [parseInstant('2024-01-01T00:00:00+01:00'), parseInstant('2025-01-01T00:00:00+01:00')]
    expect(openTimeBetween(always, from, to)).toBe(366 * 24 * HOUR)
  })
})

describe('a night shift from 22:00 to 06:00, Monday to Friday', () => {
  const shift = hours('22:00-06:00')
  const night = compileCalendar(
    plainCalendar('Asia/Shanghai', { MON: shift, TUE: shift, WED: shift, THU: shift, FRI: shift }),
  )

  it('runs past midnight: Friday 23:00 + 8 h = 7 h until Saturday 06:00, 1 h from Monday 22:00', () => {
    expect(addOpenTime(night, shanghai('2026-03-06 23:00'), 8 * HOUR)).toBe(shanghai('2026-03-09 23:00'))
  })

  it("belongs to the day it began on: Saturday 02:00 is Friday's 26:00, the next working day's is Tuesday 02:00", () => {
    expect(addWorkingDays(night, shanghai('2026-03-07 02:00'), 1, 'sameClock')).toBe(shanghai('2026-03-10 02:00'))
    expect(addWorkingDays(night, shanghai('2026-03-07 02:00'), 1, 'endOfDay')).toBe(shanghai('2026-03-10 06:00'))
  })
})

describe('clock changes', () => {
  const open = (zone: string, text: string, from: string, to: string) =>
    openTimeBetween(compileCalendar(plainCalendar(zone, everyDay(text))), parseInstant(from), parseInstant(to)) / HOUR

  it.each([
    // Summer time began on 15 October 2017 at 00:00, which the clock skipped to 01:00: the day has 23 hours.
    ['2017-10-15T00:00:00-03:00', '2017-10-16T00:00:00-02:00', 23],
    // It ended on 19 February 2017 at 00:00, which fell back to 23:00 of the 18th: that day has 25 hours.
    ['2017-02-18T00:00:00-02:00', '2017-02-19T00:00:00-03:00', 25],
    ['2017-06-01T00:00:00-03:00', '2017-06-02T00:00:00-03:00', 24],
  ])('in São Paulo from %s to %s lie %d hours', (from, to, expected) => {
    expect(open('America/Sao_Paulo', '00:00-24:00', from, to)).toBe(expected)
  })

  it.each([
    // 02:00 to 03:00 is skipped on 29 March 2026.
    ['01:00-04:00', '2026-03-29T00:00:00+01:00', '2026-03-30T00:00:00+02:00', 2],
    // An end inside the skipped hour is the change itself: open from 01:00 to 02:00 only.
    ['01:00-02:30', '2026-03-29T00:00:00+01:00', '2026-03-30T00:00:00+02:00', 1],
    // So is a beginning inside it: open from 03:00 to 04:00.
    ['02:30-04:00', '2026-03-29T00:00:00+01:00', '2026-03-30T00:00:00+02:00', 1],
    ['02:15-02:45', '2026-03-29T00:00:00+01:00', '2026-03-30T00:00:00+02:00', 0],
    // 02:00 to 03:00 comes twice on 25 October 2026.
    ['01:00-04:00', '2026-10-25T00:00:00+02:00', '2026-10-26T00:00:00+01:00', 4],
    // 02:30 means the first of the two.
    ['01:00-02:30', '2026-10-25T00:00:00+02:00', '2026-10-26T00:00:00+01:00', 1.5],
    ['02:30-04:00', '2026-10-25T00:00:00+02:00', '2026-10-26T00:00:00+01:00', 2.5],
  ])('in Berlin %s between %s and %s lasts %d hours', (text, from, to, expected) => {
    expect(open('Europe/Berlin', text, from, to)).toBe(expected)
  })

  it('keep the clock time of a working day: Friday 10:00 at UTC-3 is due Monday 10:00 at UTC-2', () => {
    const calendar = compileCalendar(plainCalendar('America/Sao_Paulo'))
    expect(addWorkingDays(calendar, parseInstant('2017-10-13T10:00:00-03:00'), 1, 'sameClock')).toBe(
      parseInstant('2017-10-16T10:00:00-02:00'),
    )
    expect(addWorkingDays(calendar, parseInstant('2017-02-17T10:00:00-02:00'), 1, 'sameClock')).toBe(
      parseInstant('2017-02-20T10:00:00-03:00'),
    )
  })
})

describe('outside the published years', () => {
  const lastDay = shanghai('2026-12-31 16:00')
  const refused: readonly [string, () => Instant | number][] = [
    ['an instant before', () => nextOpen(office, shanghai('2015-12-31 10:00'))],
    ['an instant after', () => nextOpen(office, shanghai('2027-01-01 10:00'))],
    ['an opening after', () => nextOpen(office, shanghai('2026-12-31 18:00'))],
    ['a due time after', () => addWorkingDays(office, lastDay, 1, 'sameClock')],
    ['open time that reaches over the end', () => addOpenTime(office, lastDay, 3 * HOUR)],
    ['a count that reaches over the end', () => openTimeBetween(office, lastDay, shanghai('2027-01-02 00:00'))],
  ]

  it.each(refused)('%s is refused', (_, ask) => {
    expect(ask).toThrow(expect.objectContaining({ code: 'CALENDAR_NOT_PUBLISHED' }))
  })

  it('the refusal names calendar, version, known days and the instant', () => {
    expect(() => nextOpen(office, shanghai('2027-01-01 10:00'))).toThrow(
      "calendar 'office' (version 1) knows 2016-01-01 to 2026-12-31; 2027-01-01T02:00:00.000Z",
    )
  })

  it('the weekly pattern stands in where the calendar allows it', () => {
    const lenient = compileCalendar({ ...chineseOffice, outsideCoverage: 'weeklyPattern' })
    // 1 January 2027 is a Friday; that it will be a holiday nobody has published yet.
    expect(addWorkingDays(lenient, lastDay, 1, 'sameClock')).toBe(shanghai('2027-01-01 16:00'))
    expect(addWorkingDays(lenient, shanghai('2026-02-13 16:00'), 1, 'sameClock')).toBe(shanghai('2026-02-14 16:00'))
  })

  it('the last instant of the last day can still be asked about', () => {
    expect(openTimeBetween(office, lastDay, shanghai('2027-01-01 00:00'))).toBe(2 * HOUR)
  })
})

describe('a definition that cannot be compiled', () => {
  const base = plainCalendar('Asia/Shanghai')
  const holiday = { date: parseLocalDate('2026-01-01'), kind: 'HOLIDAY', name: { zh: '元旦', en: 'New Year' } } as const

  it.each([
    ['a clock time that does not exist', { ...base, weekly: { MON: hours('09:00-25:00') } }, "'09:00-25:00'"],
    ['an interval without length', { ...base, weekly: { MON: hours('09:00-09:00') } }, "'09:00-09:00'"],
    [
      'overlapping intervals',
      { ...base, weekly: { MON: hours('09:00-12:00', '11:00-13:00') } },
      'MON: intervals overlap',
    ],
    [
      'a night that runs into the morning',
      { ...base, weekly: everyDay('05:00-07:00', '22:00-06:00') },
      'MON runs past',
    ],
    ['an empty week', { ...base, weekly: {} }, 'the week has no open interval'],
    ['a date listed twice', { ...base, exceptions: [holiday, holiday] }, '2026-01-01 is listed twice'],
    [
      'a holiday with hours',
      { ...base, exceptions: [{ ...holiday, intervals: hours('09:00-12:00') }] },
      'is a holiday and',
    ],
    [
      'a half day without hours',
      { ...base, exceptions: [{ ...holiday, kind: 'HALF_DAY' as const }] },
      'needs intervals',
    ],
    [
      'a coverage that ends before it begins',
      { ...base, coverage: { from: parseLocalDate('2026-02-01'), to: parseLocalDate('2026-01-01') } },
      'coverage ends',
    ],
  ])('has %s', (_, definition, reason) => {
    expect(() => compileCalendar(definition)).toThrow(expect.objectContaining({ code: 'CALENDAR_INVALID' }))
    expect(() => compileCalendar(definition)).toThrow(reason)
  })
})
