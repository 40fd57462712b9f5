import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { until } from '@afterline/dev-stack'
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { writeFolder } from '../marketplace/folder.ts'
import { ordinarySales } from '../marketplace/sales.ts'
import { afterline, afterlineJson, startAfterline } from '../stack/command-line.ts'
import { ask } from '../stack/graph.ts'
import { keptIn } from '../stack/kept.ts'
import { settled } from '../stack/settled.ts'
import { openTestStack, START_MS, TEST_MS, type TestStack } from '../stack/test-stack.ts'

const ROUNDS = 3
const LATEST_KILL_MS = 2_500
const IMPORT_MS = 90_000

interface Rebuilt {
  readonly context: string
  readonly status: string
  readonly streams: number
  readonly corrected: Readonly<Record<string, number>>
  readonly problems: readonly object[]
}

jest.setTimeout(TEST_MS)

let test: TestStack
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'afterline-rebuild-'))
  await writeFolder(folder, ordinarySales(200))
  test = await openTestStack('rebuild')
  await afterlineJson(test, ['import', folder, '--map', 'packages/cli/mappings/marketplace.yaml'])
  await settled(test)
}, START_MS + IMPORT_MS)
afterAll(async () => {
  await test.dispose()
  await rm(folder, { recursive: true })
}, START_MS)

/** What an older release would have left, and what no release should: everything is there to be put right. */
async function spoil(): Promise<void> {
  const { orders, surveys } = test.databases
  await orders
    .collection('orders')
    .updateMany({}, { $unset: { stateShape: 1, 'ledger.invoices': 1, 'ledger.bookings': 1 } })
  await orders.collection('products').updateMany({}, { $set: { stateShape: 0, state: { status: 'OTHER' } } })
  await orders.collection('timers').deleteMany({ key: 'order.delivery' })
  await orders.collection('measurements').deleteMany({ kpi: 'KPI-1' })
  await orders.collection('buckets').updateMany({ kpi: 'KPI-3' }, { $inc: { numerator: 7 } })
  await surveys.collection('surveys').deleteMany({})
  await surveys.collection('buckets').deleteMany({})
}

const rebuild = () => afterlineJson<readonly Rebuilt[]>(test, ['rebuild'])

describe('a rebuild during which service and command are killed at random moments', () => {
  let before: Readonly<Record<string, unknown>>
  let figures: object
  let rebuilt: readonly Rebuilt[]
  const killedAfterMs: number[] = []

  /** Kills both somewhere between the start of the command and, now and then, its end. */
  async function killDuringRebuild(): Promise<void> {
    const orders = test.stack.children.find(({ spec }) => spec.name === 'orders')?.process
    const pid = orders?.pid()
    if (orders === undefined || pid === undefined) throw new Error('the orders service does not run')
    const command = startAfterline(test, 'rebuild')
    const ended = once(command, 'close')
    const afterMs = Math.round(Math.random() * LATEST_KILL_MS)
    killedAfterMs.push(afterMs)
    // The moment is what is tried out, not something that is waited for.
    await pause(afterMs)
    process.kill(pid, 'SIGKILL')
    command.kill('SIGKILL')
    await ended
    const isBack = async () => (orders.pid() !== undefined && orders.pid() !== pid ? true : undefined)
    await until(isBack, { timeoutMs: START_MS, what: 'The next start of the orders service' })
  }

  beforeAll(async () => {
    figures = await afterlineJson(test, ['kpis', '--from', '2016-01-01', '--to', '2019-01-01'])
    before = await keptIn(test)
    await spoil()
    for (let round = 0; round < ROUNDS; round += 1) await killDuringRebuild()
    rebuilt = await rebuild()
  }, ROUNDS * START_MS)

  it('comes to its end when it is asked for once more', () => {
    expect(rebuilt.map(({ context, status, problems }) => [context, status, problems])).toEqual([
      ['customers', 'DONE', []],
      ['orders', 'DONE', []],
      ['after-sales', 'DONE', []],
      ['surveys', 'DONE', []],
    ])
  })

  it('leaves everything field by field as it was', async () => {
    expect({ killedAfterMs, kept: await keptIn(test) }).toEqual({ killedAfterMs, kept: before })
  })

  it('leaves the figures as they were, and whole chains', async () => {
    expect(await afterlineJson(test, ['kpis', '--from', '2016-01-01', '--to', '2019-01-01'])).toEqual(figures)
    const { broken } = await afterlineJson<{ readonly broken: readonly object[] }>(test, ['verify'])
    expect(broken).toEqual([])
  })

  it('leaves nothing for another one to put right', async () => {
    const nothing = { documents: 0, timers: 0, measurements: 0, sums: 0 }
    for (const { corrected } of await rebuild()) expect(corrected).toEqual(nothing)
  })

  it('of one category of one service goes through its streams alone', async () => {
    const [result, ...others] = await afterlineJson<readonly Rebuilt[]>(test, ['rebuild', '--category', 'product'])
    const products = await test.databases.orders.collection('products').countDocuments()
    expect(result).toMatchObject({ context: 'orders', status: 'DONE', categories: ['product'], streams: products })
    expect(others).toEqual([])
  })
})

describe('the graph', () => {
  const FIELDS = 'id status step categories streams problemCount correctedDocuments failureCode'
  const askAs = async (role: string, query: string, variables = {}) => {
    const { stdout } = await afterline(test, 'token', '--role', role)
    return ask<Record<string, Record<string, unknown>>>(test.graphUrl, { token: stdout.trim(), query, variables })
  }

  it('has a service rebuild a category, and tells how far it is, to operators alone', async () => {
    const mutation = `mutation ($category: String) { rebuildSurveys(category: $category) { ${FIELDS} } }`
    expect((await askAs('AUDITOR', mutation)).codes).toEqual(['FORBIDDEN'])
    expect((await askAs('OPERATOR', mutation, { category: 'order' })).codes).toEqual(['INPUT_INVALID'])
    const { data, codes } = await askAs('OPERATOR', mutation, { category: 'survey' })
    expect([codes, data]).toMatchObject([[], { rebuildSurveys: { categories: ['survey'] } }])
    const id = data?.['rebuildSurveys']?.['id']
    const seen = async () => {
      const answer = await askAs('AUDITOR', `{ operations { rebuildInSurveys { ${FIELDS} } } }`)
      const job = answer.data?.['operations']?.['rebuildInSurveys'] as Readonly<Record<string, unknown>>
      return job['status'] === 'DONE' ? job : undefined
    }
    const done = await until(seen, { timeoutMs: TEST_MS, what: 'The end of the rebuild' })
    const streams = await test.databases.surveys.collection('surveys').countDocuments()
    expect(done).toEqual({
      ...{ id, status: 'DONE', step: null, categories: ['survey'], streams },
      ...{ problemCount: 0, correctedDocuments: 0, failureCode: null },
    })
  })
})
