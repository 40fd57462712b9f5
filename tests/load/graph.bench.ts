import { createPrivateKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import {
  type BenchmarkArguments,
  type Comparison,
  compare,
  figure,
  medianOf,
  reportBenchmark,
  requiredVariable,
} from '@afterline/benchmark'
import { type RunningInstance, runningInstance } from '@afterline/dev-stack/sample'
import { issueToken } from '@afterline/service-kit'
import { customersWithHistory } from './customers.ts'
import { type Asked, askOnce, loadGraph } from './graph-load.ts'
import { startOneProcess } from './one-process-child.ts'
import { subgraphCallsOf } from './subgraph-calls.ts'

/*
 * Operations per second through the gateway and four services, against the same operations answered by one process that
 * holds the same schema and resolvers on the same databases (`gateway/bench/one-process.ts`). Both must give the same answers, and
 * every answer under load is compared with them.
 *
 *   AFTERLINE_BENCH_DATA=<data folder of an instance> node tests/load/graph.bench.ts [--json] [--full]
 */

const ROUNDS = 5
const CUSTOMERS = 3
/** Each has a token of its own. */
const CALLERS = 16

const operations = [
  {
    title: 'customer 360°, 4 subgraphs',
    query: readFileSync(new URL('../../gateway/src/fixtures/customer-360.graphql', import.meta.url), 'utf8'),
  },
  {
    title: 'customer file, 1 subgraph',
    query: 'query File($id: ID!) { customer(id: $id) { organisation kind region licences { number validUntil } } }',
  },
] as const

async function measure({ isFull }: BenchmarkArguments): Promise<readonly Comparison[]> {
  const dataDir = requiredVariable('AFTERLINE_BENCH_DATA')
  const running = await runningInstance(dataDir)
  const customers = await customersWithHistory(running.staff, CUSTOMERS)
  const tokens = await tokensOf(running)
  const seconds = isFull ? { round: 10, warmUp: 30 } : { round: 2, warmUp: 3 }
  const oneProcess = await startOneProcess(dataDir)
  const arena = { running, tokens, seconds, urls: [running.instance.gatewayUrl, oneProcess.url] as const }
  const comparisons: Comparison[] = []
  try {
    for (const { title, query } of operations) {
      const bodies = customers.map((id) => JSON.stringify({ query, variables: { id } }))
      comparisons.push(await contest(title, bodies, arena))
    }
  } finally {
    await oneProcess.stop()
  }
  return comparisons
}

interface Arena {
  readonly running: RunningInstance
  readonly tokens: readonly string[]
  readonly urls: readonly [ours: string, against: string]
  readonly seconds: { readonly round: number; readonly warmUp: number }
}

async function contest(title: string, bodies: readonly string[], arena: Arena): Promise<Comparison> {
  const { tokens, urls, seconds, running } = arena
  const asked = await sameAnswers(bodies, arena)
  const calls = await subgraphCallsOf(running, bodies[0] ?? '', `Bearer ${tokens[0]}`)
  for (const url of urls) await loadGraph(url, asked, tokens, seconds.warmUp)
  const contestant = (name: string, url: string) => {
    const p99: number[] = []
    const run = async () => {
      const { requestsPerSecond, p99Ms } = await loadGraph(url, asked, tokens, seconds.round)
      p99.push(p99Ms)
      return requestsPerSecond
    }
    return { name, measure: run, p99 }
  }
  const ours = contestant('gateway and four services', urls[0])
  const against = contestant('same schema, resolvers and databases in one process', urls[1])
  const comparison = await compare({ title, unit: 'op/s', ours, against, rounds: ROUNDS })
  const size = asked[0]?.answer.length ?? 0
  const notes = [
    `${calls} subgraph calls per operation, answers of ${figure(size / 1024)} KiB, all checked; 8 connections, ${CALLERS} callers`,
    `median p99: ${figure(medianOf(ours.p99))} ms against ${figure(medianOf(against.p99))} ms`,
  ]
  return { ...comparison, notes }
}

/** @throws Error unless both contestants answer every question, and in the same way */
async function sameAnswers(bodies: readonly string[], { urls, tokens }: Arena): Promise<readonly Asked[]> {
  return Promise.all(
    bodies.map(async (body) => {
      const [answer = '', other] = await Promise.all(urls.map((url) => askOnce(url, body, tokens[0])))
      if (answer !== other) throw new Error(`the answers differ:\n${answer}\n${other}`)
      return { body, answer }
    }),
  )
}

function tokensOf({ target: { issuer, audience, issuerKeyFile } }: RunningInstance): Promise<readonly string[]> {
  const key = createPrivateKey(readFileSync(issuerKeyFile))
  const roles = ['LEADERSHIP', 'SALES_MANAGER', 'COMPLAINT_DESK']
  const issue = (index: number) => issueToken({ key, issuer, audience, subject: `portal-${index}`, roles })
  return Promise.all(Array.from({ length: CALLERS }, (_, index) => issue(index)))
}

await reportBenchmark('graph', measure)
