import { type Actor, type EventRegistry, hashOfEvent, problemsOfStoredEvent, type StoredEvent } from '@afterline/events'
import { type Instant, laterOf, type PolicyBook } from '@afterline/rules'
import { isCountable } from '../bookkeeping/countable.ts'
import type { LedgerChange } from '../bookkeeping/documents.ts'
import type { AggregateDocument, StoredAggregate } from '../interfaces.ts'
import { refuseProblems } from './event-problems.ts'
import { documentAfter, streamOf, unbegun } from './fold-stream.ts'
import { ServiceError } from './service-error.ts'

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

export function beginChange<State>(
  aggregate: StoredAggregate<State>,
  id: string,
  before: AggregateDocument<State> | null,
  now: Instant,
): StreamChange<State> {
  return { stream: streamOf(aggregate, id), before, after: before ?? unbegun(aggregate, id, now), events: [] }
}

/** What the books are told of the change, before they are kept. */
export function ledgerChangeOf<State>(
  { category, collection }: StoredAggregate<State>,
  { stream, before, after, events }: StreamChange<State>,
): LedgerChange {
  return { category, collection, stream, before: before?.ledger ?? null, after: after.ledger, events }
}

/** @throws ServiceError `INPUT_INVALID` where limits and sums cannot be made of the change */
export function refuseUncountable<State>(
  policies: PolicyBook,
  aggregate: StoredAggregate<State>,
  change: StreamChange<State>,
): void {
  if (isCountable(policies, ledgerChangeOf(aggregate, change))) return
  throw new ServiceError('INPUT_INVALID', 'holds amounts or instants that cannot be counted exactly')
}

/** Appends an event: one that the aggregate's own decision made, or one of the store, which no aggregate sees. */
export function appendEvent<State>(
  { registry }: EventContract,
  change: StreamChange<State>,
  aggregate: StoredAggregate<State>,
  draft: EventDraft,
): StreamChange<State> {
  const event = nextEvent(registry, change.after, change.stream, draft)
  return { ...change, after: documentAfter(aggregate, change.after, event), events: [...change.events, event] }
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
