import type { ClientSession, Connection } from 'mongoose'
import { correctBooks, REBUILD_SLOT, storedBooksOf } from '../bookkeeping/correct-books.ts'
import { measurementsOf, timersOf } from '../bookkeeping/documents.ts'
import type { StoredAggregate } from '../interfaces.ts'
import { eventsOf } from '../store/collections.ts'
import { databaseOf } from '../store/database.ts'
import { streamOf } from '../store/fold-stream.ts'
import { NO_CORRECTIONS, type Stretch } from './rebuild-job.ts'
import type { RebuildSource } from './rebuild-streams.ts'

/** Where something may be left of streams that have no events. */
interface Place {
  readonly name: string
  /** The streams of the next documents after a key, in order; with the key to go on after, `null` at the end. */
  next(
    after: string,
    limit: number,
    session: ClientSession,
  ): Promise<{ streams: readonly string[]; last: string | null }>
  /** What becomes of streams that have no events. */
  deal(streams: readonly string[], session: ClientSession): Promise<Pick<Stretch, 'corrected' | 'problems'>>
}

/**
 * Deletes limits and measurements of streams without events, with their part of the sums. A document without events is
 * only named: events are what documents are made of, so it is these that are missing.
 */
export async function removeLeftovers(
  source: RebuildSource,
  aggregates: readonly StoredAggregate[],
  { after, limit }: { readonly after: string | null; readonly limit: number },
  session: ClientSession,
): Promise<Stretch> {
  const places = placesOf(source, aggregates)
  const [name = places[0]?.name ?? '', key = ''] = after?.split(SEPARATOR) ?? []
  const index = places.findIndex((each) => each.name === name)
  const place = places[index]
  if (!place) return { after: null, streams: 0, corrected: NO_CORRECTIONS, problems: [] }
  const { streams, last } = await place.next(key, limit, session)
  const withEvents = await streamsWithEvents(source.connection, streams, session)
  const left = streams.filter((stream) => !withEvents.has(stream))
  const dealt = left.length === 0 ? { corrected: NO_CORRECTIONS, problems: [] } : await place.deal(left, session)
  const next = last === null ? places[index + 1]?.name : `${name}${SEPARATOR}${last}`
  return { after: next ?? null, streams: 0, ...dealt }
}

/** In no name of a collection. */
const SEPARATOR = '|'

function placesOf(source: RebuildSource, aggregates: readonly StoredAggregate[]): readonly Place[] {
  const { connection } = source
  return [
    booksPlace(source, 'timers', timersOf(connection)),
    booksPlace(source, 'measurements', measurementsOf(connection)),
    ...aggregates.map((aggregate) => documentsPlace(connection, aggregate)),
  ]
}

type OfStreams = Pick<ReturnType<typeof timersOf>, 'find'> | Pick<ReturnType<typeof measurementsOf>, 'find'>

function booksPlace(source: RebuildSource, name: string, collection: OfStreams): Place {
  return {
    name,
    async next(after, limit, session) {
      // From the index alone. All that a stream has is dealt with at once, so the last one may be cut here.
      const options = { session, projection: { _id: 0, stream: 1 }, sort: { stream: 1 }, limit } as const
      const found = await collection.find({ stream: { $gt: after } }, options).toArray()
      const streams = [...new Set(found.map(({ stream }) => stream))]
      return { streams, last: found.length < limit ? null : (streams.at(-1) ?? null) }
    },
    async deal(streams, session) {
      const { connection, policies } = source
      const stored = await storedBooksOf(connection, streams, session)
      const deps = { connection, policies, bucketSlot: REBUILD_SLOT }
      const books = await correctBooks(deps, stored, { timers: [], measurements: [] }, session)
      return { corrected: { ...NO_CORRECTIONS, ...books }, problems: [] }
    },
  }
}

function documentsPlace(connection: Connection, aggregate: StoredAggregate): Place {
  const { collection: name } = aggregate
  return {
    name,
    async next(after, limit, session) {
      const options = { session, projection: { _id: 1 }, sort: { _id: 1 }, limit } as const
      const documents = databaseOf(connection).collection<{ readonly _id: string }>(name)
      const found = await documents.find({ _id: { $gt: after } }, options).toArray()
      const streams = found.map(({ _id }) => streamOf(aggregate, _id))
      return { streams, last: found.length < limit ? null : (found.at(-1)?._id ?? null) }
    },
    async deal(streams) {
      const fault = { code: 'STREAM_INCOMPLETE', message: 'there is a document and not one event' }
      return { corrected: NO_CORRECTIONS, problems: streams.map((stream) => ({ stream, ...fault })) }
    },
  }
}

async function streamsWithEvents(
  connection: Connection,
  streams: readonly string[],
  session: ClientSession,
): Promise<ReadonlySet<string>> {
  if (streams.length === 0) return new Set()
  const found = await eventsOf(connection)
    .aggregate<{ readonly _id: string }>(
      [{ $match: { stream: { $in: [...streams] } } }, { $group: { _id: '$stream' } }],
      { session },
    )
    .toArray()
  return new Set(found.map(({ _id }) => _id))
}
