import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { GraphError } from '../graph-client.ts'
import { acceptingGraph, silentProgress } from './fixtures/accepting-graph.ts'
import { importFolder } from './import-folder.ts'
import { type Mapping, parseMapping } from './mapping.ts'
import { reportFileOf } from './report-file.ts'
import { summaryOf } from './report-text.ts'

const MAPPING = `
system: clinic-supplier
timeZone: Asia/Shanghai
records:
  - kind: customer
    file: customers.csv
    key: "{id}"
    fields: { organisation: { column: name }, openedAt: { instant: since } }
  - kind: order
    file: orders.csv
    key: "{no}"
    joins: { buyer: { file: buyers.csv, on: id, equals: buyer } }
    fields:
      customerKey: { column: buyer.customer }
      channel: { constant: DIRECT }
      placedAt: { instant: placed }
    lines:
      file: items.csv
      on: no
      equals: no
      fields:
        key: { column: pos }
        productKey: { column: sku }
        quantity: { column: qty }
        unitPrice: { money: price, currency: CNY }
`
const FILES = {
  'customers.csv': 'id,name,since\nC1,Harbour Clinic,2026-01-05 09:00:00\n',
  'buyers.csv': 'id,customer\nB1,C1\nB2,C1\n',
  'orders.csv': 'no,buyer,placed\nA1,B1,2026-02-03 10:00:00\nA2,B1,2026-02-04 10:00:00\n',
  'items.csv': 'no,pos,sku,qty,price\nA1,1,S1,2,10.00\nA1,2,S2,1,5.00\nA2,1,S1,1,10.00\n',
}

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'afterline-import-test-'))
})
afterAll(() => rm(folder, { recursive: true }))

type Files = Partial<Record<keyof typeof FILES, string | Buffer>>

async function write(files: Files): Promise<string> {
  const place = await mkdtemp(join(folder, 'case-'))
  for (const [name, content] of Object.entries({ ...FILES, ...files })) await writeFile(join(place, name), content)
  return place
}

async function imported(
  files: Files,
  { graph = acceptingGraph(), mapping = parseMapping('map.yaml', MAPPING), isCheck = false, isAsked = true } = {},
) {
  const place = await write(files)
  const options = { folder: place, mapping, progress: silentProgress, signal: new AbortController().signal }
  const report = await importFolder({ ...options, isCheck, graph: isAsked ? graph : null })
  return { report, graph }
}

const mappingWith = (text: string, other: string): Mapping => parseMapping('map.yaml', MAPPING.replace(text, other))
const placesOf = (rows: readonly { file: string; line: number }[]) =>
  rows.map(({ file, line }) => `${file}:${line}`).toSorted()

describe('files that can be read', () => {
  it('are imported whole; a joined row that nothing refers to is skipped', async () => {
    const { report, graph } = await imported({})
    expect(report).toMatchObject({ rows: 8, imported: 7, skipped: 1, leftOut: 0, isComplete: true, failure: null })
    expect(placesOf(report.skippedRows)).toEqual(['buyers.csv:3'])
    expect(graph.records('order').map(({ key }) => key)).toEqual(['A1', 'A2'])
    expect(graph.records('order')[0]).toMatchObject({ customerKey: 'C1', lines: [{ key: '1' }, { key: '2' }] })
  })

  it('imported again are unchanged', async () => {
    const { graph } = await imported({})
    const { report } = await imported({}, { graph })
    expect(report).toMatchObject({ rows: 8, imported: 0, unchanged: 7, skipped: 1 })
  })

  it('are only counted by a check that has nobody to ask', async () => {
    const { report } = await imported({}, { isCheck: true, isAsked: false })
    expect(report).toMatchObject({ rows: 8, imported: 7, isCheck: true, isAsked: false, isComplete: true })
    expect(summaryOf(report)).toContain('No instance is running')
  })
})

describe('a record with a part that cannot be read', () => {
  it('is left out whole and listed, with the line to blame', async () => {
    const items = FILES['items.csv'].replace('5.00', '5,00')
    const { report, graph } = await imported({ 'items.csv': items.replace('5,00', '"5,00"') })
    expect(graph.records('order').map(({ key }) => key)).toEqual(['A2'])
    expect(placesOf(report.leftOutRows)).toEqual(['items.csv:2', 'items.csv:3', 'orders.csv:2'])
    expect(report.leftOutRows[2]?.notes).toMatchObject([{ column: 'price' }])
    const again = await imported({}, { graph })
    expect(again.report.records.order).toMatchObject({ imported: 1, unchanged: 1 })
  })

  it('is left out where the cells of its line cannot be told apart', async () => {
    const items = FILES['items.csv'].replace('A1,2,S2,1,5.00', 'A1,2,S2,1,5,00')
    const { report, graph } = await imported({ 'items.csv': items })
    expect(graph.records('order').map(({ key }) => key)).toEqual(['A2'])
    expect(placesOf(report.leftOutRows)).toContain('items.csv:3')
  })

  it('is left out where the row that it joins cannot be read', async () => {
    const { report } = await imported({ 'buyers.csv': 'id,customer\nB1,C1,more\nB2,C1\n' })
    expect(placesOf(report.leftOutRows)).toEqual([
      'buyers.csv:2',
      'items.csv:2',
      'items.csv:3',
      'items.csv:4',
      'orders.csv:2',
      'orders.csv:3',
    ])
  })

  it.each(['-1', 'two', '1e3', ''])('does not end the import: a quantity of %p', async (quantity) => {
    const { report, graph } = await imported({ 'items.csv': FILES['items.csv'].replace('S2,1', `S2,${quantity}`) })
    expect(report).toMatchObject({ isComplete: true, leftOut: 3, failure: null })
    expect(graph.records('order')).toHaveLength(1)
  })

  it('does not end the import where only the graph can tell that it is wrong', async () => {
    const graph = acceptingGraph(({ key }) => key === 'A1')
    const { report } = await imported({}, { graph })
    expect(placesOf(report.leftOutRows)).toEqual(['items.csv:2', 'items.csv:3', 'orders.csv:2'])
    expect(report.records.order).toMatchObject({ imported: 1, leftOut: 1 })
  })
})

describe('a negative quantity', () => {
  const items = `${FILES['items.csv']}A2,2,S2,-1,5.00\n`

  it('leaves the order out, unless the mapping says what it means', async () => {
    const { report } = await imported({ 'items.csv': items })
    expect(placesOf(report.leftOutRows)).toEqual(['items.csv:4', 'items.csv:5', 'orders.csv:3'])
  })

  describe('that the mapping says is a return', () => {
    const RETURNS = '      on: no\n      negative: return\n'
    const FIELDS = 'currency: CNY }\n        returnOf: { column: of }\n        returnedAt: { instant: back }\n'
    const mapping = parseMapping(
      'map.yaml',
      MAPPING.replace('      on: no\n', RETURNS).replace('currency: CNY }\n', FIELDS),
    )
    const sold = 'no,pos,sku,qty,price,of,back\nA1,1,S1,2,10.00,,\n'
    const back = '2026-02-10 10:00:00'
    const told = (...rows: readonly string[]) => imported({ 'items.csv': `${sold}${rows.join('\n')}\n` }, { mapping })

    it('is booked to its own order, or to the one that it names, and shares what becomes of that', async () => {
      const { report, graph } = await told(`A1,2,S1,-1,10.00,,${back}`, `A2,1,S1,"-0.5",10.00,A1,${back}`)
      const returnedAt = '2026-02-10T02:00:00.000Z'
      expect(graph.records('order')).toMatchObject([
        {
          key: 'A1',
          lines: [{ key: '1', quantity: '2' }],
          returns: [
            { productKey: 'S1', quantity: '1', returnedAt },
            { productKey: 'S1', quantity: '0.5', returnedAt },
          ],
        },
      ])
      expect(graph.records('order')[0]?.['lines']).toEqual([
        expect.not.objectContaining({ returnOf: expect.anything() }),
      ])
      expect(report.files['items.csv']).toMatchObject({ rows: 3, imported: 3 })
      expect(report.files['orders.csv']).toMatchObject({ imported: 1, skipped: 1 })
    })

    it.each([
      ['names no order', `A2,1,S1,-1,10.00,,${back}`, 'names no order'],
      ['names an order that is not there', `A1,2,S1,-1,10.00,A9,${back}`, "no order 'A9'"],
      ['is of a product that the order did not sell', `A1,2,S9,-1,10.00,,${back}`, "no line of product 'S9'"],
      ['says not when it came back', 'A1,2,S1,-1,10.00,,', 'when it came back is not given'],
    ])('is left out where it %s', async (_, row, reason) => {
      const { report, graph } = await told(row)
      expect(report.leftOutRows).toMatchObject([{ file: 'items.csv', line: 3 }])
      expect(report.leftOutRows[0]?.notes[0]?.reason).toContain(reason)
      expect(graph.records('order')[0]).not.toHaveProperty('returns')
    })
  })
})

describe('rows of one key', () => {
  it('repeat the first where they say the same', async () => {
    const { report, graph } = await imported({
      'customers.csv': `${FILES['customers.csv']}C1,Harbour Clinic\u00A0,2026-01-05 09:00:00\n`,
    })
    expect(report.skippedRows).toMatchObject([
      { line: 3, key: 'C1', notes: [{ reason: 'repeats customers.csv:2' }] },
      {},
    ])
    expect(graph.records('customer')).toHaveLength(1)
  })

  it('are all left out where they contradict each other, with what they differ in', async () => {
    const { report, graph } = await imported({
      'customers.csv': `${FILES['customers.csv']}C1,Hill Clinic,2026-01-05 09:00:00\n`,
    })
    expect(placesOf(report.leftOutRows)).toEqual(['customers.csv:2', 'customers.csv:3'])
    expect(report.leftOutRows[0]?.notes[0]?.reason).toMatch('differ in organisation')
    expect(graph.records('customer')).toEqual([])
  })

  it('are the first of them where the mapping says so', async () => {
    const mapping = mappingWith('    file: customers.csv\n', '    file: customers.csv\n    repeats: first\n')
    const files = { 'customers.csv': `${FILES['customers.csv']}C1,Hill Clinic,2026-01-05 09:00:00\n` }
    const { report, graph } = await imported(files, { mapping })
    expect(placesOf(report.skippedRows)).toEqual(['buyers.csv:3', 'customers.csv:3'])
    expect(graph.records('customer')).toMatchObject([{ organisation: 'Harbour Clinic' }])
  })

  it('are never merged because a spreadsheet has rounded their keys', async () => {
    const { report } = await imported({
      'customers.csv': 'id,name,since\n6.90123E+12,Harbour Clinic,2026-01-05\n6.90123E+12,Hill Clinic,2026-01-05\n',
    })
    expect(report.records.customer).toBeUndefined()
    expect(report.files['customers.csv']).toMatchObject({ rows: 2, leftOut: 2 })
  })

  it('leave the order out where its lines contradict each other, and are skipped where they do not', async () => {
    const twice = await imported({ 'items.csv': `${FILES['items.csv']}A2,1,S1,1,10.00\n` })
    expect(twice.report).toMatchObject({ leftOut: 0, skipped: 2 })
    const other = await imported({ 'items.csv': `${FILES['items.csv']}A2,1,S1,7,10.00\n` })
    expect(placesOf(other.report.leftOutRows)).toEqual(['items.csv:4', 'items.csv:5', 'orders.csv:3'])
  })
})

describe('a row that others join', () => {
  it('keeps the fate that it has by itself, where a record is made of it', async () => {
    const mapping = mappingWith(
      '{ file: buyers.csv, on: id, equals: buyer } }',
      '{ file: customers.csv, on: name, equals: buyer } }',
    )
    const joining = mappingWith('buyer.customer', 'buyer.id')
    const files = {
      'customers.csv': 'id,name,since\nC1,B1,2026-01-05 09:00:00\nC1,B1,2026-01-05 09:00:00\n',
    }
    const records = mapping.records.map((record, index) => ({
      ...record,
      fields: joining.records[index]?.fields ?? {},
    }))
    const { report } = await imported(files, { mapping: { ...mapping, records } })
    expect(report.files['customers.csv']).toMatchObject({ rows: 2, imported: 1, skipped: 1 })
    expect(report.records.order).toMatchObject({ imported: 2 })
  })
})

describe('rows that belong to nothing', () => {
  it('are left out where they are lines of an order that is not there', async () => {
    const { report } = await imported({ 'items.csv': `${FILES['items.csv']}A9,1,S1,1,10.00\n` })
    expect(report.leftOutRows).toMatchObject([{ file: 'items.csv', line: 5, notes: [{ column: 'no' }] }])
  })

  it('are skipped where they are blank', async () => {
    const { report } = await imported({ 'customers.csv': `${FILES['customers.csv']},,\n\n \u00A0, ,\t\n` })
    expect(report.files['customers.csv']).toMatchObject({ rows: 4, imported: 1, skipped: 3 })
  })
})

describe('a file that cannot be read', () => {
  it.each([
    ['has columns of one name', 'id,name,since,name\n', /'name' \(2, 4\)/],
    ['lacks a column', 'id,title,since\n', /no column 'name'/],
    ['holds nothing', '', /no header/],
    ['is not UTF-8', Buffer.from('id,name,since\nC1,S\u00e3o Paulo,2026-01-05\n', 'latin1'), /name it in the mapping/],
  ])(
    'because it %s stops the import before anything is written; all such files are told',
    async (_, content, reason) => {
      const { report, graph } = await imported({ 'customers.csv': content, 'buyers.csv': 'id\n' })
      expect(report.refusedFiles.map(({ file }) => file)).toEqual(['customers.csv', 'buyers.csv'])
      expect(report.refusedFiles[0]?.reason).toMatch(reason)
      expect(report).toMatchObject({ isComplete: false, imported: 0 })
      expect(report.rows).toBe(report.leftOut + report.skipped)
      expect(graph.records('customer')).toEqual([])
    },
  )
})

describe('an import that cannot go on', () => {
  it('says why, and what was not reached', async () => {
    const graph = acceptingGraph()
    const query: typeof graph.query = async (document, variables) => {
      if (document.includes('importOrders')) throw new GraphError('UNREACHABLE', 'no answer', null)
      return graph.query(document, variables)
    }
    const { report } = await imported({}, { graph: { ...graph, query } })
    expect(report).toMatchObject({
      rows: 8,
      imported: 1,
      leftOut: 6,
      skipped: 1,
      isComplete: false,
      failure: 'UNREACHABLE: no answer',
    })
  })
})

describe('a report to hand back', () => {
  it('has a line for each row, and nothing that a spreadsheet takes for a formula', async () => {
    const { report } = await imported({ 'items.csv': `${FILES['items.csv']}=1+1,1,S1,1,10.00\n` })
    const lines = reportFileOf(report).split('\r\n')
    expect(lines[0]).toBe('\uFEFFfile,line,row,key,outcome,reason')
    expect(lines[1]).toBe("items.csv,5,4,,left out,no: there is no row of orders.csv for '=1+1' that can be read")
    expect(lines).toHaveLength(1 + report.leftOutRows.length + report.skippedRows.length + 1)
  })
})
