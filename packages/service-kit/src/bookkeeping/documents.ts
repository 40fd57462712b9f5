import type { IdentifiedMeasurement, StoredEvent } from '@afterline/events'
import type { Announcement, Bucket, Instant, Timer } from '@afterline/rules'
import type { Connection, mongo } from 'mongoose'
import { type CollectionIndexes, databaseOf } from '../store/database.ts'

/** Whose books are kept: a stream, and where its document lies. */
export interface StreamPlace {
  readonly category: string
  readonly stream: string
  /** The collection that holds the aggregate's document. */
  readonly collection: string
}

/** What is about to be appended to a stream, and what becomes of its ledger by it. */
export interface LedgerChange extends StreamPlace {
  /** `null` where there was no such stream, or where streams of its category have none. */
  readonly before: unknown
  readonly after: unknown
  readonly events: readonly StoredEvent[]
}

/** A limit of a stream with what policy makes of it, so that board and clock find it by index. */
export interface TimerDocument extends Timer {
  /** `<stream>|<key>|<item>`. */
  readonly _id: string
  readonly stream: string
  /** The collection that holds the aggregate's document, for the clock. */
  readonly collection: string
  /** When the run began that decides: a reopening begins a new one where policy says so. */
  readonly runStartedAt: Instant
  /** Neither ended nor voided, and somebody has to act by the due instant. */
  readonly isOpen: boolean
  /** As policy or contract has it; see `fixedDueAt` for which of them. While a pause lasts, as of the last look at it. */
  readonly dueAt: Instant
  /** The due instant that a contract fixes; `null` where policy computes it. */
  readonly fixedDueAt: Instant | null
  readonly warnAt: Instant
  /** `null` where nothing is announced. */
  readonly escalateTo: string | null
  /** Made, or not owed: a limit that is past due when it becomes known needs no warning any more. */
  readonly announced: readonly Announcement[]
  /** When the clock has to look at it next; `null` when there is nothing left to announce. */
  readonly announceAt: Instant | null
}

/** The limit as the ledger knows it. */
export function timerOf({
  key,
  item,
  rule,
  startedAt,
  stoppedAt,
  voidedAt,
  fixedDueAt,
  policyVersion,
  pauses,
  reopenings,
  occurrences,
}: TimerDocument): Timer {
  return {
    ...{ key, item, rule, startedAt, stoppedAt, voidedAt, dueAt: fixedDueAt, policyVersion },
    ...(pauses === undefined ? {} : { pauses }),
    ...(reopenings === undefined ? {} : { reopenings }),
    ...(occurrences === undefined ? {} : { occurrences }),
  }
}

/** A measurement of a stream, with what tells whether the clock or a later fact still moves it. */
export interface MeasurementDocument extends IdentifiedMeasurement {
  /** Not achieved and with a due instant: in no bucket, evaluated at each reading. */
  readonly isOpen: boolean
  /** The instant from which on its bucket holds it rightly: the later of `since` and `achievedAt`. */
  readonly settledAt: Instant
}

/** Part of a sum: concurrent writers use different slots, so that they do not wait for each other; see `BucketSlots`. */
export interface BucketDocument extends Omit<Bucket, 'tally'> {
  /** `<key of the bucket>|<slot>`. */
  readonly _id: string
  readonly slot: number
  readonly numerator: number
  readonly denominator: number
}

export const timersOf = (connection: Connection): mongo.Collection<TimerDocument> =>
  databaseOf(connection).collection<TimerDocument>('timers')
export const measurementsOf = (connection: Connection): mongo.Collection<MeasurementDocument> =>
  databaseOf(connection).collection<MeasurementDocument>('measurements')
export const bucketsIn = (connection: Connection): mongo.Collection<BucketDocument> =>
  databaseOf(connection).collection<BucketDocument>('buckets')

const openOnly = { partialFilterExpression: { isOpen: true } }

export const bookkeepingIndexes: readonly CollectionIndexes[] = [
  {
    collection: 'timers',
    indexes: [
      { key: { stream: 1 } },
      { key: { dueAt: 1, _id: 1 }, ...openOnly },
      { key: { key: 1, dueAt: 1, _id: 1 }, ...openOnly },
      { key: { escalateTo: 1, dueAt: 1, _id: 1 }, ...openOnly },
      { key: { announceAt: 1, _id: 1 }, ...openOnly },
    ],
  },
  {
    collection: 'measurements',
    indexes: [
      { key: { stream: 1 } },
      { key: { scopes: 1, kpi: 1, countsAt: 1 } },
      { key: { scopes: 1, kpi: 1, countsAt: 1, dueAt: 1 }, name: 'open', ...openOnly },
      { key: { settledAt: 1 }, partialFilterExpression: { isOpen: false } },
    ],
  },
  // The second for audits of the sums, which read all scopes of some days.
  { collection: 'buckets', indexes: [{ key: { scope: 1, kpi: 1, day: 1 } }, { key: { kpi: 1, day: 1 } }] },
]
