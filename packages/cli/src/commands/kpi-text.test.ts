import { instantFromMillis } from '@afterline/rules'
import { loadPolicies } from '@afterline/service-kit'
import { beforeAll, describe, expect, it } from '@jest/globals'
import { kpiTable } from './kpi-text.ts'
import { type CountedKpi, printedKpis } from './printed-kpi.ts'

function counted(id: string, given: Partial<CountedKpi> = {}): CountedKpi {
  return {
    ...{ id, part: null, scope: 'company', numerator: 0, denominator: 0, value: null, pending: 0, unit: 'ratio' },
    ...{ currency: null, interval: null, per: 1, relativeError: null, isSuppressed: false },
    ...given,
  }
}

const kpis: readonly CountedKpi[] = [
  counted('KPI-1', { numerator: 3, denominator: 4, value: 0.75, pending: 2 }),
  counted('KPI-3', { numerator: 1234, value: 1234, unit: 'money', currency: 'JPY' }),
  counted('KPI-4', { numerator: 200, value: 200, unit: 'quantity' }),
  counted('KPI-13'),
  counted('KPI-14', { numerator: 1, denominator: 2, value: 0.5 }),
  counted('KPI-32', { part: 'entry.p90', numerator: 5, denominator: 5, value: 3_600_000, unit: 'duration' }),
]

describe('figures as they are printed', () => {
  let lines: readonly (readonly string[])[]
  const lineOf = (id: string) => lines.find(([first]) => first === id)

  beforeAll(async () => {
    const printed = printedKpis(kpis, await loadPolicies(), instantFromMillis(Date.parse('2026-06-01T00:00:00Z')))
    lines = kpiTable(printed)
      .split('\n')
      .map((line) => line.split(/ {2,}/))
  })

  it('have their names in both languages, their targets, and whether these are met (OPS-2)', () => {
    expect(lineOf('KPI-1')).toEqual([
      ...['KPI-1', '75.00 %', '≥ 100 %', 'missed', '3 of 4', '2', '订单按时确认率 Orders confirmed on time'],
    ])
    expect(lineOf('KPI-32')?.slice(1, -1)).toEqual(['1.00 h', '≤ 24 h', 'met', '5', '0'])
    expect(lineOf('KPI-14')?.slice(1, -1)).toEqual(['50.00 %', 'rising', '–', '1 of 2', '0'])
  })

  it('say of a sum no more than what it comes to, in the digits of its currency', () => {
    expect(lineOf('KPI-3')?.slice(1, -1)).toEqual(['1234 JPY', '–', '–', '0'])
    expect(lineOf('KPI-4')?.slice(1, -1)).toEqual(['200', '–', '–', '0'])
  })

  it('say that nothing was counted, which neither meets nor misses a target', () => {
    expect(lineOf('KPI-13')?.slice(1, -1)).toEqual(['–', '≥ 100 %', '–', 'nothing', '0'])
  })
})
