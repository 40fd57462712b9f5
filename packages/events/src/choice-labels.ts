import { type EnumLabels, enumLabels, valueLabels } from '@afterline/rules'
import type { TSchema } from 'typebox'
import { meaningOf } from './meaning.ts'
import { currentDefinitions } from './platform-events.ts'

const ofEvents = new Map(currentDefinitions.flatMap(({ data }) => choicesIn(data)))

/** What the values of every enum are called that the graph shows: those that events tell, and those of the dictionary. */
export const allEnumLabels: readonly EnumLabels[] = [
  ...enumLabels,
  ...[...ofEvents].map(([name, values]) => ({ enum: name, values })),
].toSorted((one, other) => (one.enum < other.enum ? -1 : 1))

function choicesIn(schema: TSchema): readonly (readonly [string, EnumLabels['values']])[] {
  const { name, labels } = meaningOf(schema)
  if (name !== undefined && labels !== undefined) return [[name, valueLabels(labels)]]
  const { items, anyOf = [], properties = {} } = schema as Inside
  return [...anyOf, ...Object.values(properties), ...(items ? [items] : [])].flatMap(choicesIn)
}

/** Where a schema holds others. */
interface Inside {
  readonly items?: TSchema
  readonly anyOf?: readonly TSchema[]
  readonly properties?: Readonly<Record<string, TSchema>>
}
