import { type Instant, type Money, parseInstant, parseMoney, RulesError } from '@afterline/rules'
import type { Unreadable } from './csv.ts'
import type { FieldSource } from './mapping.ts'

/** Cells of a row and of the rows joined to it, by column name. */
export type Cells = Readonly<Record<string, string>>

export type FieldValue = string | number | Money | null

/** Fields of a record, or everything that is unreadable about its row. */
export type ReadFields =
  | { readonly fields: Readonly<Record<string, FieldValue>> }
  | { readonly unreadable: readonly Unreadable[] }

export interface Place {
  readonly file: string
  readonly line: number
}

/** Reads all fields of a row; an empty cell is `null`. Every unreadable cell is reported, not just the first. */
export function readFields(
  sources: Readonly<Record<string, FieldSource>>,
  cells: Cells,
  timeZone: string,
  place: Place,
): ReadFields {
  const fields: Record<string, FieldValue> = {}
  const unreadable: Unreadable[] = []
  for (const [name, source] of Object.entries(sources)) {
    try {
      fields[name] = readField(source, cells, timeZone)
    } catch (error) {
      unreadable.push({ ...place, column: columnOf(source), reason: reasonOf(error) })
    }
  }
  return unreadable.length > 0 ? { unreadable } : { fields }
}

function readField(source: FieldSource, cells: Cells, timeZone: string): FieldValue {
  if ('constant' in source) return source.constant
  if ('template' in source) return fillTemplate(source.template, cells)
  const text = cellOf(cells, columnOf(source) ?? '')
  if ('column' in source) return text === '' ? (source.otherwise ?? null) : text
  if (text === '') return null
  if ('instant' in source) return readInstant(text, timeZone)
  if ('money' in source) return parseMoney(text, source.currency)
  return readInteger(text)
}

function columnOf(source: FieldSource): string | null {
  if ('column' in source) return source.column
  if ('instant' in source) return source.instant
  if ('integer' in source) return source.integer
  if ('money' in source) return source.money
  return null
}

function cellOf(cells: Cells, column: string): string {
  const cell = cells[column]
  if (cell === undefined) throw new RangeError(`there is no column '${column}'`)
  return cell.trim()
}

/** Replaces `{column}` by the cell. @throws RangeError for a column that is not there */
export function fillTemplate(template: string, cells: Cells): string {
  return template.replaceAll(/\{([^}]+)\}/g, (_, column: string) => cellOf(cells, column))
}

/**
 * RFC 3339 with offset, or local time of the mapping's zone. A local time that a clock change repeats means the first
 * of the two; one that it skips means the same distance after the change.
 */
export function readInstant(text: string, timeZone: string): Instant {
  const isoText = text.replace(' ', 'T')
  if (/(Z|[+-]\d{2}:\d{2})$/.test(isoText)) return parseInstant(isoText)
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?$/.test(isoText)) {
    throw new RangeError(`'${text.slice(0, 40)}' is not a date and time YYYY-MM-DD HH:MM:SS`)
  }
  const zoned = Temporal.PlainDateTime.from(isoText, { overflow: 'reject' }).toZonedDateTime(timeZone)
  return parseInstant(zoned.toInstant().toString({ smallestUnit: 'millisecond' }))
}

function readInteger(text: string): number {
  if (!/^-?\d{1,15}$/.test(text)) throw new RangeError(`'${text.slice(0, 40)}' is not an integer`)
  return Number(text)
}

function reasonOf(error: unknown): string {
  return error instanceof RangeError || error instanceof RulesError ? error.message : String(error)
}
