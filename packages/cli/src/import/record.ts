import { type Money, parseMoney, parseQuantity, RulesError } from '@afterline/rules'
import { isRounded, isSpreadsheetError, plainOf, quoted, textOf } from './cell-text.ts'
import { columnsOf, columnsOfTemplate } from './columns.ts'
import { instantOf } from './date-text.ts'
import type { FieldSource, FileFormat } from './mapping.ts'
import { decimalText, integerOf } from './number-text.ts'
import type { FieldNames } from './record-kinds.ts'
import type { RowNote } from './staging.ts'

/** Cells of a row and of the rows joined to it, and how the file that each comes from writes them. */
export interface Cells {
  /** `undefined` for a column that is not there. */
  readonly cellOf: (column: string) => string | undefined
  readonly formatOf: (column: string) => FileFormat
}

export type FieldValue = string | number | Money | null

/** Fields of a record, or everything that is unreadable about its row. */
export type ReadFields =
  | { readonly fields: Readonly<Record<string, FieldValue>> }
  | { readonly unreadable: readonly RowNote[] }

/**
 * Reads all fields of a row; an empty cell is left out. Every unreadable cell is told, not just the first, and so is every
 * field that has no value though it needs one.
 */
export function readFields(
  sources: Readonly<Record<string, FieldSource>>,
  names: FieldNames,
  cells: Cells,
  timeZone: string,
): ReadFields {
  const fields: Record<string, FieldValue> = {}
  const unreadable: RowNote[] = []
  for (const [name, source] of Object.entries(sources)) {
    try {
      const value = readField(name, source, names, cells, timeZone)
      if (value !== null) fields[name] = value
      else if (names.required.includes(name))
        unreadable.push({ column: columnOf(source) ?? name, reason: 'has no value' })
    } catch (error) {
      unreadable.push({ column: columnOf(source), reason: reasonOf(error) })
    }
  }
  return unreadable.length > 0 ? { unreadable } : { fields }
}

function readField(name: string, source: FieldSource, names: FieldNames, cells: Cells, timeZone: string): FieldValue {
  if ('constant' in source) return source.constant
  if (names.identifiers.includes(name)) return identifierOf(source, cells)
  if ('template' in source) return filled(source.template, cells, textOf)
  const column = columnOf(source) ?? ''
  const cell = cellOf(cells, column)
  if (names.quantities.includes(name))
    return quantityOf(cell === '' ? otherwiseOf(source) : cell, cells.formatOf(column))
  if ('column' in source) return textOf(cell) || otherwiseOf(source)
  if (textOf(cell) === '') return null
  if ('instant' in source) return instantOf(cell, timeZone, cells.formatOf(column).dates ?? [])
  if ('money' in source) return moneyOf(cell, source, cells)
  return integerOf(cell)
}

function otherwiseOf(source: FieldSource): string | null {
  return 'column' in source ? (source.otherwise ?? null) : null
}

const columnOf = (source: FieldSource) => ('template' in source ? null : (columnsOf(source)[0] ?? null))

function cellOf(cells: Cells, column: string): string {
  const cell = cells.cellOf(column)
  if (cell === undefined) throw new RangeError(`there is no column '${column}'`)
  if (isSpreadsheetError(cell)) throw new RangeError(`${quoted(plainOf(cell))} is an error of a spreadsheet`)
  return cell
}

function identifierOf(source: FieldSource, cells: Cells): string | null {
  if ('template' in source) return keyOf(source.template, cells)
  const cell = cellOf(cells, columnOf(source) ?? '')
  refuseRounded(cell)
  return plainOf(cell) || otherwiseOf(source)
}

/**
 * The key that a template makes of a row.
 * @throws RangeError where a cell of it is empty, or holds a number that a spreadsheet has rounded
 */
export function keyOf(template: string, cells: Cells): string {
  for (const column of columnsOfTemplate(template)) {
    const cell = cellOf(cells, column)
    refuseRounded(cell)
    if (plainOf(cell) === '') throw new RangeError(`the key has no value: column '${column}' is empty`)
  }
  return filled(template, cells, plainOf)
}

function refuseRounded(cell: string): void {
  if (!isRounded(cell)) return
  throw new RangeError(
    `${quoted(plainOf(cell))} is what a spreadsheet has made of a longer number: its last digits are lost`,
  )
}

function filled(template: string, cells: Cells, read: (cell: string) => string): string {
  return template.replaceAll(/\{([^}]+)\}/g, (_, column: string) => read(cellOf(cells, column)))
}

/** A quantity as the graph takes it; a negative one keeps its sign, for the caller to judge. */
function quantityOf(cell: string | null, { decimalMark = '.', groupingMark }: FileFormat): string | null {
  if (cell === null || plainOf(cell) === '') return null
  const text = decimalText(cell, { decimalMark, groupingMark })
  const quantity = parseQuantity(text.replace('-', ''))
  return text.startsWith('-') && quantity !== '0' ? `-${quantity}` : quantity
}

function moneyOf(cell: string, source: Extract<FieldSource, { money: string }>, cells: Cells): Money {
  const { decimalMark = '.', groupingMark } = cells.formatOf(source.money)
  const { currency } = source
  const code = typeof currency === 'string' ? currency : plainOf(cellOf(cells, currency.column))
  return parseMoney(decimalText(cell, { decimalMark, groupingMark }), code)
}

export function reasonOf(error: unknown): string {
  return error instanceof RangeError || error instanceof RulesError ? error.message : String(error)
}
