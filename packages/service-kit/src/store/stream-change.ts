import {
  type Actor,
  type DomainEvent,
  type EventRegistry,
  GENESIS_HASH,
  hashOfEvent,
  problemsOfStoredEvent,
  type StoredEvent,
} from '@afterline/events'
import { type Instant, type Ledger, laterOf, ledgerOf } from '@afterline/rules'
import type { AggregateDocument, Finding, Recorded } from '../contract.ts'
import { refuseProblems } from './event-problems.ts'

/** What every event of one append has in common. */
export interface EventOrigin {
  readonly actor: Actor
  readonly correlationId: string
  readonly causationId: string | null
  readonly traceparent: string | null
  readonly backdatedBecause: string | null
  /** When the store learned of it; pushed back where the stream's head is later. */
  readonly recordedAt: Instant
}

/** An event that is complete but for its place in the stream. Personal fields are ciphertext. */
export interface EventDraft extends EventOrigin {
  readonly id: string
  readonly type: string
  readonly schemaVersion: number
  readonly data: unknown
  readonly occurredAt: Instant
  readonly policyVersion: string
}

/** What new events are held against. */
export interface EventContract {
  readonly registry: EventRegistry
}

/** A stream and what is being appended to it: nothing is written before the whole change stands. */
export interface StreamChange<State> {
  readonly stream: string
  readonly before: AggregateDocument<State> | null
  readonly after: AggregateDocument<State>
  readonly events: readonly StoredEvent[]
}

/** What a change needs of an aggregate: how a stored event alters the state. An aggregate only meets its own events. */
export interface Evolution<State> {
  readonly category: string
  readonly initialState: State
  evolve(state: State, event: Recorded<DomainEvent>): State
}

export function beginChange<State>(
  { category, initialState }: Pick<Evolution<State>, 'category' | 'initialState'>,
  id: string,
  before: AggregateDocument<State> | null,
  now: Instant,
): StreamChange<State> {
  const empty: AggregateDocument<State> = {
    _id: id,
    version: 0,
    headHash: GENESIS_HASH,
    headRecordedAt: now,
    state: initialState,
    ledger: ledgerOf(category)?.initial ?? null,
    findings: [],
  }
  return { stream: `${category}-${id}`, before, after: before ?? empty, events: [] }
}

/** Appends an event that the aggregate's own decision made. */
export function appendEvent<State>(
  { registry }: EventContract,
  change: StreamChange<State>,
  evolution: Evolution<State>,
  draft: EventDraft,
): StreamChange<State> {
  const event = nextEvent(registry, change.after, change.stream, draft)
  const { type, data, occurredAt, recordedAt, actor } = event
  const state = evolution.evolve(change.after.state, { type, data, occurredAt, recordedAt, actor })
  return withEvent({ ...change, after: { ...change.after, state } }, evolution.category, event)
}

/** Appends an event of the store itself, which the aggregate never sees. */
export function appendStreamEvent<State>(
  { registry }: EventContract,
  change: StreamChange<State>,
  category: string,
  draft: EventDraft,
): StreamChange<State> {
  return withEvent(change, category, nextEvent(registry, change.after, change.stream, draft))
}

export function withFindings<State>(change: StreamChange<State>, findings: readonly Finding[]): StreamChange<State> {
  return { ...change, after: { ...change.after, findings: [...change.after.findings, ...findings] } }
}

/**
 * The only place where an event gets its hash: what cannot be kept as it is must not have one.
 * @throws ServiceError `INPUT_INVALID` for what somebody typed, `EVENT_INVALID` for what the program made
 */
function nextEvent(
  registry: EventRegistry,
  head: AggregateDocument<unknown>,
  stream: string,
  draft: EventDraft,
): StoredEvent {
  const unhashed = {
    ...draft,
    stream,
    version: head.version + 1,
    recordedAt: laterOf(draft.recordedAt, head.headRecordedAt),
    previousHash: head.headHash,
  }
  refuseProblems(draft.type, problemsOfStoredEvent(registry, unhashed))
  return { ...unhashed, hash: hashOfEvent(unhashed) }
}

function withEvent<State>(change: StreamChange<State>, category: string, event: StoredEvent): StreamChange<State> {
  const ledger = ledgerOf(category)
  const after = {
    ...change.after,
    version: event.version,
    headHash: event.hash,
    headRecordedAt: event.recordedAt,
    ledger: ledger ? recorded(ledger, change.after.ledger, event) : null,
  }
  return { ...change, after, events: [...change.events, event] }
}

/** The ledger skips facts that it does not know, so every event is offered to it, here as in a replay. */
function recorded(ledger: Ledger<unknown>, state: unknown, event: StoredEvent): unknown {
  const { type, occurredAt, recordedAt, policyVersion, data } = event
  return ledger.record(state ?? ledger.initial, { type, occurredAt, recordedAt, policyVersion, data })
}
