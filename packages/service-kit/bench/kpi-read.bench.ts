import { isDeepStrictEqual } from 'node:util'
import { type BenchmarkArguments, type Comparison, compare, medianOf, reportBenchmark } from '@afterline/benchmark'
import { type Instant, type PolicyBook, parseInstant, parseLocalDate } from '@afterline/rules'
import type { Connection } from 'mongoose'
import { bucketsIn, measurementsOf } from '../src/bookkeeping/documents.ts'
import { measurementDocumentsOf } from '../src/bookkeeping/measurement-documents.ts'
import { writeMeasurements } from '../src/bookkeeping/measurement-writes.ts'
import { createScorecardReader, type ScorecardReader } from '../src/bookkeeping/scorecard-reader.ts'
import { openTestDatabase, type TestDatabase } from '../src/store/fixtures/test-database.ts'
import { regulationPolicies } from '../src/store/fixtures/test-store.ts'
import { ensureStoreIndexes } from '../src/store/store-indexes.ts'
import { inTransaction } from '../src/store/transaction.ts'
import { type CaseRange, CUSTOMERS, measurementsOfCase, OPEN_CASES, writeCases } from './kpi-state.ts'

/*
 * Milliseconds to read the figures of a year with few cases and with many. The state is written in bulk by the functions
 * that the services use; first a small one is written in both ways and compared.
 *
 *   MONGODB_URI=… node packages/service-kit/bench/kpi-read.bench.ts [--json] [--full]
 */

const FEW = 10_000
const MANY = { quick: 100_000, full: 1_000_000 }
const ROUNDS = 7
const READS_PER_ROUND = 10
const YEAR: Instant = parseInstant('2025-11-01T00:00:00Z')
const NOW: Instant = parseInstant('2026-11-02T00:00:00Z')
const IDS = ['KPI-13', 'KPI-17'] as const

async function measure({ isFull }: BenchmarkArguments): Promise<readonly Comparison[]> {
  const policies = await regulationPolicies()
  await refuseDifferentState(policies)
  const sizes = [FEW, isFull ? MANY.full : MANY.quick] as const
  const [few, many] = await Promise.all(sizes.map((cases) => openCases(policies, cases)))
  if (!few || !many) throw new Error('no databases')
  try {
    const comparisons: Comparison[] = []
    for (const scope of ['company', 'customer:customer 7']) {
      const ours = await readerOf(many, scope)
      const against = await readerOf(few, scope)
      const contest = {
        title: `${scope.split(':')[0]}, ${sizes[1].toLocaleString('en')} cases`,
        unit: 'ms',
        rounds: ROUNDS,
      }
      comparisons.push(await compare({ ...contest, ours, against, notes: [noteOf(many, few)] }))
    }
    return comparisons
  } finally {
    await Promise.all([few.database.dispose(), many.database.dispose()])
  }
}

interface Cases {
  readonly database: TestDatabase
  readonly reader: ScorecardReader
  readonly cases: number
  readonly measurements: number
}

async function openCases(policies: PolicyBook, cases: number): Promise<Cases> {
  const database = await openTestDatabase()
  const { connection } = database
  await ensureStoreIndexes(connection)
  const measurements = await writeCases(connection, policies, { cases, from: YEAR })
  return { database, cases, measurements, reader: createScorecardReader({ connection, policies, now: () => NOW }) }
}

const noteOf = ({ measurements }: Cases, few: Cases) =>
  `${measurements.toLocaleString('en')} measurements against ${few.measurements.toLocaleString('en')}; in both ${OPEN_CASES} cases are open and every day has cases; 1 means that size does not matter`

/** @throws Error when a reading does not find every case */
async function readerOf({ reader, cases }: Cases, scope: string) {
  const request = { from: parseLocalDate('2025-11-01'), to: parseLocalDate('2026-11-02'), scope, ids: IDS }
  const read = () => reader.kpis(request)
  const received = (await read()).find(({ id }) => id === 'KPI-13')
  const expected = scope === 'company' ? cases : cases / CUSTOMERS
  if (received?.denominator !== expected) throw new Error(`${scope}: ${received?.denominator} of ${expected} cases`)
  const measureOnce = async () => {
    const startedAt = performance.now()
    await read()
    return performance.now() - startedAt
  }
  return {
    name: `reading two KPIs of a year over ${cases.toLocaleString('en')} cases (lower is better)`,
    async measure() {
      const times: number[] = []
      for (let index = 0; index < READS_PER_ROUND; index += 1) times.push(await measureOnce())
      return medianOf(times)
    },
  }
}

/** Writes a small state in bulk and, in another database, case by case as commands do. @throws Error when they differ */
async function refuseDifferentState(policies: PolicyBook): Promise<void> {
  const range = { cases: OPEN_CASES + 40, from: YEAR }
  const [inBulk, oneByOne] = await Promise.all([openTestDatabase(), openTestDatabase()])
  try {
    await writeCases(inBulk.connection, policies, range)
    await writeOneByOne(oneByOne.connection, policies, range)
    const states = await Promise.all([inBulk, oneByOne].map(({ connection }) => stateOf(connection)))
    if (!isDeepStrictEqual(states[0], states[1])) throw new Error('the state in bulk is not what commands would leave')
  } finally {
    await Promise.all([inBulk.dispose(), oneByOne.dispose()])
  }
}

async function writeOneByOne(connection: Connection, policies: PolicyBook, range: CaseRange): Promise<void> {
  await ensureStoreIndexes(connection)
  await inTransaction(connection, async (session) => {
    for (let index = 0; index < range.cases; index += 1) {
      const { stream, measurements } = measurementsOfCase(policies, range, index)
      const change = { before: [], after: measurementDocumentsOf(stream, measurements) }
      await writeMeasurements(connection, policies.tenantZone, change, 0, session)
    }
  })
}

async function stateOf(connection: Connection): Promise<readonly unknown[]> {
  const [measurements, buckets] = await Promise.all([
    measurementsOf(connection).find().sort({ _id: 1 }).toArray(),
    bucketsIn(connection).find().sort({ _id: 1 }).toArray(),
  ])
  return [measurements, buckets]
}

await reportBenchmark('kpis', measure)
