import { type Instant, plusMillis } from '@afterline/rules'
import type { AggregateTypes, StateOf } from '../aggregate/aggregate.ts'
import type { Shown } from '../aggregate/shown.ts'
import type { RequestContext } from '../graphql/request-context.ts'
import { requestError } from '../graphql/request-error.ts'
import type { AggregateDocument } from '../interfaces.ts'
import {
  type Condition,
  type Direction,
  type ListQuery,
  type Page,
  type PageArguments,
  pageOf,
} from '../paging/index.ts'
import { type AggregateIndex, currentDocuments } from '../store/index.ts'
import type { FilterField } from './filters.ts'
import type { AggregateGraph, AnyGraph, ListDeclaration, PartOfList } from './graph.ts'
import { fewOf } from './loaders.ts'
import { listed } from './records.ts'
import { readingRoles, refuseAnothers, rowConditions } from './rows.ts'

export interface ListArguments extends PageArguments {
  readonly filter?: Readonly<Record<string, unknown>> | null | undefined
  readonly sort?: string | null | undefined
}

/** What every list can be filtered by, and sorted by, besides its own. */
const CHANGED_AT = 'headRecordedAt'
const LONGEST_COMMIT_MS = 120_000
export const RECENTLY_CHANGED = 'RECENTLY_CHANGED'
export const changedSince: FilterField = {
  inputType: 'Instant',
  description:
    'Changed at this instant or later. To keep a copy fresh, ask with the instant before the last question: what changed up to two minutes earlier comes again, because a change is known a moment after its instant.',
  path: CHANGED_AT,
  // A change takes its instant before it commits; no transaction lives as long as this.
  condition: (path, value) => ({ [path]: { $gte: plusMillis(value as Instant, -LONGEST_COMMIT_MS) } }),
}

/** The orders of a list by name, the default first. */
export function ordersOf({ sort }: ListDeclaration): readonly string[] {
  return [...Object.keys(sort), RECENTLY_CHANGED]
}

/**
 * A page of the records that the caller may see.
 * @param within conditions that hold besides those of the caller, such as one customer's
 * @throws GraphQLError `INPUT_INVALID`, `CURSOR_INVALID`
 */
export function listOf<T extends AggregateTypes>(
  context: RequestContext,
  graph: AggregateGraph<T>,
  name: string,
  args: ListArguments,
  within: Readonly<Record<string, unknown>> = {},
): Promise<Page<Shown<T['state']>>> {
  const declared = graph.lists[name]
  if (!declared) throw new Error(`${graph.type} has no list ${name}`)
  const { kit } = context
  const query = {
    list: name,
    collection: graph.collection,
    match: [
      ...conditionsOf(declared, within),
      ...conditionsOf(declared, args.filter ?? {}),
      ...ownConditions(context, graph),
    ],
    ...orderOf(declared, args.sort),
  }
  return pageOf<AggregateDocument<StateOf<T>>, Shown<T['state']>>(kit.connection, query, args, async (members) => {
    const documents = await currentDocuments(kit, graph.stored, members)
    return Promise.all(documents.map(async (document) => (await listed(context, graph, document)) ?? undefined))
  })
}

/** The part of a list that belongs to another record. @throws GraphQLError besides, `FORBIDDEN` (see `PartOfList.ownerOf`) */
export async function listWithin<T extends AggregateTypes>(
  context: RequestContext,
  graph: AggregateGraph<T>,
  name: string,
  { by, where = {}, most, ownerOf }: PartOfList,
  id: string,
  args: ListArguments,
): Promise<Page<Shown<T['state']>> | readonly Shown<T['state']>[]> {
  if (ownerOf !== undefined) await refuseAnothers(context, () => ownerOf(context, id))
  const declared = graph.lists[name]
  const field = declared?.filter[by]
  if (most === undefined || !declared || !field) return listOf(context, graph, name, args, { ...where, [by]: [id] })
  const few = { path: pathOf(by, field), match: conditionsOf(declared, where), ...orderOf(declared, null), most }
  return fewOf(context, graph, few, id)
}

/** Parts of records as a list of their own: elements of an array in the documents, by record and place in it. */
export interface PartsQuery {
  /** Cursors are of this list and of no other. */
  readonly list: string
  /** The array's path in the document, such as `state.shipments`. */
  readonly of: string
  /** Which records have such parts at all, so that an index finds them. */
  readonly within: Condition
  /** Which of their parts are meant; the part is `_elements`. */
  readonly match: Condition
}

/**
 * A page of parts of the records that the caller may see.
 * @param nodeOf what is shown of the part of this index; `undefined` leaves it out
 */
export function partsOf<T extends AggregateTypes, Node>(
  context: RequestContext,
  graph: AggregateGraph<T>,
  { list, of, within, match }: PartsQuery,
  args: PageArguments,
  nodeOf: (record: Shown<T['state']>, index: number) => Node | undefined,
): Promise<Page<Node>> {
  const query = {
    list,
    collection: graph.collection,
    match: [within, ...ownConditions(context, graph)],
    sort: '_id',
    direction: 1,
    elements: { of, match },
  } as const
  return pageOf<AggregateDocument<StateOf<T>>, Node>(context.kit.connection, query, args, async (members) => {
    const documents = await currentDocuments(context.kit, graph.stored, members)
    const nodes = documents.map(async (document, place) => {
      const record = await listed(context, graph, document)
      const index = members[place]?._element
      return record === null || index === undefined ? undefined : partOf(context, record, nodeOf(record, index))
    })
    return Promise.all(nodes)
  })
}

/** What is within a record is read by whom the record is. */
function partOf<Node>({ admissions }: RequestContext, record: object, node: Node): Node {
  const roles = admissions.of(record)
  if (roles && typeof node === 'object' && node !== null) admissions.admit(node, roles)
  return node
}

/** Of the rows that are listed: those that are opened by the roles which brought the caller to the list. */
function ownConditions<T extends AggregateTypes>(
  context: RequestContext,
  graph: AggregateGraph<T>,
): readonly Condition[] {
  const listing = readingRoles(context, graph).filter((role) => context.by.includes(role))
  return rowConditions(context, graph, listing)
}

/** Every order of every list, and every condition on single values in the default order: what an index is there for. */
export function indexedQueriesOf(graph: AnyGraph): readonly ListQuery[] {
  return Object.entries(graph.lists).flatMap(([list, declared]) => {
    const base = { list, collection: graph.collection, match: [] }
    const orders = ordersOf(declared).map((name) => ({ ...base, ...orderOf(declared, name) }))
    const conditions = Object.entries(declared.filter).flatMap(([name, field]) =>
      field.isSingled
        ? [{ ...base, match: conditionsOf(declared, { [name]: ['any'] }), ...orderOf(declared, null) }]
        : [],
    )
    return [...orders, ...conditions]
  })
}

function conditionsOf({ filter }: ListDeclaration, values: Readonly<Record<string, unknown>>): readonly Condition[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const field = name === 'changedSince' ? changedSince : filter[name]
    if (!field) throw requestError('INPUT_INVALID', `There is no filter ${name}.`, { field: `filter.${name}` })
    return value === null || value === undefined ? [] : [field.condition(pathOf(name, field), value)]
  })
}

function pathOf(name: string, { path }: FilterField): string {
  return path ?? `state.${name}`
}

function orderOf({ sort }: ListDeclaration, asked: string | null | undefined) {
  const name = asked ?? Object.keys(sort)[0] ?? RECENTLY_CHANGED
  return name === RECENTLY_CHANGED ? { sort: CHANGED_AT, direction: -1 as const } : placeOf(sort[name] ?? '')
}

function placeOf(order: string): { readonly sort: string; readonly direction: Direction } {
  return order.startsWith('-')
    ? { sort: `state.${order.slice(1)}`, direction: -1 }
    : { sort: `state.${order}`, direction: 1 }
}

/**
 * What the lists need: one index an order, and one for each condition on single values in the default order. `_id` at the
 * end makes every order total, as paging needs.
 */
export function indexesOf({ aggregate, lists, indexes = [] }: AnyGraph): readonly AggregateIndex[] {
  const derived = Object.values(lists).flatMap((list) => {
    const orders = Object.values(list.sort).map(placeOf)
    const [first] = orders
    if (!first) return []
    const singled = Object.entries(list.filter).flatMap(([name, field]) =>
      field.isSingled ? [pathOf(name, field)] : [],
    )
    const row = aggregate.row === undefined ? [] : [`state.${aggregate.row}`]
    return [
      ...orders.map(({ sort, direction }) => ({ fields: { [sort]: direction, _id: direction } })),
      ...[...new Set([...singled, ...row])]
        .filter((path) => path !== first.sort)
        .map((path) => ({ fields: { [path]: 1 as const, [first.sort]: first.direction, _id: first.direction } })),
    ]
  })
  return distinct([...derived, { fields: { [CHANGED_AT]: -1, _id: -1 } }, ...indexes])
}

/** An order and its reverse are one index. */
function distinct(indexes: readonly AggregateIndex[]): readonly AggregateIndex[] {
  const keyOf = ({ fields }: AggregateIndex) => Object.keys(fields).join()
  return [...new Map(indexes.map((index) => [keyOf(index), index])).values()]
}
