import { describe, expect, it } from '@jest/globals'
import { compileCalendar } from '../../calendar/compile.ts'
import type { CalendarDefinition } from '../../calendar/definition.ts'
import { chineseOffice, hours, shanghai } from '../../calendar/fixtures.ts'
import { instantFromMillis, millisOf } from '../../primitives/instant.ts'
import { parseLocalDate } from '../../primitives/local-date.ts'
import { reportPeriods } from './report-periods.ts'

const china = compileCalendar(chineseOffice)
const between = (after: string, upTo: string, calendar = china) =>
  reportPeriods(calendar, shanghai(after), shanghai(upTo)).map(({ period }) => period)

describe('the reports expected between two instants (C7)', () => {
  it('are one each working day and one a week, as of its beginning (RPT-1, RPT-2)', () => {
    // Saturday 28 February 2026 is a make-up day, Sunday 1 March is not.
    expect(reportPeriods(china, shanghai('2026-02-27 00:00'), shanghai('2026-03-03 00:00'))).toEqual([
      { kind: 'DAILY', period: '2026-02-28', startsAt: shanghai('2026-02-28 00:00') },
      { kind: 'WEEKLY', period: '2026-W10', startsAt: shanghai('2026-03-02 00:00') },
      { kind: 'DAILY', period: '2026-03-02', startsAt: shanghai('2026-03-02 00:00') },
      { kind: 'DAILY', period: '2026-03-03', startsAt: shanghai('2026-03-03 00:00') },
    ])
  })

  it('are none in a week without a working day (RPT-1, RPT-2, C7)', () => {
    // The Spring Festival lasts from Sunday 15 to Monday 23 February 2026: week 8 is off, week 9 begins with a holiday.
    expect(between('2026-02-13 00:00', '2026-02-24 00:00')).toEqual(['2026-02-14', '2026-W09', '2026-02-24'])
  })

  it('are those of a week whose only working day is a make-up day at its end (RPT-2)', () => {
    const makeUp: CalendarDefinition = {
      ...chineseOffice,
      weekly: { MON: hours('09:00-12:00') },
      coverage: { from: parseLocalDate('2026-03-02'), to: parseLocalDate('2026-03-15') },
      exceptions: [
        { date: parseLocalDate('2026-03-02'), kind: 'HOLIDAY', name: { zh: '假', en: 'off' } },
        { date: parseLocalDate('2026-03-08'), kind: 'WORKING', name: { zh: '班', en: 'on' } },
        { date: parseLocalDate('2026-03-09'), kind: 'HOLIDAY', name: { zh: '假', en: 'off' } },
      ],
    }
    expect(between('2026-03-01 23:59', '2026-03-15 00:00', compileCalendar(makeUp))).toEqual(['2026-W10', '2026-03-08'])
  })

  it('include those that begin at this instant and leave out those recorded last (RPT-1, RPT-2)', () => {
    const monday = shanghai('2026-03-02 00:00')
    const before = instantFromMillis(millisOf(monday) - 1)
    expect(reportPeriods(china, before, monday).map(({ period }) => period)).toEqual(['2026-W10', '2026-03-02'])
    expect(reportPeriods(china, monday, shanghai('2026-03-02 23:59'))).toEqual([])
  })
})

describe('reports at the edge of the published calendar', () => {
  const refused = expect.objectContaining({ code: 'CALENDAR_NOT_PUBLISHED' })

  it('are told where a known working day decides (RPT-2)', () => {
    // The notices end with Thursday 31 December 2026; Monday to Thursday of its week are working days.
    expect(between('2026-12-27 00:00', '2026-12-28 00:00')).toEqual(['2026-W53', '2026-12-28'])
    // 1 January 2016 was a Friday and a holiday; Monday the 4th was a working day.
    expect(between('2016-01-01 00:00', '2016-01-04 00:00')).toEqual(['2016-W01', '2016-01-04'])
  })

  it('are refused where nobody knows whether there is a working day (RPT-1, RPT-2)', () => {
    expect(() => between('2026-12-31 00:00', '2027-01-01 00:00')).toThrow(refused)
    expect(() => between('2015-12-30 00:00', '2015-12-31 00:00')).toThrow(refused)
  })

  it('are refused for a week of which no known day is a working day but an unknown one may be (RPT-2)', () => {
    const sundays = compileCalendar({ ...chineseOffice, weekly: { SUN: hours('09:00-12:00') }, exceptions: [] })
    // Week 53 begins on Monday 28 December 2026; its Sunday is 3 January 2027.
    expect(() => between('2026-12-27 00:00', '2026-12-28 00:00', sundays)).toThrow(refused)
  })
})
