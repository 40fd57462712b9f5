import { describe, expect, it } from '@jest/globals'
import chineseDays from 'chinese-days'
import { plusDays } from '../../primitives/local-date.ts'
import { compileCalendar } from '../compile.ts'
import { chineseOffice } from '../fixtures.ts'
import { chinaHolidays } from './china-holidays.ts'
import { holidayNotices } from './notices.ts'

const published = chinaHolidays(2026)

describe('the published Chinese holidays', () => {
  it('give the same working days as the chinese-days package, for each day of 2016 to 2026', () => {
    const { days, workingDays } = compileCalendar(chineseOffice)
    const working = new Set([...workingDays].map((index) => days[index]?.date))
    const different = days.filter(({ date }) => working.has(date) !== chineseDays.isWorkday(date))
    expect(different.map(({ date }) => date)).toEqual([])
    // 11 years, three of them leap years (2016, 2020, 2024).
    expect(days).toHaveLength(11 * 365 + 3)
  })

  it('name make-up days only on weekends, and never a day that is free as well', () => {
    const free = new Set(published.exceptions.filter(({ kind }) => kind === 'HOLIDAY').map(({ date }) => date))
    const madeUp = published.exceptions.filter(({ kind }) => kind === 'WORKING').map(({ date }) => date)
    const weekday = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay()
    expect(madeUp.filter((date) => ![0, 6].includes(weekday(date)))).toEqual([])
    expect(madeUp.filter((date) => free.has(date))).toEqual([])
  })

  it('are those of the notice of November 2025 for 2026', () => {
    // 元旦 3 days, 春节 9, 清明 3, 劳动节 5, 端午 3, 中秋 3, 国庆 7; work on 4 Jan, 14 and 28 Feb, 9 May, 20 Sep, 10 Oct.
    const of2026 = published.exceptions.filter(({ date }) => date.startsWith('2026'))
    const free = of2026.filter(({ kind }) => kind === 'HOLIDAY')
    expect(free).toHaveLength(3 + 9 + 3 + 5 + 3 + 3 + 7)
    expect(free.filter(({ name }) => name.zh === '春节').map(({ date }) => date)).toEqual(
      Array.from({ length: 9 }, (_, index) => plusDays('2026-02-15' as never, index)),
    )
    expect(of2026.filter(({ kind }) => kind === 'WORKING').map(({ date }) => date)).toEqual([
      '2026-01-04',
      '2026-02-14',
      '2026-02-28',
      '2026-05-09',
      '2026-09-20',
      '2026-10-10',
    ])
  })

  it('stop at the year that is asked for, so that a later notice changes no pinned calendar', () => {
    const until2024 = chinaHolidays(2024)
    expect(until2024.coverage).toEqual({ from: '2016-01-01', to: '2024-12-31' })
    expect(until2024.exceptions.filter(({ date }) => date > '2024-12-31')).toEqual([])
  })

  it('are refused for a year without a notice', () => {
    const next = Math.max(...holidayNotices.map(({ year }) => year)) + 1
    expect(() => chinaHolidays(next)).toThrow(expect.objectContaining({ code: 'CALENDAR_NOT_PUBLISHED' }))
    expect(() => chinaHolidays(2015)).toThrow('2015')
  })

  it('follow each other without a missing year', () => {
    const years = holidayNotices.map(({ year }) => year)
    expect(years).toEqual(years.map((_, index) => (years[0] ?? 0) + index))
  })
})
