import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { until } from '@afterline/dev-stack'
import { contexts } from '@afterline/events'
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { figuresOf, type Row } from '../marketplace/expectations.ts'
import { writeFolder } from '../marketplace/folder.ts'
import { ordinarySales } from '../marketplace/sales.ts'
import { afterline, afterlineJson, type CommandResult } from '../stack/command-line.ts'
import { gapsIn, publishedMessages } from '../stack/history.ts'
import { settled } from '../stack/settled.ts'
import { openTestStack, START_MS, TEST_MS, type TestStack } from '../stack/test-stack.ts'

const IMPORT_MS = 120_000
const each = ['a', 'b', 'c'].map((prefix) => ordinarySales(120, prefix))
const all = each.flat()
/** How many orders are there when MongoDB is killed. */
const KILLED_AT = [40, 160]

jest.setTimeout(TEST_MS)

let test: TestStack
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'afterline-database-'))
  for (const [index, sales] of each.entries()) await writeFolder(join(folder, `${index}`), sales)
  test = await openTestStack('database', 'OWN')
}, START_MS)
afterAll(async () => {
  await test.dispose()
  await rm(folder, { recursive: true })
}, START_MS)

async function killDatabase(orders: number): Promise<void> {
  const isFar = async () => {
    const imported = await test.databases.orders.collection('orders').estimatedDocumentCount()
    return imported >= orders ? true : undefined
  }
  await until(isFar, { timeoutMs: IMPORT_MS, everyMs: 20, what: `The import of ${orders} orders` })
  const pid = test.stack.backing.find(({ name }) => name === 'mongod')?.pid()
  if (pid === undefined) throw new Error('mongod does not run')
  process.kill(pid, 'SIGKILL')
}

/** The lines that the services have written about faults of which they could tell the caller nothing. */
async function internalFaults(): Promise<readonly string[]> {
  const logs = join(test.stack.dataDir, 'logs')
  const texts = await Promise.all((await readdir(logs)).map((file) => readFile(join(logs, file), 'utf8')))
  return texts.flatMap((text) => text.split('\n').filter((line) => line.includes('a request failed')))
}

describe('imports side by side during which MongoDB is killed', () => {
  let results: readonly CommandResult[]
  beforeAll(async () => {
    const importing = Promise.all(
      each.map((_, index) =>
        afterline(test, 'import', join(folder, `${index}`), '--map', 'packages/cli/mappings/marketplace.yaml'),
      ),
    )
    for (const orders of KILLED_AT) await killDatabase(orders)
    results = await importing
    await settled(test)
  }, START_MS + IMPORT_MS)

  it('all come to their end, and no service calls it a fault of its own', async () => {
    expect(results.map(({ code, stderr }) => [code, stderr.includes('INTERNAL')])).toEqual(each.map(() => [0, false]))
    expect(test.stack.backing.find(({ name }) => name === 'mongod')?.deaths()).toBe(KILLED_AT.length)
    expect(await internalFaults()).toEqual([])
  })

  it('park nothing', async () => {
    for (const context of contexts) {
      expect(await test.databases[context].collection('parked').countDocuments()).toBe(0)
    }
  })

  it('give the figures of undisturbed ones', async () => {
    const kpis = await afterlineJson<readonly Row[]>(test, ['kpis'])
    const plain = kpis.map(({ id, part, numerator, denominator, pending }) => ({
      ...{ id, part, numerator, denominator, pending },
    }))
    expect(plain).toEqual(figuresOf(all))
  })

  it('leave whole chains and seals, and no gap on the topics', async () => {
    const { broken } = await afterlineJson<{ readonly broken: readonly object[] }>(test, ['verify'])
    expect(broken).toEqual([])
    for (const context of contexts) expect(gapsIn(await publishedMessages(test, context))).toEqual([])
  })
})
