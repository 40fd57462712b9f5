import { describe, expect, it } from '@jest/globals'
import { shipped } from '../deadlines/deadline-fixture.ts'
import { companyFile } from '../policy/fixtures.ts'
import { parsePolicies } from '../policy/index.ts'
import { parseInstant } from '../primitives/instant.ts'
import { type JudgedRow, standingOf } from './standing.ts'

const policies = parsePolicies([
  ...shipped,
  companyFile('targets', '2026-06-01', 'targets: [{ kpi: KPI-23, atLeastPercent: 90 }]'),
])
const before = parseInstant('2026-05-31T12:00:00Z')
const after = parseInstant('2026-06-02T12:00:00Z')

function row(id: string, numerator: number, denominator: number, given: Partial<JudgedRow> = {}): JudgedRow {
  const value = denominator === 0 ? null : numerator / denominator
  return { id, part: null, numerator, denominator, value, per: 1, isSuppressed: false, unit: 'ratio', ...given }
}

describe('a share', () => {
  it('meets the target that the policy sets, or misses it by a single case (KPI-1)', () => {
    expect(standingOf(row('KPI-1', 300, 300), policies, after)).toEqual({
      target: { numerator: 1, denominator: 1 },
      isMet: true,
    })
    expect(standingOf(row('KPI-1', 299, 300), policies, after).isMet).toBe(false)
  })

  it('of quantities with decimals is compared exactly (KPI-10)', () => {
    expect(standingOf(row('KPI-10', 0.3, 0.1 + 0.2), policies, after).isMet).toBe(true)
    expect(standingOf(row('KPI-10', 0.299, 0.3), policies, after).isMet).toBe(false)
  })

  it('is judged by the policy in force at the instant that it is seen from (KPI-23, GEN-5)', () => {
    expect(standingOf(row('KPI-23', 89, 100), policies, before)).toEqual({ target: null, isMet: null })
    expect(standingOf(row('KPI-23', 89, 100), policies, after).isMet).toBe(false)
    expect(standingOf(row('KPI-23', 90, 100), policies, after).isMet).toBe(true)
  })

  it('is asked of each part that is a share itself, and of no mean beside it (KPI-17, KPI-23)', () => {
    expect(standingOf(row('KPI-17', 1, 2, { part: 'complaint.verify' }), policies, after).isMet).toBe(false)
    const mean = row('KPI-23', 9, 2, { part: 'service.mean', unit: 'score' })
    expect(standingOf(mean, policies, after)).toEqual({ target: null, isMet: null })
  })

  it('of which nothing is counted, or nothing may be shown, is neither met nor missed (C21)', () => {
    expect(standingOf(row('KPI-1', 0, 0), policies, after).isMet).toBeNull()
    expect(standingOf(row('KPI-23', 1, 2, { isSuppressed: true }), policies, after).isMet).toBeNull()
  })
})

describe('a duration', () => {
  const p90 = (hours: number) => row('KPI-32', 5, 5, { part: 'entry.p90', unit: 'duration', value: hours * 3_600_000 })

  it('meets a limit of hours up to its last millisecond (KPI-32)', () => {
    expect(standingOf(p90(24), policies, after)).toEqual({ target: { atMostHours: 24 }, isMet: true })
    expect(standingOf(p90(24.001), policies, after).isMet).toBe(false)
  })

  it('has the limit at its 90th percentile alone (KPI-32)', () => {
    const median = { ...p90(1), part: 'entry.median' }
    expect(standingOf(median, policies, after)).toEqual({ target: null, isMet: null })
    expect(standingOf({ ...p90(1), part: null }, policies, after).target).toBeNull()
  })
})

describe('a figure that is to rise or fall', () => {
  it('says so of the whole, and no single period tells whether it does (KPI-14, KPI-16)', () => {
    expect(standingOf(row('KPI-14', 1, 2), policies, after)).toEqual({ target: 'rising', isMet: null })
    expect(standingOf(row('KPI-16', 1, 2, { part: 'received' }), policies, after).target).toBeNull()
  })
})

describe('a sum, or a rate per thousand', () => {
  it('has no share to reach (KPI-4, KPI-35)', () => {
    expect(standingOf(row('KPI-4', 200, 0, { unit: 'quantity' }), policies, after).target).toBeNull()
    expect(standingOf(row('KPI-10', 1, 2, { per: 1000 }), policies, after).target).toBeNull()
  })
})
