import { describe, expect, it } from '@jest/globals'
import chineseDays from 'chinese-days'
import { parseLocalDate } from '../../primitives/local-date.ts'
import { compileCalendar } from '../compile.ts'
import { chineseOffice, shanghai } from '../fixtures.ts'
import { addWorkingDays } from '../index.ts'
import { chinaHolidays } from './china-holidays.ts'

/* The notice for a year comes in the last weeks of the year before. Until then the year is missing, not guessed. */

describe('the year 2027, whose notice is not part of this package', () => {
  it('is refused as missing', () => {
    expect(() => chinaHolidays(2027)).toThrow(expect.objectContaining({ code: 'CALENDAR_NOT_PUBLISHED' }))
    expect(() => chinaHolidays(2027)).toThrow('no notice on the Chinese holidays of 2027 is known')
  })

  it('is refused for a limit that reaches into it (CMP-3)', () => {
    const due = () => addWorkingDays(compileCalendar(chineseOffice), shanghai('2026-12-31 16:00'), 1, 'sameClock')
    expect(due).toThrow(expect.objectContaining({ code: 'CALENDAR_NOT_PUBLISHED' }))
    expect(due).toThrow('knows 2016-01-01 to 2026-12-31')
  })

  it('has no exception in the package that the published years are compared with: once it has, the notice is out', () => {
    const plain = (date: string) => ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay())
    const days = Array.from({ length: 365 }, (_, index) =>
      new Date(Date.UTC(2027, 0, 1 + index)).toISOString().slice(0, 10),
    )
    expect(days.at(-1)).toBe('2027-12-31')
    expect(days.filter((date) => chineseDays.isWorkday(date) !== plain(date))).toEqual([])
  })

  it('is computed from the week, and says so, only where the calendar allows it', () => {
    const lenient = compileCalendar({ ...chineseOffice, outsideCoverage: 'weeklyPattern' })
    const newYear = lenient.days.find(({ date }) => date === parseLocalDate('2027-01-01'))
    expect(newYear).toMatchObject({ kind: 'WEEKDAY', isAssumed: true })
    expect(lenient.days.find(({ date }) => date === parseLocalDate('2026-12-31'))?.isAssumed).toBe(false)
  })
})
