import { readdirSync, readFileSync } from 'node:fs'
import { type Comparison, compare } from '../../../deploy/dev/bench/comparison.ts'
import { reportBenchmark } from '../../../deploy/dev/bench/report.ts'
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
 * intervals, add. The answers are compared first.
 *
 *   node packages/rules/bench/deadlines.bench.ts [--json]
 */

const ROUNDS = 5
const STARTS = 20_000
const COMPARED_STARTS = 1000
/** The slow way takes fewer of the starts in a round. */
const SLOW_STARTS = 200
const WINDOW_MICROS = 100_000
const MINUTE = 60_000
const OPEN_TIME = 8 * 60 * MINUTE

interface Job {
  readonly title: string
  readonly compiled: (timer: Timer) => number
  readonly byTemporal: (timer: Timer) => number
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
  return [
    {
      title: 'one working day',
      compiled: ({ startedAt }) => addWorkingDayMillis(office, millisOf(startedAt), 1, 'sameClock'),
      byTemporal: ({ startedAt }) => addWorkingDaysByTemporal(chineseOffice, millisOf(startedAt), 1),
    },
    {
      title: 'eight hours of open time',
      compiled: ({ startedAt }) => addOpenMillis(office, millisOf(startedAt), OPEN_TIME),
      byTemporal: ({ startedAt }) => addOpenTimeByTemporal(chineseOffice, millisOf(startedAt), OPEN_TIME),
    },
    {
      title: 'evaluation of a limit',
      compiled: (timer) => millisOf(evaluateTimer(book, timer, now).warnAt),
      byTemporal: ({ startedAt }) => millisOf(evaluateByTemporal(startedAt).warnAt),
    },
  ]
}

function refuseDifferentAnswers({ title, compiled, byTemporal }: Job, timers: readonly Timer[]): void {
  for (const timer of timers.slice(0, COMPARED_STARTS)) {
    if (compiled(timer) !== byTemporal(timer)) throw new Error(`${title}: different answers from ${timer.startedAt}`)
  }
}

/**
 * Evaluations per second of processor time, over as many passes as fill a while: a process that waits for the processor
 * measures its neighbours.
 */
function perSecond(run: (timer: Timer) => number, timers: readonly Timer[]): number {
  const begin = process.cpuUsage()
  let evaluated = 0
  let sum = 0
  for (;;) {
    for (const timer of timers) sum += run(timer)
    evaluated += timers.length
    const { user, system } = process.cpuUsage(begin)
    // The sum is used, so that no run can be optimised away.
    if (user + system > WINDOW_MICROS) return sum === 0 ? 0 : (evaluated * 1_000_000) / (user + system)
  }
}

async function measure(): Promise<readonly Comparison[]> {
  const timers = spreadTimers()
  const slowTimers = timers.slice(0, SLOW_STARTS)
  const comparisons: Comparison[] = []
  for (const job of allJobs()) {
    refuseDifferentAnswers(job, timers)
    perSecond(job.compiled, timers)
    const ours = { name: 'compiled calendar', measure: () => perSecond(job.compiled, timers) }
    const against = { name: 'Temporal at each call', measure: () => perSecond(job.byTemporal, slowTimers) }
    comparisons.push(await compare({ title: job.title, unit: '/CPU s', ours, against, rounds: ROUNDS }))
  }
  return comparisons
}

await reportBenchmark('deadlines', measure)
