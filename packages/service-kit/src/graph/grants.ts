import { isPersonal, meaningOf, type TProperties } from '@afterline/events'
import { buildSubgraphSchema } from '@apollo/subgraph'
import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  isObjectType,
  parse,
} from 'graphql'
import { isRecord, isValue, objectTypesOf, rolesByType, rolesOfField, rolesReturned } from '../graphql/readers.ts'
import { subgraphDocument } from '../graphql/subgraph-document.ts'
import type { AnyGraph } from './graph.ts'
import { fieldsBesides, shownFields } from './record-sdl.ts'
import { opensAllRows } from './rows.ts'
import { type FieldsBesides, namedValueIn, visible } from './value-sdl.ts'
import { uncapitalised } from './words.ts'

/** What a subgraph lets whom do, as its schema and its aggregates say. */
export interface SubgraphGrants {
  readonly records: readonly RecordGrant[]
  readonly queries: readonly OperationGrant[]
  readonly mutations: readonly OperationGrant[]
}

/** Who reads records of a type, and which. */
export interface RecordGrant {
  readonly type: string
  /** Whoever reaches it when `null`. */
  readonly roles: readonly string[] | null
  /** What makes a record somebody's own; `null` where every role opens all. */
  readonly ownBy: string | null
  /** Fields that name readers of their own, also lists of other records. */
  readonly fields: readonly FieldGrant[]
  /** Text about people, within the record: masked for roles that do not deal with customers. */
  readonly personal: readonly string[]
}

export interface FieldGrant {
  readonly name: string
  readonly roles: readonly string[]
  /** Whether it is a value of the record; else it leads to others, whose own grants say which are seen. */
  readonly isValue: boolean
}

export interface OperationGrant {
  readonly name: string
  readonly roles: readonly string[]
  /** What makes the record that it changes somebody's own; `null` where every role opens all. */
  readonly ownBy: string | null
}

/**
 * @param sdl texts of the subgraph's schema, the base that all share among them
 * @throws Error for a schema that is not valid
 */
export function grantsOf(sdl: readonly string[], graphs: readonly AnyGraph[]): SubgraphGrants {
  const schema = buildSubgraphSchema([{ typeDefs: subgraphDocument(sdl.map((text) => parse(text))) }])
  const ownBy = new Map(graphs.map((graph) => [graph.type, ownershipOf(graph)]))
  const personal = new Map(graphs.map((graph) => [graph.type, personalFieldsOf(graph)]))
  const roles = rolesByType(schema)
  const byMutation = new Map(
    graphs.flatMap((graph) => graph.aggregate.commandNames.map((name) => [uncapitalised(name), graph] as const)),
  )
  const records = objectTypesOf(schema).filter((type) => isRecord(type))
  return {
    records: records.map((type) => ({
      type: type.name,
      roles: roles.get(type.name) ?? null,
      ownBy: ownBy.get(type.name) ?? null,
      fields: fieldsOf(type).flatMap((field) => {
        const own = rolesOfField(field)
        return own === null ? [] : [{ name: field.name, roles: own, isValue: isValue(getNamedType(field.type)) }]
      }),
      personal: personal.get(type.name) ?? [],
    })),
    queries: operationsOf(schema.getQueryType()).map((field) => ({
      name: field.name,
      roles: rolesOfField(field) ?? rolesReturned(field.type, roles) ?? [],
      ownBy: ownBy.get(recordIn(field.type)) ?? null,
    })),
    mutations: operationsOf(schema.getMutationType()).map((field) => {
      const graph = byMutation.get(field.name)
      return { name: field.name, roles: rolesOfField(field) ?? [], ownBy: graph ? changedBy(graph, field.name) : null }
    }),
  }
}

/** The role opens own records only, where a type knows of such. */
export function opensOwnOnly(role: string): boolean {
  return !opensAllRows(role)
}

/** Anybody's record may be begun, but for one that leads to somebody's own, such as to a customer. */
function changedBy(graph: AnyGraph, mutation: string): string | null {
  const { creates } = graph.aggregate
  const isBeginning = creates.some((name: string) => uncapitalised(name) === mutation)
  return isBeginning && graph.ownerNamed === undefined ? null : ownershipOf(graph)
}

function ownershipOf({ aggregate: { row }, ownerOf }: AnyGraph): string | null {
  return row ?? (ownerOf === undefined ? null : 'the ownerId of its customer')
}

function fieldsOf(type: GraphQLObjectType): readonly GraphQLField<unknown, unknown>[] {
  return Object.values(type.getFields())
}

function operationsOf(type: GraphQLObjectType | null | undefined): readonly GraphQLField<unknown, unknown>[] {
  return type ? fieldsOf(type).filter(({ name }) => !name.startsWith('_')) : []
}

/** The type of the record, or of the members of the list. */
function recordIn(type: GraphQLOutputType): string {
  const named = getNamedType(type)
  if (!isObjectType(named)) return named.name
  const { edges, node } = named.getFields()
  const inner = edges ?? node
  return inner ? recordIn(inner.type) : named.name
}

function personalFieldsOf(graph: AnyGraph): readonly string[] {
  if (graph.says === undefined) return []
  return personalIn(graph.type, shownFields(graph), fieldsBesides(graph))
}

function personalIn(type: string, fields: TProperties, besides: FieldsBesides): readonly string[] {
  return visible({ ...fields, ...besides[type] }).flatMap(([name, schema]) => {
    const within = namedValueIn(schema)
    const { shownAs = name } = meaningOf(schema)
    if (within) return personalIn(within.name, within.properties, besides)
    return isPersonal(schema) ? [`${type}.${shownAs}`] : []
  })
}
