import { describe, expect, it } from '@jest/globals'
import { parseInstant } from '../../primitives/instant.ts'
import { parseTimeZone } from '../../primitives/local-date.ts'
import { targetMonthsBegun } from './target-months.ts'

const begun = (after: string, upTo: string, zone = 'Asia/Shanghai') =>
  targetMonthsBegun(parseInstant(after), parseInstant(upTo), parseTimeZone(zone)).map(({ monthOn, beganAt }) => [
    monthOn,
    beganAt,
  ])

describe('the months whose targets are due', () => {
  it('are those that began since, in the zone, over the turn of a year (TGT-2, target.monthly)', () => {
    expect(begun('2025-12-15T00:00:00Z', '2026-02-10T00:00:00Z')).toEqual([
      ['2026-01-01', '2025-12-31T16:00:00.000Z'],
      ['2026-02-01', '2026-01-31T16:00:00.000Z'],
    ])
  })

  it('include one that begins at this instant and leave out the one recorded last (TGT-2, target.monthly)', () => {
    expect(begun('2025-12-31T16:00:00Z', '2026-01-31T16:00:00Z')).toEqual([['2026-02-01', '2026-01-31T16:00:00.000Z']])
    expect(begun('2025-12-31T15:59:59.999Z', '2025-12-31T16:00:00Z')).toEqual([
      ['2026-01-01', '2025-12-31T16:00:00.000Z'],
    ])
  })

  it('are none within a month (TGT-2, target.monthly)', () => {
    expect(begun('2025-12-31T16:00:00Z', '2026-01-31T15:59:59.999Z')).toEqual([])
    expect(begun('2026-01-15T00:00:00Z', '2026-01-10T00:00:00Z')).toEqual([])
  })

  it('begin at another instant elsewhere (TGT-2, target.monthly)', () => {
    expect(begun('2026-01-31T12:00:00Z', '2026-02-01T12:00:00Z', 'America/Sao_Paulo')).toEqual([
      ['2026-02-01', '2026-02-01T03:00:00.000Z'],
    ])
  })
})
