import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { GraphClient } from '../graph-client.ts'
import { silentProgress } from './fixtures/accepting-graph.ts'
import { importFolder } from './import-folder.ts'
import { parseMapping } from './mapping.ts'
import type { RecordResult } from './report.ts'
import { summaryOf } from './report-text.ts'

const MAPPING = `
system: clinic-supplier
timeZone: Asia/Shanghai
records:
  - kind: customer
    file: customers.csv
    key: "{id}"
    fields: { organisation: { column: name }, openedAt: { instant: since } }
  - kind: product
    file: products.csv
    key: "{sku}"
    fields: { code: { column: sku }, name: { column: sku }, unit: { constant: piece } }
  - kind: order
    file: orders.csv
    key: "{no}"
    fields:
      customerKey: { column: buyer }
      channel: { constant: DIRECT }
      placedAt: { instant: placed }
    lines:
      file: orders.csv
      on: no
      equals: no
      fields:
        key: { constant: "1" }
        productKey: { column: sku }
        quantity: { constant: "1" }
        unitPrice: { money: price, currency: CNY }
`
/** More than one batch of customers, the first and the last of one name; C1 and S1 are there already. */
const MANY = 60
const numbers = Array.from({ length: MANY }, (_, index) => index + 1)
const FILES = {
  'customers.csv': `id,name,since\n${numbers
    .map((number) => `C${number},${number === MANY ? 'Clinic 2' : `Clinic ${number}`},2026-01-05 09:00:00\n`)
    .join('')}`,
  'products.csv': 'sku\nS1\nS2\n',
  'orders.csv':
    'no,buyer,sku,placed,price\nA1,C1,S1,2026-02-03 10:00:00,1.00\nA2,C2,S2,2026-02-03 10:00:00,1.00\nA3,C99,S3,2026-02-03 10:00:00,1.00\n',
}

type Sent = Readonly<Record<string, unknown>> & { readonly row: number; readonly key: string }
interface Input {
  readonly isCheck: boolean
  readonly records: readonly Sent[]
  readonly presumed?: readonly Sent[]
  readonly recordedCustomers?: readonly string[]
  readonly presumedCustomers?: readonly string[]
  readonly presumedProducts?: readonly Sent[]
}

const unnamed = { zh: '', en: '' }

/** A graph that holds C1 and S1, and finds that an organisation is there twice. */
function judgingGraph() {
  const asked: Input[] = []
  const graph: GraphClient = {
    async query<Data>(document: string, { input }: Readonly<Record<string, unknown>>) {
      const mutation = /\{\s*(\w+)\(/.exec(document)?.[1] ?? ''
      // What the import sends; anything else fails the test.
      const told = input as Input
      asked.push(told)
      const names = told.presumed?.map(({ organisation }) => organisation) ?? []
      const results = told.records.map(({ row, key, organisation }): RecordResult => {
        const findings = names.includes(organisation) ? [{ rule: 'CUS-1', message: unnamed }] : []
        const status = ['C1', 'S1'].includes(key) ? 'ALREADY_PRESENT' : 'IMPORTED'
        const uniqueValues = organisation === undefined ? [] : [String(organisation)]
        return { row, key, id: key, status, findings, violations: [], changes: [], uniqueValues }
      })
      return { [mutation]: { results } } as Data
    },
  }
  return { graph, asked }
}

describe('a check of files that a running instance is asked about', () => {
  const { graph, asked } = judgingGraph()
  let folder: string
  let report: Awaited<ReturnType<typeof importFolder>>
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'afterline-check-test-'))
    for (const [name, content] of Object.entries(FILES)) await writeFile(join(folder, name), content)
    const mapping = parseMapping('map.yaml', MAPPING)
    const signal = new AbortController().signal
    report = await importFolder({ folder, mapping, graph, isCheck: true, progress: silentProgress, signal })
  })
  afterAll(() => rm(folder, { recursive: true }))

  it('never asks for anything to be written', () => {
    expect(asked.every(({ isCheck }) => isCheck)).toBe(true)
  })

  it('tells what is there already from what would be imported', () => {
    expect(report.records).toMatchObject({
      customer: { imported: MANY - 1, unchanged: 1 },
      product: { imported: 1, unchanged: 1 },
      order: { imported: 3 },
    })
    expect(report).toMatchObject({ isCheck: true, isAsked: true, isComplete: true })
  })

  it('has orders judged as if the customers and products were there that the same files bring, and no others', () => {
    const [orders] = asked.filter(({ presumedCustomers }) => presumedCustomers !== undefined)
    expect(orders).toMatchObject({ recordedCustomers: ['C1'], presumedCustomers: ['C2'] })
    expect(orders?.presumedProducts?.map(({ key }) => key)).toEqual(['S2'])
  })

  it('has a record judged beside the earlier one that has a unique value in common with it (CUS-1)', () => {
    expect(report.findings).toEqual({ 'CUS-1': 1 })
    expect(report.listedFindings.map(({ key }) => key)).toEqual([`C${MANY}`])
  })

  it('says what it took for granted', () => {
    // C2 twice: for its order, and for the other file of its name.
    expect(report.presumed).toEqual({ customer: 1, product: 1 })
    expect(summaryOf(report)).toContain('as if 1 customer and 1 product of these files were there')
  })
})
