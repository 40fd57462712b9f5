import { createReadStream } from 'node:fs'
import { access } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { type Delimiter, type RawRow, recognisedDelimiter, rowReader } from './delimited-text.ts'
import { decoded, type Encoding, recognisedEncoding } from './encoding.ts'
import { FileProblem } from './file-problem.ts'
import type { FileFormat } from './mapping.ts'
import { sheetRows } from './sheet-rows.ts'
import { type TableRow, tableRows } from './table-rows.ts'

/** How a file is read, recognised or named. */
export interface TableForm {
  readonly encoding: Encoding
  readonly delimiter: Delimiter
}

/** Where a table stands in a folder. */
export interface TablePlace {
  readonly path: string
  /** As the file is called there. */
  readonly found: string
  /** Of a workbook: the sheet's name, or `null` for the first one. */
  readonly sheet: string | null
}

/**
 * Finds a table in a folder: `orders.csv` or `orders.csv.gz`, or `sales.xlsx#Orders`, a sheet of a workbook.
 * @throws FileProblem when it is not there
 */
export async function locateTable(folder: string, name: string): Promise<TablePlace> {
  const [, book, sheet] = /^(.+\.xlsx)(?:#(.+))?$/i.exec(name) ?? []
  const names = book === undefined ? [name, `${name}.gz`] : [book]
  for (const candidate of names) {
    const path = join(folder, candidate)
    const isThere = await access(path).then(
      () => true,
      () => false,
    )
    if (isThere) return { path, found: book === undefined ? candidate : name, sheet: sheet ?? null }
  }
  throw new FileProblem(name, null, `${folder} does not hold ${names.join(' or ')}`)
}

/**
 * Reads a table row by row: memory does not grow with the file.
 * @param columns that the file has to have
 * @throws FileProblem for a file that is no table, or not one with these columns
 */
export async function* readTable(
  { path, found, sheet }: TablePlace,
  format: FileFormat,
  columns: ReadonlySet<string>,
  onForm: (form: TableForm) => void,
): AsyncGenerator<TableRow> {
  const isBook = /\.xlsx$/i.test(path)
  const rows = isBook ? sheetRows(path, found, sheet) : delimitedRows(path, format, onForm)
  yield* tableRows(found, rows, columns)
}

async function* delimitedRows(
  path: string,
  format: FileFormat,
  onForm: (form: TableForm) => void,
): AsyncGenerator<RawRow> {
  const file = basename(path)
  const encoding = format.encoding ?? (await recognisedEncoding(file, bytesOf(path)))
  const { hint, first, rest } = await withoutHint(decoded(file, bytesOf(path), encoding))
  const delimiter = format.delimiter ?? hint ?? recognisedDelimiter(/^[^\r\n]*/.exec(first)?.[0] ?? '')
  onForm({ encoding, delimiter })
  yield* rawRows(first, rest, rowReader(delimiter, hint === null ? 1 : 2))
}

/** @throws FileProblem for a file that is gone, cannot be read, or is not compressed as its name says */
async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  const bytes = createReadStream(path)
  try {
    yield* path.endsWith('.gz') ? pipeline(bytes, createGunzip(), () => {}) : bytes
  } catch (error) {
    throw new FileProblem(basename(path), null, `cannot be read: ${error instanceof Error ? error.message : error}`)
  } finally {
    bytes.destroy()
  }
}

/** Spreadsheets write `sep=;` as a first line, for each other. */
async function withoutHint(texts: AsyncGenerator<string>) {
  let first = ''
  for (let next = await texts.next(); !next.done; next = await texts.next()) {
    first += next.value
    if (/[\r\n]/.test(first)) break
  }
  const match = /^sep=([,;\t|])(?:\r\n|\n|\r)/i.exec(first)
  // The expression lets nothing else through.
  const hint = match ? (match[1] as Delimiter) : null
  return { hint, first: match ? first.slice(match[0].length) : first, rest: texts }
}

async function* rawRows(
  first: string,
  rest: AsyncIterable<string>,
  reader: ReturnType<typeof rowReader>,
): AsyncGenerator<RawRow> {
  yield* reader.push(first)
  for await (const text of rest) yield* reader.push(text)
  yield* reader.end()
}
