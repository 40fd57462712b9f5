import { describe, expect, it } from '@jest/globals'
import { instantOf, isDateFormat } from './date-text.ts'

describe('a local time of the mapping', () => {
  const read = (text: string) => instantOf(text, 'America/Sao_Paulo', [])

  it('is read in its zone: Sao Paulo is three hours behind UTC in winter', () => {
    expect(read('2018-06-01 12:00:00')).toBe('2018-06-01T15:00:00.000Z')
  })

  it('is read in its zone: two hours behind in summer, so that elapsed hours over the change are right', () => {
    // Clocks went forward at midnight of 15 October 2017: 23:00 to 01:00 of the next day is one elapsed hour.
    expect(read('2017-10-14 23:00:00')).toBe('2017-10-15T02:00:00.000Z')
    expect(read('2017-10-15 01:00:00')).toBe('2017-10-15T03:00:00.000Z')
  })

  it('means the first of two when the clocks went back', () => {
    // On 18 February 2018 midnight came twice: 23:30 is first at 01:30 UTC (offset -2), then at 02:30 UTC.
    expect(read('2018-02-17 23:30:00')).toBe('2018-02-18T01:30:00.000Z')
  })

  it('may carry its own offset instead', () => {
    expect(read('2018-06-01T12:00:00+08:00')).toBe('2018-06-01T04:00:00.000Z')
  })

  it('is not read where the day does not exist, or the format is not named', () => {
    expect(() => read('2018-02-30 10:00:00')).toThrow(RangeError)
    expect(() => read('2026/3/2 9:00')).toThrow('is not a date and time YYYY-MM-DD HH:mm:ss')
  })
})

describe('a named format', () => {
  const nineOClock = '2026-03-02T09:00:00.000Z'

  it.each([
    ['YYYY/M/D H:mm', '2026/3/2 9:00'],
    ['YYYY/M/D H:mm', '\uFF12026/3/2\u00A09:00'],
    ['D.M.YYYY HH:mm:ss', '2.3.2026 09:00:00'],
    ['YYYY年M月D日 H时mm分', '2026年3月2日 9时00分'],
    // 46,083 days after 30 December 1899, and nine hours of 24.
    ['excel', '46083.375'],
    ['excel', '46083.3750000001'],
    // 1,462 days fewer, because the count begins on 1 January 1904.
    ['excel-1904', '44621.375'],
  ])('%s reads %s', (format, text) => {
    expect(isDateFormat(format)).toBe(true)
    expect(instantOf(text, 'UTC', [format])).toBe(nineOClock)
  })

  it('without a time means the beginning of the day', () => {
    expect(instantOf('2/3/2026', 'Asia/Shanghai', ['D/M/YYYY'])).toBe('2026-03-01T16:00:00.000Z')
  })

  it('reads nothing else, and no day that does not exist', () => {
    expect(() => instantOf('2026/3/2', 'UTC', ['YYYY/M/D H:mm'])).toThrow('or YYYY/M/D H:mm')
    expect(() => instantOf('31.2.2026', 'UTC', ['D.M.YYYY'])).toThrow(RangeError)
    expect(() => instantOf('12', 'UTC', ['excel'])).toThrow(RangeError)
  })

  it.each(['H:mm', 'YYYY-MM', 'YYYY M D M', ''])('%p is none: it names no day, or one part twice', (format) => {
    expect(isDateFormat(format)).toBe(false)
  })
})
