import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { JobInterval } from '../catalogue/index.ts'
import { instantFromMillis, parseInstant } from '../primitives/instant.ts'
import { localDateOf, parseTimeZone, plusDays, startOfDay } from '../primitives/local-date.ts'
import { periodsBegun } from './periods.ts'

const shanghai = parseTimeZone('Asia/Shanghai')
const begun = (interval: JobInterval, after: string, upTo: string, zone = 'Asia/Shanghai') =>
  periodsBegun(interval, parseInstant(after), parseInstant(upTo), parseTimeZone(zone))

describe('the periods that began between two instants', () => {
  // Midnight in Shanghai is 16:00 UTC of the day before.
  it.each<[JobInterval, string, string, string, string, string]>([
    [
      'DAILY',
      '2026-02-28T15:59:59.999Z',
      '2026-02-28',
      '2026-03-01',
      '2026-02-28T16:00:00.000Z',
      '2026-03-01T16:00:00.000Z',
    ],
    [
      'WEEKLY',
      '2026-03-01T00:00:00.000Z',
      '2026-W09',
      '2026-W10',
      '2026-03-01T16:00:00.000Z',
      '2026-03-08T16:00:00.000Z',
    ],
    [
      'MONTHLY',
      '2026-02-10T00:00:00.000Z',
      '2026-02',
      '2026-03',
      '2026-02-28T16:00:00.000Z',
      '2026-03-31T16:00:00.000Z',
    ],
    [
      'QUARTERLY',
      '2026-02-10T00:00:00.000Z',
      '2026-Q1',
      '2026-Q2',
      '2026-03-31T16:00:00.000Z',
      '2026-06-30T16:00:00.000Z',
    ],
    ['YEARLY', '2026-02-10T00:00:00.000Z', '2026', '2027', '2026-12-31T16:00:00.000Z', '2027-12-31T16:00:00.000Z'],
  ])(
    '%s: from the first instant in the zone to that of the next (C25)',
    (interval, after, _, name, startsAt, endsAt) => {
      expect(begun(interval, after, startsAt)).toMatchObject([{ name, startsAt, endsAt }])
    },
  )

  it.each<[JobInterval, string]>([
    ['DAILY', '2026-02-28T16:00:00Z'],
    ['WEEKLY', '2026-03-01T16:00:00Z'],
    ['MONTHLY', '2026-02-28T16:00:00Z'],
    ['QUARTERLY', '2026-03-31T16:00:00Z'],
    ['YEARLY', '2026-12-31T16:00:00Z'],
  ])('%s: include one that begins at this instant and leave out the one recorded last', (interval, start) => {
    const startsAt = parseInstant(start)
    const [before, after] = [Date.parse(start) - 1, Date.parse(start) + 1].map(instantFromMillis)
    expect(periodsBegun(interval, before ?? startsAt, startsAt, shanghai)).toHaveLength(1)
    expect(periodsBegun(interval, startsAt, after ?? startsAt, shanghai)).toEqual([])
    expect(periodsBegun(interval, startsAt, startsAt, shanghai)).toEqual([])
  })

  it('name their days', () => {
    expect(begun('WEEKLY', '2026-03-01T00:00:00Z', '2026-03-02T00:00:00Z')).toMatchObject([
      { firstOn: '2026-03-02', nextOn: '2026-03-09' },
    ])
  })

  it('are none before the next one begins, or backwards', () => {
    expect(begun('MONTHLY', '2026-03-10T00:00:00Z', '2026-03-31T15:59:59.999Z')).toEqual([])
    expect(begun('MONTHLY', '2026-03-10T00:00:00Z', '2026-01-10T00:00:00Z')).toEqual([])
  })

  it('begin at another instant elsewhere', () => {
    expect(begun('MONTHLY', '2026-01-31T12:00:00Z', '2026-02-01T12:00:00Z', 'America/Sao_Paulo')).toMatchObject([
      { name: '2026-02', startsAt: '2026-02-01T03:00:00.000Z' },
    ])
  })

  it('may be days of 23 and 25 hours', () => {
    // In Berlin clocks go forward on 29 March and back on 25 October 2026.
    const [spring] = begun('DAILY', '2026-03-28T22:00:00Z', '2026-03-28T23:00:00Z', 'Europe/Berlin')
    const [autumn] = begun('DAILY', '2026-10-24T21:00:00Z', '2026-10-24T22:00:00Z', 'Europe/Berlin')
    expect([spring?.startsAt, spring?.endsAt]).toEqual(['2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'])
    expect([autumn?.startsAt, autumn?.endsAt]).toEqual(['2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'])
  })
})

describe('the name of a quarter', () => {
  it('counts by threes from January', () => {
    const names = begun('QUARTERLY', '2025-11-15T00:00:00Z', '2027-01-15T00:00:00Z').map(({ name }) => name)
    expect(names).toEqual(['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4', '2027-Q1'])
  })

  it.each([1, 2, 3])('is found from its month %i', (month) => {
    // The third month of the first quarter is March: the next quarter begins after it.
    const [next] = begun('QUARTERLY', `2026-0${month}-20T00:00:00Z`, '2026-04-20T00:00:00Z')
    expect(next).toMatchObject({ name: '2026-Q2', firstOn: '2026-04-01', nextOn: '2026-07-01' })
  })
})

describe('the name of a week', () => {
  it.each([
    // 1 January 2026 is a Thursday: its week is the first. 1 January 2027 is a Friday: its week is the 53rd of 2026.
    ['2025-12-29', '2026-W01'],
    ['2026-01-05', '2026-W02'],
    ['2026-03-02', '2026-W10'],
    ['2026-12-28', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    // 1 January 2024 is a Monday.
    ['2024-01-01', '2024-W01'],
  ])('of Monday %s is %s, by ISO 8601', (monday, name) => {
    const [week] = begun('WEEKLY', `${monday}T00:00:00+07:00`, `${monday}T00:00:00+08:00`)
    expect(week).toBeUndefined()
    expect(begun('WEEKLY', `${monday}T00:00:00+09:00`, `${monday}T00:00:00+08:00`)).toMatchObject([
      { name, firstOn: monday },
    ])
  })
})

describe('a scheduler', () => {
  const intervals = fc.constantFrom<JobInterval>('DAILY', 'WEEKLY', 'MONTHLY', 'QUARTERLY', 'YEARLY')
  const instants = fc
    .integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2027, 0, 1) })
    .map((millis) => instantFromMillis(millis))
  const zones = fc.constantFrom('Asia/Shanghai', 'America/Sao_Paulo', 'Europe/Berlin', 'UTC').map(parseTimeZone)

  it('finds the same periods whether it asked in between or was down (C25)', () => {
    fc.assert(
      fc.property(intervals, fc.tuple(instants, instants, instants), zones, (interval, moments, zone) => {
        const [first, between, last] = moments.toSorted()
        if (first === undefined || between === undefined || last === undefined) throw new Error('three instants')
        const found = [...periodsBegun(interval, first, between, zone), ...periodsBegun(interval, between, last, zone)]
        expect(found).toEqual(periodsBegun(interval, first, last, zone))
      }),
    )
  })

  it('finds periods that adjoin and have names of their own (C25)', () => {
    fc.assert(
      fc.property(intervals, instants, instants, zones, (interval, after, upTo, zone) => {
        const found = periodsBegun(interval, after, upTo, zone)
        expect(found.slice(1).map(({ startsAt }) => startsAt)).toEqual(found.slice(0, -1).map(({ endsAt }) => endsAt))
        expect(new Set(found.map(({ name }) => name)).size).toBe(found.length)
        for (const { firstOn, nextOn, startsAt, endsAt } of found) {
          expect(startsAt).toBe(startOfDay(firstOn, zone))
          expect(localDateOf(endsAt, zone)).toBe(nextOn)
          expect(nextOn >= plusDays(firstOn, 1)).toBe(true)
        }
      }),
      { numRuns: 30 },
    )
  })
})
