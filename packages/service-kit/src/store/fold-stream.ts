import { type DomainEvent, GENESIS_HASH, type StoredEvent, type StoredEventOf, streamEvents } from '@afterline/events'
import { type Instant, ledgerOf } from '@afterline/rules'
import { ledgerAfter } from '../bookkeeping/stream-books.ts'
import type { AggregateDocument, Command, Finding, Repository, StoredAggregate } from '../interfaces.ts'

/* What a document is made of: the pure fold of its stream's events, one by one as they come or all of them anew. */

/** What the store needs of an aggregate, of those that are wired to a collection. */
export function storedAggregateOf<State, Cmd extends Command, Event extends DomainEvent, LookUp>({
  aggregate,
  model,
}: Pick<Repository<State, Cmd, Event, LookUp>, 'aggregate' | 'model'>): StoredAggregate<State> {
  return { ...aggregate, collection: model.collection.name }
}

export function streamOf({ category }: Pick<StoredAggregate, 'category'>, id: string): string {
  return `${category}-${id}`
}

/** Whether the code's own shapes made state and ledger; after a rollback stored shapes are newer, and as strange to it. */
export function isCurrent(
  aggregate: Pick<StoredAggregate, 'category' | 'shape'>,
  { stateShape, ledgerShape }: Pick<AggregateDocument<unknown>, 'stateShape' | 'ledgerShape'>,
): boolean {
  const shapes = shapesOf(aggregate)
  return stateShape === shapes.stateShape && ledgerShape === shapes.ledgerShape
}

/** The shapes that the code gives state and ledger. */
export function shapesOf({ category, shape }: Pick<StoredAggregate, 'category' | 'shape'>) {
  return { stateShape: shape, ledgerShape: ledgerOf(category)?.shape ?? null }
}

/** The document of a stream without events, which is never stored. */
export function unbegun<State>(aggregate: StoredAggregate<State>, id: string, at: Instant): AggregateDocument<State> {
  return {
    _id: id,
    version: 0,
    headHash: GENESIS_HASH,
    headRecordedAt: at,
    state: aggregate.initialState,
    ledger: ledgerOf(aggregate.category)?.initial ?? null,
    findings: [],
    ...shapesOf(aggregate),
  }
}

/** The document after one more event of its stream. */
export function documentAfter<State>(
  aggregate: StoredAggregate<State>,
  document: AggregateDocument<State>,
  event: StoredEvent,
): AggregateDocument<State> {
  const ledger = ledgerOf(aggregate.category)
  return {
    ...document,
    version: event.version,
    headHash: event.hash,
    headRecordedAt: event.recordedAt,
    state: ofTheStore.has(event.type) ? document.state : evolved(aggregate, document.state, event),
    ledger: ledger ? ledgerAfter(ledger, document.ledger, event) : null,
    findings: findingsAfter(document.findings, event),
  }
}

/** The document as its events make it, from the first to the last; `null` for a stream without events. */
export function foldStream<State>(
  aggregate: StoredAggregate<State>,
  id: string,
  events: readonly StoredEvent[],
): AggregateDocument<State> | null {
  const [first] = events
  if (first === undefined) return null
  const begun = unbegun(aggregate, id, first.recordedAt)
  return events.reduce((document, event) => documentAfter(aggregate, document, event), begun)
}

const ofTheStore: ReadonlySet<string> = new Set(streamEvents.map(({ type }) => type))

function evolved<State>(aggregate: StoredAggregate<State>, state: State, event: StoredEvent): State {
  const { type, data, occurredAt, recordedAt, actor } = event
  return aggregate.evolve(state, { type, data, occurredAt, recordedAt, actor })
}

function findingsAfter(known: readonly Finding[], event: StoredEvent): readonly Finding[] {
  if (isFinding(event)) return [...known, event.data]
  if (!areFindings(event)) return known
  const { findings, source } = event.data
  return [...known, ...findings.map((finding) => ({ ...finding, source }))]
}

/* A stored event keeps its type's contract: it was checked before it was appended. */

function areFindings(event: StoredEvent): event is StoredEventOf<'FindingsRecorded'> {
  return event.type === 'FindingsRecorded'
}

/** As releases wrote it that made an event of each. */
function isFinding(event: StoredEvent): event is StoredEventOf<'FindingRecorded'> {
  return event.type === 'FindingRecorded'
}
