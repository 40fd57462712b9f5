import { formatOf, type Mapping, type RecordMapping } from './mapping.ts'
import { type Cells, type FieldValue, readFields } from './record.ts'
import { lineFields } from './record-kinds.ts'
import { placeOf } from './row-fates.ts'
import type { RowNote, StagedRow, Staging } from './staging.ts'
import { tableOf } from './tables.ts'

type Line = Readonly<Record<string, FieldValue>>

/** The lines of an order, as far as they can be read. */
export interface OrderLines {
  readonly inputs: readonly Line[]
  /** Rows that share what becomes of the order: those that can be read. */
  readonly rows: readonly StagedRow[]
  /** Why the order cannot be imported whole. */
  readonly problems: readonly RowNote[]
  /** Whether there are lines, and all of them take back what was sold elsewhere: then it is no order. */
  readonly areReturns: boolean
}

interface Reading {
  readonly mapping: Mapping
  readonly lines: RecordMapping['lines']
  readonly staging: Staging
  /** Of the order, as far as it is known. */
  readonly key: string | null
}

/** Reads the lines of an order. What is wrong with one of them is noted there, and is a problem of the order. */
export function linesOf(reading: Reading, orderKey: string): OrderLines {
  const { lines, staging, key } = reading
  if (lines === undefined || orderKey === '') return { inputs: [], rows: [], problems: [], areReturns: false }
  const found = staging.rowsByKey({ table: tableOf(lines.file, lines.on), key: orderKey })
  const read = found.map((row) => ({ row, line: lineOf(reading, lines, row) }))
  const firsts = new Map<string, { readonly row: StagedRow; readonly input: string }>()
  const inputs: Line[] = []
  const rows: StagedRow[] = []
  const problems: RowNote[] = []

  for (const { row, line } of read) {
    const ownKey = 'input' in line ? `${line.isReturn ? 'return' : 'sale'} ${line.input['key']}` : ''
    const first = firsts.get(ownKey)
    const input = 'input' in line ? JSON.stringify(line.input) : ''
    if (first?.input === input) {
      staging.settle(row, { fate: 'SKIPPED', key, notes: [note(`repeats ${placeOf(first.row)}`)] })
      continue
    }
    const wrong = first ? [note(`differs from ${placeOf(first.row)}, which has the same key`)] : problemsOf(line)
    if (wrong.length > 0) {
      staging.settle(row, { fate: 'LEFT_OUT', key, notes: wrong })
      problems.push(note(`its line ${placeOf(row)} cannot be imported`))
    } else if ('input' in line) {
      firsts.set(ownKey, { row, input })
      if (line.isReturn) staging.stageReturn({ row, standsIn: key, input: line.input })
      else {
        rows.push(row)
        inputs.push(withoutReturn(line.input))
      }
    }
  }
  const areReturns = read.length > 0 && read.every(({ line }) => 'input' in line && line.isReturn)
  return { inputs, rows, problems, areReturns }
}

const note = (reason: string): RowNote => ({ column: null, reason })
const problemsOf = (line: ReadLine) => ('problems' in line ? line.problems : [])

/** What tells of returns is nothing that a sold line has. */
function withoutReturn({ returnedAt: _, returnOf: __, ...line }: Line): Line {
  return line
}

type ReadLine = { readonly input: Line; readonly isReturn: boolean } | { readonly problems: readonly RowNote[] }

function lineOf({ mapping }: Reading, lines: NonNullable<RecordMapping['lines']>, row: StagedRow): ReadLine {
  if (row.broken !== null) return { problems: [note(row.broken)] }
  const format = formatOf(mapping, lines.file)
  const cells: Cells = { cellOf: (column) => row.cells[column], formatOf: () => format }
  const read = readFields(lines.fields, lineFields, cells, mapping.timeZone)
  if ('unreadable' in read) return { problems: read.unreadable }
  if (!String(read.fields['quantity']).startsWith('-')) return { input: read.fields, isReturn: false }
  if (lines.negative === 'return') return { input: read.fields, isReturn: true }
  const reason = `the quantity ${read.fields['quantity']} is negative, and the mapping does not say that this is a return`
  return { problems: [note(reason)] }
}
