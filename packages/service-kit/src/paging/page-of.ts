import type { Connection, mongo } from 'mongoose'
import { databaseOf } from '../store/database.ts'
import { decodeCursor, encodeCursor } from './cursor.ts'
import { type Page, type PageArguments, pageFrom, pageSize } from './page.ts'

/** A condition of MongoDB on documents of a list. */
export type Condition = mongo.Filter<mongo.Document>
export type Direction = 1 | -1

/** A list of documents of one collection, in one order. */
export interface ListQuery {
  /** Cursors are of this list, in this order, and of no other. */
  readonly list: string
  readonly collection: string
  readonly match: readonly Condition[]
  /** A path that holds text or a number in every document; the id decides between equals. */
  readonly sort: string
  readonly direction: Direction
  /** Where members of the list are elements of an array in the documents: they follow each other as they stand there. */
  readonly elements?: { readonly of: string; readonly match: Condition }
}

/** A document of the page; of a list of elements, with the index of the element that is meant. */
export type Member<Document> = Document & { readonly _element?: number }

/**
 * One page of a list, read with one query by its position, however far into the list. Counting is a second query, made
 * only for those who ask.
 * @param nodesOf what is shown of each member, in their order; `undefined` leaves one out
 * @throws GraphQLError `INPUT_INVALID` for a page size outside 1 to 100, `CURSOR_INVALID` for a cursor of another list
 */
export async function pageOf<Document extends object, Node>(
  connection: Connection,
  query: ListQuery,
  { first, after }: PageArguments,
  nodesOf: (
    members: readonly Member<Document>[],
  ) => Promise<readonly (Node | undefined)[]> | readonly (Node | undefined)[],
): Promise<Page<Node>> {
  const size = pageSize(first)
  const collection = databaseOf(connection).collection(query.collection)
  const members = await collection
    .aggregate<Member<Document>>([...stagesOf(query, after), { $limit: size + 1 }])
    .toArray()
  const nodes = await nodesOf(members.slice(0, size))
  const cursorOf = (member: object) => encodeCursor(keyOf(query), positionOf(query, member))
  const page = pageFrom(members, { size, after }, cursorOf, (_, index) => nodes[index])
  return { ...page, totalCount: () => countOf(collection, query) }
}

/** How the database would answer a page of the list: the stages of the plan that it chose, and of no other. */
export async function planOf(connection: Connection, query: ListQuery): Promise<readonly string[]> {
  const collection = databaseOf(connection).collection(query.collection)
  const explained = await collection.aggregate([...stagesOf(query, null), { $limit: 1 }]).explain('queryPlanner')
  const chosen = JSON.stringify(explained, (key, value: unknown) => (key === 'rejectedPlans' ? undefined : value))
  return [...chosen.matchAll(/"stage":"(\w+)"/g)].map(([, stage = '']) => stage)
}

function stagesOf(query: ListQuery, after: string | null | undefined): mongo.Document[] {
  const { match, sort, direction, elements } = query
  const position = after ? decodeCursor(keyOf(query), after, elements ? 3 : 2) : null
  const order = sort === '_id' ? { _id: direction } : { [sort]: direction, _id: direction }
  if (!elements) {
    const rest = position ? [beyond(query, position)] : []
    return [...matching([...match, ...rest]), { $sort: order }]
  }
  const rest = position ? [notBefore(query, position)] : []
  return [
    ...matching([...match, ...rest]),
    { $sort: order },
    { $set: { _elements: `$${elements.of}` } },
    { $unwind: { path: '$_elements', includeArrayIndex: '_element' } },
    { $set: { _element: { $toInt: '$_element' } } },
    ...matching([elements.match, ...(position ? [beyondElement(query, position)] : [])]),
    { $unset: '_elements' },
  ]
}

function matching(conditions: readonly Condition[]): mongo.Document[] {
  return conditions.length === 0 ? [] : [{ $match: { $and: conditions } }]
}

type Position = readonly (string | number)[]

function positionOf({ sort, elements }: ListQuery, member: object): Position {
  const id = valueAt(member, '_id')
  return elements ? [valueAt(member, sort), id, valueAt(member, '_element')] : [valueAt(member, sort), id]
}

function valueAt(document: object, path: string): string | number {
  const value = path
    .split('.')
    .reduce<unknown>((part, name) => (part as Record<string, unknown> | null)?.[name], document)
  // A document that other code made may lack what it is sorted by until the rebuild has come by: it comes first.
  return typeof value === 'string' || typeof value === 'number' ? value : ''
}

function beyond({ sort, direction }: ListQuery, [value, id]: Position): Condition {
  const further = direction === 1 ? '$gt' : '$lt'
  return { $or: [{ [sort]: { [further]: value } }, { [sort]: value, _id: { [further]: id } }] } as Condition
}

/** The document whose element came last may have more of them. */
function notBefore({ sort, direction }: ListQuery, [value, id]: Position): Condition {
  const further = direction === 1 ? '$gt' : '$lt'
  return { $or: [{ [sort]: { [further]: value } }, { [sort]: value, _id: { [`${further}e`]: id } }] } as Condition
}

function beyondElement({ sort, direction }: ListQuery, [value, id, element]: Position): Condition {
  const further = direction === 1 ? '$gt' : '$lt'
  return {
    $or: [
      { [sort]: { [further]: value } },
      { [sort]: value, _id: { [further]: id } },
      { [sort]: value, _id: id, _element: { $gt: element } },
    ],
  } as Condition
}

/** One name for list and order, so that a cursor of one order is none of another. */
function keyOf({ list, sort, direction }: ListQuery): string {
  return `${list} ${direction === 1 ? '' : '-'}${sort}`
}

async function countOf(collection: mongo.Collection, { match, elements }: ListQuery): Promise<number> {
  const conditions = match.length === 0 ? {} : { $and: [...match] }
  if (!elements) return collection.countDocuments(conditions)
  const [counted] = await collection
    .aggregate<{ readonly count: number }>([
      { $match: conditions },
      { $project: { _elements: `$${elements.of}` } },
      { $unwind: '$_elements' },
      { $match: elements.match },
      { $count: 'count' },
    ])
    .toArray()
  return counted?.count ?? 0
}
