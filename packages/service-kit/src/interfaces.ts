import type { Actor, Category, Context, DomainEvent, EventType, StoredEventOf } from '@afterline/events'
import type { Bilingual, Instant, Violation } from '@afterline/rules'
import type { ClientSession, Model, mongo } from 'mongoose'
import type { UniqueValue } from './aggregate/unique.ts'
import type { Build } from './projections/build.ts'
import type { SharedReads } from './store/shared-reads.ts'

/*
 * Glossary
 *   command      what somebody wants to happen; carries the instant and the actor, so deciding needs no clock
 *   decision     the events that would follow and the rules that speak against them
 *   repository   an aggregate with its document and what its decisions look up: the wiring of one aggregate
 *   projection   what this service remembers of events, its own or another context's
 *   stale        of a document: another shape of the code made its state or ledger, so that it is folded anew before use
 *   finding      a rule that an imported record breaks; it would have been a refusal online
 */

/** A command before it is decided. `at` is when it happens (or happened, for history); `by` who does it. */
export interface Command<Type extends string = string, Data = unknown> {
  readonly type: Type
  readonly at: Instant
  readonly by: Actor
  /**
   * Of a history only: the instant that the source gives, where it lies before the stream began. Commands of a history
   * come in time order and the beginning comes first, so such a step follows it at the same instant; gates are asked
   * about the stated one, and the event keeps it.
   */
  readonly statedAt?: Instant
  /**
   * Of a late entry only: when it is recorded. What was withdrawn by then refuses it, and what ran out since does not (see
   * `Moment` of the rules).
   */
  readonly knownAt?: Instant
  readonly data: Data
}

/**
 * What `decide` answers: all violations at once, and the events that follow if there are none. Online, one violation
 * refuses the command and no event is kept. In an import of history the events are kept and each violated rule becomes
 * a finding, because what happened, happened. A command that makes no sense at all returns no events.
 */
export interface Decision<Event extends DomainEvent = DomainEvent> {
  readonly events: readonly Event[]
  readonly violations: readonly Violation[]
}

/** An event as `evolve` sees it: with its moment and its actor. Personal fields are ciphertext. */
export type Recorded<Event extends DomainEvent> = Event & {
  readonly occurredAt: Instant
  readonly recordedAt: Instant
  readonly actor: Actor
}

/** The pure part of an aggregate. State is plain JSON, so that the document can hold it as it is. */
export interface Aggregate<State, Cmd extends Command, Event extends DomainEvent, LookUp> {
  readonly category: Category
  /** Raised with every change of what the state holds: a stored state of another shape is folded anew before it is used. */
  readonly shape: number
  readonly initialState: State
  /** What no two records have in common; checked in the transaction that writes the record. */
  readonly unique?: readonly UniqueValue<State>[]
  /** By command: the fields of its data that hold text about persons. What has none may be left out. */
  readonly personalFields?: Readonly<Record<string, readonly string[]>>
  decide(state: State, command: Cmd, lookUp: LookUp): Decision<Event>
  evolve(state: State, event: Recorded<Event>): State
}

/** What the store needs of an aggregate to make its documents from their events, without anybody who decides. */
export interface StoredAggregate<State = unknown> {
  readonly category: Category
  /** The collection that holds its documents. */
  readonly collection: string
  readonly shape: number
  readonly initialState: State
  readonly unique?: readonly UniqueValue<State>[]
  /** Only meets events of its own category, never those of the store. */
  evolve(state: State, event: Recorded<DomainEvent>): State
}

/** A finding as it is kept on the document. */
export interface Finding {
  readonly rule: string
  readonly message: Bilingual
  readonly facts: Readonly<Record<string, string | number | boolean | null>>
  readonly source: { readonly system: string; readonly file: string; readonly row: number }
}

/** The document of an aggregate: its state, plus what the store needs to append the next event. */
export interface AggregateDocument<State> {
  /** The id without the category. */
  readonly _id: string
  /** Version of the last event; `expectedVersion` is compared with it. */
  readonly version: number
  readonly headHash: string
  readonly headRecordedAt: Instant
  readonly state: State
  /** The stream's ledger of `@afterline/rules`, or `null` where the category has none. */
  readonly ledger: unknown
  readonly findings: readonly Finding[]
  /** The aggregate's shape that made the state; absent on what was stored before there were shapes. */
  readonly stateShape?: number
  /** The ledger's shape that made the ledger, `null` where the category had none; absent like `stateShape`. */
  readonly ledgerShape?: number | null
}

/** The wiring of one aggregate: its pure part, its document, and how what a decision depends on is read. */
export interface Repository<State, Cmd extends Command, Event extends DomainEvent, LookUp> {
  readonly aggregate: Aggregate<State, Cmd, Event, LookUp>
  readonly model: Model<AggregateDocument<State>>
  /** Commands that may begin a stream; any other on an unknown id is `NOT_FOUND`. */
  readonly creates: readonly Cmd['type'][]
  /**
   * Reads, within the transaction, what the decision depends on outside the aggregate. Where a concurrent change of it
   * must not slip through (a lot blocked while it ships), it touches that document so that MongoDB reports a write conflict.
   */
  lookUp(command: Cmd, state: State, reads: SharedReads): Promise<LookUp>
  /** Ids of the other records that `lookUp` touches for the command: commands that share one wait for each other. */
  readonly holds?: ((command: Cmd) => readonly string[]) | undefined
}

/** Up to which of its events a record of another service was known when something was decided; 0 where it was not. */
export interface SeenVersion {
  readonly stream: string
  readonly version: number
}

/** What a caller hands to `handle`. */
export interface CommandRequest<Cmd extends Command> {
  /** The aggregate's id without category. */
  readonly id: string
  readonly command: Cmd
  /**
   * Of a case that is entered as a whole: what followed the command, in time order. Each is judged on what the former left;
   * all of it is recorded, or nothing.
   */
  readonly steps?: readonly Cmd[]
  /** A repeated key returns the first answer; the same key with another command is `IDEMPOTENCY_KEY_REUSED`. */
  readonly idempotencyKey: string
  /** `VERSION_CONFLICT` when the aggregate has moved on. */
  readonly expectedVersion?: number | null
  /** Set when `command.at` is not now: why it is entered late. Limited and counted by policy. */
  readonly backdatedBecause?: string | null
  readonly correlationId: string
  readonly causationId?: string | null
  /** What speaks against the command besides what the aggregate decides: whom it names, where that is nobody on the staff. */
  readonly besides?: readonly Violation[]
  /** On which versions of other services' records that rests. */
  readonly besidesSaw?: readonly SeenVersion[]
}

export type CommandOutcome<State> =
  | { readonly status: 'accepted' | 'repeated'; readonly document: AggregateDocument<State> }
  | {
      readonly status: 'refused'
      /** Whether it is the first answer to the key, told again: the rules may judge otherwise by now. */
      readonly isRepeated: boolean
      readonly violations: readonly Violation[]
      /** Records of other services that the decision rests on, each once. */
      readonly saw: readonly SeenVersion[]
      readonly document: AggregateDocument<State> | null
    }

/** One record of history: its commands in time order, applied in one transaction, whole or not at all. */
export interface HistoryRequest<Cmd extends Command> {
  readonly id: string
  readonly commands: readonly Cmd[]
  /** Whether the source gives no instant, so that the record is told as of now, each time anew. */
  readonly isUndated?: boolean
  /** How a field of a record that is there already can be told otherwise: the command that changes it, by its name. */
  readonly corrections?: Readonly<Record<string, () => Cmd>>
  readonly backdatedBecause: string
  readonly source: Finding['source']
  readonly correlationId: string
}

/** What a record tells otherwise than it was told before. `null` stands for nothing, and for text about a person. */
export interface HistoryChange {
  readonly field: string
  readonly before: string | null
  readonly after: string | null
}

/**
 * `document` is `null` when the record made no event at all; `violations` then say why. Of a record that is there already
 * and is told otherwise, `changes` are what was `corrected`, or, where it is `different`, what nothing can change: then
 * nothing of it is changed.
 */
export interface HistoryOutcome<State> {
  readonly status: 'imported' | 'alreadyPresent' | 'corrected' | 'different' | 'unusable'
  readonly document: AggregateDocument<State> | null
  readonly violations: readonly Violation[]
  readonly changes?: readonly HistoryChange[]
}

/** What became of one of many records; `failed` where it could not be read as one. */
export type HistoryAnswer<State> = HistoryOutcome<State> | { readonly status: 'failed'; readonly error: unknown }

/** The one way to change anything. Joins the caller's transaction when given a session. */
export interface CommandBus {
  handle<State, Cmd extends Command, Event extends DomainEvent, LookUp>(
    repository: Repository<State, Cmd, Event, LookUp>,
    request: CommandRequest<Cmd>,
    session?: ClientSession,
  ): Promise<CommandOutcome<State>>
  importHistory<State, Cmd extends Command, Event extends DomainEvent, LookUp>(
    repository: Repository<State, Cmd, Event, LookUp>,
    request: HistoryRequest<Cmd>,
  ): Promise<HistoryOutcome<State>>
  /**
   * The same for many records, in one transaction where nothing speaks against it. What is wrong with a record keeps out
   * that record alone; the answers come in the order of the requests.
   * @param requests of different records
   */
  importHistories<State, Cmd extends Command, Event extends DomainEvent, LookUp>(
    repository: Repository<State, Cmd, Event, LookUp>,
    requests: readonly HistoryRequest<Cmd>[],
  ): Promise<readonly HistoryAnswer<State>[]>
  /**
   * Tells what would become of many records, by importing them in a transaction that is given up: nothing is kept, and
   * nothing follows from it.
   * @param presume puts there before, in the same transaction, what is taken to be there by then
   */
  rehearseHistories<State, Cmd extends Command, Event extends DomainEvent, LookUp>(
    repository: Repository<State, Cmd, Event, LookUp>,
    requests: readonly HistoryRequest<Cmd>[],
    presume: (rehearsal: Rehearsal) => Promise<void>,
  ): Promise<readonly HistoryAnswer<State>[]>
}

/** The transaction that is given up. It may be begun anew, as all transactions. */
export interface Rehearsal extends Pick<CommandBus, 'importHistories'> {
  readonly session: ClientSession
}

/** What a projection's handler may use: the transaction that also advances the cursor, and commands within it. */
export interface ProjectionScope {
  readonly session: ClientSession
  readonly commands: CommandBus
  /** Actor and ids for commands that follow from the event. */
  readonly following: { readonly actor: Actor; readonly correlationId: string; readonly causationId: string }
  /** For which making of the projection the event is applied: `KeptCollection.of(scope)` is its collection. */
  readonly build: Build
}

/**
 * What to do for each event type; types without a handler only move the cursor. A new build hands over every event again:
 * a handler that issues commands has to give them ids and idempotency keys that follow from the event alone, and to take a
 * refusal because it was done before for the success that it is.
 */
export type ProjectionHandlers = {
  readonly [Name in EventType]?: (event: StoredEventOf<Name>, scope: ProjectionScope) => Promise<void>
}

/**
 * A consumer of events. Each handler runs in one transaction with the cursor, once per event and build, in order per stream.
 * A handler that throws parks the stream after its retries; other streams go on. A projection that a service gets later,
 * or a higher version of it, begins with the first event that there ever was.
 */
export interface Projection {
  /** Unique within the service; also the consumer's name in `parked` and metrics, and the beginning of the group id. */
  readonly name: string
  /**
   * From 1; raised with every change of the handlers or of what they keep. The higher version is built from the first event
   * on beside what readers see, and takes its place when it is level.
   */
  readonly version: number
  readonly sources: readonly Context[]
  /** What it keeps (`keptCollection`); every build has its own. Empty where handlers only issue commands. */
  readonly collections: readonly { readonly name: string; readonly indexes: readonly mongo.IndexDescription[] }[]
  readonly handlers: ProjectionHandlers
}
