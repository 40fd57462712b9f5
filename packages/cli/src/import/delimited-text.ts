/*
 * Rows of delimited text (RFC 4180, and what spreadsheets make of it). Read here and not by a library, because every row
 * has to be accounted for: also one whose quotation mark nothing closes, with the line where it began, and without taking
 * the rows after it along.
 */

export type Delimiter = ',' | ';' | '\t' | '|'

/** One row as it stands in a file. */
export interface RawRow {
  /** The line on which it begins. */
  readonly line: number
  readonly cells: readonly string[]
  /** Why the cells may not be what was meant. */
  readonly broken: string | null
}

/** No cell that a person wrote is longer: a quotation mark that is open for so long was not meant as one. */
const LONGEST_CELL = 1_000_000
const STRAY = 'a quotation mark opens a cell here, and none closes it'

/** Takes text as it comes, and gives the rows that are whole. */
export interface RowReader {
  readonly push: (text: string) => readonly RawRow[]
  readonly end: () => readonly RawRow[]
}

export function rowReader(delimiter: Delimiter, firstLine = 1): RowReader {
  let text = ''
  let line = firstLine

  const take = (isEnd: boolean): readonly RawRow[] => {
    const rows: RawRow[] = []
    let at = 0
    while (at < text.length) {
      const row = rowAt(text, at, delimiter, isEnd)
      if (row === null) break
      rows.push({ line, cells: row.cells, broken: row.broken })
      line += row.lines
      at = row.end
    }
    text = text.slice(at)
    return rows
  }
  return {
    push: (more) => {
      text += more
      return take(false)
    },
    end: () => take(true),
  }
}

interface RowAt {
  readonly cells: readonly string[]
  readonly broken: string | null
  readonly end: number
  /** How many lines it takes. */
  readonly lines: number
}

/** `null` for a row whose end has not come yet. */
function rowAt(text: string, from: number, delimiter: Delimiter, isEnd: boolean): RowAt | null {
  const cells: string[] = []
  let lines = 1
  for (let at = from; ; ) {
    const cell = text[at] === '"' ? quotedCell(text, at, delimiter, isEnd) : plainCell(text, at, delimiter)
    if (cell === 'UNENDED') return null
    const next = cell === 'STRAY' ? undefined : text[cell.end]
    const endsCell = next === undefined || next === delimiter || next === '\n' || next === '\r'
    if (cell === 'STRAY' || !endsCell) return strayRow(text, from, delimiter, isEnd)
    cells.push(cell.value)
    lines += cell.breaks
    if (next === delimiter) {
      at = cell.end + 1
      continue
    }
    const end = endOfLine(text, cell.end, isEnd)
    return end === null ? null : { cells, broken: null, end, lines }
  }
}

/** Only the line on which the row begins is given up; those after it are read as rows of their own. */
function strayRow(text: string, from: number, delimiter: Delimiter, isEnd: boolean): RowAt | null {
  const breakAt = lineBreak(text, from)
  const end = endOfLine(text, breakAt, isEnd)
  if (end === null) return null
  return { cells: text.slice(from, breakAt).split(delimiter), broken: STRAY, end, lines: 1 }
}

interface Cell {
  readonly value: string
  readonly end: number
  /** Line breaks within it. */
  readonly breaks: number
}

/** A quotation mark in the middle of a cell is a letter like others: `3" pipe`. */
function plainCell(text: string, from: number, delimiter: Delimiter): Cell {
  let end = from
  for (; end < text.length; end += 1) {
    const letter = text[end]
    if (letter === delimiter || letter === '\n' || letter === '\r') break
  }
  return { value: text.slice(from, end), end, breaks: 0 }
}

function quotedCell(text: string, from: number, delimiter: Delimiter, isEnd: boolean): Cell | 'UNENDED' | 'STRAY' {
  let value = ''
  for (let at = from + 1; ; ) {
    const mark = text.indexOf('"', at)
    const isTooLong = (mark === -1 ? text.length : mark) - from > LONGEST_CELL
    if (isTooLong || (mark === -1 && isEnd)) return 'STRAY'
    // A mark at the end of what has come may be the first of two.
    if (mark === -1 || (mark + 1 === text.length && !isEnd)) return 'UNENDED'
    value += text.slice(at, mark)
    if (text[mark + 1] !== '"') {
      return { value, end: afterSpaces(text, mark + 1, delimiter), breaks: lineBreaks(value) }
    }
    value += '"'
    at = mark + 2
  }
}

/** Spaces and tabs behind the closing mark belong to nothing. */
function afterSpaces(text: string, from: number, delimiter: Delimiter): number {
  let at = from
  while (text[at] === ' ' || (text[at] === '\t' && delimiter !== '\t')) at += 1
  return at
}

function lineBreak(text: string, from: number): number {
  let at = from
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at += 1
  return at
}

/** Behind the line break at a place; `null` where more text may still belong to the line. */
function endOfLine(text: string, at: number, isEnd: boolean): number | null {
  if (text[at] === '\n') return at + 1
  if (text[at] === '\r') {
    if (text[at + 1] === '\n') return at + 2
    return at + 1 < text.length || isEnd ? at + 1 : null
  }
  return isEnd ? at : null
}

function lineBreaks(value: string): number {
  let count = 0
  for (let at = lineBreak(value, 0); at < value.length; at = lineBreak(value, endOfLine(value, at, true) ?? at))
    count += 1
  return count
}

const DELIMITERS = [',', ';', '\t', '|'] as const

/** The delimiter that a file's first line uses most; a comma where it uses none. */
export function recognisedDelimiter(header: string): Delimiter {
  const counts = DELIMITERS.map((delimiter) => {
    const [row] = rowReader(delimiter).push(`${header}\n`)
    return { delimiter, cells: row?.broken === null ? row.cells.length : 0 }
  })
  const most = counts.reduce((best, one) => (one.cells > best.cells ? one : best))
  return most.delimiter
}
