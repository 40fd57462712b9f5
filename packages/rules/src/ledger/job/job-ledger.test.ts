import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { anyHour, MILLISECOND } from '../after-sales-fixture.ts'
import { hour, told } from '../fixtures.ts'
import { expectOthersSkipped, factsOf, outcomeOf } from '../history-fixture.ts'
import type { Fact } from '../ledger.ts'
import type { JobExpectedData, JobFactData } from './facts.ts'
import { jobLedger, overdueRuns } from './job-ledger.ts'

const fact = factsOf<JobFactData>()
const expected = (period: string, dueAtHour: number, given: Partial<JobExpectedData> = {}, at = 0) =>
  fact('JobExpected', at, { job: 'price review', rule: 'PRC-2', period, dueAt: hour(dueAtHour), ...given })
const run = (period: string, at: number, job = 'price review') => fact('JobRun', at, { job, period })

const overdueAt = (asOf: number, ...facts: readonly Fact[]) =>
  overdueRuns(told(jobLedger, facts), hour(asOf)).map(({ period }) => period)

describe('an expected run (C25)', () => {
  it('is overdue past its due instant and not at it, with all that was expected (PRC-2)', () => {
    expect(overdueAt(10, expected('2026-03', 10))).toEqual([])
    const state = told(jobLedger, [expected('2026-03', 10)])
    expect(overdueRuns(state, hour(10 + MILLISECOND))).toEqual([
      { job: 'price review', rule: 'PRC-2', period: '2026-03', dueAt: hour(10) },
    ])
  })

  it('is not overdue once it was run, in time or late (C25)', () => {
    expect(overdueAt(500, expected('2026-03', 10), run('2026-03', 10))).toEqual([])
    expect(overdueAt(11, expected('2026-03', 10), run('2026-03', 12))).toEqual(['2026-03'])
    expect(overdueAt(12, expected('2026-03', 10), run('2026-03', 12))).toEqual([])
  })

  it('was run when it was first run, whatever is told later (C25)', () => {
    expect(overdueAt(13, expected('2026-03', 10), run('2026-03', 20), run('2026-03', 12))).toEqual([])
  })

  it('is met by a run of its own period and job only (C25)', () => {
    const facts = [expected('2026-03', 10), run('2026-02', 5), run('2026-03', 5, 'sales analysis')]
    expect(overdueAt(11, ...facts)).toEqual(['2026-03'])
  })

  it('is expected as it was first (C25)', () => {
    expect(overdueAt(11, expected('2026-03', 10, {}, 1), expected('2026-03', 30, {}, 2))).toEqual(['2026-03'])
    expect(overdueAt(11, expected('2026-03', 30, {}, 2), expected('2026-03', 10, {}, 1))).toEqual(['2026-03'])
  })
})

describe('several expected runs (C25)', () => {
  it('are told in the order in which they were due', () => {
    const facts = [expected('2026-05', 30), expected('2026-03', 10), expected('2026-04', 20), expected('2026-06', 40)]
    expect(overdueAt(35, ...facts, run('2026-04', 20))).toEqual(['2026-03', '2026-05'])
  })

  it('are overdue in whatever order and however often they are told', () => {
    const anyFact = fc.oneof(
      fc.tuple(fc.constantFrom('a', 'b', 'c'), anyHour).map(([period, at]) => run(period, at)),
      fc.constantFrom(expected('a', 10), expected('b', 30), expected('c', 50)),
    )
    const histories = fc.array(anyFact, { maxLength: 8 }).chain((facts) => {
      const twice = [...facts, ...facts]
      return fc.tuple(fc.constant(facts), fc.shuffledSubarray(twice, { minLength: twice.length }))
    })
    fc.assert(
      fc.property(histories, anyHour, ([inOrder, otherwise], asOf) => {
        const stored = JSON.parse(JSON.stringify(told(jobLedger, otherwise)))
        expect(overdueRuns(stored, hour(asOf))).toEqual(overdueRuns(told(jobLedger, inOrder), hour(asOf)))
      }),
    )
  })
})

describe('the ledger of jobs', () => {
  it('has no limits of policy and measures nothing', () => {
    expect(outcomeOf(jobLedger, [expected('2026-03', 10), run('2026-03', 5)])).toEqual({
      timers: [],
      measurements: [],
    })
  })

  it('skips facts of other kinds, and finds nothing overdue that was not expected', () => {
    expectOthersSkipped(jobLedger, [expected('2026-03', 10), run('2026-03', 5)])
    expect(overdueAt(500, run('2026-03', 5))).toEqual([])
  })
})
