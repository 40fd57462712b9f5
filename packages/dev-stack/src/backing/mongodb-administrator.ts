import { join } from 'node:path'
import mongoose from 'mongoose'
import { withUser } from './mongodb-uri.ts'
import { secretsFolder, storedBytes } from './stored-secret.ts'

/** Who sets up a MongoDB that was started here, and what its members know each other by. */
export interface Administrator {
  readonly username: string
  readonly password: string
  /** Whoever has this file is a member, and may do everything; it is what users are made with where there are none. */
  readonly keyFile: string
  readonly key: string
}

const USERNAME = 'afterline_admin'

export async function administratorOf(dataDir: string): Promise<Administrator> {
  const folder = await secretsFolder(dataDir)
  const keyFile = join(folder, 'mongodb-key')
  return {
    username: USERNAME,
    password: await storedBytes(join(folder, 'mongodb-admin.password'), 'base64url'),
    keyFile,
    key: await storedBytes(keyFile),
  }
}

/**
 * As a member of the replica set. A data folder from before there were users has none that could make others, and one that
 * was moved to another port has no primary: the members' key opens both.
 */
export const asMember = (uri: string, { key }: Administrator) =>
  withUser(uri, { username: '__system', password: key, authSource: 'local' })

export const asAdministrator = (uri: string, { username, password }: Administrator) =>
  withUser(uri, { username, password, authSource: 'admin' })

/** Creates the administrator, or gives it the password that the data folder holds. */
export async function ensureAdministrator(uri: string, administrator: Administrator): Promise<void> {
  const { username, password } = administrator
  const client = await new mongoose.mongo.MongoClient(asMember(uri, administrator)).connect()
  try {
    const admin = client.db('admin')
    const { users } = await admin.command({ usersInfo: username })
    const account = { pwd: password, roles: ['root'], mechanisms: ['SCRAM-SHA-256'] }
    await admin.command({ [users.length > 0 ? 'updateUser' : 'createUser']: username, ...account })
  } finally {
    await client.close()
  }
}
