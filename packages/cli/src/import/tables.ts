import { plainOf } from './cell-text.ts'
import type { Mapping } from './mapping.ts'
import type { StagedRow, TableKey } from './staging.ts'

/** A file as it is looked up by one of its columns. */
export interface Table {
  readonly table: string
  readonly on: string
}

export const tableOf = (file: string, on: string) => JSON.stringify([file, on])

/** By which columns the files of a mapping are looked up: those of joins, and of the lines of orders. */
export function tablesOf({ records }: Pick<Mapping, 'records'>): ReadonlyMap<string, readonly Table[]> {
  const tables = new Map<string, Map<string, Table>>()
  for (const { joins, lines } of records) {
    for (const { file, on } of [...Object.values(joins), ...(lines ? [lines] : [])]) {
      const table = tableOf(file, on)
      tables.getOrInsertComputed(file, () => new Map()).set(table, { table, on })
    }
  }
  return new Map([...tables].map(([file, ofFile]) => [file, [...ofFile.values()]]))
}

/**
 * Under which keys a row is found. One whose cells cannot be told apart is found under each of them: what it belongs to is
 * among them, and must not be imported without it.
 */
export function keysOfRow(
  { cells, broken }: Pick<StagedRow, 'cells' | 'broken'>,
  tables: readonly Table[],
): readonly TableKey[] {
  return tables.flatMap(({ table, on }) => {
    const columns = broken === null ? [on] : Object.keys(cells)
    const keys = new Set(columns.map((column) => plainOf(cells[column] ?? '')))
    keys.delete('')
    return [...keys].map((key) => ({ table, key }))
  })
}
