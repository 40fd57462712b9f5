import { randomUUID } from 'node:crypto'
import { databaseOf } from '../src/store/database.ts'
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
import { inTransaction } from '../src/store/transaction.ts'

/*
 * Commands per second against bare transactions that insert one document, in one run and in turns, so that a noisy
 * machine slows both. A command here begins or continues a complaint: it appends an event with encrypted text, saves
 * the document, and moves limits, measurements, sums and the outbox. Start it with MONGODB_URI set; `--json` prints
 * one JSON object.
 */

const ROUNDS = 5
const COMPLAINTS_PER_ROUND = 120
const WRITERS = [1, 8]

interface Rates {
  readonly writers: number
  readonly commandsPerSecond: number
  readonly bareTransactionsPerSecond: number
  readonly ratio: number
}

async function main(): Promise<void> {
  const store = await openTestStore()
  try {
    await databaseOf(store.connection).createCollection('bare')
    await round(store, 2)
    const results: Rates[] = []
    for (const writers of WRITERS) results.push(await measure(store, writers))
    print(results)
  } finally {
    await store.dispose()
  }
}

async function measure(store: TestStore, writers: number): Promise<Rates> {
  const rates = { commands: [] as number[], bare: [] as number[] }
  for (let index = 0; index < ROUNDS; index += 1) {
    const { commands, bare } = await round(store, writers)
    rates.commands.push(commands)
    rates.bare.push(bare)
  }
  const commandsPerSecond = median(rates.commands)
  const bareTransactionsPerSecond = median(rates.bare)
  return { writers, commandsPerSecond, bareTransactionsPerSecond, ratio: commandsPerSecond / bareTransactionsPerSecond }
}

async function round(store: TestStore, writers: number): Promise<{ commands: number; bare: number }> {
  const repository = store.desk()
  const customers = Array.from({ length: COMPLAINTS_PER_ROUND }, () => randomUUID())
  const commands = await perSecond(3, customers, writers, async (customerId, index) => {
    const id = randomUUID()
    store.clock.now = hoursLater(MONDAY, (index % 48) / HOUR_MS)
    const at = store.clock.now
    const first = receive(id)
    await store.commands.handle(
      repository,
      requestOf(id, at, { ...first, data: { ...first.data, customerId } } as typeof first),
    )
    await store.commands.handle(repository, requestOf(id, at, register))
    await store.commands.handle(repository, requestOf(id, at, handleIt))
  })
  const bare = await perSecond(3, customers, writers, async () => {
    for (let index = 0; index < 3; index += 1) await insertOne(store)
  })
  return { commands, bare }
}

function insertOne({ connection }: TestStore): Promise<unknown> {
  return inTransaction(connection, (session) =>
    databaseOf(connection).collection('bare').insertOne({ text: randomUUID() }, { session }),
  )
}

async function perSecond(
  operationsEach: number,
  items: readonly string[],
  writers: number,
  work: (item: string, index: number) => Promise<void>,
): Promise<number> {
  const queue = items.map((item, index) => ({ item, index }))
  const startedAt = performance.now()
  const writer = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) await work(next.item, next.index)
  }
  await Promise.all(Array.from({ length: writers }, writer))
  return (items.length * operationsEach * 1000) / (performance.now() - startedAt)
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

function print(results: readonly Rates[]): void {
  if (process.argv.includes('--json')) {
    console.log(JSON.stringify({ benchmark: 'command-throughput', results }))
    return
  }
  for (const { writers, commandsPerSecond, bareTransactionsPerSecond, ratio } of results) {
    console.log(
      `${writers} writers: ${commandsPerSecond.toFixed(0)} commands/s, ` +
        `${bareTransactionsPerSecond.toFixed(0)} bare transactions/s, ratio ${ratio.toFixed(2)}`,
    )
  }
}

await main()
