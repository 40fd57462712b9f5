import type { StoredEvent } from '@afterline/events'
import type { ClientSession } from 'mongoose'
import { recountsOf } from '../bookkeeping/uncounted.ts'
import type { AggregateDocument, StoredAggregate } from '../interfaces.ts'
import { foldStream, isCurrent, streamOf } from './fold-stream.ts'
import { loadDocument, loadDocuments, replaceStale } from './persist.ts'
import { ServiceError } from './service-error.ts'
import { slotOf } from './slots.ts'
import type { StoreDeps } from './store-deps.ts'
import { type EventSource, readStreams } from './stream-reads.ts'

/**
 * Loads a document for a change. A stale one is folded anew from its stream's events in this transaction: whatever comes
 * of the change then starts from what the code understands. Its limits, measurements and sums are counted anew behind the
 * commit. Of two that do so at once, one meets the other's write and starts again.
 * @throws ServiceError `STREAM_INCOMPLETE`, EventUnknownError
 */
export async function loadCurrent<State>(
  deps: StoreDeps,
  aggregate: StoredAggregate<State>,
  id: string,
  session: ClientSession,
): Promise<AggregateDocument<State> | null> {
  const { connection } = deps
  const { collection } = aggregate
  const document = await loadDocument<State>(connection, collection, id, session)
  if (document === null || isCurrent(aggregate, document)) return document
  const stream = streamOf(aggregate, id)
  const events = (await readStreams(deps, [stream], session)).get(stream) ?? []
  const current = wholeFold(aggregate, document, events)
  // The document first: it is where those who change one stream meet.
  await replaceStale(connection, collection, current, session)
  await recountsOf(connection).updateOne({ _id: stream }, { $set: { slot: slotOf(stream) } }, { session, upsert: true })
  return current
}

/** The same for those of many ids that are there, in no particular order. */
export async function loadPresent<State>(
  deps: StoreDeps,
  aggregate: StoredAggregate<State>,
  ids: readonly string[],
  session: ClientSession,
): Promise<readonly AggregateDocument<State>[]> {
  const found = await loadDocuments<State>(deps.connection, aggregate.collection, ids, session)
  const present: AggregateDocument<State>[] = []
  for (const document of found) {
    const current = isCurrent(aggregate, document)
      ? document
      : await loadCurrent(deps, aggregate, document._id, session)
    if (current) present.push(current)
  }
  return present
}

/**
 * What is shown of documents that were read: stale ones are folded anew, all of them with one read of events, and
 * nothing is written. A list that filters or sorts by stale fields still finds by what is stored, until the rebuild.
 * @param session where they were read in a transaction, so that both reads see the same
 * @throws ServiceError `STREAM_INCOMPLETE`, EventUnknownError
 */
export async function currentDocuments<State>(
  source: EventSource,
  aggregate: StoredAggregate<State>,
  documents: readonly AggregateDocument<State>[],
  session?: ClientSession,
): Promise<readonly AggregateDocument<State>[]> {
  const stale = documents.filter((document) => !isCurrent(aggregate, document))
  if (stale.length === 0) return documents
  const streams = stale.map(({ _id }) => streamOf(aggregate, _id))
  const events = await readStreams(source, streams, session)
  return documents.map((document) =>
    isCurrent(aggregate, document)
      ? document
      : wholeFold(aggregate, document, events.get(streamOf(aggregate, document._id)) ?? []),
  )
}

/**
 * The documents of these ids, in no particular order, as this code understands them: what loaders show, and what a
 * decision reads of another aggregate. An id without a document is passed over; see `currentDocuments`.
 */
export async function readDocuments<State>(
  source: EventSource,
  aggregate: StoredAggregate<State>,
  ids: readonly string[],
  session?: ClientSession,
): Promise<readonly AggregateDocument<State>[]> {
  if (ids.length === 0) return []
  const found = await loadDocuments<State>(source.connection, aggregate.collection, ids, session)
  return currentDocuments(source, aggregate, found, session)
}

function wholeFold<State>(
  aggregate: StoredAggregate<State>,
  { _id, version }: AggregateDocument<State>,
  events: readonly StoredEvent[],
): AggregateDocument<State> {
  const current = foldStream(aggregate, _id, events)
  // Outside a transaction the stream may have grown since the document was read.
  if (current !== null && current.version >= version && current.version === events.length) return current
  throw new ServiceError(
    'STREAM_INCOMPLETE',
    `${aggregate.category}-${_id}: its events do not reach version ${version}`,
  )
}
