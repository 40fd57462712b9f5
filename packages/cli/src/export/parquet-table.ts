import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { fileWriter, type SchemaElement, ParquetWriter as Writer } from 'hyparquet-writer'

/** What a column holds. Instants and days are text in the domain and dates in the file; each may be absent. */
export type ColumnKind = 'TEXT' | 'TEXTS' | 'JSON' | 'BOOLEAN' | 'INTEGER' | 'NUMBER' | 'INSTANT' | 'DAY'

export type Columns = Readonly<Record<string, ColumnKind>>
export type Row<C extends Columns> = { readonly [Name in keyof C]: unknown }

export interface ParquetTable<C extends Columns> {
  add(row: Row<C>): void
  /** Only then there is a file under the path. Answers how many rows it has. */
  close(): number
  /** Leaves nothing behind. */
  abandon(): void
}

/** Whoever may read the record may not be whoever has an account on the machine. */
const OWNER_ONLY = 0o600

/** Rows that are held before they are written: few enough for any memory, enough for columns to be worth it. */
const ROWS_IN_GROUP = 20_000

/** A Parquet file, written group by group, in the place of one that is there. */
export function createParquetTable<C extends Columns>(path: string, columns: C): ParquetTable<C> {
  const partial = `${path}.partial`
  // One that was left behind has a mode of its own.
  rmSync(partial, { force: true })
  writeFileSync(partial, '', { mode: OWNER_ONLY })
  const schema = schemaOf(columns)
  const writer = new Writer({ writer: fileWriter(partial), schema, createdBy: 'afterline' })
  let rows: Row<C>[] = []
  let written = 0
  function flush(): void {
    if (rows.length === 0) return
    const columnData = Object.entries(columns).map(([name, kind]) => {
      return { name, data: rows.map((row) => asStored(kind, row[name])) }
    })
    writer.write({ columnData, rowGroupSize: ROWS_IN_GROUP })
    written += rows.length
    rows = []
  }
  return {
    add(row) {
      rows.push(row)
      if (rows.length >= ROWS_IN_GROUP) flush()
    },
    close() {
      flush()
      writer.finish()
      renameSync(partial, path)
      return written
    },
    abandon: () => rmSync(partial, { force: true }),
  }
}

function schemaOf(columns: Columns): SchemaElement[] {
  const elements = Object.entries(columns).flatMap(([name, kind]) => elementsOf(name, kind))
  return [{ name: 'root', num_children: Object.keys(columns).length }, ...elements]
}

const text = { type: 'BYTE_ARRAY', converted_type: 'UTF8' } as const
const PLAIN: Readonly<Record<Exclude<ColumnKind, 'TEXTS'>, Partial<SchemaElement>>> = {
  TEXT: text,
  JSON: { type: 'BYTE_ARRAY', converted_type: 'JSON' },
  BOOLEAN: { type: 'BOOLEAN' },
  INTEGER: { type: 'INT64' },
  NUMBER: { type: 'DOUBLE' },
  INSTANT: { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' },
  DAY: { type: 'INT32', converted_type: 'DATE' },
}

function elementsOf(name: string, kind: ColumnKind): SchemaElement[] {
  if (kind !== 'TEXTS') return [{ name, repetition_type: 'OPTIONAL', ...PLAIN[kind] }]
  return [
    { name, repetition_type: 'OPTIONAL', num_children: 1, converted_type: 'LIST' },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
    { name: 'element', repetition_type: 'REQUIRED', ...text },
  ]
}

function asStored(kind: ColumnKind, value: unknown): unknown {
  if (value === null || value === undefined) return undefined
  if (kind === 'INTEGER') return BigInt(value as number)
  if (kind === 'INSTANT' || kind === 'DAY') return new Date(value as string)
  return value
}
