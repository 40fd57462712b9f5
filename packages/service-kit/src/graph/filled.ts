import { type GraphQLInputType, isInputObjectType, isListType, isNonNullType } from 'graphql'

/** An input with every field that was left out as null, so that commands and events always hold all of theirs. */
export function filled(type: GraphQLInputType, value: unknown): unknown {
  if (value === null || value === undefined) return null
  if (isNonNullType(type)) return filled(type.ofType, value)
  // The schema has checked the value against its type.
  if (isListType(type)) return (value as readonly unknown[]).map((item) => filled(type.ofType, item))
  if (!isInputObjectType(type)) return value
  const given = value as Readonly<Record<string, unknown>>
  return Object.fromEntries(
    Object.values(type.getFields()).map((field) => [field.name, filled(field.type, given[field.name])]),
  )
}
