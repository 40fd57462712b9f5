import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { type Comparison, compare, reportBenchmark } from '@afterline/benchmark'
import { DDSketch } from '@datadog/sketches-js'
import { binOf } from '../src/kpi/durations.ts'
import { type KpiTally, quantileOf, sumByKey } from '../src/kpi/index.ts'
import { evaluateMeasurement } from '../src/kpi/measurement.ts'
import type { Measurement } from '../src/ledger/ledger.ts'
import { instantFromMillis } from '../src/primitives/instant.ts'

/*
 * How fast figures are accumulated and how much an accumulator holds. Durations go against the sketch of the library
 * whose bins we use, and against keeping every duration; shares against the same sum with plain numbers, which knows no
 * due instant and is no bound on anything but the machine.
 *
 *   node packages/rules/bench/figures.bench.ts [--json]
 */

const ROUNDS = 5
const DURATIONS = 100_000
const MEASUREMENTS = 100_000
const RELATIVE_ACCURACY = 0.01
const HOUR = 3_600_000

/** Between a second and thirty days, denser where it is short; the same in every run. */
const durations = Array.from({ length: DURATIONS }, (_, index) =>
  Math.floor(1000 * (30 * 24 * 3600) ** (((index * 7919) % DURATIONS) / DURATIONS)),
)

const start = Date.parse('2026-01-01T00:00:00Z')
const measurements: readonly Measurement[] = Array.from({ length: MEASUREMENTS }, (_, index) => {
  const since = instantFromMillis(start + index * 60_000)
  return {
    kpi: 'KPI-1',
    part: null,
    item: '',
    since,
    countsAt: since,
    dueAt: instantFromMillis(start + index * 60_000 + 24 * HOUR),
    achievedAt: instantFromMillis(start + index * 60_000 + (index % 30) * HOUR),
    numerator: 1,
    denominator: 1,
    currency: null,
    scopes: [],
  }
})
const asOf = instantFromMillis(start + 100 * 24 * HOUR)

function binnedDurations(): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  for (const duration of durations) {
    const bin = binOf(duration)
    counts.set(bin, (counts.get(bin) ?? 0) + 1)
  }
  return counts
}

function sketchedDurations(): DDSketch {
  const sketch = new DDSketch({ relativeAccuracy: RELATIVE_ACCURACY })
  for (const duration of durations) sketch.accept(duration)
  return sketch
}

function evaluatedShare(): number {
  const tallies: KpiTally[] = []
  for (const measurement of measurements) {
    const { kpi, part, currency } = measurement
    tallies.push({ kpi, part, currency, tally: evaluateMeasurement(measurement, asOf) })
  }
  return sumByKey(tallies)[0]?.tally.numerator ?? 0
}

function plainShare(): number {
  let numerator = 0
  for (const { achievedAt, dueAt } of measurements) {
    if (achievedAt !== null && dueAt !== null && achievedAt <= dueAt) numerator += 1
  }
  return numerator
}

function refuseDifferentAnswers(): void {
  const ours = quantileOf(
    [...binnedDurations()].map(([bin, count]) => ({ bin, count })),
    0.9,
  )
  const theirs = sketchedDurations().getValueAtQuantile(0.9)
  // Both may be off by the error of the bins.
  if (ours === null || Math.abs(ours - theirs) > theirs * 2 * RELATIVE_ACCURACY) throw new Error(`${ours}, ${theirs}`)
  if (evaluatedShare() !== plainShare()) throw new Error('different shares')
}

/** Per second of processor time. */
function perSecond(times: number, work: () => unknown): number {
  const begin = process.cpuUsage()
  let done = 0
  for (;;) {
    work()
    done += times
    const { user, system } = process.cpuUsage(begin)
    if (user + system > 100_000) return (done * 1_000_000) / (user + system)
  }
}

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

/** Bytes that something holds, on average of several. */
function bytesHeld(make: () => unknown): number {
  const COPIES = 20
  const held: unknown[] = []
  collectGarbage()
  const before = process.memoryUsage().heapUsed
  for (let copy = 0; copy < COPIES; copy += 1) held.push(make())
  collectGarbage()
  const after = process.memoryUsage().heapUsed
  return held.length === COPIES ? (after - before) / COPIES : Number.NaN
}

async function measure(): Promise<readonly Comparison[]> {
  refuseDifferentAnswers()
  const rounds = { rounds: ROUNDS }
  const ours = { name: 'bins that add up and can be taken back' }
  return [
    await compare({
      ...rounds,
      title: 'durations accumulated',
      unit: '/CPU s',
      ours: { ...ours, measure: () => perSecond(DURATIONS, binnedDurations) },
      against: { name: 'DDSketch.accept', measure: () => perSecond(DURATIONS, sketchedDurations) },
    }),
    await compare({
      ...rounds,
      title: 'shares accumulated',
      unit: '/CPU s',
      ours: {
        name: 'evaluated as of an instant, summed exactly',
        measure: () => perSecond(MEASUREMENTS, evaluatedShare),
      },
      against: { name: 'a plain count', measure: () => perSecond(MEASUREMENTS, plainShare) },
    }),
    await compare({
      ...rounds,
      title: 'memory of 100,000 durations',
      unit: 'bytes',
      ours: { ...ours, measure: () => bytesHeld(binnedDurations) },
      against: { name: 'every duration kept', measure: () => bytesHeld(() => [...durations]) },
      notes: ['lower is better'],
    }),
  ]
}

await reportBenchmark('figures', measure)
