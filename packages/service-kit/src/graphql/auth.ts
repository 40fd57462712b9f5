import {
  type ConstDirectiveNode,
  defaultFieldResolver,
  type GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  valueFromASTUntyped,
} from 'graphql'
import { type Audience, audiences } from './audiences.ts'
import type { RequestContext } from './request-context.ts'
import { requestError } from './request-error.ts'

/** Whoever holds nothing else; a field for this role is for everybody. */
const PUBLIC = 'PUBLIC'
/** Open to whoever comes with a principal of the gateway: the schema's text. */
const SCHEMA_FIELD = '_service'
const ENTITIES_FIELD = '_entities'

/**
 * Wraps every field that carries `@auth`, or whose type does, so that it resolves only for a caller with one of the
 * roles. A query without it has that of the type which it returns. A mutation is recorded with the role that allowed it:
 * the first of its own that the caller holds. Types without any `@auth` are reached through protected operations, or as
 * entities: not by the public.
 * @throws Error when an operation has no roles, or nobody answers it
 */
export function enforceAuth(schema: GraphQLSchema): GraphQLSchema {
  const rolesOfTypes = new Map<string, readonly string[]>()
  const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) && !type.name.startsWith('__'))
  for (const type of types) {
    const roles = isObjectType(type) ? rolesOf([type.astNode, ...type.extensionASTNodes]) : null
    if (roles) rolesOfTypes.set(type.name, roles)
  }
  for (const type of types) if (isObjectType(type)) protectFields(schema, type, rolesOfTypes)
  return schema
}

type RolesOfTypes = ReadonlyMap<string, readonly string[]>

function protectFields(schema: GraphQLSchema, type: GraphQLObjectType, rolesOfTypes: RolesOfTypes): void {
  const isMutation = type === schema.getMutationType()
  const isOperation = isMutation || type === schema.getQueryType()
  for (const field of Object.values(type.getFields())) {
    if (field.name === SCHEMA_FIELD) continue
    const name = `${type.name}.${field.name}`
    if (isOperation && field.resolve === undefined) throw new Error(`${name} has no resolver: nobody answers it`)
    const resolve: Resolver = field.resolve ?? defaultFieldResolver
    const ofField = rolesOf([field.astNode])
    const own = ofField ?? rolesOfTypes.get(type.name)
    // A list tells of its members by how many there are, and by its cursors: whoever may not read them gets no list.
    const ofMembers = ofField === null && !isOperation ? rolesOfMembers(field.type, rolesOfTypes) : null
    const inner = ofMembers ? protectedField(name, resolve, ofMembers) : resolve
    if (ofMembers) field.resolve = inner
    const roles = own ?? (isOperation && !isMutation ? rolesReturned(field.type, rolesOfTypes) : null)
    if (field.name === ENTITIES_FIELD) field.resolve = protectedEntities(resolve, rolesOfTypes)
    else if (roles) field.resolve = protectedField(name, isMutation ? actingAs(roles, inner) : inner, roles)
    else if (isOperation) throw new Error(`${name} lacks @auth: no operation is open`)
  }
}

/** Those of the type that a field returns, or whose members a list holds. */
function rolesReturned(type: GraphQLOutputType, rolesOfTypes: RolesOfTypes): readonly string[] | null {
  const returned = getNamedType(type)
  const roles = rolesOfTypes.get(returned.name)
  if (roles || !isObjectType(returned)) return roles ?? null
  const fields = returned.getFields()
  const inner = fields['edges'] ?? fields['node']
  return inner ? rolesReturned(inner.type, rolesOfTypes) : null
}

function rolesOfMembers(type: GraphQLOutputType, rolesOfTypes: RolesOfTypes): readonly string[] | null {
  const list = getNamedType(type)
  return isObjectType(list) && 'edges' in list.getFields() ? rolesReturned(list, rolesOfTypes) : null
}

/** The roles that a mutation names; those that are known to be there have some. */
export function rolesOfMutation(schema: GraphQLSchema, mutation: string): readonly string[] {
  return rolesOf([schema.getMutationType()?.getFields()[mutation]?.astNode]) ?? []
}

type Annotated = { readonly directives?: readonly ConstDirectiveNode[] | undefined } | null | undefined
type Resolver = GraphQLFieldResolver<unknown, RequestContext>

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

/** What a command is recorded with is the role that allowed it, whatever else the caller is. */
function actingAs(roles: readonly string[], resolve: Resolver): Resolver {
  return (source, args, context, info) => {
    const actingRole = roles.find((role) => context.principal.roles.includes(role)) ?? PUBLIC
    return resolve(source, args, { ...context, actingRole }, info)
  }
}

function protectedField(name: string, resolve: Resolver, roles: readonly string[]): Resolver {
  return (source, args, context, info) => {
    if (!mayUse(context, roles)) throw refusal(context, name, roles)
    return resolve(source, args, context, info)
  }
}

/** What belongs to staff alone stays theirs when it is reached by reference, from another subgraph's public field. */
function protectedEntities(resolve: Resolver, rolesOfTypes: RolesOfTypes): Resolver {
  return (source, args, context, info) => {
    const representations = args['representations'] as readonly { readonly __typename?: unknown }[]
    for (const { __typename: type } of representations) {
      const roles = rolesOfTypes.get(String(type))
      const isOpen = roles ? mayUse(context, roles) : !isPublic(context)
      if (!isOpen) throw refusal(context, String(type), roles ?? [])
    }
    return resolve(source, args, context, info)
  }
}

export function mayUse({ principal }: RequestContext, roles: readonly string[]): boolean {
  return roles.includes(PUBLIC) || roles.some((role) => principal.roles.includes(role))
}

function isPublic({ principal }: RequestContext): boolean {
  return principal.roles.includes(PUBLIC)
}

/** Whoever has not signed in is asked to; whoever has is told which roles would do. */
function refusal(context: RequestContext, field: string, requiredRoles: readonly string[]): GraphQLError {
  if (isPublic(context))
    return requestError('UNAUTHENTICATED', undefined, { field, reason: 'TOKEN_MISSING', requiredRoles })
  return requestError('FORBIDDEN', `One of these is needed: ${requiredRoles.join(', ')}.`, { field, requiredRoles })
}
