import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { writeXlsx } from 'hucre'
import { sheetRows } from './sheet-rows.ts'
import { locateTable, readTable } from './table-file.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'afterline-sheets-'))
  const rows = [
    ['gtin', '名称', 'opened', 'price', 'long'],
    [6901234567892, '甲', new Date(Date.UTC(2026, 2, 2, 9)), 0.1 + 0.2, 6901234567892124000],
    ['0690', ' B\t', null, -1250.5, null],
    [],
    ['x', true, '#N/A', 1e-7, 12],
  ]
  const notes = [['note'], ['n1']]
  const dated = { columns: [{}, {}, { numFmt: 'yyyy/m/d h:mm' }] }
  await writeFile(
    join(folder, 'book.xlsx'),
    await writeXlsx({
      sheets: [
        { name: '数据', rows, ...dated },
        { name: 'Notes', rows: notes },
      ],
    }),
  )
  await writeFile(join(folder, 'text.xlsx'), 'gtin,name\n')
})
afterAll(() => rm(folder, { recursive: true }))

const rowsOf = async (name: string, columns: readonly string[] = []) => {
  const place = await locateTable(folder, name)
  return Array.fromAsync(readTable(place, {}, new Set(columns), () => undefined))
}

describe('a sheet of a workbook', () => {
  it('is rows of text: whole numbers whole, instants as on the wall, and no digits that a spreadsheet does not show', async () => {
    const rows = await Array.fromAsync(sheetRows(join(folder, 'book.xlsx'), 'book.xlsx', null))
    expect(rows.map(({ line, cells }) => [line, ...cells.slice(0, 4)])).toEqual([
      [1, 'gtin', '名称', 'opened', 'price'],
      [2, '6901234567892', '甲', '2026-03-02 09:00:00', '0.3'],
      [3, '0690', ' B\t', '', '-1250.5'],
      [5, 'x', 'true', '#N/A', '0.000000100000000'],
    ])
  })

  it('says of a number that has lost digits that it has: it is no key any more', async () => {
    const [row] = await rowsOf('book.xlsx')
    expect(row?.cells['long']).toMatch(/^6\.90123456789212\d*E\+18$/)
  })

  it('is chosen by its name, and the first one without', async () => {
    expect((await rowsOf('book.xlsx#Notes')).map(({ cells }) => cells)).toEqual([{ note: 'n1' }])
    expect((await rowsOf('book.xlsx', ['gtin', '名称'])).map(({ row, line, broken }) => [row, line, broken])).toEqual([
      [1, 2, null],
      [2, 3, null],
      [3, 5, null],
    ])
  })

  it.each([
    ['book.xlsx#Orders', []],
    ['text.xlsx', []],
    ['none.xlsx', []],
    ['book.xlsx#Notes', ['text']],
  ])('%s is refused, as it is none, or lacks columns: %j', async (name, columns) => {
    await expect(rowsOf(name, columns)).rejects.toMatchObject({ name: 'FileProblem', file: name })
  })
})
