import dayjs, { type BusinessHoursMap } from 'dayjs'
import dayjsBusinessTime from 'dayjs-business-time'
import moment from 'moment-business-time'
import { chineseOffice } from '../src/calendar/fixtures.ts'

/*
 * What a Node developer finds on npm for business time: several intervals a day and holidays, but no make-up days, one
 * calendar per process, and the zone of the process.
 */

/** Due instants in epoch milliseconds. */
export interface Library {
  readonly name: string
  readonly addOpenMinutes: (start: number, minutes: number) => number
  readonly addWorkingDay: (start: number) => number
}

/** Only the years that are asked about: one of them looks through its whole list for every day. */
const holidays = chineseOffice.exceptions
  .filter(({ date, kind }) => kind === 'HOLIDAY' && date >= '2024')
  .map(({ date }) => date)

const office = chineseOffice.weekly.MON ?? []
const WORKING_DAYS = [1, 2, 3, 4, 5]

/** @param zone becomes that of the process: both libraries know no other */
export function businessTimeLibraries(zone: string): readonly Library[] {
  process.env['TZ'] = zone
  return [byDayjs(), byMoment()]
}

function byDayjs(): Library {
  dayjs.extend(dayjsBusinessTime)
  const day = office.map(({ from, to }) => ({ start: `${from}:00`, end: `${to}:00` }))
  const week: BusinessHoursMap = {
    monday: day,
    tuesday: day,
    wednesday: day,
    thursday: day,
    friday: day,
    saturday: null,
    sunday: null,
  }
  dayjs.setBusinessTime(week)
  dayjs.setHolidays(holidays)
  return {
    name: 'dayjs-business-time 1.0.4',
    addOpenMinutes: (start, minutes) => dayjs(start).addBusinessMinutes(minutes).valueOf(),
    addWorkingDay: (start) => dayjs(start).addBusinessDays(1).valueOf(),
  }
}

function byMoment(): Library {
  const day = office.flatMap(({ from, to }) => [`${from}:00`, `${to}:00`])
  const workinghours = Object.fromEntries(
    Array.from({ length: 7 }, (_, index) => [index, WORKING_DAYS.includes(index) ? day : null]),
  )
  moment.updateLocale(moment.locale(), { workinghours, holidays })
  return {
    name: 'moment-business-time 2.0.0',
    addOpenMinutes: (start, minutes) => moment(start).addWorkingTime(minutes, 'minutes').valueOf(),
    addWorkingDay: (start) => moment(start).addWorkingTime(1, 'days').valueOf(),
  }
}
