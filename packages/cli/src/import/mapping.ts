import { isCurrency } from '@afterline/rules'
import { LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'
import { isDateFormat } from './date-text.ts'
import { encodings } from './encoding.ts'

/*
 * A mapping says which columns of which files make which record. It is data: a new column layout needs a new file,
 * not new code.
 */

const columnName = z.string().min(1)

/** How files write text, numbers and instants; what is left out is recognised, or as the defaults say. */
const format = z.strictObject({
  encoding: z.enum(encodings).optional(),
  delimiter: z.enum([',', ';', '\t', '|']).optional(),
  dates: z.array(z.string().refine(isDateFormat, 'names no year, month and day')).optional(),
  decimalMark: z.enum(['.', ',']).optional(),
  groupingMark: z.enum(['.', ',', ' ', "'"]).optional(),
})

/** Of ISO 4217. */
const currency = z.string().refine(isCurrency, 'is no currency')

/** How one field of a record is read from a row; `otherwise` stands in for an empty cell. */
const fieldSource = z.union([
  z.strictObject({ column: columnName, otherwise: z.string().optional() }),
  z.strictObject({ constant: z.string() }),
  z.strictObject({ template: z.string() }),
  z.strictObject({ instant: columnName }),
  z.strictObject({ integer: columnName }),
  z.strictObject({ money: columnName, currency: z.union([currency, z.strictObject({ column: columnName })]) }),
])

const fields = z.record(z.string(), fieldSource)

/** Adds the columns of another file's matching row as `<name>.<column>`; later joins may build on earlier ones. */
const join = z.strictObject({ file: z.string(), on: columnName, equals: columnName })

const recordMapping = z.strictObject({
  kind: z.enum(['customer', 'product', 'order', 'rating']),
  file: z.string(),
  key: z.string(),
  joins: z.record(z.string(), join).default({}),
  fields,
  /** Of rows with one key and other content the first counts; without it none does, and all are listed. */
  repeats: z.literal('first').optional(),
  lines: z
    .strictObject({
      file: z.string(),
      on: columnName,
      equals: columnName,
      fields,
      /** What a negative quantity means; without it the order is left out. */
      negative: z.literal('return').optional(),
    })
    .optional(),
  notes: z.strictObject({ column: columnName, statuses: z.record(z.string(), z.string()) }).optional(),
})

const mappingSchema = z.strictObject({
  system: z.string().min(1).max(100),
  timeZone: z.string().refine(isTimeZone, 'is no time zone'),
  format: format.default({}),
  /** Where a file differs from the others. */
  files: z.record(z.string(), format).default({}),
  records: z.array(recordMapping).min(1),
})

export type FieldSource = z.infer<typeof fieldSource>
export type RecordMapping = z.infer<typeof recordMapping>
export type FileFormat = z.infer<typeof format>
export type Mapping = z.infer<typeof mappingSchema>
export type RecordKind = RecordMapping['kind']

export function formatOf({ format, files }: Pick<Mapping, 'format' | 'files'>, file: string): FileFormat {
  return { ...format, ...files[file] }
}

function isTimeZone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name)
    return true
  } catch {
    return false
  }
}

/** Every problem of a mapping file at once, each with its line. */
export class MappingError extends Error {
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(problems.join('\n'))
    this.name = 'MappingError'
    this.problems = problems
  }
}

/** @throws MappingError with `file:line: reason` for everything that is wrong. */
export function parseMapping(fileName: string, text: string): Mapping {
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { lineCounter })
  if (document.errors.length > 0) {
    throw new MappingError(
      document.errors.map((error) => `${fileName}:${lineCounter.linePos(error.pos[0]).line}: ${error.message}`),
    )
  }
  const parsed = mappingSchema.safeParse(document.toJS())
  if (parsed.success) return parsed.data
  throw new MappingError(
    parsed.error.issues.map((issue) => `${fileName}:${lineOf(issue.path)}: ${issue.path.join('.')}: ${issue.message}`),
  )

  function lineOf(path: readonly PropertyKey[]): number {
    for (let depth = path.length; depth >= 0; depth--) {
      const node = document.getIn(path.slice(0, depth), true)
      if (hasRange(node)) return lineCounter.linePos(node.range[0]).line
    }
    return 1
  }
}

function hasRange(node: unknown): node is { readonly range: readonly [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)
}
