import type { mongo } from 'mongoose'
import { BackupError } from './backup-error.ts'

/** What running services renew every few seconds, and give back when they stop. */
const RENEWED = ['leases', 'relayMembers'] as const

interface Renewed {
  readonly expiresAt: Date
}

/**
 * Services that serve a database hold leases in it, by the clock of MongoDB.
 * @throws BackupError TARGET_SERVED while one of them is held
 */
export async function requireNobodyServes(database: mongo.Db): Promise<void> {
  for (const name of RENEWED) {
    const [held] = await database
      .collection<Renewed>(name)
      .aggregate<Renewed>([{ $match: { $expr: { $gt: ['$expiresAt', '$$NOW'] } } }, { $limit: 1 }])
      .toArray()
    if (held === undefined) continue
    throw new BackupError(
      'TARGET_SERVED',
      `a service runs on database ${database.databaseName}: stop all of them first (what ended without a word is held to run until ${held.expiresAt.toISOString()})`,
    )
  }
}
