import { canonicalJson, type EventRegistry, type StoredEvent } from '@afterline/events'
import { bucketChanges, type PolicyBook } from '@afterline/rules'
import type { ClientSession, Connection } from 'mongoose'
import { areRight, correctBooks, REBUILD_SLOT, storedBooksOf } from '../bookkeeping/correct-books.ts'
import { allOf } from '../bookkeeping/keep-books.ts'
import { booksOf, type StreamBooks } from '../bookkeeping/stream-books.ts'
import { firstOwedVersions } from '../bookkeeping/uncounted.ts'
import { faultOf } from '../consumers/fault.ts'
import type { AggregateDocument, StoredAggregate } from '../interfaces.ts'
import { changedEvent } from '../store/changed-event.ts'
import { type EventDocument, eventsOf, storedEventOf } from '../store/collections.ts'
import { foldStream } from '../store/fold-stream.ts'
import { loadDocuments, putDocuments } from '../store/persist.ts'
import { keepValues } from '../store/unique-values.ts'
import { NO_CORRECTIONS, type RebuildProblem, type Stretch } from './rebuild-job.ts'

export interface RebuildSource {
  readonly connection: Connection
  readonly registry: EventRegistry
  readonly policies: PolicyBook
}

/**
 * Makes documents, limits and measurements of the next streams of a category anew, and writes those that are otherwise.
 * A stream of which anything is written has its document written, too: that is where commands on it meet this.
 * @param limit so many events at most, unless one stream alone has more
 */
export async function rebuildStreams(
  source: RebuildSource,
  aggregate: StoredAggregate,
  { after, limit }: { readonly after: string | null; readonly limit: number },
  session: ClientSession,
): Promise<Stretch> {
  const { connection } = source
  const { streams, isLast } = await nextStreams(connection, aggregate, { after, limit }, session)
  const names = [...streams.keys()]
  const stored = await storedOf(connection, aggregate, names, session)
  const outcomes = names.map((stream) => outcomeOf(source, aggregate, stream, streams.get(stream) ?? [], stored))
  const wrong = outcomes.flatMap((outcome) => (outcome.kind === 'WRONG' ? [outcome] : []))
  const corrected = await correct(source, aggregate, wrong, session)
  const documents = outcomes.flatMap((outcome) => (outcome.kind === 'PROBLEM' ? [] : [outcome.document]))
  await keepValues(connection, aggregate, documents, session)
  return {
    after: isLast ? null : (names.at(-1) ?? null),
    streams: names.length,
    corrected,
    problems: outcomes.flatMap((outcome) => (outcome.kind === 'PROBLEM' ? [outcome.problem] : [])),
  }
}

/** Whole streams in the order of their names, as many as have so many events together, and one at least. */
async function nextStreams(
  connection: Connection,
  { category }: StoredAggregate,
  { after, limit }: { readonly after: string | null; readonly limit: number },
  session: ClientSession,
) {
  // The character after the dash: every stream of the category lies between, and none of another.
  const range = { stream: { $gt: after ?? `${category}-`, $lt: `${category}.` } }
  const sort = { stream: 1, version: 1 } as const
  const found = await eventsOf(connection).find(range, { session, sort, limit }).toArray()
  const streams = Map.groupBy(found, ({ stream }) => stream)
  const isLast = found.length < limit
  const cut = found.at(-1)?.stream
  if (isLast || cut === undefined) return { streams, isLast }
  if (streams.size > 1) streams.delete(cut)
  else streams.set(cut, await eventsOf(connection).find({ stream: cut }, { session, sort }).toArray())
  return { streams, isLast }
}

interface Stored {
  readonly documents: ReadonlyMap<string, AggregateDocument<unknown>>
  readonly books: ReadonlyMap<string, StreamBooks>
  /** Of streams that are not counted wholly, the first version that the books do not hold. */
  readonly owed: ReadonlyMap<string, number>
}

async function storedOf(
  connection: Connection,
  { category, collection }: StoredAggregate,
  streams: readonly string[],
  session: ClientSession,
): Promise<Stored> {
  const ids = streams.map((stream) => stream.slice(category.length + 1))
  const documents = await loadDocuments<unknown>(connection, collection, ids, session)
  const all = await storedBooksOf(connection, streams, session)
  const timers = Map.groupBy(all.timers, ({ stream }) => stream)
  const measurements = Map.groupBy(all.measurements, ({ stream }) => stream)
  const books = streams.map((stream) => {
    return [stream, { timers: timers.get(stream) ?? [], measurements: measurements.get(stream) ?? [] }] as const
  })
  const owed = await firstOwedVersions(connection, streams, session)
  return { documents: new Map(documents.map((document) => [document._id, document])), books: new Map(books), owed }
}

type Outcome =
  | { readonly kind: 'RIGHT'; readonly document: AggregateDocument<unknown> }
  | { readonly kind: 'PROBLEM'; readonly problem: RebuildProblem }
  | Wrong

interface Wrong {
  readonly kind: 'WRONG'
  readonly isDocumentWrong: boolean
  readonly document: AggregateDocument<unknown>
  readonly stored: StreamBooks
  readonly right: StreamBooks
}

/** What cannot be folded stops its own stream, and no other. */
function outcomeOf(
  source: RebuildSource,
  aggregate: StoredAggregate,
  stream: string,
  documents: readonly EventDocument[],
  stored: Stored,
): Outcome {
  try {
    const asStored = documents.map(storedEventOf)
    const events = asStored.map((one) => source.registry.newest(one))
    const changed = changedEvent(asStored)
    if (changed === undefined) return compared(source, aggregate, stream, events, stored)
    const message = `version ${changed.version} does not match its hash`
    return { kind: 'PROBLEM', problem: { stream, code: 'EVENT_CHANGED', message } }
  } catch (error) {
    return { kind: 'PROBLEM', problem: { stream, ...faultOf(error) } }
  }
}

function compared(
  { policies }: RebuildSource,
  aggregate: StoredAggregate,
  stream: string,
  events: readonly StoredEvent[],
  stored: Stored,
): Outcome {
  const { category, collection } = aggregate
  const id = stream.slice(category.length + 1)
  const document = foldStream(aggregate, id, events)
  const known = stored.documents.get(id)
  if (document === null || document.version !== events.length || document.version < (known?.version ?? 0)) {
    const message = `there are ${events.length} events, the last is ${document?.version}, the document has ${known?.version}`
    return { kind: 'PROBLEM', problem: { stream, code: 'STREAM_INCOMPLETE', message } }
  }
  const books = stored.books.get(stream) ?? { timers: [], measurements: [] }
  // What is counted behind the commit of its command is not for a rebuild to count.
  const before = stored.owed.get(stream) ?? Number.POSITIVE_INFINITY
  const counted = events.filter(({ version }) => version < before)
  const right = booksOf(policies, { category, stream, collection }, counted)
  // Throws where the sums of the stream cannot be exact.
  bucketChanges(books.measurements, right.measurements, policies.tenantZone)
  const isDocumentWrong = known === undefined || !isSame(known, document)
  if (!isDocumentWrong && areRight(books, right)) return { kind: 'RIGHT', document }
  return { kind: 'WRONG', isDocumentWrong, document, stored: books, right }
}

/** What lies beside the members of a document is nobody's state. */
function isSame(stored: AggregateDocument<unknown>, right: AggregateDocument<unknown>): boolean {
  const { _id, version, headHash, headRecordedAt, state, ledger, findings } = stored
  const known = { _id, version, headHash, headRecordedAt, state, ledger, findings }
  const shapes = { stateShape: stored.stateShape, ledgerShape: stored.ledgerShape }
  return canonicalJson({ ...known, ...shapes }) === canonicalJson(right)
}

async function correct(
  { connection, policies }: RebuildSource,
  { collection }: StoredAggregate,
  wrong: readonly Wrong[],
  session: ClientSession,
): Promise<Stretch['corrected']> {
  if (wrong.length === 0) return NO_CORRECTIONS
  await putDocuments(
    connection,
    collection,
    wrong.map(({ document }) => document),
    session,
  )
  const deps = { connection, policies, bucketSlot: REBUILD_SLOT }
  const stored = allOf(wrong.map((one) => one.stored))
  const books = await correctBooks(deps, stored, allOf(wrong.map(({ right }) => right)), session)
  return { ...NO_CORRECTIONS, ...books, documents: wrong.filter(({ isDocumentWrong }) => isDocumentWrong).length }
}
