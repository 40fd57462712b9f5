import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import {
  type BenchmarkArguments,
  type Comparison,
  comparisonOf,
  medianOf,
  reportBenchmark,
  requiredVariable,
} from '@afterline/benchmark'
import { serviceEnvironment } from '@afterline/dev-stack'
import { mutate, type RunningInstance, runningInstance } from '@afterline/dev-stack/sample'
import { createConnection } from 'mongoose'
import { type Arrivals, watchArrivals } from './arrivals.ts'
import { processorTimesMs, startedProcesses } from './processor-time.ts'

/*
 * What every process of an instance costs while nobody asks for anything, in percent of one processor core; and how soon
 * the first write after that reaches another service. It measures whatever runs in the folder, for as long as --full or
 * the quick size says. Linux only: processor times are read from /proc.
 *
 *   AFTERLINE_BENCH_DATA=<data folder of an instance> node tests/load/idle.bench.ts [--json] [--full]
 */

/** What an idle process may cost. */
const GOAL_PERCENT = 0.5
/** What a process does after it has started, or after others have measured it, is not idleness. */
const SETTLING_MS = 30_000
const QUICK_MS = 60_000
const FULL_MS = 300_000
const WRITES = 9

async function measure({ isFull }: BenchmarkArguments): Promise<readonly Comparison[]> {
  const dataDir = requiredVariable('AFTERLINE_BENCH_DATA')
  const { around, staff } = await runningInstance(dataDir)
  const orders = await createConnection(serviceEnvironment('orders', around)['MONGODB_URI'] ?? '').asPromise()
  const write = fileOpener(staff, watchArrivals(orders, 'customerFacts'))
  try {
    await severalWrites(write)
    await pause(SETTLING_MS)
    return [...(await costsOf(dataDir, isFull ? FULL_MS : QUICK_MS)), await firstWrite(write)]
  } finally {
    await orders.close()
  }
}

async function costsOf(dataDir: string, forMs: number): Promise<readonly Comparison[]> {
  const processes = await startedProcesses(dataDir)
  const before = await processorTimesMs(processes)
  const beginAt = performance.now()
  await pause(forMs)
  const passedMs = performance.now() - beginAt
  const after = await processorTimesMs(processes)
  return processes.map(({ name }) => {
    const usedMs = (after.get(name) ?? Number.NaN) - (before.get(name) ?? Number.NaN)
    const contest = {
      title: name,
      unit: '% of a core',
      ours: { name: 'processor time of an idle process (lower is better)' },
      against: { name: 'the goal' },
      notes: [`over ${Math.round(passedMs / 1000)} s; processor times count in steps of 10 ms`],
    }
    return comparisonOf(contest, [(usedMs / passedMs) * 100], [GOAL_PERCENT])
  })
}

/** Opens a customer's file through the graph; answers the milliseconds until `orders` knows the customer. */
function fileOpener(staff: RunningInstance['staff'], arrivals: Arrivals): () => Promise<number> {
  return async () => {
    const input = { organisation: `Hospital ${randomUUID()}`, kind: 'PROSPECT', partyRoles: ['BUYER'] }
    const { id } = await mutate<{ readonly id: string }>(staff('sales-1'), 'openCustomerFile', 'customer', 'id', input)
    return arrivals.untilThere(id)
  }
}

async function severalWrites(write: () => Promise<number>): Promise<readonly number[]> {
  const times: number[] = []
  while (times.length < WRITES) times.push(await write())
  return times
}

/** The first write wakes what sleeps; those after it find everything awake. */
async function firstWrite(write: () => Promise<number>): Promise<Comparison> {
  const first = await write()
  const contest = {
    title: 'first write after it',
    unit: 'ms',
    ours: { name: "from a mutation's answer to the read model of another service (lower is better)" },
    against: { name: `the median of the ${WRITES} writes after it` },
  }
  return comparisonOf(contest, [first], [medianOf(await severalWrites(write))])
}

await reportBenchmark('idle', measure)
