import { meaningOf, type TProperties, type TSchema } from '@afterline/events'
import type { NamedStaff } from '@afterline/rules'
import { insideOf, jsonOf } from '../graph/value-sdl.ts'

/** As the contract of events has it for short texts. */
const LONGEST_STAFF_ID = 300

/** Whom the fields of a command name: every filled one that its schema declares to be a staff id (`staffId`). */
export function staffNamedIn(fields: TProperties, data: unknown): readonly NamedStaff[] {
  // A command's data have the shape that its fields declare.
  const values = data as Readonly<Record<string, unknown>>
  return Object.entries(fields).flatMap(([name, schema]) => namedBy(schema, values[name], [name]))
}

function namedBy(schema: TSchema, value: unknown, path: readonly string[]): readonly NamedStaff[] {
  if (value === null || value === undefined) return []
  const inside = insideOf(schema)
  const { items, properties } = jsonOf(inside)
  if (items) {
    return (value as readonly unknown[]).flatMap((item, index) => namedBy(items, item, [...path, String(index)]))
  }
  if (properties) return staffNamedIn(properties, value).map((named) => ({ ...named, path: [...path, ...named.path] }))
  const roles = meaningOf(schema).staffRoles ?? meaningOf(inside).staffRoles
  // What is no staff id by its length, the event's contract refuses, and no answer repeats.
  const isFit = String(value).length <= LONGEST_STAFF_ID
  return roles === undefined || !isFit ? [] : [{ path, staffId: String(value), roles }]
}

/** Whether a command may name anybody. */
export function namesStaff(fields: TProperties): boolean {
  return Object.values(fields).some((schema) => {
    const inside = insideOf(schema)
    const { items, properties } = jsonOf(inside)
    if (items) return namesStaff({ items })
    return properties ? namesStaff(properties) : [schema, inside].some((each) => meaningOf(each).staffRoles)
  })
}
