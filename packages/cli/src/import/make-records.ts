import { plainOf } from './cell-text.ts'
import { formatOf, type Mapping, type RecordMapping } from './mapping.ts'
import { linesOf } from './order-lines.ts'
import { type Cells, keyOf, readFields, reasonOf } from './record.ts'
import { recordKinds } from './record-kinds.ts'
import { leaveOut, placeOf } from './row-fates.ts'
import type { RowNote, StagedRow, Staging } from './staging.ts'
import { tableOf } from './tables.ts'

/** Makes the records that a mapping tells of. A row that no whole record can be made of gets its fate here. */
export function makeRecords(mapping: Mapping, index: number, staging: Staging): void {
  const record = mapping.records[index]
  if (record === undefined) return
  for (const row of staging.wholeRowsOf(record.file)) {
    if (row.broken === null) makeRecord({ mapping, index, record, staging }, row)
  }
}

interface Making {
  readonly mapping: Mapping
  readonly index: number
  readonly record: RecordMapping
  readonly staging: Staging
}

function makeRecord(making: Making, row: StagedRow): void {
  const { mapping, index, record, staging } = making
  const { cells, joined } = withJoinedCells(making, row)
  const problems = joined.filter(({ broken }) => broken !== null).map(unreadablePart)
  const key = attempt(() => keyOf(record.key, cells), problems)
  const read = readFields(record.fields, recordKinds[record.kind], cells, mapping.timeZone)
  if ('unreadable' in read) problems.push(...read.unreadable)
  const lines = linesOf(
    { mapping, lines: record.lines, staging, key },
    plainOf(cells.cellOf(record.lines?.equals ?? '') ?? ''),
  )
  problems.push(...lines.problems)
  if (key === null || problems.length > 0 || 'unreadable' in read) {
    leaveOut(staging, { row, lines: lines.rows, key, notes: problems.filter(isToldOnce) })
    return
  }
  if (lines.areReturns) {
    staging.settle(row, {
      fate: 'SKIPPED',
      key,
      notes: [{ column: null, reason: 'all its lines are returns of other orders' }],
    })
    return
  }
  const { notes } = record
  staging.stageRecord({
    ...{ mapping: index, kind: record.kind, key, row },
    input: { key, ...read.fields, ...(record.lines ? { lines: lines.inputs } : {}) },
    status: notes ? (notes.statuses[plainOf(cells.cellOf(notes.column) ?? '')] ?? null) : null,
    parts: { lines: lines.rows, joined: joined.filter(({ file }) => isOnlyJoined(mapping, file)) },
  })
}

/** Rows of other files have a fate of their own, which is not that of whoever joins them. */
function isOnlyJoined({ records }: Mapping, file: string): boolean {
  return records.every((record) => record.file !== file && record.lines?.file !== file)
}

function attempt<Value>(read: () => Value, problems: RowNote[]): Value | null {
  try {
    return read()
  } catch (error) {
    problems.push({ column: null, reason: reasonOf(error) })
    return null
  }
}

/** What is wrong with a cell of the key is told of the cell, where a field is read from it, too. */
function isToldOnce({ column, reason }: RowNote, _: number, notes: readonly RowNote[]): boolean {
  return column !== null || !notes.some((other) => other.column !== null && other.reason === reason)
}

function unreadablePart(row: StagedRow): RowNote {
  return { column: null, reason: `${placeOf(row)}, which belongs to it, cannot be read` }
}

/** Several rows may match a join; the first of the file counts. Without a match its columns are empty, not missing. */
function withJoinedCells({ mapping, record, staging }: Making, row: StagedRow) {
  const joins = new Map(Object.entries(record.joins))
  const matches = new Map<string, StagedRow | null>()
  const joinOf = (column: string) => [...joins.keys()].find((name) => column.startsWith(`${name}.`))
  const cellOf = (column: string): string | undefined => {
    const join = joinOf(column)
    if (join === undefined || !matches.has(join)) return row.cells[column]
    const match = matches.get(join)
    return match ? match.cells[column.slice(join.length + 1)] : ''
  }
  // Later joins may build on earlier ones.
  for (const [name, { file, on, equals }] of joins) {
    const key = plainOf(cellOf(equals) ?? '')
    const [match = null] = key === '' ? [] : staging.rowsByKey({ table: tableOf(file, on), key })
    matches.set(name, match)
  }
  const formatOfColumn = (column: string) => formatOf(mapping, joins.get(joinOf(column) ?? '')?.file ?? record.file)
  const cells: Cells = { cellOf, formatOf: formatOfColumn }
  return { cells, joined: [...matches.values()].filter((match) => match !== null) }
}
