import { prepareUsers, userNameOf } from '@afterline/service-kit/rights'
import mongoose from 'mongoose'
import type { Log } from '../backing/log.ts'
import { withUser } from '../backing/mongodb-uri.ts'
import { type ServiceName, serviceNames } from './layout.ts'
import type { PasswordFile, Secrets } from './secrets.ts'

export interface DatabaseUser extends PasswordFile {
  readonly username: string
}

/** As whom services, and whoever operates the instance, go to MongoDB. */
export type DatabaseUsers = Readonly<Record<ServiceName | 'operator', DatabaseUser>>

/** Codes with which MongoDB says that somebody may not do something. */
const REFUSED = [13, 8000]

/**
 * Creates the users, or brings their rights and passwords up to date.
 * @param uri of whoever may do that
 * @returns null where whoever is configured may not: then services go as that one, too
 */
export async function provideDatabaseUsers(
  uri: string,
  prefix: string,
  { databasePasswords }: Secrets,
  log: Log,
): Promise<DatabaseUsers | null> {
  const withName = ([holder, { file, password }]: readonly [ServiceName | 'operator', PasswordFile]) =>
    [holder, { username: userNameOf(prefix, holder), file, password }] as const
  const named = ([...serviceNames, 'operator'] as const).map((holder) => withName([holder, databasePasswords[holder]]))
  const passwords = new Map(named.map(([, { username, password }]) => [username, password]))
  const client = await new mongoose.mongo.MongoClient(uri).connect()
  try {
    await prepareUsers(client, { prefix, passwords })
  } catch (error) {
    if (!isRefusal(error)) throw error
    log('MongoDB: who is configured may not create users, so every service goes as that one')
    return null
  } finally {
    await client.close()
  }
  // One entry for each holder, as just mapped.
  return Object.fromEntries(named) as DatabaseUsers
}

/** The connection string of whoever operates the instance. */
export function operatorUri(uri: string, users: DatabaseUsers | null): string {
  return users === null ? uri : withUser(uri, { ...users.operator, authSource: 'admin' })
}

function isRefusal(error: unknown): boolean {
  return error instanceof mongoose.mongo.MongoServerError && REFUSED.includes(Number(error.code))
}
