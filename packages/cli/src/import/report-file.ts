import { writeFile } from 'node:fs/promises'
import type { ImportReport, ListedRow } from './report.ts'
import { textOfNotes } from './report-text.ts'

/** Only the owner may read what is told of somebody's records. */
const OWNER_ONLY = 0o600
/** Spreadsheets take UTF-8 for something else without it. */
const BYTE_ORDER_MARK = '\uFEFF'

/** Writes what did not go as the files say, a line for each row, to be handed back to whoever made them. */
export async function writeReport(path: string, report: ImportReport): Promise<void> {
  await writeFile(path, reportFileOf(report), { mode: OWNER_ONLY })
}

export function reportFileOf(report: ImportReport): string {
  const lines = reportLines(report).map((cells) => cells.map(cellText).join(','))
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`
}

function reportLines(report: ImportReport): readonly (readonly string[])[] {
  return [
    ['file', 'line', 'row', 'key', 'outcome', 'reason'],
    ...report.refusedFiles.map(({ file, line, reason }) => [file, String(line ?? ''), '', '', 'file refused', reason]),
    ...rowLines('left out', report.leftOutRows),
    ...rowLines('corrected', report.correctedRows),
    ...rowLines('skipped', report.skippedRows),
    ...report.listedFindings.map(({ file, line, row, key, rule, message }) => {
      return [file, String(line), String(row), key, `finding ${rule}`, `${message.zh} ${message.en}`]
    }),
  ]
}

function rowLines(outcome: string, rows: readonly ListedRow[]): readonly (readonly string[])[] {
  return rows.map(({ file, line, row, key, notes }) => {
    return [file, String(line), String(row), key ?? '', outcome, textOfNotes(notes)]
  })
}

/** What begins like a formula is one to a spreadsheet, whoever wrote it. */
function cellText(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
