import type { Actor } from '@afterline/events'
import type { AggregateTypes } from '../aggregate/aggregate.ts'
import type { RequestContext } from '../graphql/request-context.ts'
import { requestError } from '../graphql/request-error.ts'
import type { Condition } from '../paging/index.ts'
import type { AggregateGraph } from './graph.ts'

/** These roles open own records only; every other one opens all records of the types that it reads. */
const OWN_ROWS_ONLY: readonly string[] = ['SALESPERSON']

/** Whether the role opens records of others, too. */
export function opensAllRows(role: string): boolean {
  return !OWN_ROWS_ONLY.includes(role)
}

/** Whether somebody, by the role that allows the act, may see what is this person's. */
export function opensRowOf(ownerId: string | null, { id, role }: Actor): boolean {
  return opensAllRows(role) || ownerId === id
}

/** Whether one of the roles by which the caller reads opens what is this person's. */
export function opensRow({ principal: { id }, by }: RequestContext, ownerId: string | null): boolean {
  return by.some((role) => opensRowOf(ownerId, { id, role }))
}

/** The caller's roles that read anything of the type, whichever records. */
export function readingRoles(
  { principal: { roles }, readers }: RequestContext,
  { type }: Pick<AggregateGraph<AggregateTypes>, 'type'>,
): readonly string[] {
  const reading = readers.of(type)
  return reading === null || reading.includes('PUBLIC') ? roles : roles.filter((role) => reading.includes(role))
}

/** Those of the roles that open the record. */
export async function openingRow<T extends AggregateTypes>(
  context: RequestContext,
  graph: AggregateGraph<T>,
  state: T['state'],
  roles: readonly string[],
): Promise<readonly string[]> {
  if (roles.every(opensAllRows) || (await isOwn(context, graph, state))) return roles
  return roles.filter(opensAllRows)
}

/** Whose a record is, its aggregate says, or its graph; a record of nobody's type is everybody's. */
async function isOwn<T extends AggregateTypes>(
  context: RequestContext,
  { aggregate: { row }, ownerOf }: AggregateGraph<T>,
  state: T['state'],
): Promise<boolean> {
  const { id } = context.principal
  // The row names a field of the state that holds the id of a member of staff.
  if (row !== undefined) return (state as Readonly<Record<string, unknown>>)[row] === id
  return ownerOf === undefined || (await ownerOf(context, state)) === id
}

/** What holds in the database for the records of a list that these roles open. */
export function rowConditions<T extends AggregateTypes>(
  { principal }: RequestContext,
  { aggregate: { row } }: AggregateGraph<T>,
  roles: readonly string[],
): readonly Condition[] {
  if (roles.length === 0) return [{ _id: { $in: [] } }]
  return row === undefined || roles.some(opensAllRows) ? [] : [{ [`state.${row}`]: principal.id }]
}

/**
 * For lists of what belongs to somebody: by a role that opens own records only, the caller reads own ones.
 * @throws GraphQLError `FORBIDDEN`
 */
export async function refuseAnothers(
  { principal, by }: RequestContext,
  ownerOf: () => Promise<string | null>,
): Promise<void> {
  if (!by.some(opensAllRows) && (await ownerOf()) !== principal.id) throw requestError('FORBIDDEN')
}
