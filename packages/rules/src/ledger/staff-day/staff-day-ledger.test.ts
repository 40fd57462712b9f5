import { describe, expect, it } from '@jest/globals'
import { rowOf } from '../after-sales-fixture.ts'
import { hour } from '../fixtures.ts'
import { expectOthersSkipped, expectSameToldAnyhow, factsOf, outcomeOf } from '../history-fixture.ts'
import { assigned, confirmed, measure, received } from '../service-request/service-request-fixture.ts'
import type { StaffDayFactData } from './facts.ts'
import { staffDayLedger } from './staff-day-ledger.ts'

const fact = factsOf<StaffDayFactData>()
const worked = (at: number, personId = 'p', teamId: string | null = 't') =>
  fact('StaffDayWorked', at, { personId, teamId })

describe('a day that somebody worked (KPI-22)', () => {
  it('counts once in its period, for person and team', () => {
    expect(outcomeOf(staffDayLedger, [worked(9), worked(4)])).toEqual({
      timers: [],
      measurements: [
        {
          kpi: 'KPI-22',
          part: 'solvedPerStaffDay',
          item: '',
          since: hour(4),
          countsAt: hour(4),
          dueAt: null,
          achievedAt: hour(4),
          numerator: 0,
          denominator: 1,
          currency: null,
          scopes: ['person:p', 'team:t'],
        },
      ],
    })
  })

  it('divides the requests that were solved in the same period', () => {
    // p worked 2 days and solved 3 requests, q worked 1 day and solved none; another day lies in a later period.
    const days = [worked(1), worked(25), worked(2, 'q'), worked(60)]
    const requests = [5, 6, 30].flatMap((at) =>
      measure('KPI-22 solvedPerStaffDay', [received(0), assigned(1, 'p', 't'), confirmed(at)]),
    )
    const all = [...days.flatMap((day) => outcomeOf(staffDayLedger, [day]).measurements), ...requests]
    const row = (scope: string) => rowOf(all, ['KPI-22', 'solvedPerStaffDay'], 48, { from: 0, to: 48, scope })
    expect(row('person:p')).toMatchObject({ numerator: 3, denominator: 2, value: 1.5 })
    expect(row('person:q')).toMatchObject({ numerator: 0, denominator: 1, value: 0 })
    expect(row('team:t')).toMatchObject({ numerator: 3, denominator: 3, value: 1 })
    expect(row('company')).toMatchObject({ numerator: 3, denominator: 3 })
  })

  it('has no value without a day', () => {
    const solved = measure('KPI-22 solvedPerStaffDay', [received(0), confirmed(5)])
    expect(rowOf(solved, ['KPI-22', 'solvedPerStaffDay'], 9)).toMatchObject({ denominator: 0, value: null })
  })

  it('says the same told anyhow, and skips what it does not know', () => {
    expectSameToldAnyhow(staffDayLedger, [worked(1, 'p'), worked(1, 'q'), worked(2, 'a')])
    expectOthersSkipped(staffDayLedger, [worked(1)])
    expect(outcomeOf(staffDayLedger, [])).toEqual({ timers: [], measurements: [] })
  })
})
