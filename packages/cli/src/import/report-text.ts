import { table } from '../output.ts'
import type { FateCounts, ImportReport, ListedRow } from './report.ts'
import type { RowNote } from './staging.ts'

/** More would hide the summary; `--json` and `--report` have them all. */
const LISTED_AT_MOST = 20

/** What a person reads on the terminal. */
export function summaryOf(report: ImportReport): string {
  const perSecond = Math.round(report.rows / Math.max(report.seconds, 0.001))
  return [
    `${report.rows} rows read in ${report.seconds.toFixed(1)} s (${perSecond} rows/s)`,
    ...(report.isCheck ? checkLines(report) : []),
    table(['Rows', ...FATES], [...Object.entries(report.files), ['all', report] as const].map(countsRow)),
    ...Object.entries(report.files).flatMap(formLine),
    ...(Object.keys(report.records).length > 0 ? ['', recordsTable(report)] : []),
    ...report.refusedFiles.map(({ file, line, reason }) => `${file}${line === null ? '' : `:${line}`}: ${reason}`),
    ...listed('left out', report.leftOutRows),
    ...listed('corrected', report.correctedRows),
    ...listed('skipped', report.skippedRows),
    ...section('Findings', Object.entries(report.findings)),
    ...firstOf(report.listedFindings, ({ rule, file, line, message }) => `  ${rule}  ${file}:${line}: ${message.en}`),
    ...section('Noted', Object.entries(report.statuses)),
    ...endingOf(report),
  ].join('\n')
}

function checkLines({ isAsked, presumed }: ImportReport): readonly string[] {
  if (!isAsked)
    return ['Checked only: nothing is written. No instance is running that could say what is there already.']
  const kinds = Object.entries(presumed).map(([kind, count]) => `${count} ${kind}${count === 1 ? '' : 's'}`)
  return [
    'Checked only: nothing is written. This is what the running instance would make of it.',
    ...(kinds.length > 0 ? [`Others are judged as if ${kinds.join(' and ')} of these files were there by then.`] : []),
  ]
}

const FATES = ['imported', 'corrected', 'unchanged', 'left out', 'skipped'] as const

function countsRow([name, counts]: readonly [string, FateCounts]): readonly (string | number)[] {
  const { imported, corrected, unchanged, leftOut, skipped } = counts
  return [name, imported, corrected, unchanged, leftOut, skipped]
}

function recordsTable({ records }: ImportReport): string {
  return table(['Records', ...FATES], Object.entries(records).map(countsRow))
}

const DELIMITER_NAMES: Readonly<Record<string, string>> = { ';': 'semicolons', '\t': 'tabs', '|': 'bars' }

/** How a file was understood, unless it is what everybody expects. */
function formLine([file, { encoding, delimiter }]: readonly [
  string,
  ImportReport['files'][string],
]): readonly string[] {
  const parts = [
    ...(encoding === undefined || encoding === 'UTF-8' ? [] : [`as ${encoding}`]),
    ...(delimiter === undefined || delimiter === ',' ? [] : [`with ${DELIMITER_NAMES[delimiter]} between cells`]),
  ]
  return parts.length === 0 ? [] : [`${file} is read ${parts.join(', ')}`]
}

function listed(what: string, rows: readonly ListedRow[]): readonly string[] {
  if (rows.length === 0) return []
  return ['', `${rows.length} rows ${what}:`, ...firstOf(rows, lineOf)]
}

function firstOf<Item>(items: readonly Item[], textOf: (item: Item) => string): readonly string[] {
  const more = items.length - LISTED_AT_MOST
  return [...items.slice(0, LISTED_AT_MOST).map(textOf), ...(more > 0 ? [`  and ${more} more`] : [])]
}

function lineOf({ file, line, notes }: ListedRow): string {
  return `  ${file}:${line}: ${textOfNotes(notes)}`
}

export function textOfNotes(notes: readonly RowNote[]): string {
  return notes.map(({ column, reason }) => (column === null ? reason : `${column}: ${reason}`)).join('; ')
}

function section(title: string, counts: readonly (readonly [string, number])[]): readonly string[] {
  return counts.length === 0 ? [] : ['', table([title, 'records'], counts)]
}

function endingOf({ failure, isComplete, refusedFiles }: ImportReport): readonly string[] {
  if (refusedFiles.length > 0)
    return ['Nothing is imported: correct the files, or name in the mapping how they are written.']
  if (failure !== null) return [`It could not go on: ${failure}`]
  return isComplete ? [] : ['Interrupted. Run the same command again to go on.']
}
