export { chinaHolidays, type PublishedHolidays } from './china/china-holidays.ts'
export { compileCalendar } from './compile.ts'
export type { CalendarDay, CompiledCalendar, DayKind } from './compiled-calendar.ts'
export type {
  CalendarDefinition,
  CalendarException,
  ClockInterval,
  Coverage,
  OutsideCoverage,
  Weekday,
} from './definition.ts'
export { addOpenTime, nextOpen, openTimeBetween } from './open-time.ts'
export { addWorkingDays, type WorkingDayMode } from './working-days.ts'
