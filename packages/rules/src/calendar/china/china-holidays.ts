import { type LocalDate, parseLocalDate, plusDays } from '../../primitives/local-date.ts'
import { RulesError } from '../../rules-error.ts'
import type { CalendarException, Coverage } from '../definition.ts'
import { holidayNotices, type NoticedHoliday } from './notices.ts'

/** The part of a calendar definition that the State Council decides. */
export interface PublishedHolidays {
  readonly exceptions: readonly CalendarException[]
  readonly coverage: Coverage
}

/**
 * Chinese holidays and make-up working days from 2016 to the end of a year. The year is named, so that a notice added
 * to this package later changes no calendar that is already pinned.
 * @throws RulesError `CALENDAR_NOT_PUBLISHED` when the year's notice is not part of this package
 */
export function chinaHolidays(lastYear: number): PublishedHolidays {
  const first = holidayNotices[0]
  if (!first || !holidayNotices.some((notice) => notice.year === lastYear)) {
    throw new RulesError('CALENDAR_NOT_PUBLISHED', `no notice on the Chinese holidays of ${lastYear} is known`)
  }
  const notices = holidayNotices.filter((notice) => notice.year <= lastYear)
  return {
    exceptions: notices.flatMap((notice) => notice.holidays.flatMap(exceptionsOf)),
    coverage: { from: parseLocalDate(`${first.year}-01-01`), to: parseLocalDate(`${lastYear}-12-31`) },
  }
}

function exceptionsOf({ name, from, to, makeUpDays }: NoticedHoliday): readonly CalendarException[] {
  const worked = { zh: `${name.zh}调休上班`, en: `make-up working day of ${name.en}` }
  return [
    ...datesBetween(parseLocalDate(from), parseLocalDate(to)).map((date) => ({ date, kind: 'HOLIDAY', name }) as const),
    ...makeUpDays.map((day) => ({ date: parseLocalDate(day), kind: 'WORKING', name: worked }) as const),
  ]
}

function datesBetween(from: LocalDate, to: LocalDate): readonly LocalDate[] {
  const dates: LocalDate[] = []
  for (let date = from; date <= to; date = plusDays(date, 1)) dates.push(date)
  return dates
}
