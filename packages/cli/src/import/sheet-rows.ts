import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { HucreError, streamXlsxRows } from 'hucre'
import type { RawRow } from './delimited-text.ts'
import { FileProblem } from './file-problem.ts'

/** A spreadsheet keeps no more digits of a number, and shows no more. */
const DIGITS = 15
/** From here on whole numbers have lost digits. */
const FIRST_ROUNDED = 10 ** DIGITS

/**
 * Rows of a sheet as text, one after the other. Instants are those of the wall, as `YYYY-MM-DD HH:MM:SS`.
 * @param sheet its name; `null` for the first one
 * @throws FileProblem for what is no workbook, is locked by a password, or has no such sheet
 */
export async function* sheetRows(path: string, found: string, sheet: string | null): AsyncGenerator<RawRow> {
  const bytes = createReadStream(path)
  // The types of streams of the web stand twice, in Node and in the language's library; they are the same.
  const stream = Readable.toWeb(bytes) as unknown as ReadableStream<Uint8Array>
  let width = 0
  try {
    for await (const { index, values } of streamXlsxRows(stream, { sheet: sheet ?? 0 })) {
      const cells = values.map(cellText)
      // Empty cells at the end of a row are not kept in a sheet.
      width = width === 0 ? cells.length : width
      const missing = Math.max(0, width - cells.length)
      yield { line: index + 1, cells: [...cells, ...Array<string>(missing).fill('')], broken: null }
    }
  } catch (error) {
    if (!(error instanceof HucreError)) throw error
    throw new FileProblem(found, null, `cannot be read as a sheet: ${error.message}`)
  } finally {
    bytes.destroy()
  }
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return dateText(value)
  return typeof value === 'number' ? numberText(value) : String(value)
}

/** The shortest text of what a spreadsheet shows; a number that has lost digits looks as it does there. */
function numberText(value: number): string {
  if (Math.abs(value) >= FIRST_ROUNDED) return value.toExponential().toUpperCase()
  const shown = Number(value.toPrecision(DIGITS))
  return Math.abs(shown) < 1e-6 && shown !== 0 ? shown.toFixed(DIGITS) : String(shown)
}

/** Fractions of a day are kept as binary fractions: the nearest second is what was meant. */
function dateText(value: Date): string {
  const seconds = new Date(Math.round(value.getTime() / 1000) * 1000)
  return seconds.toISOString().slice(0, 19).replace('T', ' ')
}
