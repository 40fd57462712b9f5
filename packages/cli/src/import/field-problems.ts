import type { Mapping } from './mapping.ts'
import { type FieldNames, lineFields, recordKinds } from './record-kinds.ts'

/** Fields that a record of the kind does not have, and those that it lacks: told before anything is read. */
export function problemsOfFields({ records }: Mapping): readonly string[] {
  return records.flatMap(({ kind, file, fields, lines }) => [
    ...problemsOf(`${kind} of ${file}`, fields, recordKinds[kind]),
    ...(lines ? problemsOf(`lines of ${lines.file}`, lines.fields, lineFields) : []),
    ...(lines && kind !== 'order' ? [`${kind} of ${file}: only orders have lines`] : []),
  ])
}

function problemsOf(where: string, fields: Readonly<Record<string, unknown>>, names: FieldNames): readonly string[] {
  const known = [...names.required, ...names.optional]
  return [
    ...Object.keys(fields)
      .filter((name) => !known.includes(name))
      .map((name) => `${where}: there is no field '${name}'; there are ${known.join(', ')}`),
    ...names.required.filter((name) => !(name in fields)).map((name) => `${where}: the field '${name}' is missing`),
  ]
}
