import { randomUUID } from 'node:crypto'
import {
  type BenchmarkArguments,
  type Comparison,
  compare,
  perSecond,
  reportBenchmark,
  sideBySide,
} from '@afterline/benchmark'
import {
  HOUR_MS,
  handleIt,
  hoursLater,
  MONDAY,
  openTestStore,
  receive,
  register,
  requestOf,
  type TestStore,
} from '../src/store/fixtures/test-store.ts'

import { bareTransaction, createBareCollection } from './bare-transaction.ts'

/*
 * Commands per second against bare transactions that insert one document. A command here begins or continues a
 * complaint: it appends an event with encrypted text, saves the document, the answer to its key and the entry in the
 * outbox. "Counted" is with what a relay does behind the commit in the same time: limits, measurements, sums and seals.
 *
 *   MONGODB_URI=… node packages/service-kit/bench/command-throughput.bench.ts [--json] [--full]
 */

const WRITERS = [1, 8]
const COMMANDS_PER_COMPLAINT = 3

async function measure({ isFull }: BenchmarkArguments): Promise<readonly Comparison[]> {
  const store = await openTestStore()
  const size = isFull ? { rounds: 9, complaints: 240 } : { rounds: 5, complaints: 40 }
  try {
    await createBareCollection(store.connection)
    await warmUp(store)
    const comparisons: Comparison[] = []
    for (const writers of WRITERS) comparisons.push(await contest(store, writers, size))
    comparisons.push(await contest(store, 8, { ...size, isCounted: true }))
    return comparisons
  } finally {
    await store.dispose()
  }
}

async function warmUp(store: TestStore): Promise<void> {
  await commandsPerSecond(store, 8, 40)
  await barePerSecond(store, 8, 120)
}

interface Size {
  readonly rounds: number
  readonly complaints: number
  /** Whether the time until everything is counted belongs to the commands. */
  readonly isCounted?: boolean
}

function contest(store: TestStore, writers: number, { rounds, complaints, isCounted = false }: Size) {
  const title = writers === 1 ? '1 writer' : `${writers} writers`
  return compare({
    title: isCounted ? `${title}, counted` : title,
    unit: '/s',
    rounds,
    ours: {
      name: isCounted ? 'commands through the bus, and counting behind them' : 'commands through the bus',
      async measure() {
        const measured = await commandsPerSecond(store, writers, complaints, isCounted)
        await store.settle()
        return measured
      },
    },
    against: {
      name: 'transactions that insert one document',
      measure: () => barePerSecond(store, writers, complaints * COMMANDS_PER_COMPLAINT),
    },
  })
}

/** Receives, registers and handles so many complaints, the three commands of each one after the other. */
function commandsPerSecond(store: TestStore, writers: number, complaints: number, isCounted = false): Promise<number> {
  const repository = store.desk()
  return perSecond(complaints * COMMANDS_PER_COMPLAINT, async () => {
    await sideBySide(writers, complaints, async (index) => {
      const id = randomUUID()
      store.clock.now = hoursLater(MONDAY, (index % 48) / HOUR_MS)
      const at = store.clock.now
      const { type, data } = receive(id)
      const received = { type, data: { ...data, customerId: randomUUID() } } as ReturnType<typeof receive>
      for (const wanted of [received, register, handleIt]) {
        const { status } = await store.commands.handle(repository, requestOf(id, at, wanted))
        if (status !== 'accepted') throw new Error(`${wanted.type} was ${status}`)
      }
    })
    if (isCounted) await store.settle()
  })
}

function barePerSecond({ connection }: TestStore, writers: number, transactions: number): Promise<number> {
  return perSecond(transactions, () => sideBySide(writers, transactions, () => bareTransaction(connection)))
}

await reportBenchmark('commands', measure)
