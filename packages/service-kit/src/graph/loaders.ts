import DataLoader from 'dataloader'
import type { mongo } from 'mongoose'
import type { AggregateTypes, StateOf } from '../aggregate/aggregate.ts'
import type { Shown } from '../aggregate/shown.ts'
import type { RequestContext } from '../graphql/request-context.ts'
import type { AggregateDocument } from '../interfaces.ts'
import type { Condition, Direction } from '../paging/index.ts'
import type { KeptCollection } from '../projections/index.ts'
import { currentDocuments, databaseOf } from '../store/index.ts'
import type { AggregateGraph } from './graph.ts'
import { listed } from './records.ts'

/** A document of a projection, by its id; `null` when there is none. One query per request, however many are asked for. */
export function loadById<Document extends { readonly _id: string }>(
  context: RequestContext,
  kept: KeptCollection<Document>,
  id: string,
): Promise<Document | null> {
  const read = async (ids: readonly string[]) => {
    const documents = await kept.current()
    const found = await documents.find({ _id: { $in: ids } } as mongo.Filter<Document>).toArray()
    // What was written as a Document comes back as one.
    const byId = new Map(found.map((document) => [document._id as string, document as unknown as Document]))
    return ids.map((wanted) => byId.get(wanted) ?? null)
  }
  return context.loaderOf(`by-id ${kept.name}`, () => new DataLoader<string, Document | null>(read)).load(id)
}

/** Records that belong to another one, of which there are never many. */
export interface FewQuery {
  /** Where a record names the other one, such as `state.subject.id`. */
  readonly path: string
  readonly match: readonly Condition[]
  readonly sort: string
  readonly direction: Direction
  /** So many of each at most. */
  readonly most: number
}

const KEYS_AT_ONCE = 100

/** Those of the records that the caller may see, with one query for a whole page of what they belong to. */
export async function fewOf<T extends AggregateTypes>(
  context: RequestContext,
  graph: AggregateGraph<T>,
  { path, match, sort, direction, most }: FewQuery,
  key: string,
): Promise<readonly Shown<T['state']>[]> {
  const read = async (keys: readonly string[]) => {
    const found = await databaseOf(context.kit.connection)
      .collection<AggregateDocument<StateOf<T>>>(graph.collection)
      .find({ $and: [{ [path]: { $in: keys } }, ...match] } as mongo.Filter<AggregateDocument<StateOf<T>>>)
      .sort({ [sort]: direction, _id: direction })
      .limit(keys.length * most)
      .toArray()
    const documents = await currentDocuments(context.kit, graph.stored, found as AggregateDocument<StateOf<T>>[])
    const byKey = Map.groupBy(documents, (document) => valueAt(document, path))
    return keys.map((one) => (byKey.get(one) ?? []).slice(0, most))
  }
  const loader = context.loaderOf(
    `few ${graph.type} ${path} ${JSON.stringify(match)}`,
    () => new DataLoader<string, readonly AggregateDocument<StateOf<T>>[]>(read, { maxBatchSize: KEYS_AT_ONCE }),
  )
  const documents = await loader.load(key)
  const seen = await Promise.all(documents.map((document) => listed(context, graph, document)))
  return seen.filter((record) => record !== null)
}

function valueAt(document: object, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((part, name) => (part as Readonly<Record<string, unknown>> | null)?.[name], document)
}
