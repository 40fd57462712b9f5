import {
  defaultFieldResolver,
  type GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
} from 'graphql'
import {
  isRecord,
  objectTypesOf,
  PUBLIC,
  type Readers,
  type RolesOfTypes,
  readersIn,
  rolesByType,
  rolesOfField,
  rolesReturned,
} from './readers.ts'
import type { RequestContext } from './request-context.ts'
import { requestError } from './request-error.ts'

/*
 * Glossary
 *   grant       a role, the rows that it opens of a type (`graph/rows.ts`), and the fields that it reads of them (`@auth`)
 *   admission   the caller's roles whose grants open one record: its fields are read by these, and by no other role
 */

/** Open to whoever comes with a principal of the gateway: the schema's text. */
const SCHEMA_FIELD = '_service'
const ENTITIES_FIELD = '_entities'

/**
 * Wraps every field so that it resolves only for a caller with one of the roles that it names, or else its type, or, of a
 * query, the type that it returns. Within a record only those roles count that let the caller see the record. A mutation is
 * recorded with the role that allowed it: the first of its own that the caller holds. Types without any `@auth` are reached
 * through protected operations, or as entities: not by the public.
 * @throws Error when an operation has no roles, or nobody answers it
 */
export function enforceAuth(schema: GraphQLSchema): GraphQLSchema {
  const rolesOfTypes = rolesByType(schema)
  for (const type of objectTypesOf(schema)) protectFields(schema, type, rolesOfTypes)
  return schema
}

function protectFields(schema: GraphQLSchema, type: GraphQLObjectType, rolesOfTypes: RolesOfTypes): void {
  const isMutation = type === schema.getMutationType()
  const isOperation = isMutation || type === schema.getQueryType()
  for (const field of Object.values(type.getFields())) {
    if (field.name === SCHEMA_FIELD) continue
    const name = `${type.name}.${field.name}`
    if (isOperation && field.resolve === undefined) throw new Error(`${name} has no resolver: nobody answers it`)
    const resolve: Resolver = field.resolve ?? defaultFieldResolver
    if (field.name === ENTITIES_FIELD) {
      field.resolve = protectedEntities(resolve, readersIn(schema))
      continue
    }
    const own = rolesOfField(field)
    const ofReturned = isOperation && !isMutation ? rolesReturned(field.type, rolesOfTypes) : null
    const roles = own ?? rolesOfTypes.get(type.name) ?? ofReturned
    if (isOperation && roles === null) throw new Error(`${name} lacks @auth: no operation is open`)
    // A list tells of its members by how many there are, and by its cursors: whoever may not read them gets no list.
    const ofMembers = isOperation ? null : rolesOfMembers(field.type, rolesOfTypes)
    const leadsAway = !isOperation && (ofMembers !== null || isRecord(getNamedType(field.type)))
    const protection = { name, roles, isMutation, leadsAway, isOwn: own !== null, ofMembers }
    field.resolve = protectedField(resolve, protection)
  }
}

function rolesOfMembers(type: GraphQLOutputType, rolesOfTypes: RolesOfTypes): readonly string[] | null {
  const list = getNamedType(type)
  return isObjectType(list) && 'edges' in list.getFields() ? rolesReturned(list, rolesOfTypes) : null
}

type Resolver = GraphQLFieldResolver<unknown, RequestContext>

interface Protection {
  readonly name: string
  /** `null` where whoever reaches the value may read the field. */
  readonly roles: readonly string[] | null
  /** Whether the field itself names them. */
  readonly isOwn: boolean
  readonly isMutation: boolean
  /** To other records: which of these the caller sees, their own grants say. */
  readonly leadsAway: boolean
  /** Who may read the members of a list. */
  readonly ofMembers: readonly string[] | null
}

function protectedField(resolve: Resolver, protection: Protection): Resolver {
  const { name, roles, isOwn, isMutation, leadsAway, ofMembers } = protection
  return (source, args, context, info) => {
    const { principal, admissions } = context
    const admission = admissions.of(source)
    const held = (leadsAway && isOwn ? undefined : admission) ?? principal.roles
    if (!isOpenTo(held, roles)) throw refusal(context, name, roles)
    const isMembers = leadsAway && !isOwn
    if (isMembers && !isOpenTo(principal.roles, ofMembers)) throw refusal(context, name, ofMembers)
    // Nothing more depends on the caller.
    if (resolve === defaultFieldResolver && admission === undefined) return resolve(source, args, context, info)
    const by = isMembers ? opening(principal.roles, ofMembers) : opening(held, roles)
    const actingRole = isMutation ? (roles?.find((role) => held.includes(role)) ?? PUBLIC) : context.actingRole
    const answer = resolve(source, args, { ...context, by, actingRole }, info)
    return admission === undefined || leadsAway ? answer : handedDown(context, answer, admission)
  }
}

/** What is within a record is read by whom the record is. */
function handedDown(context: RequestContext, answer: unknown, admission: readonly string[]): unknown {
  if (typeof answer !== 'object' || answer === null) return answer
  if (answer instanceof Promise) return answer.then((value) => handedDown(context, value, admission))
  if (Array.isArray(answer)) for (const member of answer) handedDown(context, member, admission)
  else context.admissions.admit(answer, admission)
  return answer
}

/** What belongs to staff alone stays theirs when it is reached by reference, from another subgraph's public field. */
function protectedEntities(resolve: Resolver, readers: Readers): Resolver {
  return (source, args, context, info) => {
    const representations = args['representations'] as readonly { readonly __typename?: unknown }[]
    for (const { __typename: type } of representations) {
      const roles = readers.of(String(type))
      const isOpen = roles ? isOpenTo(context.principal.roles, roles) : !isPublic(context)
      if (!isOpen) throw refusal(context, String(type), roles)
    }
    return resolve(source, args, context, info)
  }
}

function isOpenTo(held: readonly string[], roles: readonly string[] | null): boolean {
  return roles === null || roles.includes(PUBLIC) || roles.some((role) => held.includes(role))
}

/** Those of the roles held that open it. */
function opening(held: readonly string[], roles: readonly string[] | null): readonly string[] {
  return roles === null || roles.includes(PUBLIC) ? held : roles.filter((role) => held.includes(role))
}

function isPublic({ principal }: RequestContext): boolean {
  return principal.roles.includes(PUBLIC)
}

/** Whoever has not signed in is asked to; whoever has is told which roles would do. */
function refusal(context: RequestContext, field: string, roles: readonly string[] | null): GraphQLError {
  const requiredRoles = roles ?? []
  if (isPublic(context))
    return requestError('UNAUTHENTICATED', undefined, { field, reason: 'TOKEN_MISSING', requiredRoles })
  return requestError('FORBIDDEN', `One of these is needed: ${requiredRoles.join(', ')}.`, { field, requiredRoles })
}
