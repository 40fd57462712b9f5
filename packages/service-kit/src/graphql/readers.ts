import {
  type ConstDirectiveNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isLeafType,
  isObjectType,
  valueFromASTUntyped,
} from 'graphql'
import { type Audience, audiences } from './audiences.ts'

/** Whoever holds nothing else; a field for this role is for everybody. */
export const PUBLIC = 'PUBLIC'
/** Roles by type; `null` for a type that whoever reaches it may read. */
export interface Readers {
  of(type: string): readonly string[] | null
}

/** Who reads anything of each type: the roles of the type, and those that values of it name. */
export function readersIn(schema: GraphQLSchema): Readers {
  const rolesOfTypes = rolesByType(schema)
  const readers = new Map<string, readonly string[]>()
  for (const type of objectTypesOf(schema)) {
    const values = Object.values(type.getFields()).filter((field) => isValue(getNamedType(field.type)))
    const roles = rolesOfTypes.get(type.name)
    if (roles) readers.set(type.name, [...new Set([...roles, ...values.flatMap((field) => rolesOfField(field) ?? [])])])
  }
  return { of: (type) => readers.get(type) ?? null }
}

/** The roles that a field asks for, in their order; `null` for one that asks for none of its own. */
export function rolesOfField(field: Pick<GraphQLField<unknown, unknown>, 'astNode'>): readonly string[] | null {
  return rolesOf([field.astNode])
}

export type RolesOfTypes = ReadonlyMap<string, readonly string[]>

/** Of each type that carries `@auth`. */
export function rolesByType(schema: GraphQLSchema): RolesOfTypes {
  const named = objectTypesOf(schema).flatMap((type) => {
    const roles = rolesOf([type.astNode, ...type.extensionASTNodes])
    return roles === null ? [] : [[type.name, roles] as const]
  })
  return new Map(named)
}

/** The roles that a mutation names; those that are known to be there have some. */
export function rolesOfMutation(schema: GraphQLSchema, mutation: string): readonly string[] {
  return rolesOf([schema.getMutationType()?.getFields()[mutation]?.astNode]) ?? []
}

export function objectTypesOf(schema: GraphQLSchema): readonly GraphQLObjectType[] {
  return Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith('__'),
  )
}

/** Those of the type that a field returns, or whose members a list holds. */
export function rolesReturned(type: GraphQLOutputType, rolesOfTypes: RolesOfTypes): readonly string[] | null {
  const returned = getNamedType(type)
  const roles = rolesOfTypes.get(returned.name)
  if (roles || !isObjectType(returned)) return roles ?? null
  const fields = returned.getFields()
  const inner = fields['edges'] ?? fields['node']
  return inner ? rolesReturned(inner.type, rolesOfTypes) : null
}

/** What a record consists of; anything else leads to other records. */
export function isValue(type: GraphQLNamedType): boolean {
  return isLeafType(type) || (isObjectType(type) && !isRecord(type) && !('edges' in type.getFields()))
}

/** Records have keys: they are admitted by themselves, whichever record leads to them. */
export function isRecord(type: GraphQLNamedType): boolean {
  if (!isObjectType(type)) return false
  return [type.astNode, ...type.extensionASTNodes].some((node) =>
    node?.directives?.some((directive) => directive.name.value === 'key'),
  )
}

type Annotated = { readonly directives?: readonly ConstDirectiveNode[] | undefined } | null | undefined
function rolesOf(nodes: readonly Annotated[]): readonly string[] | null {
  const directives = nodes.flatMap((node) => node?.directives ?? []).filter(({ name }) => name.value === 'auth')
  if (directives.length === 0) return null
  return directives.flatMap(({ arguments: named = [] }) =>
    named.flatMap(({ name, value }) => {
      // The schema's validation has seen that they are a list of roles, and an audience.
      const given: unknown = valueFromASTUntyped(value)
      return name.value === 'audience' ? audiences[given as Audience] : (given as readonly string[])
    }),
  )
}
