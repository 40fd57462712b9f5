import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { locateFile, readCsv, type Unreadable } from './csv.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'afterline-csv-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function read(name: string, content: string | Buffer) {
  await writeFile(join(folder, name), content)
  const unreadable: Unreadable[] = []
  const rows = await Array.fromAsync(readCsv(join(folder, name), (problem) => unreadable.push(problem)))
  return { rows, unreadable }
}

describe('a CSV file', () => {
  const text = '\uFEFFid,comment\r\n1,"two\nlines"\r\n2,"a ""quoted"" word"\r\n'

  it('gives rows by column name, with the line on which each ends', async () => {
    const { rows } = await read('plain.csv', text)
    expect(rows).toEqual([
      { row: 1, line: 3, cells: { id: '1', comment: 'two\nlines' } },
      { row: 2, line: 4, cells: { id: '2', comment: 'a "quoted" word' } },
    ])
  })

  it('is the same when compressed', async () => {
    const plain = await read('same.csv', text)
    expect((await read('same.csv.gz', gzipSync(text))).rows).toEqual(plain.rows)
  })

  it('goes on after a row that cannot be read, and tells where it was', async () => {
    const { rows, unreadable } = await read('broken.csv', 'id,name\n1,one\n2,two,too many\n3,three\n')
    expect(rows.map(({ row, cells }) => [row, cells['id']])).toEqual([
      [1, '1'],
      [3, '3'],
    ])
    expect(unreadable).toMatchObject([{ file: 'broken.csv', line: 3 }])
  })

  it('fails when the compressed bytes are not what they claim', async () => {
    await expect(read('damaged.csv.gz', Buffer.from('no gzip'))).rejects.toThrow()
  })

  it('is found with or without compression, and missed by name', async () => {
    expect(await locateFile(folder, 'plain.csv')).toBe(join(folder, 'plain.csv'))
    await writeFile(join(folder, 'packed.csv.gz'), gzipSync(text))
    expect(await locateFile(folder, 'packed.csv')).toBe(join(folder, 'packed.csv.gz'))
    await expect(locateFile(folder, 'none.csv')).rejects.toThrow('none.csv.gz')
  })
})
