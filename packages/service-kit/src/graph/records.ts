import DataLoader from 'dataloader'
import type { AggregateTypes, StateOf } from '../aggregate/aggregate.ts'
import type { Shown } from '../aggregate/shown.ts'
import type { RequestContext } from '../graphql/request-context.ts'
import { requestError } from '../graphql/request-error.ts'
import type { AggregateDocument } from '../interfaces.ts'
import { readDocuments } from '../store/index.ts'
import type { AggregateGraph } from './graph.ts'
import { openingRow, readingRoles } from './rows.ts'

/** `null` for a document without an event, which is never stored. */
function shownOf<T extends AggregateTypes>(
  { aggregate }: AggregateGraph<T>,
  { _id: id, version, findings, state }: AggregateDocument<StateOf<T>>,
): Shown<T['state']> | null {
  return aggregate.isBegun(state) ? { ...state, id, version, findings } : null
}

/**
 * The record; `null` when there is none, or the caller may not see it: both look alike from outside. One query per
 * request, however many records of the type are asked for.
 */
export async function load<T extends AggregateTypes>(
  context: RequestContext,
  graph: AggregateGraph<T>,
  id: string,
): Promise<Shown<T['state']> | null> {
  const document = await loadDocument(context, graph, id)
  return document && admitted(context, graph, document)
}

/**
 * The document as the caller may see it, `null` where none of the caller's roles opens it. Its fields are read by those
 * roles that do, and by no other.
 */
export async function admitted<T extends AggregateTypes>(
  context: RequestContext,
  graph: AggregateGraph<T>,
  document: AggregateDocument<StateOf<T>>,
): Promise<Shown<T['state']> | null> {
  const shown = shownOf(graph, document)
  const roles = shown === null ? [] : await openingRow(context, graph, shown, readingRoles(context, graph))
  if (shown === null || roles.length === 0) return null
  context.admissions.admit(shown, roles)
  return shown
}

/** The same, where one of the opening roles also brought the caller to the list or query that shows it. */
export async function listed<T extends AggregateTypes>(
  context: RequestContext,
  graph: AggregateGraph<T>,
  document: AggregateDocument<StateOf<T>>,
): Promise<Shown<T['state']> | null> {
  const shown = await admitted(context, graph, document)
  const roles = context.admissions.of(shown) ?? []
  return roles.some((role) => context.by.includes(role)) ? shown : null
}

/** The record, whoever asks: where something other than the caller's role gives the right to it, such as a token. */
export async function loadForAnybody<T extends AggregateTypes>(
  context: RequestContext,
  graph: AggregateGraph<T>,
  id: string,
): Promise<Shown<T['state']> | null> {
  const document = await loadDocument(context, graph, id)
  return document && shownOf(graph, document)
}

/** The record with its ledger, whoever asks; one query per request like the record itself. */
export function loadDocument<T extends AggregateTypes>(
  context: RequestContext,
  graph: AggregateGraph<T>,
  id: string,
): Promise<AggregateDocument<StateOf<T>> | null> {
  return loaderOf(context, graph).load(id)
}

/** After a change within the request: whoever asks for the record again sees it as it is now. */
export function forget<T extends AggregateTypes>(context: RequestContext, graph: AggregateGraph<T>, id: string): void {
  loaderOf(context, graph).clear(id)
}

/**
 * The record, where one of the roles by which the caller asks for it opens it.
 * @throws GraphQLError `NOT_FOUND`
 */
export async function find<T extends AggregateTypes>(
  context: RequestContext,
  graph: AggregateGraph<T>,
  id: string,
): Promise<Shown<T['state']>> {
  const document = await loadDocument(context, graph, id)
  const found = document && (await listed(context, graph, document))
  if (found === null) throw requestError('NOT_FOUND', `There is no ${graph.aggregate.life.name.en} ${id}.`)
  return found
}

/** One for the type and request. */
function loaderOf<T extends AggregateTypes>(context: RequestContext, graph: AggregateGraph<T>) {
  const read = async (ids: readonly string[]) => {
    const documents = await readDocuments(context.kit, graph.stored, ids)
    const byId = new Map(documents.map((document) => [document._id, document]))
    return ids.map((id) => byId.get(id) ?? null)
  }
  return context.loaderOf(graph.type, () => new DataLoader<string, AggregateDocument<StateOf<T>> | null>(read))
}
