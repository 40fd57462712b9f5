import { readdirSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { chineseOffice } from '../src/calendar/fixtures.ts'
import { compileCalendar } from '../src/calendar/index.ts'
import { addOpenMillis } from '../src/calendar/open-time.ts'
import { addWorkingDayMillis } from '../src/calendar/working-days.ts'
import { evaluateTimer } from '../src/deadlines/index.ts'
import type { Timer } from '../src/ledger/ledger.ts'
import { parsePolicies } from '../src/policy/index.ts'
import { instantFromMillis, millisOf, parseInstant } from '../src/primitives/instant.ts'
import { addOpenTimeByTemporal, addWorkingDaysByTemporal, openTimeBetweenByTemporal } from './temporal-per-call.ts'

/*
 * Deadline evaluations per second. No library for business time with make-up days and several intervals a day is part
 * of this workspace, so the comparison is with the same job done by Temporal at each call: walk day by day, ask for its
 * intervals, add. All are measured in one run, round by round in turn; the median round counts. The answers are
 * compared first.
 *
 *   node packages/rules/bench/deadlines.bench.ts [--json]
 */

const ROUNDS = 7
const STARTS = 20_000
/** The slow way takes fewer of the starts in a round. */
const SLOW_STARTS = 1000
const MINUTE = 60_000
const OPEN_TIME = 8 * 60 * MINUTE

interface Job {
  readonly name: string
  readonly baseline: string | null
  readonly starts: number
  readonly run: (timer: Timer) => number
}

/** Minutes of 2024 to August 2026 in no particular order, the same in every run. */
function spreadTimers(): readonly Timer[] {
  const from = Date.parse('2024-01-01T00:00:00Z')
  const step = Math.floor((Date.parse('2026-09-01T00:00:00Z') - from) / STARTS / MINUTE)
  const known = {
    key: 'complaint.handle',
    item: '',
    rule: 'CMP-3',
    stoppedAt: null,
    voidedAt: null,
    dueAt: null,
  } as const
  return Array.from({ length: STARTS }, (_, index) => {
    const startedAt = instantFromMillis(from + ((index * 7919) % STARTS) * step * MINUTE)
    return { ...known, startedAt, policyVersion: '2026-01-01' }
  })
}

function shippedBook() {
  const folder = new URL('../policies/', import.meta.url)
  return parsePolicies(readdirSync(folder).map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') })))
}

/** Due and warning instant of one working day, as `evaluateTimer` answers them. */
function evaluateByTemporal(startedAt: Timer['startedAt']) {
  const start = millisOf(startedAt)
  const due = addWorkingDaysByTemporal(chineseOffice, start, 1)
  const counted = openTimeBetweenByTemporal(chineseOffice, start, due)
  const warn = addOpenTimeByTemporal(chineseOffice, start, Math.ceil(counted * 0.75))
  return { dueAt: instantFromMillis(due), warnAt: instantFromMillis(warn) }
}

function allJobs(): readonly Job[] {
  const office = compileCalendar(chineseOffice)
  const book = shippedBook()
  const now = parseInstant('2026-10-01T00:00:00Z')
  const fast = (name: string, run: Job['run']): Job => ({ name, baseline: `${name} by Temporal`, starts: STARTS, run })
  const slow = (name: string, run: Job['run']): Job => ({
    name: `${name} by Temporal`,
    baseline: null,
    starts: SLOW_STARTS,
    run,
  })
  return [
    slow('working day', ({ startedAt }) => addWorkingDaysByTemporal(chineseOffice, millisOf(startedAt), 1)),
    fast('working day', ({ startedAt }) => addWorkingDayMillis(office, millisOf(startedAt), 1, 'sameClock')),
    slow('open time', ({ startedAt }) => addOpenTimeByTemporal(chineseOffice, millisOf(startedAt), OPEN_TIME)),
    fast('open time', ({ startedAt }) => addOpenMillis(office, millisOf(startedAt), OPEN_TIME)),
    slow('evaluation', ({ startedAt }) => millisOf(evaluateByTemporal(startedAt).warnAt)),
    fast('evaluation', (timer) => millisOf(evaluateTimer(book, timer, now).warnAt)),
  ]
}

function refuseDifferentAnswers(jobs: readonly Job[], timers: readonly Timer[]): void {
  for (const job of jobs) {
    const baseline = jobs.find(({ name }) => name === job.baseline)
    for (const timer of baseline ? timers.slice(0, SLOW_STARTS) : []) {
      if (job.run(timer) !== baseline?.run(timer))
        throw new Error(`${job.name}: different answers from ${timer.startedAt}`)
    }
  }
}

function perSecond(job: Job, timers: readonly Timer[]): number {
  const begin = performance.now()
  let sum = 0
  for (const timer of timers.slice(0, job.starts)) sum += job.run(timer)
  // The sum is used, so that no run can be optimised away.
  return sum === 0 ? 0 : (job.starts * 1000) / (performance.now() - begin)
}

function measure(jobs: readonly Job[], timers: readonly Timer[]): ReadonlyMap<string, number> {
  const rounds = Array.from({ length: ROUNDS }, () => jobs.map((job) => perSecond(job, timers)))
  const median = (rates: readonly number[]) => rates.toSorted((a, b) => a - b)[Math.floor(rates.length / 2)] ?? 0
  return new Map(jobs.map(({ name }, index) => [name, median(rounds.map((rates) => rates[index] ?? 0))]))
}

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } })
const timers = spreadTimers()
const jobs = allJobs()
refuseDifferentAnswers(jobs, timers)
const rates = measure(jobs, timers)
const results = jobs.map(({ name, baseline }) => {
  const rate = rates.get(name) ?? 0
  const ratio = baseline === null ? null : rate / (rates.get(baseline) ?? 1)
  return { name, perSecond: Math.round(rate), ratio: ratio === null ? null : Math.round(ratio * 10) / 10 }
})
if (values.json) console.log(JSON.stringify({ benchmark: 'deadlines', rounds: ROUNDS, starts: STARTS, results }))
else {
  for (const { name, perSecond: rate, ratio } of results) {
    console.log(
      `${name.padEnd(26)}${rate.toLocaleString('en').padStart(12)} / s${ratio === null ? '' : `  ${ratio} times as many`}`,
    )
  }
}
