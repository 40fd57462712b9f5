import { type Circumstances, meaningOf, type TProperties, type TSchema } from '@afterline/events'
import { insideOf, jsonOf } from './value-sdl.ts'

/** The data of a command, from what was entered: what was left out is what its declaration says, or null. */
export function dataFrom(
  fields: TProperties,
  entered: Readonly<Record<string, unknown>>,
  circumstances: Circumstances,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, schema]) => {
      // What no input asks for, nobody can enter.
      const value = meaningOf(schema).isInternal ? null : entered[name]
      return [name, completed(schema, value, circumstances)]
    }),
  )
}

function completed(schema: TSchema, value: unknown, circumstances: Circumstances): unknown {
  if (value === null || value === undefined) return meaningOf(schema).otherwise?.(circumstances) ?? null
  const { items, properties } = jsonOf(insideOf(schema))
  // The input's type is derived from the same schema, and the graph has checked the value against it.
  if (items) {
    return (value as readonly unknown[]).map((item, index) => completed(items, item, within(circumstances, index)))
  }
  if (properties) return dataFrom(properties, value as Readonly<Record<string, unknown>>, circumstances)
  return value
}

/** Parts that are made within a list have ids of their own. */
function within({ callerId, partId }: Circumstances, index: number): Circumstances {
  return { callerId, partId: (kind) => partId(`${kind}/${index}`) }
}

/** Fields of which more than zero was to be entered, and zero was. */
export function zerosIn(fields: TProperties, entered: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(fields).flatMap(([name, schema]) => {
    return meaningOf(schema).isPositive && Number(entered[name]) === 0 ? [name] : []
  })
}

/** Fields in which as a salesperson nobody names another one. */
export function ownNamesIn(fields: TProperties): readonly string[] {
  return Object.entries(fields).flatMap(([name, schema]) => (meaningOf(schema).isOwnName ? [name] : []))
}
