import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import {
  type BenchmarkArguments,
  type Comparison,
  comparisonOf,
  quantileOf,
  reportBenchmark,
  requiredVariable,
} from '@afterline/benchmark'
import { serviceEnvironment } from '@afterline/dev-stack'
import { mutate, type RunningInstance, runningInstance } from '@afterline/dev-stack/sample'
import { createConnection } from 'mongoose'
import { type Arrivals, watchArrivals } from './arrivals.ts'
import { openBareHop } from './bare-hop.ts'

/*
 * From the answer of a mutation in `customers` to its effect in the read model of `orders`: relay, seal, Kafka, consumer
 * and projection lie between. The effect is looked for every 2 ms, so a figure may be that much too high. Against it
 * stands one message produced to Kafka and consumed by the same client library, in turns.
 *
 *   AFTERLINE_BENCH_DATA=<data folder of an instance> node tests/load/latency.bench.ts [--json] [--full]
 */

const ROUNDS = 5

/** How the writes of a round follow one another. */
interface Pace {
  readonly title: string
  readonly writes: number
  /** From the start of one write to the next; `null` for after the effect of the last. */
  readonly everyMs: number | null
}

/** Does one write and answers how long its effect took, in milliseconds. */
type Write = () => Promise<number>

async function measure({ isFull }: BenchmarkArguments): Promise<readonly Comparison[]> {
  const running = await runningInstance(requiredVariable('AFTERLINE_BENCH_DATA'))
  const { MONGODB_URI: uri = '' } = serviceEnvironment('orders', running.around)
  const orders = await createConnection(uri).asPromise()
  const bare = await openBareHop(running.instance.kafkaBrokers)
  const write = fileOpener(running, watchArrivals(orders, 'customerFacts'))
  const times = isFull ? 5 : 1
  try {
    await paced({ title: 'warm-up', writes: 20, everyMs: null }, write)
    return [
      ...(await contest({ title: 'one write at a time', writes: 25 * times, everyMs: null }, write, bare.hop)),
      ...(await contest({ title: '25 writes/s', writes: 50 * times, everyMs: 40 }, write, bare.hop)),
    ]
  } finally {
    await Promise.all([orders.close(), bare.close()])
  }
}

/** Opens a customer's file through the graph and waits until `orders` knows the customer. */
function fileOpener({ staff }: RunningInstance, arrivals: Arrivals): Write {
  return async () => {
    const input = { organisation: `Hospital ${randomUUID()}`, kind: 'PROSPECT', partyRoles: ['BUYER'] }
    const { id } = await mutate<{ readonly id: string }>(staff('sales-1'), 'openCustomerFile', 'customer', 'id', input)
    return arrivals.untilThere(id)
  }
}

async function contest(pace: Pace, write: Write, hop: Write): Promise<readonly Comparison[]> {
  const ours: (readonly number[])[] = []
  const against: (readonly number[])[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(await paced(pace, write))
    against.push(await paced(pace, hop))
  }
  return [0.5, 0.95, 0.99].map((share) =>
    comparisonOf(
      {
        title: `${pace.title}, p${share * 100}`,
        unit: 'ms',
        ours: { name: "from a mutation's answer to the read model of another service (lower is better)" },
        against: { name: 'one message through Kafka, produced and consumed' },
        notes: [`${pace.writes} writes in each round`],
      },
      ours.map((latencies) => quantileOf(latencies, share)),
      against.map((latencies) => quantileOf(latencies, share)),
    ),
  )
}

async function paced({ writes, everyMs }: Pace, write: Write): Promise<readonly number[]> {
  const beginAt = performance.now()
  const underWay: Promise<number>[] = []
  for (let index = 0; index < writes; index += 1) {
    const writing = write()
    underWay.push(writing)
    if (everyMs === null) await writing
    else await pause(Math.max(0, beginAt + (index + 1) * everyMs - performance.now()))
  }
  return Promise.all(underWay)
}

await reportBenchmark('latency', measure)
