import { basename } from 'node:path'
import type { GraphClient } from '../graph-client.ts'
import { type CsvRow, locateFile, readCsv } from './csv.ts'
import type { Mapping, RecordMapping } from './mapping.ts'
import { type Cells, type FieldValue, fillTemplate, readFields } from './record.ts'
import { importDocument, lineFields, type RecordKindDefinition, recordKinds } from './record-kinds.ts'
import { createReport, type ImportReport, type RecordResult, type ReportBuilder } from './report.ts'
import { openStaging, type Staging } from './staging.ts'

/** Small enough for one request body, large enough that the request costs less than the records. */
const BATCH_SIZE = 50
/** Batches under way at once: the services import a batch's records side by side themselves. */
const PARALLEL_BATCHES = 2

export interface Progress {
  readonly start: (kind: string, rows: number) => void
  readonly advance: (rows: number) => void
  readonly end: () => void
}

export interface ImportOptions {
  readonly folder: string
  readonly mapping: Mapping
  readonly graph: GraphClient
  readonly progress: Progress
  /** Ends the import after the batches under way; running it again goes on from there. */
  readonly signal: AbortSignal
}

interface ImportRecord {
  readonly row: number
  readonly line: number
  readonly input: Readonly<Record<string, unknown>>
}

/**
 * Imports a folder of CSV files as history. Every record's id follows from the mapping's system and the record's key,
 * and a record is written whole or not at all; so an import that was interrupted anywhere is simply run again.
 * @throws Error for a file that is missing, or when the graph stays away
 */
export async function importFolder(options: ImportOptions): Promise<ImportReport> {
  const report = createReport()
  const startedAt = performance.now()
  using staging = openStaging()
  await stageJoinedFiles(options, staging, report)
  for (const record of options.mapping.records) {
    if (options.signal.aborted) break
    await importRecords(options, record, staging, report)
  }
  return report.finish(!options.signal.aborted, (performance.now() - startedAt) / 1000)
}

/** A joined file is read once, even when several records join it by the same column. */
async function stageJoinedFiles(options: ImportOptions, staging: Staging, report: ReportBuilder): Promise<void> {
  const primaries = new Set(options.mapping.records.map(({ file }) => file))
  const joined = new Map<string, { file: string; on: string }>()
  for (const record of options.mapping.records) {
    for (const { file, on } of [...Object.values(record.joins), ...(record.lines ? [record.lines] : [])]) {
      joined.set(tableOf(file, on), { file, on })
    }
  }
  for (const [table, { file, on }] of joined) {
    const path = await locateFile(options.folder, file)
    let rows = 0
    const isCounted = !primaries.has(file)
    for await (const row of readCsv(path, (problem) => isCounted && report.addUnreadable(problem))) {
      staging.stage(table, row.cells[on] ?? '', row)
      rows += 1
    }
    if (isCounted) report.countRows(rows)
  }
}

const tableOf = (file: string, on: string) => `${file}:${on}`

async function importRecords(
  options: ImportOptions,
  mapping: RecordMapping,
  staging: Staging,
  report: ReportBuilder,
): Promise<void> {
  const path = await locateFile(options.folder, mapping.file)
  options.progress.start(mapping.kind, 0)
  const underway = new Set<Promise<void>>()
  let batch: ImportRecord[] = []
  let failure: unknown = null

  const send = (records: readonly ImportRecord[]) => {
    const sending = sendBatch(options, mapping, basename(path), records, report)
      .catch((error: unknown) => {
        failure ??= error
      })
      .finally(() => underway.delete(sending))
    underway.add(sending)
  }

  for await (const row of readCsv(path, report.addUnreadable)) {
    report.countRows(1)
    const record = recordOf(row, basename(path), options.mapping, mapping, staging, report)
    if (record) batch.push(record)
    else options.progress.advance(1)
    if (batch.length === BATCH_SIZE) {
      send(batch)
      batch = []
    }
    if (underway.size >= PARALLEL_BATCHES) await Promise.race(underway)
    if (failure !== null || options.signal.aborted) break
  }
  if (batch.length > 0 && failure === null && !options.signal.aborted) send(batch)
  await Promise.all(underway)
  options.progress.end()
  if (failure !== null) throw failure
}

function recordOf(
  row: CsvRow,
  file: string,
  mapping: Mapping,
  record: RecordMapping,
  staging: Staging,
  report: ReportBuilder,
): ImportRecord | null {
  const cells = withJoinedCells(row.cells, record, staging)
  const key = fillTemplate(record.key, cells)
  if (!staging.isFirst(record.kind, key)) {
    report.countRepeated()
    return null
  }
  const read = readFields(record.fields, cells, mapping.timeZone, { file, line: row.line })
  if ('unreadable' in read) {
    read.unreadable.forEach(report.addUnreadable)
    return null
  }
  const missing = recordKinds[record.kind].required.filter((name) => (read.fields[name] ?? null) === null)
  for (const name of missing) report.addUnreadable({ file, line: row.line, column: name, reason: 'has no value' })
  if (missing.length > 0) return null
  noteStatus(record, cells, report)
  const lines = record.lines ? { lines: linesOf(cells, mapping, record.lines, staging, report) } : {}
  return { row: row.row, line: row.line, input: { row: row.row, key, ...withoutNulls(read.fields), ...lines } }
}

/** Several rows may match a join; the first of the file counts. None leaves the joined columns empty. */
function withJoinedCells(cells: Cells, record: RecordMapping, staging: Staging): Cells {
  let joined: Cells = cells
  for (const [name, { file, on, equals }] of Object.entries(record.joins)) {
    const match = staging.rowsOf(tableOf(file, on), joined[equals] ?? '')[0]
    const prefixed = Object.entries(match?.cells ?? {}).map(([column, cell]) => [`${name}.${column}`, cell])
    joined = { ...joined, ...Object.fromEntries(prefixed) }
  }
  return withEmptyColumns(joined, record)
}

/** A join without a match has empty cells, not missing columns: the mapping is right, the row just has no partner. */
function withEmptyColumns(cells: Cells, record: RecordMapping): Cells {
  const columns = Object.values(record.fields).flatMap((source) =>
    'column' in source ? [source.column] : 'instant' in source ? [source.instant] : [],
  )
  const unmatched = columns.filter((column) => column.includes('.') && !(column in cells))
  return unmatched.length === 0 ? cells : { ...cells, ...Object.fromEntries(unmatched.map((column) => [column, ''])) }
}

function linesOf(
  cells: Cells,
  mapping: Mapping,
  lines: NonNullable<RecordMapping['lines']>,
  staging: Staging,
  report: ReportBuilder,
): readonly Readonly<Record<string, FieldValue>>[] {
  return staging.rowsOf(tableOf(lines.file, lines.on), cells[lines.equals] ?? '').flatMap((row) => {
    const place = { file: lines.file, line: row.line }
    const read = readFields(lines.fields, row.cells, mapping.timeZone, place)
    if ('unreadable' in read) {
      read.unreadable.forEach(report.addUnreadable)
      return []
    }
    const missing = lineFields.required.filter((name) => (read.fields[name] ?? null) === null)
    for (const name of missing) report.addUnreadable({ ...place, column: name, reason: 'has no value' })
    return missing.length > 0 ? [] : [withoutNulls(read.fields)]
  })
}

function noteStatus(record: RecordMapping, cells: Cells, report: ReportBuilder): void {
  const status = record.notes ? cells[record.notes.column] : undefined
  const text = status === undefined ? undefined : record.notes?.statuses[status]
  if (text !== undefined) report.note(text)
}

function withoutNulls(fields: Readonly<Record<string, FieldValue>>): Readonly<Record<string, FieldValue>> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))
}

async function sendBatch(
  { graph, mapping: { system }, progress }: ImportOptions,
  mapping: RecordMapping,
  file: string,
  records: readonly ImportRecord[],
  report: ReportBuilder,
): Promise<void> {
  const definition: RecordKindDefinition = recordKinds[mapping.kind]
  const input = { source: { system, file }, records: records.map((record) => record.input) }
  const answer = await graph.query<Record<string, { results: readonly RecordResult[] }>>(importDocument(definition), {
    input,
  })
  const lineOfRow = new Map(records.map(({ row, line }) => [row, line]))
  for (const result of answer[definition.mutation]?.results ?? []) {
    report.addResult(mapping.kind, file, lineOfRow.get(result.row) ?? 0, result)
  }
  progress.advance(records.length)
}
