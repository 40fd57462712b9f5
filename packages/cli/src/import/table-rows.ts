import { textOf } from './cell-text.ts'
import type { RawRow } from './delimited-text.ts'
import { FileProblem } from './file-problem.ts'

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

/**
 * Rows by the names of the first one, of whatever kind of file.
 * @param columns that the file has to have
 * @throws FileProblem for columns that are missing, or that bear one name
 */
export async function* tableRows(
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
