import DataLoader from 'dataloader'
import type { AggregateTypes, StateOf } from '../aggregate/aggregate.ts'
import type { Shown } from '../aggregate/shown.ts'
import { isOnlySalesperson } from '../graphql/personal-text.ts'
import type { RequestContext } from '../graphql/request-context.ts'
import { requestError } from '../graphql/request-error.ts'
import type { AggregateDocument } from '../interfaces.ts'
import { readDocuments } from '../store/index.ts'
import type { AggregateGraph } from './graph.ts'

/** `null` for a document without an event, which is never stored. */
export function shownOf<T extends AggregateTypes>(
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
  const found = await loadForAnybody(context, graph, id)
  return found && (await maySee(context, graph, found)) ? found : null
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

/** @throws GraphQLError `NOT_FOUND` */
export async function find<T extends AggregateTypes>(
  context: RequestContext,
  graph: AggregateGraph<T>,
  id: string,
): Promise<Shown<T['state']>> {
  const found = await load(context, graph, id)
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

/** A salesperson without a further role sees own records; whose a record is, its aggregate says. */
export async function maySee<T extends AggregateTypes>(
  context: RequestContext,
  { aggregate: { row }, ownerOf }: AggregateGraph<T>,
  shown: Shown<T['state']>,
): Promise<boolean> {
  const { principal } = context
  if (!isOnlySalesperson(principal)) return true
  // The row names a field of the state that holds the id of a member of staff.
  if (row !== undefined) return (shown as Readonly<Record<string, unknown>>)[row] === principal.id
  return ownerOf === undefined || (await ownerOf(context, shown)) === principal.id
}

/**
 * For lists of what belongs to somebody: a salesperson without a further role reads own ones only.
 * @throws GraphQLError `FORBIDDEN`
 */
export async function refuseAnothers(
  { principal }: RequestContext,
  ownerOf: () => Promise<string | null>,
): Promise<void> {
  if (isOnlySalesperson(principal) && (await ownerOf()) !== principal.id) throw requestError('FORBIDDEN')
}
