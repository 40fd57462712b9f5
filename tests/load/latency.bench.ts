import { setTimeout as pause } from 'node:timers/promises'
import { databaseOf } from '@afterline/service-kit'
import { type Connection, createConnection } from 'mongoose'
import { type Comparison, comparisonOf } from '../../deploy/dev/bench/comparison.ts'
import { type BenchmarkArguments, reportBenchmark, requiredVariable } from '../../deploy/dev/bench/report.ts'
import { type RunningInstance, runningInstance } from '../../deploy/dev/bench/running-instance.ts'
import { quantileOf } from '../../deploy/dev/bench/statistics.ts'
import { serviceEnvironment } from '../../deploy/dev/stack/environment.ts'
import { mutate } from '../../deploy/dev/sample/mutate.ts'
import { type BareHop, openBareHop } from './bare-hop.ts'

/*
 * From the answer of a mutation in `customers` to its effect in the read model of `orders`: relay, seal, Kafka, consumer
 * and projection lie between. The effect is looked for every 2 ms, so a figure may be that much too high. Against it
 * stands one message produced to Kafka and consumed by the same client library, in turns.
 *
 *   AFTERLINE_BENCH_DATA=<data folder of an instance> node tests/load/latency.bench.ts [--json] [--full]
 */

const LOOKS_EVERY_MS = 2
const GIVES_UP_AFTER_MS = 30_000

/** How the writes of a round follow one another. */
interface Pace {
  readonly title: string
  readonly writes: number
  /** From the start of one write to the next; `null` for after the effect of the last. */
  readonly everyMs: number | null
}

async function measure({ isFull }: BenchmarkArguments): Promise<readonly Comparison[]> {
  const running = await runningInstance(requiredVariable('AFTERLINE_BENCH_DATA'))
  const { MONGODB_URI: uri = '' } = serviceEnvironment('orders', running.around)
  const [orders, hop] = await Promise.all([createConnection(uri).asPromise(), openBareHop(running.instance.kafkaBrokers)])
  const times = isFull ? 5 : 1
  const paces: readonly Pace[] = [
    { title: 'one write at a time', writes: 25 * times, everyMs: null },
    { title: '25 writes/s', writes: 50 * times, everyMs: 40 },
  ]
  try {
    await round(paces[0], running, orders, hop)
    const comparisons: Comparison[] = []
    for (const pace of paces) comparisons.push(...(await contest(pace, running, orders, hop)))
    return comparisons
  } finally {
    await Promise.all([orders.close(), hop.close()])
  }
}

const ROUNDS = 5

async function contest(
  pace: Pace,
  running: RunningInstance,
  orders: Connection,
  hop: BareHop,
): Promise<readonly Comparison[]> {
  const rounds: { readonly ours: readonly number[]; readonly against: readonly number[] }[] = []
  for (let index = 0; index < ROUNDS; index += 1) rounds.push(await round(pace, running, orders, hop))
  return [0.5, 0.95].map((share) =>
    comparisonOf(
      {
        title: `${pace.title}, p${share * 100}`,
        unit: 'ms',
        ours: { name: 'from the answer of a mutation to the read model of another service' },
        against: { name: 'one message through Kafka, produced and consumed' },
        notes: [`${pace.writes} writes in each round; lower is better`],
      },
      rounds.map(({ ours }) => quantileOf(ours, share)),
      rounds.map(({ against }) => quantileOf(against, share)),
    ),
  )
}
