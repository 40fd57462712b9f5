import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { until } from '@afterline/dev-stack'
import { contexts } from '@afterline/events'
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import {
  breachesOf,
  figuresOf,
  findingsOf,
  type Row,
  readableReviews,
  readableSales,
} from '../marketplace/expectations.ts'
import { lineOf, writeFolder } from '../marketplace/folder.ts'
import { ordinarySales, PRODUCTS, peculiarSales, type Sale } from '../marketplace/sales.ts'
import { afterlineJson } from '../stack/command-line.ts'
import { enteredCounts, eventCounts, gapsIn, publishedMessages } from '../stack/history.ts'
import { settled } from '../stack/settled.ts'
import { openTestStack, START_MS, TEST_MS, type TestStack } from '../stack/test-stack.ts'

const MAPPING = 'packages/cli/mappings/marketplace.yaml'
const sales: readonly Sale[] = [...ordinarySales(28), ...peculiarSales]

interface Counts {
  readonly rows: number
  readonly imported: number
  readonly corrected: number
  readonly unchanged: number
  readonly leftOut: number
  readonly skipped: number
}

interface Report extends Counts {
  readonly records: Readonly<Record<string, { readonly imported: number }>>
  readonly findings: Readonly<Record<string, number>>
  readonly statuses: Readonly<Record<string, number>>
  readonly leftOutRows: readonly {
    readonly file: string
    readonly line: number
    readonly notes: readonly { readonly column: string | null }[]
  }[]
  readonly isComplete: boolean
}

jest.setTimeout(TEST_MS)

let test: TestStack
let folder: string
let foreseen: Report
let left: unknown
let report: Report

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'afterline-marketplace-'))
  await writeFolder(folder, sales)
  test = await openTestStack('import')
  foreseen = await afterlineJson<Report>(test, ['import', folder, '--map', MAPPING, '--check'])
  left = await enteredCounts(test)
  report = await afterlineJson<Report>(test, ['import', folder, '--map', MAPPING])
}, START_MS)
afterAll(async () => {
  await test.dispose()
  await rm(folder, { recursive: true })
}, START_MS)

const kpis = (...args: readonly string[]) => afterlineJson<readonly (Row & object)[]>(test, ['kpis', ...args])
const rowsOf = (rows: readonly Row[]): readonly Row[] =>
  rows.map(({ id, part, numerator, denominator, pending }) => ({ id, part, numerator, denominator, pending }))

describe('imported history', () => {
  it('is every record that can be read, a repeated buyer once', () => {
    const readable = readableSales(sales)
    const buyers = new Set(sales.map(({ buyer }) => buyer)).size
    expect(report.isComplete).toBe(true)
    expect(report.records).toMatchObject({
      // The buyer of the order without a day cannot be read either: the purchase opens the file.
      customer: { imported: buyers - 1 },
      product: { imported: PRODUCTS.length },
      order: { imported: readable.length },
      rating: { imported: readableReviews(sales).length },
    })
  })

  it('accounts for every row of every file, a repeated buyer as skipped', () => {
    const { rows, imported, corrected, unchanged, leftOut, skipped } = report
    expect(imported + corrected + unchanged + leftOut + skipped).toBe(rows)
    expect([corrected, unchanged, skipped]).toEqual([
      0,
      0,
      sales.length - new Set(sales.map(({ buyer }) => buyer)).size,
    ])
  })

  it('lists what cannot be read with file, line and column', () => {
    const line = (file: string, column: string, cell: string) => lineOf(sales, file, (cells) => cells[column] === cell)
    const expected = [
      ['customers.csv', line('customers.csv', 'customer_id', 'c-no-such-day'), 'order.order_purchase_timestamp'],
      ['orders.csv', line('orders.csv', 'order_id', 'no-such-day'), 'order_purchase_timestamp'],
      ['order_items.csv', line('order_items.csv', 'price', '1,50'), 'price'],
      ['order_reviews.csv', line('order_reviews.csv', 'review_score', 'five'), 'review_score'],
      ['order_reviews.csv', line('order_reviews.csv', 'review_id', 'r-answered-unasked'), 'answeredAt'],
    ]
    const found = report.leftOutRows.flatMap(({ file, line: at, notes }) =>
      notes.flatMap(({ column }) => (column === null ? [] : [[file, at, column]])),
    )
    expect(found.toSorted()).toEqual(expected.toSorted())
  })

  it('is judged by the same rules as what happens today (CUS-4, CUS-8, DEL-2, OPP-1, ORD-3, TRC-4)', () => {
    expect(report.findings).toEqual(findingsOf(sales))
  })

  it('notes a status that names a stage without its instant, and derives nothing from it', () => {
    expect(report.statuses).toEqual({
      'cancelled, but the instant of cancellation is not given': 1,
      'unavailable, but the instant is not given': 1,
    })
  })

  it('gives the figures that a plain count over the rows gives (KPI-1, KPI-3, KPI-4, KPI-9, KPI-10, KPI-23, KPI-24)', async () => {
    expect(rowsOf(await kpis())).toEqual(figuresOf(sales))
  })

  it('gives them by the days of the files, over the start of daylight saving, too', async () => {
    const october = await kpis('--from', '2017-10-01', '--to', '2017-11-01', '--zone', 'America/Sao_Paulo')
    expect(rowsOf(october)).toEqual(figuresOf(sales, (local) => local.startsWith('2017-10')))
  })

  it('announces each limit that was broken for good, once (ORD-1, DEL-1)', async () => {
    const announced = () => test.databases.orders.collection('events').countDocuments({ type: 'DeadlineAnnounced' })
    const expected = breachesOf(sales)
    await until(async () => ((await announced()) >= expected ? true : undefined), {
      timeoutMs: 30_000,
      what: 'The announcement of breaches',
    })
    await settled(test)
    expect(await announced()).toBe(expected)
  })
})

describe('a check of the same files', () => {
  it('told before what the import would do, and left nothing', () => {
    const { rows, imported, corrected, unchanged, leftOut, skipped, records, findings } = report
    expect(foreseen).toMatchObject({ rows, imported, corrected, unchanged, leftOut, skipped, records, findings })
    expect(Object.values(left ?? {}).every((count) => count === 0)).toBe(true)
  })
})

describe('the same import once more', () => {
  it('adds nothing, and tells the same findings', async () => {
    await settled(test)
    const before = await eventCounts(test)
    const again = await afterlineJson<Report>(test, ['import', folder, '--map', MAPPING])
    expect(again).toMatchObject({ imported: 0, unchanged: report.imported, findings: report.findings })
    expect(await eventCounts(test)).toEqual(before)
    const check = await afterlineJson<Report>(test, ['import', folder, '--map', MAPPING, '--check'])
    expect(check).toMatchObject({ imported: 0, unchanged: report.imported, findings: report.findings })
    expect(await eventCounts(test)).toEqual(before)
  })
})

describe('what an import leaves', () => {
  it('is a history that nobody touched: chains, seals and anchors agree', async () => {
    await settled(test)
    const { events, broken } = await afterlineJson<{ readonly events: number; readonly broken: object[] }>(test, [
      'verify',
    ])
    expect(broken).toEqual([])
    expect(events).toBe(Object.values(await eventCounts(test)).reduce((sum, count) => sum + count))
  })

  it('is on Kafka without a gap, and gives the same figures from there', async () => {
    for (const context of contexts) expect(gapsIn(await publishedMessages(test, context))).toEqual([])
    const asOf = new Date().toISOString()
    const replayed = await afterlineJson<{ readonly kpis: readonly object[] }>(test, ['replay', '--as-of', asOf])
    expect(replayed.kpis).toEqual(await kpis('--as-of', asOf))
  })
})
