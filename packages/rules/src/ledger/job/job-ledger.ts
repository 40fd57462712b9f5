import type { Instant } from '../../primitives/instant.ts'
import { type Entry, withEntry } from '../entries.ts'
import { factGuard } from '../facts.ts'
import type { Fact, Ledger } from '../ledger.ts'
import { compareInstants } from '../timing.ts'
import type { JobExpectedData, JobFactData } from './facts.ts'

export interface ExpectedJob extends Entry, JobExpectedData {}

/** The expected runs of a job and those that took place, both under job and period, of each the first that was told of. */
export interface JobLedger {
  readonly expected: readonly ExpectedJob[]
  readonly runs: readonly Entry[]
}

const isJobFact = factGuard<JobFactData>({ JobExpected: true, JobRun: true })

function recordJob(state: JobLedger, fact: Fact): JobLedger {
  if (!isJobFact(fact)) return state
  const at = fact.occurredAt
  switch (fact.type) {
    case 'JobExpected': {
      const { job, rule, period, dueAt } = fact.data
      const told = { id: nameOf(fact.data), at, job, rule, period, dueAt }
      return { ...state, expected: withEntry(state.expected, told) }
    }
    case 'JobRun':
      return { ...state, runs: withEntry(state.runs, { id: nameOf(fact.data), at }) }
  }
}

function nameOf({ job, period }: Pick<JobExpectedData, 'job' | 'period'>): string {
  return JSON.stringify([job, period])
}

/**
 * C25: the runs that an instant finds past due and not done, those due first in front. One that was done late is overdue
 * no more once it is done; the record of it is what the rule asks for.
 */
export function overdueRuns({ expected, runs }: JobLedger, asOf: Instant): readonly JobExpectedData[] {
  const done = new Set(runs.filter(({ at }) => at <= asOf).map(({ id }) => id))
  return expected
    .filter(({ id, dueAt }) => dueAt < asOf && !done.has(id))
    .map(({ job, rule, period, dueAt }) => ({ job, rule, period, dueAt }))
    .toSorted((a, b) => compareInstants(a.dueAt, b.dueAt))
}

/** No limits of policy and no KPIs: each run brings its due instant (see `overdueRuns`). */
export const jobLedger: Ledger<JobLedger> = {
  shape: 1,
  initial: { expected: [], runs: [] },
  record: recordJob,
  timers: () => [],
  measurements: () => [],
}
