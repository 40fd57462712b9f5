import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { instantFromMillis, millisOf, parseInstant, plusMillis } from '../../primitives/instant.ts'
import { parseTimeZone } from '../../primitives/local-date.ts'
import { followUpMonths } from './follow-up-months.ts'

const zone = parseTimeZone('Asia/Shanghai')
const at = (text: string) => parseInstant(`${text}+08:00`)
const april = { month: '2026-04', startsAt: at('2026-04-01T00:00') }
const may = { month: '2026-05', startsAt: at('2026-05-01T00:00') }

describe('the months to follow up in (FUP-1, KPI-25)', () => {
  it.each([
    ['are none within a month', '2026-03-02T08:00', '2026-03-31T23:59', []],
    ['are those that began in between', '2026-03-02T08:00', '2026-05-20T08:00', [april, may]],
    ['hold a month that begins with the end', '2026-03-02T08:00', '2026-04-01T00:00', [april]],
    ['do not hold a month that begins with the beginning', '2026-04-01T00:00', '2026-05-01T00:00', [may]],
    ['are none where the end comes first', '2026-05-20T08:00', '2026-03-02T08:00', []],
  ])('%s', (_, after, upTo, expected) => {
    expect(followUpMonths(at(after), at(upTo), zone)).toEqual(expected)
  })

  it('begin in the zone of the company', () => {
    const months = followUpMonths(at('2026-03-31T23:00'), at('2026-04-01T01:00'), parseTimeZone('America/Sao_Paulo'))
    // In São Paulo it is 31 March at noon and later.
    expect(months).toEqual([])
  })

  it('go over the turn of the year', () => {
    expect(followUpMonths(at('2025-12-15T00:00'), at('2026-01-15T00:00'), zone)).toEqual([
      { month: '2026-01', startsAt: at('2026-01-01T00:00') },
    ])
  })

  it('are the same whether asked for at once or in portions (a scheduler that was down)', () => {
    const start = at('2026-01-20T12:00')
    const days = fc.integer({ min: 0, max: 400 }).map((count) => count * 86_400_000)
    fc.assert(
      fc.property(days, days, (first, second) => {
        const middle = plusMillis(start, first)
        const end = instantFromMillis(millisOf(middle) + second)
        const portions = [...followUpMonths(start, middle, zone), ...followUpMonths(middle, end, zone)]
        expect(portions).toEqual(followUpMonths(start, end, zone))
      }),
    )
  })
})
