import type { EventRegistry, StoredEvent } from '@afterline/events'
import { bucketChanges, ledgerOf } from '@afterline/rules'
import type { ClientSession } from 'mongoose'
import type { StoredAggregate } from '../interfaces.ts'
import { changedEvent } from '../store/changed-event.ts'
import { readStoredStreams } from '../store/stream-reads.ts'
import { type CorrectionDeps, correctBooks, storedBooksOf } from './correct-books.ts'
import type { StreamPlace } from './documents.ts'
import { booksOf, type StreamBooks } from './stream-books.ts'
import { firstOwedVersions } from './uncounted.ts'

export interface BookkeepingDeps extends CorrectionDeps {
  readonly registry: EventRegistry
  /** All of the service; no books are kept of other streams. */
  readonly aggregates: readonly StoredAggregate[]
}

/** What the books do not hold yet. */
export interface Uncounted {
  /** In the order of their versions: whole stretches of streams whose earlier events are counted. */
  readonly events: readonly StoredEvent[]
  /** Streams whose books other code made, and which are counted anew as far as they are counted. */
  readonly recounts: readonly string[]
}

/**
 * Counts events: moves limits, measurements and sums from what is stored of their streams to what these are with the
 * events. A stream's books are made from all of its events and compared with the stored ones, so it makes no difference
 * what was counted before, by whom, or how often: what was counted wrongly is put right by the way. The sums of a whole
 * batch are one write each.
 *
 * Reads the earlier events of streams that have any; the streams of a company's day are short.
 * @returns streams whose books cannot be made; nothing is written of them
 */
export async function keepBooks(
  deps: BookkeepingDeps,
  { events, recounts }: Uncounted,
  session: ClientSession,
): Promise<ReadonlySet<string>> {
  const added = Map.groupBy(events, ({ stream }) => stream)
  const places = placesOf(deps.aggregates, new Set([...added.keys(), ...recounts]))
  const histories = await historiesOf(deps, places, added, session)
  const stored = await storedBooksOf(
    deps.connection,
    places.map(({ stream }) => stream),
    session,
  )
  const { right, failed } = rightBooks(deps, places, histories, stored)
  await correctBooks(deps, withoutStreams(stored, failed), right, session)
  return failed
}

function placesOf(aggregates: readonly StoredAggregate[], streams: ReadonlySet<string>): readonly StreamPlace[] {
  return [...streams].flatMap((stream) => {
    const aggregate = aggregates.find(({ category }) => stream.startsWith(`${category}-`))
    if (!aggregate || ledgerOf(aggregate.category) === null) return []
    return [{ category: aggregate.category, stream, collection: aggregate.collection }]
  })
}

/** Of each stream the events that its books are to hold, as they are stored. */
async function historiesOf(
  { connection }: BookkeepingDeps,
  places: readonly StreamPlace[],
  added: ReadonlyMap<string, readonly StoredEvent[]>,
  session: ClientSession,
): Promise<ReadonlyMap<string, readonly StoredEvent[]>> {
  const streams = places.map(({ stream }) => stream)
  const continued = streams.filter((stream) => !isBegunBy(added.get(stream)))
  const read = await readStoredStreams(connection, continued, session)
  const recounted = continued.filter((stream) => !added.has(stream))
  const owed = await firstOwedVersions(connection, recounted, session)
  return new Map(
    streams.map((stream) => {
      const own = added.get(stream) ?? []
      if (isBegunBy(own)) return [stream, own]
      const last = own.at(-1)?.version ?? (owed.get(stream) ?? Number.POSITIVE_INFINITY) - 1
      return [stream, (read.get(stream) ?? []).filter(({ version }) => version <= last)]
    }),
  )
}

const isBegunBy = (events: readonly StoredEvent[] | undefined) => events?.[0]?.version === 1

/** One stream that cannot be counted, or whose history is not what was stored, keeps no other from it. */
function rightBooks(
  { policies, registry }: BookkeepingDeps,
  places: readonly StreamPlace[],
  histories: ReadonlyMap<string, readonly StoredEvent[]>,
  stored: StreamBooks,
): { readonly right: StreamBooks; readonly failed: ReadonlySet<string> } {
  const former = Map.groupBy(stored.measurements, ({ stream }) => stream)
  const books: StreamBooks[] = []
  const failed = new Set<string>()
  for (const place of places) {
    const history = histories.get(place.stream) ?? []
    try {
      if (!isWhole(history)) throw new Error(`the history of ${place.stream} is not what was stored`)
      const right = booksOf(
        policies,
        place,
        history.map((event) => registry.newest(event)),
      )
      // Throws where the sums of the stream cannot be exact.
      bucketChanges(former.get(place.stream) ?? [], right.measurements, policies.tenantZone)
      books.push(right)
    } catch {
      failed.add(place.stream)
    }
  }
  return { right: allOf(books), failed }
}

function isWhole(history: readonly StoredEvent[]): boolean {
  return history.every(({ version }, index) => version === index + 1) && changedEvent(history) === undefined
}

/** Several streams' books in one. */
export function allOf(books: readonly StreamBooks[]): StreamBooks {
  return {
    timers: books.flatMap(({ timers }) => timers),
    measurements: books.flatMap(({ measurements }) => measurements),
  }
}

function withoutStreams({ timers, measurements }: StreamBooks, streams: ReadonlySet<string>): StreamBooks {
  if (streams.size === 0) return { timers, measurements }
  return {
    timers: timers.filter(({ stream }) => !streams.has(stream)),
    measurements: measurements.filter(({ stream }) => !streams.has(stream)),
  }
}
