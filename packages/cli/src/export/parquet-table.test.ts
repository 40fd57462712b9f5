import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from '@jest/globals'
import { parquetReadObjects } from 'hyparquet'
import { type Columns, createParquetTable } from './parquet-table.ts'

const folder = mkdtempSync(join(tmpdir(), 'parquet-table-'))
afterAll(() => rmSync(folder, { recursive: true }))

const columns = {
  name: 'TEXT',
  scopes: 'TEXTS',
  data: 'JSON',
  isWhole: 'BOOLEAN',
  count: 'INTEGER',
  share: 'NUMBER',
  at: 'INSTANT',
  day: 'DAY',
} as const satisfies Columns

const full = {
  name: '订单 order',
  scopes: ['company', 'person:w-1'],
  data: { lines: [1, null, 'two'] },
  isWhole: false,
  count: Number.MAX_SAFE_INTEGER,
  share: 0.1,
  at: '2026-02-13T08:00:00.123Z',
  day: '2026-02-13',
}
const empty = {
  ...Object.fromEntries(Object.keys(columns).map((name) => [name, null])),
  scopes: [],
} as unknown as typeof full

async function readBack(path: string): Promise<readonly Record<string, unknown>[]> {
  const { buffer, byteOffset, byteLength } = readFileSync(path)
  return parquetReadObjects({ file: buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer })
}

describe('a table of every kind of column', () => {
  it('comes back as it was written, what is absent too', async () => {
    const path = join(folder, 'kinds.parquet')
    const table = createParquetTable(path, columns)
    table.add(full)
    table.add(empty)
    expect(table.close()).toBe(2)
    const [first, second] = await readBack(path)
    expect(first).toEqual({
      ...full,
      count: BigInt(Number.MAX_SAFE_INTEGER),
      at: new Date('2026-02-13T08:00:00.123Z'),
      day: new Date('2026-02-13T00:00:00.000Z'),
    })
    expect(second?.['scopes']).toEqual([])
    expect(Object.values(second ?? {}).filter((value) => value !== null && value !== undefined)).toEqual([[]])
  })

  it('is there only when it is whole, and then in the place of the one before', async () => {
    const path = join(folder, 'whole.parquet')
    const first = createParquetTable(path, columns)
    first.add(full)
    first.abandon()
    expect(existsSync(path)).toBe(false)
    for (const count of [1, 2]) {
      const table = createParquetTable(path, columns)
      for (let row = 0; row < count; row += 1) table.add(full)
      table.close()
      table.abandon()
    }
    expect(await readBack(path)).toHaveLength(2)
  })

  it('is for its owner alone, whatever was there before', async () => {
    const path = join(folder, 'private.parquet')
    for (const former of [path, `${path}.partial`]) writeFileSync(former, 'left behind', { mode: 0o644 })
    const table = createParquetTable(path, columns)
    table.add(full)
    expect(statSync(`${path}.partial`).mode & 0o777).toBe(0o600)
    table.close()
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(await readBack(path)).toHaveLength(1)
  })

  it('holds more rows than are written at once, in their order', async () => {
    const path = join(folder, 'many.parquet')
    const table = createParquetTable(path, { number: 'INTEGER' })
    for (let number = 0; number < 45_000; number += 1) table.add({ number })
    expect(table.close()).toBe(45_000)
    const rows = await readBack(path)
    expect(rows.every(({ number }, index) => number === BigInt(index))).toBe(true)
  })
})
