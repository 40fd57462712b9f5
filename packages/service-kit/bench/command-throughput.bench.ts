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
 * complaint: it appends an event with encrypted text, saves the document, and moves limits, measurements, sums and the
 * outbox.
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
    return comparisons
  } finally {
    await store.dispose()
  }
}

async function warmUp(store: TestStore): Promise<void> {
  await commandsPerSecond(store, 8, 40)
  await barePerSecond(store, 8, 120)
}

function contest(store: TestStore, writers: number, { rounds, complaints }: { rounds: number; complaints: number }) {
  return compare({
    title: writers === 1 ? '1 writer' : `${writers} writers`,
    unit: '/s',
    rounds,
    ours: { name: 'commands through the bus', measure: () => commandsPerSecond(store, writers, complaints) },
    against: {
      name: 'transactions that insert one document',
      measure: () => barePerSecond(store, writers, complaints * COMMANDS_PER_COMPLAINT),
    },
  })
}

/** Receives, registers and handles so many complaints, the three commands of each one after the other. */
function commandsPerSecond(store: TestStore, writers: number, complaints: number): Promise<number> {
  const repository = store.desk()
  return perSecond(complaints * COMMANDS_PER_COMPLAINT, () =>
    sideBySide(writers, complaints, async (index) => {
      const id = randomUUID()
      store.clock.now = hoursLater(MONDAY, (index % 48) / HOUR_MS)
      const at = store.clock.now
      const { type, data } = receive(id)
      const received = { type, data: { ...data, customerId: randomUUID() } } as ReturnType<typeof receive>
      for (const wanted of [received, register, handleIt]) {
        const { status } = await store.commands.handle(repository, requestOf(id, at, wanted))
        if (status !== 'accepted') throw new Error(`${wanted.type} was ${status}`)
      }
    }),
  )
}

function barePerSecond({ connection }: TestStore, writers: number, transactions: number): Promise<number> {
  return perSecond(transactions, () => sideBySide(writers, transactions, () => bareTransaction(connection)))
}

await reportBenchmark('commands', measure)
