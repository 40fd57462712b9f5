import type { Context } from '@afterline/events'
import { type Instant, instantFromMillis } from '@afterline/rules'
import mongoose, { type ClientSession, type Connection, type mongo } from 'mongoose'
import type { Instance } from '../instance.ts'
import { connectContext } from '../mongodb.ts'
import { BackupError } from './backup-error.ts'

/** One database as it was at an instant of the cluster; everything that is read through it fits together. */
export interface Snapshot {
  readonly connection: Connection
  readonly database: string
  readonly session: ClientSession
  readonly at: Instant
  close(): Promise<void>
}

/** What the driver notes on a session whose reads are of one snapshot; its types do not tell of it. */
interface SnapshotTime {
  snapshotTime?: mongo.Timestamp
}

/** MongoDB: the snapshot is older than what the server still keeps (`minSnapshotHistoryWindowInSeconds`). */
const SNAPSHOT_TOO_OLD = 239

/** Of now: fixed by the first read. */
export async function openSnapshot(instance: Instance, context: Context): Promise<Snapshot> {
  const connection = await connectContext(instance, context)
  try {
    const session = await connection.startSession({ snapshot: true })
    const database = connection.getClient().db(connection.name)
    await database.collection('events').findOne({}, { session, projection: { _id: 1 } })
    const { snapshotTime } = session as SnapshotTime
    if (snapshotTime === undefined) throw new Error('MongoDB told no time of the snapshot')
    return {
      connection,
      database: database.databaseName,
      session,
      at: instantFromMillis(snapshotTime.getHighBits() * 1000),
      async close() {
        await session.endSession()
        await connection.close()
      },
    }
  } catch (error) {
    await connection.close()
    throw error
  }
}

/** What is to be said where a database takes longer than the server keeps snapshots. */
export function snapshotFault(error: unknown): unknown {
  const isGone = error instanceof mongoose.mongo.MongoServerError && error.code === SNAPSHOT_TOO_OLD
  if (!isGone) return error
  return new BackupError(
    'SNAPSHOT_GONE',
    'MongoDB no longer keeps the snapshot; let it keep one for as long as a backup takes (setParameter minSnapshotHistoryWindowInSeconds), and begin again',
  )
}
