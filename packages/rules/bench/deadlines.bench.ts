import { readdirSync, readFileSync } from 'node:fs'
import { type Comparison, compare, reportBenchmark } from '@afterline/benchmark'
import { chineseOffice } from '../src/calendar/fixtures.ts'
import { compileCalendar } from '../src/calendar/index.ts'
import { addOpenMillis, openMillisBetween } from '../src/calendar/open-time.ts'
import { addWorkingDayMillis } from '../src/calendar/working-days.ts'
import { compileDeadlines, evaluateTimer, momentPlaces } from '../src/deadlines/index.ts'
import type { Timer } from '../src/ledger/ledger.ts'
import { parsePolicies } from '../src/policy/index.ts'
import { instantFromMillis, millisOf, parseInstant } from '../src/primitives/instant.ts'
import { parseLocalDate } from '../src/primitives/local-date.ts'
import { businessTimeLibraries, type Library } from './business-time-libraries.ts'
import { bytesPerCall, perProcessorSecond, processorMillis } from './processor-time.ts'
import { addOpenTimeByTemporal, addWorkingDaysByTemporal, openTimeBetweenByTemporal } from './temporal-per-call.ts'

/*
 * Deadline evaluations per second, against the same job done by Temporal at each call (walk day by day, ask for its
 * intervals, add), and against the better of two libraries from npm. The libraries know no make-up days, so they are
 * asked only where none lies in between. The answers are compared first.
 *
 *   node packages/rules/bench/deadlines.bench.ts [--json]
 */

const ROUNDS = 5
const STARTS = 20_000
const COMPARED_STARTS = 1000
/** The slow ways take fewer of the starts in a round. */
const SLOW_STARTS = 200
const MINUTE = 60_000
const OPEN_MINUTES = 8 * 60
const DAY = 24 * 60 * MINUTE
const VERSION = '2026-01-01'
const NONE = Number.POSITIVE_INFINITY

interface Job<Item> {
  readonly title: string
  readonly name: string
  readonly ours: (item: Item) => number
  readonly against: (item: Item) => number
  readonly againstName: string
  readonly items: readonly Item[]
  readonly notes?: readonly string[]
}

const office = compileCalendar(chineseOffice)

/** Minutes of 2024 to August 2026 in no particular order, the same in every run. */
function spreadStarts(): readonly number[] {
  const from = Date.parse('2024-01-01T00:00:00Z')
  const step = Math.floor((Date.parse('2026-09-01T00:00:00Z') - from) / STARTS / MINUTE)
  return Array.from({ length: STARTS }, (_, index) => from + ((index * 7919) % STARTS) * step * MINUTE)
}

function timerFrom(start: number): Timer {
  const open = { item: '', rule: 'CMP-3', stoppedAt: null, voidedAt: null, dueAt: null } as const
  return { ...open, key: 'complaint.handle', startedAt: instantFromMillis(start), policyVersion: VERSION }
}

function shippedBook() {
  const folder = new URL('../policies/', import.meta.url)
  return parsePolicies(readdirSync(folder).map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') })))
}

/** Warning instant of one working day; the due instant is found on the way. */
function warnByTemporal(start: number): number {
  const due = addWorkingDaysByTemporal(chineseOffice, start, 1)
  const counted = openTimeBetweenByTemporal(chineseOffice, start, due)
  return addOpenTimeByTemporal(chineseOffice, start, Math.ceil(counted * 0.75))
}

const BY_TEMPORAL = 'Temporal at each call'

function calendarJobs(items: readonly number[]): readonly Job<number>[] {
  const common = { name: 'compiled calendar', againstName: BY_TEMPORAL, items }
  return [
    {
      ...common,
      title: 'one working day',
      ours: (start) => addWorkingDayMillis(office, start, 1, 'sameClock'),
      against: (start) => addWorkingDaysByTemporal(chineseOffice, start, 1),
    },
    {
      ...common,
      title: 'eight hours of open time',
      ours: (start) => addOpenMillis(office, start, OPEN_MINUTES * MINUTE),
      against: (start) => addOpenTimeByTemporal(chineseOffice, start, OPEN_MINUTES * MINUTE),
    },
  ]
}

/** Due instant, warning instant and status of a limit of one working day, in numbers. */
function evaluationInNumbers(items: readonly number[]): Job<number> {
  const deadlines = compileDeadlines(shippedBook(), VERSION)
  const index = deadlines.indexOf('complaint.handle')
  const now = Date.parse('2026-10-01T00:00:00Z')
  const moments = new Float64Array(2)
  const ours = (start: number) => {
    const status = deadlines.evaluate(index, start, NONE, NONE, now, moments)
    return status < 0 ? 0 : (moments[momentPlaces.warn] ?? 0)
  }
  perProcessorSecond(ours, items)
  const notes = [
    `${bytesPerCall(ours, items).toFixed(0)} bytes of heap per evaluation (numbers that the runtime boxes)`,
    `compiling a calendar of ten years takes ${processorMillis(5, compileTenYears).toFixed(0)} ms of processor time`,
  ]
  return { title: 'due, warning, status', name: 'compiled deadlines', ours, ...byTemporal(items), notes }
}

function byTemporal(items: readonly number[]) {
  return { against: warnByTemporal, againstName: BY_TEMPORAL, items }
}

function compileTenYears() {
  const coverage = { from: parseLocalDate('2017-01-01'), to: parseLocalDate('2026-12-31') }
  const exceptions = chineseOffice.exceptions.filter(({ date }) => date >= coverage.from)
  return compileCalendar({ ...chineseOffice, coverage, exceptions })
}

/** The same as `evaluateTimer` answers it, with every text that a screen shows. */
function evaluationOfTimer(items: readonly number[]): Job<Timer> {
  const book = shippedBook()
  const now = parseInstant('2026-10-01T00:00:00Z')
  return {
    title: 'evaluation of a timer',
    name: 'compiled deadlines, instants as text',
    ours: (timer) => millisOf(evaluateTimer(book, timer, now).warnAt),
    against: ({ startedAt }) => warnByTemporal(millisOf(startedAt)),
    againstName: BY_TEMPORAL,
    items: items.map(timerFrom),
  }
}

/** Starts in open time with no make-up day until well after the due instant: there every library must agree. */
function startsForLibraries(starts: readonly number[]): readonly number[] {
  const madeUp = chineseOffice.exceptions
    .filter(({ kind }) => kind === 'WORKING')
    .map(({ date }) => Date.parse(`${date}T00:00:00+08:00`))
  return starts.filter((start) => {
    const due = addOpenMillis(office, start, 2 * OPEN_MINUTES * MINUTE)
    return openMillisBetween(office, start, start + 1) === 1 && !madeUp.some((day) => start < day + DAY && day < due)
  })
}

/** The job of a title, against the faster of the libraries. */
function jobAgainstLibraries(
  job: Job<number>,
  libraries: readonly Library[],
  ask: (library: Library) => Job<number>['against'],
): Job<number> {
  const items = startsForLibraries(job.items)
  const speeds = libraries.map((library) => {
    const against = ask(library)
    refuseDifferentAnswers({ ...job, against, againstName: library.name, items })
    return { name: library.name, against, speed: perProcessorSecond(against, items.slice(0, SLOW_STARTS)) }
  })
  const [best, ...others] = speeds.toSorted((a, b) => b.speed - a.speed)
  if (!best) throw new Error('there is no library to compare with')
  const notes = others.map(({ name, speed }) => `${name}: ${Math.round(speed).toLocaleString('en')} /CPU s`)
  const asked = `${items.length} of ${job.items.length} starts: open, and no make-up day before the due instant`
  return {
    ...job,
    title: `${job.title}, library`,
    against: best.against,
    againstName: best.name,
    items,
    notes: [...notes, asked],
  }
}

function refuseDifferentAnswers<Item>({ title, ours, against, againstName, items }: Job<Item>): void {
  for (const item of items.slice(0, COMPARED_STARTS)) {
    const [a, b] = [ours(item), against(item)]
    if (a === b) continue
    const answers = `${instantFromMillis(a)} and ${instantFromMillis(b)}`
    throw new Error(`${title}, ${againstName}: different answers from ${JSON.stringify(item)}: ${answers}`)
  }
}

async function comparisonOf<Item>(job: Job<Item>): Promise<Comparison> {
  refuseDifferentAnswers(job)
  perProcessorSecond(job.ours, job.items)
  const slowItems = job.items.slice(0, SLOW_STARTS)
  return compare({
    title: job.title,
    unit: '/CPU s',
    ours: { name: job.name, measure: () => perProcessorSecond(job.ours, job.items) },
    against: { name: job.againstName, measure: () => perProcessorSecond(job.against, slowItems) },
    rounds: ROUNDS,
    notes: job.notes ?? [],
  })
}

async function measure(): Promise<readonly Comparison[]> {
  const starts = spreadStarts()
  const libraries = businessTimeLibraries(chineseOffice.zone)
  const [workingDay, openTime] = calendarJobs(starts)
  if (!workingDay || !openTime) throw new Error('there is no job for the libraries')
  const comparisons: Comparison[] = []
  for (const job of [
    workingDay,
    openTime,
    evaluationInNumbers(starts),
    jobAgainstLibraries(workingDay, libraries, ({ addWorkingDay }) => addWorkingDay),
    jobAgainstLibraries(
      openTime,
      libraries,
      ({ addOpenMinutes }) =>
        (start) =>
          addOpenMinutes(start, OPEN_MINUTES),
    ),
  ]) {
    comparisons.push(await comparisonOf(job))
  }
  comparisons.push(await comparisonOf(evaluationOfTimer(starts)))
  return comparisons
}

await reportBenchmark('deadlines', measure)
