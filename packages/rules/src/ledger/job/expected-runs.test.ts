import { describe, expect, it } from '@jest/globals'
import { enforcementsOf, type JobInterval, type RuleId } from '../../catalogue/index.ts'
import { type Instant, parseInstant, plusMillis } from '../../primitives/instant.ts'
import { parseTimeZone } from '../../primitives/local-date.ts'
import type { Fact } from '../ledger.ts'
import { expectedRuns } from './expected-runs.ts'
import { jobLedger, overdueRuns } from './job-ledger.ts'

const zone = parseTimeZone('Asia/Shanghai')
/** The first instant of a day in Shanghai. */
const begin = (day: string): Instant => parseInstant(`${day}T00:00:00+08:00`)

function factOf(type: 'JobExpected' | 'JobRun', occurredAt: Instant, data: unknown): Fact {
  return { type, occurredAt, recordedAt: occurredAt, policyVersion: 'v1', data }
}

/** By interval: the last period that began by 15 October 2026, and its first day and the first day after it. */
const periodOf = {
  DAILY: ['2026-10-15', '2026-10-15', '2026-10-16'],
  WEEKLY: ['2026-W42', '2026-10-12', '2026-10-19'],
  MONTHLY: ['2026-10', '2026-10-01', '2026-11-01'],
  QUARTERLY: ['2026-Q4', '2026-10-01', '2027-01-01'],
  YEARLY: ['2026', '2026-01-01', '2027-01-01'],
} as const satisfies Record<JobInterval, readonly [string, string, string]>

describe('a duty that recurs (C25)', () => {
  it.each<[RuleId, JobInterval]>([
    ['PRC-2', 'MONTHLY'],
    ['RPT-4', 'MONTHLY'],
    ['RPT-5', 'MONTHLY'],
    ['RPT-6', 'MONTHLY'],
    ['RPT-7', 'MONTHLY'],
    ['RPT-8', 'MONTHLY'],
    ['RPT-9', 'MONTHLY'],
    ['PRF-1', 'MONTHLY'],
    ['SVY-3', 'MONTHLY'],
    ['IMP-3', 'MONTHLY'],
    ['CUS-10', 'QUARTERLY'],
    ['CUS-13', 'QUARTERLY'],
    ['QLT-3', 'QUARTERLY'],
    ['FUP-2', 'QUARTERLY'],
    ['SVY-1', 'QUARTERLY'],
    ['IMP-4', 'QUARTERLY'],
    ['TRN-4', 'YEARLY'],
    ['GEN-6', 'YEARLY'],
  ])('by %s falls due at the end of each period, %s, and is overdue when nobody ran it', (rule, interval) => {
    const [period, firstDay, nextDay] = periodOf[interval]
    const dueAt = plusMillis(begin(nextDay), -1)
    const [expected] = expectedRuns(
      { job: 'duty', rule, interval },
      plusMillis(begin(firstDay), -1),
      begin('2026-10-15'),
      zone,
    )
    expect(expected).toEqual({ job: 'duty', rule, period, startsAt: begin(firstDay), dueAt })
    const begun = jobLedger.record(jobLedger.initial, factOf('JobExpected', begin(firstDay), expected))
    expect(overdueRuns(begun, dueAt)).toEqual([])
    expect(overdueRuns(begun, begin(nextDay))).toEqual([{ job: 'duty', rule, period, dueAt }])
    const done = jobLedger.record(begun, factOf('JobRun', dueAt, { job: 'duty', period }))
    expect(overdueRuns(done, begin(nextDay))).toEqual([])
    // The catalogue names the same interval wherever it names the job.
    const named = enforcementsOf(rule).flatMap((one) => (one.kind === 'JOB' ? [one.interval] : []))
    expect(named.filter((one) => one !== interval)).toEqual([])
  })

  it.each(['DAILY', 'WEEKLY'] as const)('may recur %s as well', (interval) => {
    const [period, firstDay, nextDay] = periodOf[interval]
    const job = { job: 'duty', rule: 'OPS-1', interval } as const
    expect(expectedRuns(job, plusMillis(begin(firstDay), -1), begin(firstDay), zone)).toEqual([
      { job: 'duty', rule: 'OPS-1', period, startsAt: begin(firstDay), dueAt: plusMillis(begin(nextDay), -1) },
    ])
  })

  it('is caught up with after a while without a scheduler, each period once', () => {
    const job = { job: 'price review', rule: 'PRC-2', interval: 'MONTHLY' } as const
    const periods = (after: string, upTo: string) =>
      expectedRuns(job, begin(after), begin(upTo), zone).map(({ period }) => period)
    expect(periods('2026-10-01', '2027-01-01')).toEqual(['2026-11', '2026-12', '2027-01'])
    expect(periods('2027-01-01', '2027-01-31')).toEqual([])
  })
})
