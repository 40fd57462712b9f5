import type { FieldSource, Mapping, RecordMapping } from './mapping.ts'

/** Which columns a mapping reads of each file, so that one that a file lacks is told before anything is imported. */
export function columnsNeeded(mapping: Pick<Mapping, 'records'>): ReadonlyMap<string, ReadonlySet<string>> {
  const needed = new Map<string, Set<string>>()
  const need = (file: string, columns: readonly string[]) => {
    const known = needed.getOrInsertComputed(file, () => new Set())
    for (const column of columns) known.add(column)
  }
  for (const record of mapping.records) {
    for (const [file, columns] of columnsOfRecord(record)) need(file, columns)
  }
  return needed
}

function columnsOfRecord(record: RecordMapping): readonly (readonly [string, readonly string[]])[] {
  const own = [...columnsOfTemplate(record.key), ...Object.values(record.fields).flatMap(columnsOf)]
  const read = [...own, ...Object.values(record.joins).map(({ equals }) => equals)]
  const more = [...(record.notes ? [record.notes.column] : []), ...(record.lines ? [record.lines.equals] : [])]
  const joins = Object.entries(record.joins)
  const { lines } = record
  return [
    [record.file, []],
    ...[...read, ...more].map((column): readonly [string, readonly string[]] => {
      const join = joins.find(([name]) => column.startsWith(`${name}.`))
      return join ? [join[1].file, [column.slice(join[0].length + 1)]] : [record.file, [column]]
    }),
    ...joins.map(([, { file, on }]) => [file, [on]] as const),
    ...(lines ? [[lines.file, [lines.on, ...Object.values(lines.fields).flatMap(columnsOf)]] as const] : []),
  ]
}

/** The columns that a field is read from. */
export function columnsOf(source: FieldSource): readonly string[] {
  if ('column' in source) return [source.column]
  if ('instant' in source) return [source.instant]
  if ('integer' in source) return [source.integer]
  if ('template' in source) return columnsOfTemplate(source.template)
  if ('money' in source) {
    return typeof source.currency === 'string' ? [source.money] : [source.money, source.currency.column]
  }
  return []
}

export function columnsOfTemplate(template: string): readonly string[] {
  return [...template.matchAll(/\{([^}]+)\}/g)].map(([, column = '']) => column)
}
