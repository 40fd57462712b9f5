import { readFileSync } from 'node:fs'
import { buildSubgraphSchema } from '@apollo/subgraph'
import { type GraphQLSchema, isEnumType, isInterfaceType, isObjectType, isScalarType, parse } from 'graphql'
import type { Finding } from '../interfaces.ts'
import { enforceAuth } from './auth.ts'
import { takePlainTexts } from './input-texts.ts'
import { scalars } from './scalars.ts'
import { subgraphDocument } from './subgraph-document.ts'

/** Resolvers by type and field. Each service's own are checked against its generated types where they are written. */
export type Resolvers = Readonly<Record<string, object>>

/** Fields of types that all subgraphs share and that are not read off the value as they are. */
const shared = { Finding: { source: ({ source }: Finding) => `${source.system}/${source.file}:${source.row}` } }

const BASE = new URL('./base.graphql', import.meta.url)

/**
 * The executable schema of one subgraph: what all share, the service's own files, plain texts only, and the roles
 * enforced.
 * @param files one .graphql file per aggregate
 * @throws Error for a schema that is not valid, leaves an operation open, or is answered where it has no field
 */
export function subgraphSchema(files: readonly URL[], resolvers: Resolvers): GraphQLSchema {
  const typeDefs = subgraphDocument([BASE, ...files].map((file) => parse(readFileSync(file, 'utf8'))))
  const schema = buildSubgraphSchema([{ typeDefs, resolvers: { ...scalars, ...shared, ...resolvers } as never }])
  refuseStrayResolvers(schema, resolvers)
  // Roles are asked first: whoever may not do something learns nothing about the input for it.
  return enforceAuth(takePlainTexts(schema))
}

/** A resolver of a field that does not exist is a name that was mistyped: the field meant would answer null. */
function refuseStrayResolvers(schema: GraphQLSchema, resolvers: Resolvers): void {
  for (const [typeName, fields] of Object.entries(resolvers)) {
    const type = schema.getType(typeName)
    if (isScalarType(type) || isEnumType(type)) continue
    const known = isObjectType(type) || isInterfaceType(type) ? type.getFields() : {}
    const stray = Object.keys(fields).find((name) => !name.startsWith('__') && !Object.hasOwn(known, name))
    if (stray !== undefined) throw new Error(`${typeName}.${stray} has a resolver, and is no field of the graph`)
  }
}

/** Puts the resolvers of several parts together: each part brings its own fields of Query and Mutation. */
export function mergedResolvers(...parts: readonly object[]): Resolvers {
  const merged: Record<string, object> = {}
  for (const [type, fields] of parts.flatMap(Object.entries)) merged[type] = { ...merged[type], ...fields }
  return merged
}
