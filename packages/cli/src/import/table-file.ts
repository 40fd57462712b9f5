import { createReadStream } from 'node:fs'
import { access } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { textOf } from './cell-text.ts'
import { type Delimiter, type RawRow, recognisedDelimiter, rowReader } from './delimited-text.ts'
import { decoded, type Encoding, recognisedEncoding } from './encoding.ts'
import { FileProblem } from './file-problem.ts'
import type { FileFormat } from './mapping.ts'

/** One data row of a file, with where it stands. */
export interface TableRow {
  /** 1 for the first row after the header. */
  readonly row: number
  /** The line on which it begins, counting line breaks inside quoted cells. */
  readonly line: number
  /** By column name. Of a row that cannot be read they are not sure. */
  readonly cells: Readonly<Record<string, string>>
  /** Why its cells cannot be told apart: it has too few, too many, or a stray quotation mark. */
  readonly broken: string | null
  readonly isBlank: boolean
}

/** How a file is read, recognised or named. */
export interface TableForm {
  readonly encoding: Encoding
  readonly delimiter: Delimiter
}

/** Finds `name` or `name.gz` in a folder. @throws FileProblem when neither is there */
export async function locateFile(folder: string, name: string): Promise<string> {
  for (const candidate of [join(folder, name), join(folder, `${name}.gz`)]) {
    const isThere = await access(candidate).then(
      () => true,
      () => false,
    )
    if (isThere) return candidate
  }
  throw new FileProblem(name, null, `${folder} holds neither ${name} nor ${name}.gz`)
}

/**
 * Reads a table of delimited text (optionally gzip) row by row: memory does not grow with the file.
 * @param columns that the file has to have
 * @throws FileProblem for bytes that are no text, for columns that are missing, or that bear one name
 */
export async function* readTable(
  path: string,
  format: FileFormat,
  columns: ReadonlySet<string>,
  onForm: (form: TableForm) => void,
): AsyncGenerator<TableRow> {
  const file = basename(path)
  const encoding = format.encoding ?? (await recognisedEncoding(file, bytesOf(path)))
  const texts = withoutHint(decoded(file, bytesOf(path), encoding))
  const { hint, first, rest } = await texts
  const delimiter = format.delimiter ?? hint ?? recognisedDelimiter(/^[^\r\n]*/.exec(first)?.[0] ?? '')
  onForm({ encoding, delimiter })
  yield* tableRows(file, rawRows(first, rest, rowReader(delimiter, hint === null ? 1 : 2)), columns)
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

/** Rows by the names of the first one. Also of sheets, which have lines by their numbers. */
async function* tableRows(
  file: string,
  rows: AsyncIterable<RawRow>,
  columns: ReadonlySet<string>,
): AsyncGenerator<TableRow> {
  let header: readonly string[] | null = null
  let row = 0
  for await (const raw of rows) {
    if (header !== null) {
      row += 1
      yield tableRow(header, row, raw)
    } else if (!isBlank(raw.cells)) header = headerOf(file, raw, columns)
  }
  if (header === null) throw new FileProblem(file, null, 'holds no header')
}

function headerOf(file: string, { line, cells, broken }: RawRow, columns: ReadonlySet<string>): readonly string[] {
  if (broken !== null) throw new FileProblem(file, line, broken)
  const header = cells.map((cell) => textOf(cell).normalize('NFC'))
  const twice = new Set(header.filter((name, index) => name !== '' && header.indexOf(name) !== index))
  if (twice.size > 0) {
    const places = [...twice].map((name) => `'${name}' (${placesOf(header, name).join(', ')})`)
    throw new FileProblem(file, line, `several columns bear one name: ${places.join('; ')}`)
  }
  const missing = [...columns].filter((name) => !header.includes(name.normalize('NFC')))
  if (missing.length > 0) {
    const names = (list: readonly string[]) => list.map((name) => `'${name}'`).join(', ')
    throw new FileProblem(file, line, `has no column ${names(missing)}; it has ${names(header.filter(Boolean))}`)
  }
  return header
}

function placesOf(header: readonly string[], name: string): readonly number[] {
  return header.flatMap((other, index) => (other === name ? [index + 1] : []))
}

/** Empty cells beyond the header are what is left of a wider sheet. */
function tableRow(header: readonly string[], row: number, { line, cells, broken }: RawRow): TableRow {
  const isTooLong = cells.slice(header.length).some((cell) => textOf(cell) !== '')
  const isTooShort = cells.length < header.length
  const count = `has ${cells.length} cells instead of ${header.length}`
  const named = header.flatMap((name, index) => (name === '' ? [] : [[name, cells[index] ?? ''] as const]))
  return {
    row,
    line,
    cells: Object.fromEntries(named),
    broken: isBlank(cells) ? null : (broken ?? (isTooLong || isTooShort ? count : null)),
    isBlank: isBlank(cells),
  }
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => textOf(cell) === '')
}
