import { describe, expect, it } from '@jest/globals'
import { shanghai } from '../calendar/fixtures.ts'
import { china, timerOf, VERSION } from '../deadlines/deadline-fixture.ts'
import { type PolicyBook, reckoningOf } from '../index.ts'
import { bookWithCalendar, mondayToFriday } from './golden-fixture.ts'

/* No regulation says when a company is open: what the shipped calendar says, and what a company may say instead. */

const HOUR = 3_600_000

function openHours(book: PolicyBook, from: string, to: string): number {
  return reckoningOf(book).openTimeBetween(VERSION, shanghai(from), shanghai(to)) / HOUR
}

describe('the shipped calendar', () => {
  it.each([
    ['a Monday', '2026-03-09', '2026-03-10', 7.5],
    ['a Friday', '2026-03-13', '2026-03-14', 7.5],
    ['a Saturday', '2026-03-07', '2026-03-08', 0],
    ['a Sunday', '2026-03-08', '2026-03-09', 0],
    ['a Saturday that makes up for a holiday', '2026-02-14', '2026-02-15', 7.5],
    ['a Monday of the Spring Festival', '2026-02-16', '2026-02-17', 0],
    // From Monday 16 on all are free.
    ['a week of the Spring Festival', '2026-02-16', '2026-02-23', 0],
    ['an ordinary week', '2026-03-09', '2026-03-16', 37.5],
  ])('is open on %s from %s to %s for %d hours (C23)', (_, from, to, hours) => {
    expect(openHours(china, `${from} 00:00`, `${to} 00:00`)).toBe(hours)
  })

  it.each([
    ['00:00', '09:00', 0],
    ['09:00', '12:00', 3],
    ['12:00', '13:30', 0],
    ['13:30', '18:00', 4.5],
    ['18:00', '23:59', 0],
  ])('is open on a working day between %s and %s for %d hours (C23)', (from, to, hours) => {
    expect(openHours(china, `2026-03-09 ${from}`, `2026-03-09 ${to}`)).toBe(hours)
  })

  it('is that of Shanghai (C23)', () => {
    expect([china.tenantZone, china.calendar(VERSION).zone]).toEqual(['Asia/Shanghai', 'Asia/Shanghai'])
  })
})

describe("a company's own calendar", () => {
  // Monday to Saturday from 08:00 to 20:00, and no holidays.
  const company = bookWithCalendar([...mondayToFriday, 'SAT'], ['08:00-20:00'])

  it('takes the place of the shipped one, and needs no approver: no regulation is relaxed by it (C23)', () => {
    expect(openHours(company, '2026-02-16 00:00', '2026-02-23 00:00')).toBe(72)
    expect(company.overrides).toEqual([])
  })

  it('is what business time and working days are counted on (CMP-3, SRV-2, C23)', () => {
    // Friday 6 March 2026, 19:50.
    const start = shanghai('2026-03-06 19:50')
    const dueOf = (book: PolicyBook) =>
      (['contact.first', 'complaint.handle'] as const).map((key) => reckoningOf(book).dueAtOf(timerOf(key, start)))
    // 10 minutes on Friday, 20 on Saturday; the next working day is Saturday.
    expect(dueOf(company)).toEqual([shanghai('2026-03-07 08:20'), shanghai('2026-03-07 19:50')])
    // Closed from 18:00 on: everything begins on Monday at 09:00.
    expect(dueOf(china)).toEqual([shanghai('2026-03-09 09:30'), shanghai('2026-03-10 09:00')])
  })
})
