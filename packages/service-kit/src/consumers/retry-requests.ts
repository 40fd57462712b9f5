import { randomUUID } from 'node:crypto'
import type { Connection } from 'mongoose'
import { databaseOf } from '../store/database.ts'
import type { Resumption } from './resuming.ts'

/**
 * Somebody's wish that a parked stream be tried again. Only the service that has the projections can do it, while the
 * wish may come from the command line or from a replica that runs no consumers: so it goes through the database.
 */
export interface RetryRequestDocument {
  readonly _id: string
  readonly consumer: string
  readonly stream: string
  readonly requestedAt: Date
  /** When a replica took it up. */
  readonly takenAt: Date | null
  readonly outcome: Resumption | null
}

const KEPT_SECONDS = 24 * 3600

export const retryRequestsOf = (connection: Connection) =>
  databaseOf(connection).collection<RetryRequestDocument>('retryRequests')

export async function ensureRetryIndexes(connection: Connection): Promise<void> {
  await retryRequestsOf(connection).createIndex({ requestedAt: 1 }, { expireAfterSeconds: KEPT_SECONDS })
}

export async function requestRetry(connection: Connection, consumer: string, stream: string): Promise<string> {
  const _id = randomUUID()
  const request = { _id, consumer, stream, requestedAt: new Date(), takenAt: null, outcome: null }
  await retryRequestsOf(connection).insertOne(request, { writeConcern: { w: 'majority', journal: true } })
  return _id
}

/** Takes one request that nobody has taken, for one of these consumers. */
export function takeRetryRequest(
  connection: Connection,
  consumers: readonly string[],
): Promise<RetryRequestDocument | null> {
  return retryRequestsOf(connection).findOneAndUpdate(
    { takenAt: null, consumer: { $in: [...consumers] } },
    { $set: { takenAt: new Date() } },
    { sort: { requestedAt: 1 }, returnDocument: 'after' },
  )
}

/** Gives a request back that a stop interrupted: whoever runs next carries it out. */
export async function returnRetryRequest(connection: Connection, _id: string): Promise<void> {
  await retryRequestsOf(connection).updateOne({ _id, outcome: null }, { $set: { takenAt: null } })
}

export async function answerRetryRequest(connection: Connection, _id: string, outcome: Resumption): Promise<void> {
  await retryRequestsOf(connection).updateOne({ _id }, { $set: { outcome } })
}
