import type { LocalDate } from '../primitives/local-date.ts'

/** Which part of YYMMDD names nothing that exists. */
export type DateFlaw = 'MONTH' | 'DAY'

/**
 * Reads six digits YYMMDD. Day 00 is the last day of the month. The century is the one that brings the year nearest to
 * the reference year: from 49 years before it to 50 years after it.
 */
export function readElementDate(digits: string, referenceYear: number): LocalDate | DateFlaw {
  const month = Number(digits.slice(2, 4))
  const day = Number(digits.slice(4))
  if (month < 1 || month > 12) return 'MONTH'
  const year = yearOf(Number(digits.slice(0, 2)), referenceYear)
  const { daysInMonth } = Temporal.PlainYearMonth.from({ year, month })
  if (day > daysInMonth) return 'DAY'
  // A plain date is written YYYY-MM-DD in the years 0 to 9999.
  return Temporal.PlainDate.from({ year, month, day: day === 0 ? daysInMonth : day }).toString() as LocalDate
}

function yearOf(twoDigits: number, referenceYear: number): number {
  const ofCentury = referenceYear % 100
  const sameCentury = referenceYear - ofCentury + twoDigits
  const ahead = twoDigits - ofCentury
  if (ahead >= 51) return sameCentury - 100
  return ahead <= -50 ? sameCentury + 100 : sameCentury
}

/** YYMMDD; the century is lost. */
export function writeElementDate(date: LocalDate): string {
  return `${date.slice(2, 4)}${date.slice(5, 7)}${date.slice(8)}`
}
