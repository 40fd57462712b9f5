import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { until } from '@afterline/dev-stack'
import { contexts } from '@afterline/events'
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { figuresOf, findingsOf, type Row } from '../marketplace/expectations.ts'
import { writeFolder } from '../marketplace/folder.ts'
import { ordinarySales } from '../marketplace/sales.ts'
import { afterlineJson } from '../stack/command-line.ts'
import { gapsIn, publishedMessages } from '../stack/history.ts'
import { settled } from '../stack/settled.ts'
import { openTestStack, START_MS, TEST_MS, type TestStack } from '../stack/test-stack.ts'

const sales = ordinarySales(200)
const IMPORT_MS = 90_000

interface Report {
  readonly imported: number
  readonly unchanged: number
  readonly isComplete: boolean
  readonly findings: Readonly<Record<string, number>>
}

jest.setTimeout(TEST_MS)

let test: TestStack
let folder: string
const importFolder = () =>
  afterlineJson<Report>(test, ['import', folder, '--map', 'packages/cli/mappings/marketplace.yaml'])

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'afterline-restart-'))
  await writeFolder(folder, sales)
  test = await openTestStack('restart')
}, START_MS)
afterAll(async () => {
  await test.dispose()
  await rm(folder, { recursive: true })
}, START_MS)

describe('an import during which the orders service is killed', () => {
  let first: Report
  let again: Report
  beforeAll(async () => {
    const orders = test.stack.children.find(({ spec }) => spec.name === 'orders')?.process
    const importing = importFolder()
    await until(
      async () => {
        const imported = await test.databases.orders.collection('orders').countDocuments()
        return imported > sales.length / 3 ? true : undefined
      },
      { timeoutMs: IMPORT_MS, everyMs: 20, what: 'A third of the import' },
    )
    const before = orders?.pid()
    if (before === undefined) throw new Error('the orders service does not run')
    process.kill(before, 'SIGKILL')
    first = await importing
    // The kill came in the middle: the service that ended the import is another process.
    expect(orders?.pid()).not.toBe(before)
    expect(orders?.deaths()).toBe(1)
    again = await importFolder()
    await settled(test)
  }, START_MS + IMPORT_MS)

  it('comes to its end, and finds everything there when it is repeated', () => {
    expect([first.isComplete, again.isComplete]).toEqual([true, true])
    expect(again.imported).toBe(0)
    expect(again.unchanged).toBe(first.imported + first.unchanged)
  })

  it('lists the findings of an undisturbed one', () => {
    expect(again.findings).toEqual(
      Object.fromEntries(Object.entries(findingsOf(sales)).filter(([, count]) => count > 0)),
    )
  })

  it('gives the figures of an undisturbed one, online and from Kafka', async () => {
    const asOf = new Date().toISOString()
    const kpis = await afterlineJson<readonly Row[]>(test, ['kpis', '--as-of', asOf])
    const plain = kpis.map(({ id, part, numerator, denominator, pending }) => ({
      ...{ id, part, numerator, denominator, pending },
    }))
    expect(plain).toEqual(figuresOf(sales))
    const replayed = await afterlineJson<{ readonly kpis: readonly Row[] }>(test, ['replay', '--as-of', asOf])
    expect(replayed.kpis).toEqual(kpis)
  })

  it('leaves whole chains and seals, and no gap on the topics', async () => {
    const { broken } = await afterlineJson<{ readonly broken: readonly object[] }>(test, ['verify'])
    expect(broken).toEqual([])
    for (const context of contexts) expect(gapsIn(await publishedMessages(test, context))).toEqual([])
  })
})
