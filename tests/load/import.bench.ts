import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import {
  type BenchmarkArguments,
  type Comparison,
  compare,
  figure,
  medianOf,
  perSecond,
  reportBenchmark,
  requiredVariable,
  sideBySide,
} from '@afterline/benchmark'
import { repositoryRoot, withDatabase } from '@afterline/dev-stack'
import { runningInstance } from '@afterline/dev-stack/sample'
import { createConnection } from 'mongoose'
import { bareTransaction, createBareCollection } from '../../packages/service-kit/bench/bare-transaction.ts'
import { writeMarketplace } from './marketplace-files.ts'

/*
 * Records per second of `afterline import` (CSV files, gateway, services, one transaction per record), against bare
 * transactions that insert one document, as many at once as the import has under way.
 *
 *   AFTERLINE_BENCH_DATA=<data folder of an instance> node tests/load/import.bench.ts [--json] [--full]
 */

/** Two batches of eight records: see the command, and `importRecords` of the services. */
const AT_ONCE = 16
const BARE_TRANSACTIONS = 400

async function measure({ isFull }: BenchmarkArguments): Promise<readonly Comparison[]> {
  const dataDir = requiredVariable('AFTERLINE_BENCH_DATA')
  const { around } = await runningInstance(dataDir)
  const connection = await createConnection(withDatabase(around.mongodbUri, `bench_${Date.now()}`)).asPromise()
  const folder = await mkdtemp(join(tmpdir(), 'afterline-bench-'))
  const size = isFull ? { rounds: 5, orders: 2_000 } : { rounds: 3, orders: 80 }
  const rowsPerSecond: number[] = []
  const importOnce = async (orders: number) => {
    const imported = await importMarketplace(dataDir, join(folder, randomUUID()), orders)
    rowsPerSecond.push(imported.rowsPerSecond)
    return imported.recordsPerSecond
  }
  const bareOnce = () =>
    perSecond(BARE_TRANSACTIONS, () => sideBySide(AT_ONCE, BARE_TRANSACTIONS, () => bareTransaction(connection)))
  try {
    await createBareCollection(connection)
    await importOnce(30)
    await bareOnce()
    rowsPerSecond.length = 0
    const comparison = await compare({
      title: 'marketplace history',
      unit: 'records/s',
      rounds: size.rounds,
      ours: { name: 'afterline import', measure: () => importOnce(size.orders) },
      against: { name: `transactions that insert one document, ${AT_ONCE} at once`, measure: bareOnce },
    })
    const notes = [
      `${size.orders} orders in a round, with as many customers and ratings; every record checked as imported`,
      `${figure(medianOf(rowsPerSecond))} rows/s, all files counted`,
    ]
    return [{ ...comparison, notes }]
  } finally {
    await rm(folder, { recursive: true })
    await connection.dropDatabase()
    await connection.close()
  }
}

/** Imports new files with the command, as an operator would. @throws Error unless every record was imported */
async function importMarketplace(dataDir: string, folder: string, orders: number) {
  const { records, rows } = await writeMarketplace(folder, randomUUID().slice(0, 8), orders)
  const program = join(repositoryRoot, 'packages/cli/src/main.ts')
  const map = join(repositoryRoot, 'packages/cli/mappings/marketplace.yaml')
  const child = spawn(process.execPath, [program, 'import', folder, '--map', map, '--data', dataDir, '--json'], {
    cwd: repositoryRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [output, errors, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  if (code !== 0) throw new Error(`the import ended with ${code}: ${errors}`)
  const report = JSON.parse(output) as {
    readonly records: Readonly<Record<string, { readonly imported: number }>>
    readonly seconds: number
    readonly leftOutRows: readonly unknown[]
  }
  const imported = Object.values(report.records).reduce((sum, counts) => sum + counts.imported, 0)
  if (imported !== records) {
    throw new Error(
      `${imported} of ${records} records were imported: ${JSON.stringify(report.leftOutRows.slice(0, 3))}`,
    )
  }
  return { recordsPerSecond: records / report.seconds, rowsPerSecond: rows / report.seconds }
}

await reportBenchmark('import', measure)
