import {
  type ConstDirectiveNode,
  defaultFieldResolver,
  type GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  isObjectType,
  valueFromASTUntyped,
} from 'graphql'
import type { RequestContext } from './request-context.ts'
import { requestError } from './request-error.ts'

/** Whoever holds nothing else; a field for this role is for everybody. */
const PUBLIC = 'PUBLIC'
/** Open to whoever comes with a principal of the gateway: the schema's text. */
const SCHEMA_FIELD = '_service'
const ENTITIES_FIELD = '_entities'

/**
 * Wraps every field that carries `@auth`, or whose type does, so that it resolves only for a caller with one of the
 * roles. Types without any `@auth` are reached through protected operations, or as entities: not by the public.
 * @throws Error when a query or mutation carries none: no operation is open
 */
export function enforceAuth(schema: GraphQLSchema): GraphQLSchema {
  const roots = [schema.getQueryType(), schema.getMutationType()]
  const rolesOfTypes = new Map<string, readonly string[]>()
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue
    const typeRoles = rolesOf([type.astNode, ...type.extensionASTNodes])
    if (typeRoles) rolesOfTypes.set(type.name, typeRoles)
    for (const field of Object.values(type.getFields())) {
      const name = `${type.name}.${field.name}`
      const roles = rolesOf([field.astNode]) ?? typeRoles
      const resolve = field.resolve ?? defaultFieldResolver
      if (field.name === ENTITIES_FIELD) field.resolve = protectedEntities(resolve, rolesOfTypes)
      else if (roles) field.resolve = protectedField(name, resolve, roles)
      else if (roots.includes(type) && field.name !== SCHEMA_FIELD) {
        throw new Error(`${name} lacks @auth: no operation is open`)
      }
    }
  }
  return schema
}

type Annotated = { readonly directives?: readonly ConstDirectiveNode[] | undefined } | null | undefined
type Resolver = GraphQLFieldResolver<unknown, RequestContext>

function rolesOf(nodes: readonly Annotated[]): readonly string[] | null {
  const directives = nodes.flatMap((node) => node?.directives ?? []).filter(({ name }) => name.value === 'auth')
  if (directives.length === 0) return null
  return directives.flatMap((directive) =>
    // The schema's validation has seen that the argument is a list of roles.
    (directive.arguments ?? []).flatMap(({ value }) => valueFromASTUntyped(value) as readonly string[]),
  )
}

function protectedField(name: string, resolve: Resolver, roles: readonly string[]): Resolver {
  return (source, args, context, info) => {
    if (!mayUse(context, roles)) throw refusal(context, name, roles)
    return resolve(source, args, context, info)
  }
}

/** What belongs to staff alone stays theirs when it is reached by reference, from another subgraph's public field. */
function protectedEntities(resolve: Resolver, rolesOfTypes: ReadonlyMap<string, readonly string[]>): Resolver {
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

function mayUse({ principal }: RequestContext, roles: readonly string[]): boolean {
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
