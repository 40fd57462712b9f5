import type { AggregateTypes, AnyCommandOf, CommandName, DeclaredAggregate, StateOf } from '../aggregate/aggregate.ts'
import type { Shown } from '../aggregate/shown.ts'
import type { Audience, RequestContext, Resolvers } from '../graphql/index.ts'
import type { AggregateIndex } from '../store/index.ts'
import type { ComputedFields } from './computed.ts'
import type { FilterField } from './filters.ts'
import type { Reading, StoredRecords } from './reading.ts'

/** What a mutation's data are made with. */
export interface Making {
  /** Of the record: the new one's for a command that begins a stream. */
  readonly id: string
  readonly context: RequestContext
  /** The id of a part that the command creates. It follows from caller and key, so that a repeated request is the same. */
  partId(kind: string): string
}

/** A list of the records, as `Query` shows it: sorted, filtered, counted, page by page. */
export interface ListDeclaration {
  /** What it shows, for portal developers. */
  readonly description: string
  /** Conditions, by the name that clients use; `changedSince` is there for every list. */
  readonly filter: Readonly<Record<string, FilterField>>
  /** Orders by name, the default first: a field of the state that is never null, `-` before it for descending. */
  readonly sort: Readonly<Record<string, string>>
  /** Who reads it, where not everybody who may read the type. */
  readonly readers?: Audience
  /** Types that show the part of the list that is theirs, under its name. */
  readonly of?: Readonly<Record<string, PartOfList>>
}

/** A list within a record of another type, such as a customer's contracts. */
export interface PartOfList {
  /** The condition that is held to the other record's id. */
  readonly by: string
  /** What it shows there, where that is more than what the list shows. */
  readonly description?: string
  readonly readers?: Audience
  /** The field there, where it is not called like the list. */
  readonly as?: string
  /** Conditions of the list that hold there besides. */
  readonly where?: Readonly<Record<string, unknown>>
  /** Where there are never more: they stand there all at once, in the default order, instead of page by page. */
  readonly most?: number
  /** Whose the other record is: the list of another's is FORBIDDEN to a salesperson without a further role. */
  readonly ownerOf?: (context: RequestContext, id: string) => Promise<string | null>
}

/** The data of the command that begins a record: they name what its state then holds. */
type Begun<T extends AggregateTypes> = T['commands'][T['begins'] & keyof T['commands']]

/** How an aggregate stands in the graph and in the database. */
export interface GraphDeclaration<T extends AggregateTypes> {
  /** Its type in the graph. */
  readonly type: string
  /** What a record is, for portal developers. Its fields follow from the aggregate's `state`, and from `fields`. */
  readonly says: string
  /** Who reads the type; everybody who reaches it when left out. */
  readonly audience?: Audience
  /** Fields besides those of the state. */
  readonly fields?: ComputedFields<Shown<T['state']>>
  /** Fields besides their own of the values that a record holds, by the name of their type. */
  readonly valueFields?: Readonly<Record<string, ComputedFields<never>>>
  readonly collection: string
  /** The audience of the query for one of them, where it is not that of the type. */
  readonly readers?: Audience
  /**
   * Reads, within the transaction, what the decision depends on outside the aggregate. May be left out where nothing is
   * looked up.
   */
  readonly lookUp?: (command: AnyCommandOf<T>, state: StateOf<T>, reading: Reading) => Promise<T['lookUp']>
  /**
   * The ids of which `lookUp` asks for `heldStatesOf`: commands of one process that hold the same record follow one
   * another, instead of beginning in vain.
   */
  readonly holds?: (command: AnyCommandOf<T>) => readonly string[]
  /** Whose record it is, where no field of the state tells (see `AggregateDeclaration.row`). */
  readonly ownerOf?: (context: RequestContext, state: T['state']) => Promise<string | null>
  /**
   * Whose another record is that a command leads to, such as the customer of an order: who may choose among several roles
   * acts by one that opens both. What a decision sees of another's record, `lookUp` says.
   * @param named the data of the command that begins a record, or the record
   */
  readonly ownerNamed?: (context: RequestContext, named: Begun<T> | T['state']) => Promise<string | null>
  /**
   * What names the record that a beginning is about (see `again` of the aggregate), where it is entered otherwise than in the
   * fields of the state, such as on a scanned label.
   * @param entered the mutation's input without the record's own id
   */
  readonly namedIn?: (context: RequestContext, entered: Readonly<Record<string, unknown>>) => Promise<object>
  readonly lists: Readonly<Record<string, ListDeclaration>>
  /** Types of parts that are listed page by page, too (see `partsOf`). */
  readonly parts?: readonly string[]
  /**
   * From the input of a command's mutation, whose name is that of the command, to the command's data, where these are more
   * than what was entered; the record's own id has been taken out, and what was left out is null. `null` for a command that
   * no mutation gives.
   */
  readonly mutations?: {
    readonly [Name in CommandName<T>]?: ((input: never, making: Making) => T['commands'][Name]) | null
  }
  /**
   * Commands that may be entered together with what begins a record, as one entry (`recordWhole…`), in the order in which
   * they mostly follow. Each has a mutation of its own.
   */
  readonly wholeCase?: readonly CommandName<T>[]
  /** What else is looked up by an index; fields of the state lie under `state.`. */
  readonly indexes?: readonly AggregateIndex[]
  /** Fields that are not read off the state as they are, and those that this aggregate adds to other types. */
  readonly resolvers?: Resolvers
}

/** An aggregate in the graph: plain data, without a connection, so that anything can be derived from it. */
export interface AggregateGraph<T extends AggregateTypes> extends GraphDeclaration<T>, StoredRecords<T> {
  readonly mutations: NonNullable<GraphDeclaration<T>['mutations']>
}

/** Any of them. Which types it has matters to none who go over all. */
// biome-ignore lint/suspicious/noExplicitAny: the types of an aggregate appear in both directions, so no one type holds them all
export type AnyGraph = AggregateGraph<any>

export function graphOf<T extends AggregateTypes>(
  aggregate: DeclaredAggregate<T>,
  declared: GraphDeclaration<T>,
): AggregateGraph<T> {
  const { collection, mutations = {} } = declared
  return { ...declared, mutations, aggregate, stored: { ...aggregate, collection } }
}
