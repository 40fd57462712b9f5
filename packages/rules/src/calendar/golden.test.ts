import { describe, expect, it } from '@jest/globals'
import { parseInstant } from '../primitives/instant.ts'
import { parseLocalDate } from '../primitives/local-date.ts'
import { chinaHolidays } from './china/china-holidays.ts'
import type { CalendarDefinition, CalendarException } from './definition.ts'
import { chineseOffice, everyDay, hours, plainCalendar, shanghai } from './fixtures.ts'
import { addOpenTime, addWorkingDays, compileCalendar, nextOpen, openTimeBetween } from './index.ts'

/* Tables that are worked out by hand, each with its derivation; the other tests compare implementations and laws. */

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const office = compileCalendar(chineseOffice)

/** Monday to Friday with the same hours, without holidays. */
function mondayToFriday(zone: string, ...texts: string[]) {
  const day = hours(...texts)
  return compileCalendar(plainCalendar(zone, { MON: day, TUE: day, WED: day, THU: day, FRI: day }))
}

function always(zone: string) {
  return compileCalendar(plainCalendar(zone, everyDay('00:00-24:00')))
}

describe('the complaint of Friday 13 February 2026, 16:00, one working day later (CMP-3)', () => {
  const week: CalendarDefinition = {
    id: 'complaints',
    version: '1',
    zone: chineseOffice.zone,
    weekly: chineseOffice.weekly,
    exceptions: [],
    coverage: chineseOffice.coverage,
  }
  const holidays = (from: number, to: number): readonly CalendarException[] =>
    Array.from({ length: to - from + 1 }, (_, index) => ({
      date: parseLocalDate(`2026-02-${from + index}`),
      kind: 'HOLIDAY',
      name: { zh: '春节', en: 'Spring Festival' },
    }))
  const makeUp = (day: string): CalendarException => ({
    date: parseLocalDate(day),
    kind: 'WORKING',
    name: { zh: '补班', en: 'make-up working day' },
  })

  it.each([
    // 15 to 23 February are free, 14 and 28 February are worked for it: the next working day is Saturday.
    [
      'holidays and make-up days',
      [...holidays(15, 23), makeUp('2026-02-14'), makeUp('2026-02-28')],
      '2026-02-14 16:00',
    ],
    // Saturday 14 counts as a weekend, 15 to 23 are free: Tuesday 24, ten days too late.
    ['holidays only', holidays(15, 23), '2026-02-24 16:00'],
    // 14 and 15 are a weekend: Monday 16, in the middle of the festival.
    ['Monday to Friday only', [], '2026-02-16 16:00'],
  ])('is due by a calendar of %s', (_, exceptions, due) => {
    const calendar = compileCalendar({ ...week, exceptions })
    expect(addWorkingDays(calendar, shanghai('2026-02-13 16:00'), 1, 'sameClock')).toBe(shanghai(due))
  })

  it('is due on that Saturday by the shipped calendar', () => {
    const shipped = compileCalendar({ ...week, ...chinaHolidays(2026) })
    expect(addWorkingDays(shipped, shanghai('2026-02-13 16:00'), 1, 'sameClock')).toBe(shanghai('2026-02-14 16:00'))
    expect(addWorkingDays(shipped, shanghai('2026-02-13 16:00'), 2, 'sameClock')).toBe(shanghai('2026-02-24 16:00'))
  })
})

describe('examples that others publish with a wrong result', () => {
  it('Friday 16:00 + 4 h, Monday to Friday 8 to 17, is Monday 11:00 and not Tuesday', () => {
    const calendar = mondayToFriday('America/New_York', '08:00-17:00')
    // Friday 6 March 2026: 16:00 to 17:00 is 1 h; 3 h are left. Monday 9 March: 08:00 + 3 h. Summer time began on the 8th.
    expect(addOpenTime(calendar, parseInstant('2026-03-06T16:00:00-05:00'), 4 * HOUR)).toBe(
      parseInstant('2026-03-09T11:00:00-04:00'),
    )
  })

  it('Friday 17:00 + 8 h, Monday to Friday 9 to 17, is Monday 17:00 and not Monday 9:00', () => {
    const calendar = mondayToFriday('Europe/London', '09:00-17:00')
    const friday = parseInstant('2026-03-06T17:00:00Z')
    // At 17:00 it is closed: Friday gives nothing, not an hour. Monday gives 09:00 to 17:00, which are the 8 h.
    expect(addOpenTime(calendar, friday, 8 * HOUR)).toBe(parseInstant('2026-03-09T17:00:00Z'))
    expect(openTimeBetween(calendar, friday, parseInstant('2026-03-09T09:00:00Z'))).toBe(0)
    // Where Friday does give an hour, from 16:00, the same 8 h are used up an hour earlier.
    expect(addOpenTime(calendar, parseInstant('2026-03-06T16:00:00Z'), 8 * HOUR)).toBe(
      parseInstant('2026-03-09T16:00:00Z'),
    )
  })
})

describe('a clock change in a calendar that never closes', () => {
  it.each([
    // Berlin 2026-03-29, 02:00 becomes 03:00: the 24 h end an hour later on the clock.
    ['Europe/Berlin', '2026-03-28T12:00:00+01:00', '2026-03-29T13:00:00+02:00'],
    // Berlin 2026-10-25, 03:00 becomes 02:00: an hour earlier.
    ['Europe/Berlin', '2026-10-24T12:00:00+02:00', '2026-10-25T11:00:00+01:00'],
    // São Paulo 2017-10-15, 00:00 becomes 01:00.
    ['America/Sao_Paulo', '2017-10-14T12:00:00-03:00', '2017-10-15T13:00:00-02:00'],
    // São Paulo 2017-02-19, 00:00 becomes 23:00 of the 18th.
    ['America/Sao_Paulo', '2017-02-18T12:00:00-02:00', '2017-02-19T11:00:00-03:00'],
    // Lord Howe 2026-10-04, 02:00 becomes 02:30: half an hour later.
    ['Australia/Lord_Howe', '2026-10-03T12:00:00+10:30', '2026-10-04T12:30:00+11:00'],
    // Lord Howe 2026-04-05, 02:00 becomes 01:30: half an hour earlier.
    ['Australia/Lord_Howe', '2026-04-04T12:00:00+11:00', '2026-04-05T11:30:00+10:30'],
  ])('%s: 24 hours after %s is %s', (zone, start, due) => {
    expect(addOpenTime(always(zone), parseInstant(start), 24 * HOUR)).toBe(parseInstant(due))
    expect(openTimeBetween(always(zone), parseInstant(start), parseInstant(due))).toBe(24 * HOUR)
  })

  it.each([
    // The clock time exists on both days: the day is an hour shorter or longer, the clock time stays.
    ['Europe/Berlin', '2026-03-28T12:00:00+01:00', '2026-03-29T12:00:00+02:00'],
    ['Europe/Berlin', '2026-10-24T12:00:00+02:00', '2026-10-25T12:00:00+01:00'],
    ['America/Sao_Paulo', '2017-10-14T12:00:00-03:00', '2017-10-15T12:00:00-02:00'],
    ['America/Sao_Paulo', '2017-02-18T12:00:00-02:00', '2017-02-19T12:00:00-03:00'],
    ['Australia/Lord_Howe', '2026-10-03T12:00:00+10:30', '2026-10-04T12:00:00+11:00'],
    ['Australia/Lord_Howe', '2026-04-04T12:00:00+11:00', '2026-04-05T12:00:00+10:30'],
    // The clock skips it: due at the change.
    ['Europe/Berlin', '2026-03-28T02:30:00+01:00', '2026-03-29T03:00:00+02:00'],
    ['America/Sao_Paulo', '2017-10-14T00:30:00-03:00', '2017-10-15T01:00:00-02:00'],
    ['Australia/Lord_Howe', '2026-10-03T02:15:00+10:30', '2026-10-04T02:30:00+11:00'],
    // The clock shows it twice: due at the first.
    ['Europe/Berlin', '2026-10-24T02:30:00+02:00', '2026-10-25T02:30:00+02:00'],
    ['America/Sao_Paulo', '2017-02-17T23:30:00-02:00', '2017-02-18T23:30:00-02:00'],
    ['Australia/Lord_Howe', '2026-04-04T01:45:00+11:00', '2026-04-05T01:45:00+11:00'],
  ])('%s: one working day after %s is %s (CMP-3)', (zone, start, due) => {
    expect(addWorkingDays(always(zone), parseInstant(start), 1, 'sameClock')).toBe(parseInstant(due))
  })

  it.each([
    ['Europe/Berlin', '2026-03-29T12:00:00+02:00', '2026-03-30T00:00:00+02:00'],
    ['America/Sao_Paulo', '2017-10-15T12:00:00-02:00', '2017-10-16T00:00:00-02:00'],
    // This day has 24:00 an hour after 23:00 came for the second time.
    ['America/Sao_Paulo', '2017-02-18T12:00:00-02:00', '2017-02-19T00:00:00-03:00'],
    ['Australia/Lord_Howe', '2026-04-05T12:00:00+10:30', '2026-04-06T00:00:00+10:30'],
  ])('%s: the day of %s ends at %s (CMP-3)', (zone, start, due) => {
    expect(addWorkingDays(always(zone), parseInstant(start), 0, 'endOfDay')).toBe(parseInstant(due))
  })
})

describe('a clock change inside an interval', () => {
  it.each([
    // 01:00 to 03:00: without 02:00 to 02:30, and with 01:30 to 02:00 twice.
    ['Australia/Lord_Howe', '2026-10-04T00:00:00+10:30', '2026-10-05T00:00:00+11:00', 90],
    ['Australia/Lord_Howe', '2026-04-05T00:00:00+11:00', '2026-04-06T00:00:00+10:30', 150],
    // Berlin: without 02:00 to 03:00, and with it twice.
    ['Europe/Berlin', '2026-03-29T00:00:00+01:00', '2026-03-30T00:00:00+02:00', 60],
    ['Europe/Berlin', '2026-10-25T00:00:00+02:00', '2026-10-26T00:00:00+01:00', 180],
    // São Paulo changes at midnight, outside the interval.
    ['America/Sao_Paulo', '2017-10-15T01:00:00-02:00', '2017-10-16T00:00:00-02:00', 120],
    ['America/Sao_Paulo', '2017-02-19T00:00:00-03:00', '2017-02-20T00:00:00-03:00', 120],
  ])('%s: from %s to %s it is open for %d minutes', (zone, from, to, minutes) => {
    const calendar = compileCalendar(plainCalendar(zone, everyDay('01:00-03:00')))
    expect(openTimeBetween(calendar, parseInstant(from), parseInstant(to)) / MINUTE).toBe(minutes)
  })
})

describe('leap days and year ends in the Chinese office calendar', () => {
  it.each([
    // Wednesday 28 February 2024: 17:00 to 18:00 is 1 h; Thursday 29 February has 7.5 h: used up at its close.
    ['over the leap day', '2024-02-28 17:00', 8.5 * 60, '2024-02-29 18:00'],
    ['one minute more: Friday 1 March', '2024-02-28 17:00', 8.5 * 60 + 1, '2024-03-01 09:01'],
    // 28 February 2025 is a Friday: the next day is Saturday 1 March; 1 h on Friday, 1 h on Monday 3 March.
    ['no leap year', '2025-02-28 17:00', 120, '2025-03-03 10:00'],
    // Tuesday 31 December 2024: 1 h; 1 January is free: 1 h on Thursday 2 January.
    ['one free day', '2024-12-31 17:00', 120, '2025-01-02 10:00'],
    // Wednesday 31 December 2025: 1 h; 1 to 3 January are free, Sunday 4 January is worked.
    ['three free days and a make-up Sunday', '2025-12-31 17:00', 120, '2026-01-04 10:00'],
    // Friday 29 December 2023: 1 h; 30, 31 weekend, 1 January free: Tuesday 2 January.
    ['a weekend and a free day', '2023-12-29 17:00', 120, '2024-01-02 10:00'],
  ])('%s', (_, start, minutes, due) => {
    expect(addOpenTime(office, shanghai(start), minutes * MINUTE)).toBe(shanghai(due))
  })
})

describe('the long October holidays in the Chinese office calendar', () => {
  it.each([
    // 2025: 1 to 8 October free; Sunday 28 September and Saturday 11 October worked.
    ['Friday before the make-up Sunday', '2025-09-26 10:00', 1, '2025-09-28 10:00'],
    ['that Sunday', '2025-09-28 10:00', 1, '2025-09-29 10:00'],
    ['the eve of the holiday', '2025-09-30 10:00', 1, '2025-10-09 10:00'],
    ['in the holiday: begins on Thursday the 9th', '2025-10-04 10:00', 1, '2025-10-10 09:00'],
    ['Friday before the make-up Saturday', '2025-10-10 10:00', 1, '2025-10-11 10:00'],
    ['over it', '2025-10-10 10:00', 2, '2025-10-13 10:00'],
    // 2026: 25 to 27 September and 1 to 7 October free; Sunday 20 September and Saturday 10 October worked.
    ['Friday before the make-up Sunday', '2026-09-18 10:00', 1, '2026-09-20 10:00'],
    ['the eve of Mid-Autumn', '2026-09-24 10:00', 1, '2026-09-28 10:00'],
    ['the eve of National Day', '2026-09-30 10:00', 1, '2026-10-08 10:00'],
    ['from Mid-Autumn to after National Day: 28, 29, 30, 8', '2026-09-24 10:00', 4, '2026-10-08 10:00'],
    ['Friday before the make-up Saturday', '2026-10-09 10:00', 1, '2026-10-10 10:00'],
  ])('%s: %s + %d working days is %s (CMP-3)', (_, start, days, due) => {
    expect(addWorkingDays(office, shanghai(start), days, 'sameClock')).toBe(shanghai(due))
  })

  it.each([
    // 23 weekdays, less 1, 2, 3, 6, 7 and 8 October, and Saturday the 11th: 18 days.
    ['2025-10-01 00:00', '2025-11-01 00:00', 18],
    // 22 weekdays, less 1, 2, 5, 6 and 7 October, and Saturday the 10th: 18 days.
    ['2026-10-01 00:00', '2026-11-01 00:00', 18],
    ['2025-10-01 00:00', '2025-10-09 00:00', 0],
    ['2026-10-01 00:00', '2026-10-08 00:00', 0],
  ])('from %s to %s lie %d days of 7.5 hours', (from, to, days) => {
    expect(openTimeBetween(office, shanghai(from), shanghai(to))).toBe(days * 7.5 * HOUR)
  })
})

describe('intervals over midnight', () => {
  const holidayOnMonday = {
    date: parseLocalDate('2026-03-09'),
    kind: 'HOLIDAY',
    name: { zh: '假', en: 'free' },
  } as const
  const nights = { ...plainCalendar('Asia/Shanghai', everyDay('22:00-06:00')), exceptions: [holidayOnMonday] }

  it('belong to the day on which they begin: a holiday takes its own night, not the morning before', () => {
    const calendar = compileCalendar(nights)
    const open = (from: string, to: string) => openTimeBetween(calendar, shanghai(from), shanghai(to)) / HOUR
    // The night of Sunday the 8th lasts until 06:00 of the holiday; the next one begins on Tuesday at 22:00.
    expect(open('2026-03-08 20:00', '2026-03-09 20:00')).toBe(8)
    expect(open('2026-03-09 06:00', '2026-03-10 22:00')).toBe(0)
    expect(nextOpen(calendar, shanghai('2026-03-09 06:00'))).toBe(shanghai('2026-03-10 22:00'))
    // 5 h until 06:00, then 3 h from Tuesday 22:00.
    expect(addOpenTime(calendar, shanghai('2026-03-09 01:00'), 8 * HOUR)).toBe(shanghai('2026-03-11 01:00'))
  })

  it('last as long as the same hours cut at midnight', () => {
    const cut = compileCalendar(plainCalendar('Asia/Shanghai', everyDay('00:00-06:00', '22:00-24:00')))
    const whole = compileCalendar(plainCalendar('Asia/Shanghai', everyDay('22:00-06:00')))
    const [from, to] = [shanghai('2026-03-02 12:00'), shanghai('2026-03-09 12:00')]
    // Seven nights of 8 h.
    expect(openTimeBetween(whole, from, to)).toBe(7 * 8 * HOUR)
    expect(openTimeBetween(cut, from, to)).toBe(7 * 8 * HOUR)
  })

  it('may touch the first interval of the next day', () => {
    const day = hours('06:00-08:00', '22:00-06:00')
    const touching = compileCalendar(plainCalendar('Asia/Shanghai', { MON: day, TUE: day }))
    // Monday 22:00 to Tuesday 08:00 without a gap.
    expect(addOpenTime(touching, shanghai('2026-03-02 22:00'), 10 * HOUR)).toBe(shanghai('2026-03-03 08:00'))
  })
})

describe('open all day and night', () => {
  const calendar = always('Asia/Shanghai')
  const minutes = Array.from({ length: 5 }, (_, index) => index - 2)

  it.each(minutes)('loses no minute: %d minutes from midnight', (offset) => {
    const midnight = Date.parse('2026-03-02T16:00:00Z')
    const at = (millis: number) => parseInstant(new Date(millis).toISOString())
    const start = at(midnight + offset * MINUTE)
    expect(nextOpen(calendar, start)).toBe(start)
    expect(addOpenTime(calendar, start, MINUTE)).toBe(at(midnight + (offset + 1) * MINUTE))
    expect(openTimeBetween(calendar, start, at(midnight + (offset + 1) * MINUTE))).toBe(MINUTE)
  })

  it('lasts 24 hours a day, where 23:59 as an end would last a minute less', () => {
    const [from, to] = [shanghai('2026-03-01 00:00'), shanghai('2026-03-31 00:00')]
    const nearly = compileCalendar(plainCalendar('Asia/Shanghai', everyDay('00:00-23:59')))
    expect(openTimeBetween(calendar, from, to)).toBe(30 * 24 * HOUR)
    expect(openTimeBetween(nearly, from, to)).toBe(30 * (24 * HOUR - MINUTE))
  })

  it('is the same when written as touching intervals', () => {
    const touching = compileCalendar(
      plainCalendar('Asia/Shanghai', everyDay('00:00-08:00', '08:00-16:00', '16:00-24:00')),
    )
    for (const start of ['2026-03-02 07:59', '2026-03-02 08:00', '2026-03-02 15:59', '2026-03-02 23:59']) {
      expect(nextOpen(touching, shanghai(start))).toBe(shanghai(start))
      expect(addOpenTime(touching, shanghai(start), 26 * HOUR)).toBe(addOpenTime(calendar, shanghai(start), 26 * HOUR))
      expect(addWorkingDays(touching, shanghai(start), 1, 'sameClock')).toBe(
        addWorkingDays(calendar, shanghai(start), 1, 'sameClock'),
      )
    }
  })
})

describe('a half day before a holiday', () => {
  const named = { name: { zh: '除夕', en: "New Year's Eve" } }
  const eve: CalendarException = {
    ...named,
    date: parseLocalDate('2026-03-05'),
    kind: 'HALF_DAY',
    intervals: hours('09:00-12:00'),
  }
  const free: CalendarException = { ...named, date: parseLocalDate('2026-03-06'), kind: 'HOLIDAY' }
  const calendar = compileCalendar({ ...plainCalendar('Asia/Shanghai'), exceptions: [eve, free] })

  it.each([
    // Thursday 5 March until noon, Friday 6 free: Monday 9.
    ['2026-03-05 11:00', 60, '2026-03-05 12:00'],
    ['2026-03-05 11:00', 61, '2026-03-09 09:01'],
    ['2026-03-05 12:00', 1, '2026-03-09 09:01'],
    ['2026-03-05 15:00', 30, '2026-03-09 09:30'],
    // Wednesday 17:00: 1 h, then 3 h of the half day.
    ['2026-03-04 17:00', 240, '2026-03-05 12:00'],
  ])('%s + %d open minutes is %s', (start, minutes, due) => {
    expect(addOpenTime(calendar, shanghai(start), minutes * MINUTE)).toBe(shanghai(due))
  })

  it.each([
    ['2026-03-04 10:00', 'sameClock', '2026-03-05 10:00'],
    ['2026-03-04 17:00', 'sameClock', '2026-03-05 12:00'],
    ['2026-03-04 17:00', 'endOfDay', '2026-03-05 12:00'],
    // After its close the half day is over: from Monday, one working day later.
    ['2026-03-05 12:00', 'sameClock', '2026-03-10 09:00'],
    ['2026-03-05 11:59', 'sameClock', '2026-03-09 11:59'],
  ] as const)('one working day after %s (%s) is %s (CMP-3)', (start, mode, due) => {
    expect(addWorkingDays(calendar, shanghai(start), 1, mode)).toBe(shanghai(due))
  })
})

describe('the ends of an interval', () => {
  it.each([
    ['the last minute is open', '2026-03-06 17:59', '2026-03-06 17:59'],
    ['the end is closed', '2026-03-06 18:00', '2026-03-09 09:00'],
    ['the minute before the beginning is closed', '2026-03-06 08:59', '2026-03-06 09:00'],
    ['the beginning is open', '2026-03-06 09:00', '2026-03-06 09:00'],
    ['the end before lunch is closed', '2026-03-06 12:00', '2026-03-06 13:30'],
  ])('%s', (_, at, open) => {
    expect(nextOpen(office, shanghai(at))).toBe(shanghai(open))
  })
})

describe('what a calendar is not asked rightly', () => {
  const base = plainCalendar('Asia/Shanghai')
  const at = parseInstant('2027-01-01T00:00:00.001+08:00')

  it.each([
    ['an unknown zone', () => plainCalendar('Mars/Olympus'), 'ZONE_UNKNOWN', "'Mars/Olympus'"],
    ['no zone', () => plainCalendar(''), 'ZONE_UNKNOWN', "''"],
    ['a week without hours', () => compileCalendar({ ...base, weekly: {} }), 'CALENDAR_INVALID', 'no open interval'],
    [
      'a day without hours',
      () => compileCalendar({ ...base, weekly: { MON: [] } }),
      'CALENDAR_INVALID',
      'no open interval',
    ],
    [
      'overlapping intervals',
      () => mondayToFriday('Asia/Shanghai', '09:00-12:00', '11:59-18:00'),
      'CALENDAR_INVALID',
      'MON: intervals overlap',
    ],
    [
      'intervals out of order',
      () => mondayToFriday('Asia/Shanghai', '13:00-18:00', '09:00-12:00'),
      'CALENDAR_INVALID',
      'not in order',
    ],
    [
      'a reversed coverage',
      () => compileCalendar({ ...base, coverage: { from: base.coverage.to, to: base.coverage.from } }),
      'CALENDAR_INVALID',
      'coverage ends (2016-01-01) before it begins (2026-12-31)',
    ],
    ['an instant after the last day', () => nextOpen(office, at), 'CALENDAR_NOT_PUBLISHED', '2026-12-31T16:00:00.001Z'],
    [
      'an instant before the first day',
      () => nextOpen(office, parseInstant('2015-12-31T23:59:59.999+08:00')),
      'CALENDAR_NOT_PUBLISHED',
      '2015-12-31T15:59:59.999Z',
    ],
    [
      'a count until after the last day',
      () => openTimeBetween(office, shanghai('2026-12-31 10:00'), at),
      'CALENDAR_NOT_PUBLISHED',
      '2026-12-31T16:00:00.001Z',
    ],
    ['a negative time', () => addOpenTime(office, shanghai('2026-03-02 10:00'), -1), 'DEADLINE_INVALID', '-1'],
    ['a broken time', () => addOpenTime(office, shanghai('2026-03-02 10:00'), 0.5), 'DEADLINE_INVALID', '0.5'],
  ])('is refused with its value: %s', (_, ask, code, value) => {
    expect(ask).toThrow(expect.objectContaining({ code }))
    expect(ask).toThrow(value)
  })

  it('is told every fault of a definition at once', () => {
    const faulty = { ...base, weekly: { MON: hours('09:00-09:00'), TUE: hours('8:00-12:00') } }
    const compile = () => compileCalendar({ ...faulty, coverage: { from: base.coverage.to, to: base.coverage.from } })
    for (const fault of ["MON: '09:00-09:00'", "TUE: '8:00-12:00'", 'coverage ends']) expect(compile).toThrow(fault)
  })
})
