import {
  type ConstDirectiveNode,
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  isObjectType,
  valueFromASTUntyped,
} from 'graphql'
import type { RequestContext } from './request-context.ts'
import { requestError } from './request-error.ts'

/** Fields that federation itself needs; the signed principal protects them, and the types behind them their own rules. */
const FEDERATION_FIELDS = new Set(['_entities', '_service'])

/**
 * Wraps every field that carries `@auth`, or whose type does, so that it resolves only for a caller with one of the roles.
 * @throws Error when a query or mutation carries none: no operation is open
 */
export function enforceAuth(schema: GraphQLSchema): GraphQLSchema {
  const roots = [schema.getQueryType(), schema.getMutationType()]
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue
    const typeRoles = rolesOf([type.astNode, ...type.extensionASTNodes])
    for (const field of Object.values(type.getFields())) {
      const roles = rolesOf([field.astNode]) ?? typeRoles
      if (roles) protectField(type, field, roles)
      else if (roots.includes(type) && !FEDERATION_FIELDS.has(field.name)) {
        throw new Error(`${type.name}.${field.name} lacks @auth: no operation is open`)
      }
    }
  }
  return schema
}

type Annotated = { readonly directives?: readonly ConstDirectiveNode[] | undefined } | null | undefined

function rolesOf(nodes: readonly Annotated[]): readonly string[] | null {
  const directives = nodes.flatMap((node) => node?.directives ?? []).filter(({ name }) => name.value === 'auth')
  if (directives.length === 0) return null
  return directives.flatMap((directive) =>
    (directive.arguments ?? []).flatMap(({ value }) => valueFromASTUntyped(value) as readonly string[]),
  )
}

function protectField(
  type: GraphQLObjectType,
  field: GraphQLField<unknown, RequestContext>,
  roles: readonly string[],
): void {
  const resolve = field.resolve ?? defaultFieldResolver
  field.resolve = (source, args, context, info) => {
    if (!roles.some((role) => context.principal.roles.includes(role))) {
      const isAnonymous = context.principal.roles.every((role) => role === 'PUBLIC')
      throw requestError(isAnonymous ? 'UNAUTHENTICATED' : 'FORBIDDEN', undefined, {
        field: `${type.name}.${field.name}`,
        requiredRoles: roles,
      })
    }
    return resolve(source, args, context, info)
  }
}
