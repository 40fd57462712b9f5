import { createReadStream } from 'node:fs'
import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { createGunzip } from 'node:zlib'
import { type CsvError, parse } from 'csv-parse'

/** One data row of a file, with where it stands. */
export interface CsvRow {
  /** 1 for the first row after the header. */
  readonly row: number
  /** Line in the file, counting line breaks inside quoted cells. */
  readonly line: number
  readonly cells: Readonly<Record<string, string>>
}

/** A row, or one cell of it, that cannot be read. It stops nothing else. */
export interface Unreadable {
  readonly file: string
  readonly line: number
  readonly column: string | null
  readonly reason: string
}

/** Finds `name` or `name.gz` in a folder. @throws Error that names both when neither is there. */
export async function locateFile(folder: string, name: string): Promise<string> {
  for (const candidate of [join(folder, name), join(folder, `${name}.gz`)]) {
    const isThere = await access(candidate).then(
      () => true,
      () => false,
    )
    if (isThere) return candidate
  }
  throw new Error(`${folder} holds neither ${name} nor ${name}.gz`)
}

/**
 * Reads a CSV file (RFC 4180, UTF-8, optionally gzip) row by row: memory does not grow with the file.
 * @throws Error when the file cannot be opened or decompressed
 */
export async function* readCsv(path: string, onUnreadable: (problem: Unreadable) => void): AsyncGenerator<CsvRow> {
  const file = path.split('/').at(-1) ?? path
  const bytes = createReadStream(path)
  const text = path.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes
  const parser = text.pipe(
    parse({
      columns: true,
      bom: true,
      info: true,
      skip_empty_lines: true,
      skip_records_with_error: true,
      // A row with too few or too many cells is still delivered, with its error, so that rows keep their numbers.
      relax_column_count: true,
    }),
  )
  // A failing source does not end the parser by itself: without this the reader would wait for ever.
  bytes.on('error', (error) => parser.destroy(error))
  if (text !== bytes) text.on('error', (error) => parser.destroy(error))
  parser.on('skip', (error: CsvError) => onUnreadable(unreadableRow(file, error)))
  for await (const { record, info } of parser) {
    if (info.error) onUnreadable(unreadableRow(file, info.error))
    else yield { row: info.records, line: info.lines, cells: record }
  }
}

function unreadableRow(file: string, error: CsvError): Unreadable {
  const line = typeof error['lines'] === 'number' ? error['lines'] : 0
  return { file, line, column: null, reason: error.code ?? error.message }
}
