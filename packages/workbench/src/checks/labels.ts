import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { allEnumLabels } from '@afterline/events'
import type { EnumLabels } from '@afterline/rules'
import {
  buildSchema,
  type GraphQLEnumType,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isObjectType,
} from 'graphql'

/** Where the dictionary and the composed graph under `root` differ, a line each; `undefined` where nowhere. */
export function labelFaults(root: string): string | undefined {
  const supergraph = readFileSync(join(root, 'gateway', 'supergraph.graphql'), 'utf8')
  const faults = faultsOfLabels(supergraph, allEnumLabels)
  return faults.length === 0 ? undefined : faults.join('\n')
}

export function faultsOfLabels(sdl: string, dictionary: readonly EnumLabels[]): readonly string[] {
  // What composition adds to the graph needs definitions that only gateways have.
  const shown = new Set(shownEnums(buildSchema(sdl, { assumeValidSDL: true })).flatMap(valuesOf))
  const labelled = new Set(
    dictionary.flatMap(({ enum: name, values }) => values.map(({ value }) => `${name}.${value}`)),
  )
  return [
    ...[...shown.difference(labelled)].map(
      (value) => `${value} has no label: give it one in packages/rules/src/dictionary, or as a choice of an event`,
    ),
    ...[...labelled.difference(shown)].map((value) => `${value} has a label, but the graph does not show it`),
  ].toSorted()
}

function valuesOf(type: GraphQLEnumType): readonly string[] {
  return type.getValues().map(({ name }) => `${type.name}.${name}`)
}

/** Enums of fields, and of what is entered: people read the former and choose of the latter. */
function shownEnums(schema: GraphQLSchema): readonly GraphQLEnumType[] {
  const objects = Object.values(schema.getTypeMap()).filter(isObjectType)
  const ofObjects = objects
    .filter(({ name }) => !name.startsWith('__'))
    .flatMap((type) => Object.values(type.getFields()).map((field) => getNamedType(field.type)))
  const entered = Object.values(schema.getMutationType()?.getFields() ?? {}).flatMap(({ args }) =>
    args.map(({ type }) => getNamedType(type)),
  )
  return [...ofObjects, ...withFields(new Set(entered))].filter(isEnumType)
}

/** The types, and those of all that is entered within them. */
function withFields(types: Set<GraphQLNamedType>): ReadonlySet<GraphQLNamedType> {
  // A set yields what is added while it is walked, which makes it the queue as well.
  for (const type of types) {
    if (isInputObjectType(type))
      for (const field of Object.values(type.getFields())) types.add(getNamedType(field.type))
  }
  return types
}
