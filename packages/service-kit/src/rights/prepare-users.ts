import { contexts } from '@afterline/events'
import type { mongo } from 'mongoose'
import { isLaterBuild } from '../projections/build.ts'
import { type DatabaseUser, databaseNameOf, operatorUser, serviceUser } from './roles.ts'

export interface PreparedUser {
  readonly user: string
  readonly holder: DatabaseUser['holder']
  readonly role: 'CREATED' | 'UPDATED'
  /** `null` where only roles were asked for. */
  readonly account: 'CREATED' | 'UPDATED' | null
}

export interface PrepareUsersOptions {
  /** Before `_<service>` in the names of databases and users. */
  readonly prefix: string
  /** By user; `null` where users come from elsewhere (X.509, an operator of the cluster) and are given these roles there. */
  readonly passwords: ReadonlyMap<string, string> | null
}

/**
 * Creates a role and a user for each service and one for operators, or brings those that are there up to date; may be
 * repeated at any time. Roles hold what this release needs: before an upgrade, the newer release's are to be prepared.
 * @param client of somebody who may administer users of `admin`, and list the collections of the services' databases
 * @throws TypeError when a user's password is missing
 */
export async function prepareUsers(
  client: mongo.MongoClient,
  { prefix, passwords }: PrepareUsersOptions,
): Promise<readonly PreparedUser[]> {
  const users = await usersOf(client, prefix)
  const without = users.filter(({ name }) => passwords !== null && !passwords.get(name)).map(({ name }) => name)
  if (without.length > 0) throw new TypeError(`there is no password for ${without.join(', ')}`)
  const prepared: PreparedUser[] = []
  for (const user of users) {
    const role = await prepareRole(client, user)
    const account = passwords === null ? null : await prepareAccount(client, user, passwords.get(user.name) ?? '')
    prepared.push({ user: user.name, holder: user.holder, role, account })
  }
  return prepared
}

/** Takes away what `prepareUsers` has made. */
export async function removeUsers(client: mongo.MongoClient, prefix: string): Promise<void> {
  const admin = client.db('admin')
  for (const { name } of await usersOf(client, prefix)) {
    if (await isThere(admin, { usersInfo: name }, 'users')) await admin.command({ dropUser: name })
    if (await isThere(admin, { rolesInfo: name }, 'roles')) await admin.command({ dropRole: name })
  }
}

async function usersOf(client: mongo.MongoClient, prefix: string): Promise<readonly DatabaseUser[]> {
  const services = contexts.map(async (context) => {
    const names = await client.db(databaseNameOf(prefix, context)).listCollections({}, { nameOnly: true }).toArray()
    return serviceUser(prefix, context, names.map(({ name }) => name).filter(isLaterBuild))
  })
  return [...(await Promise.all(services)), operatorUser(prefix)]
}

async function prepareRole(
  client: mongo.MongoClient,
  { name, privileges }: DatabaseUser,
): Promise<PreparedUser['role']> {
  const admin = client.db('admin')
  const isKnown = await isThere(admin, { rolesInfo: name }, 'roles')
  await admin.command({ [isKnown ? 'updateRole' : 'createRole']: name, privileges, roles: [] })
  return isKnown ? 'UPDATED' : 'CREATED'
}

async function prepareAccount(
  client: mongo.MongoClient,
  { name }: DatabaseUser,
  pwd: string,
): Promise<NonNullable<PreparedUser['account']>> {
  const admin = client.db('admin')
  const isKnown = await isThere(admin, { usersInfo: name }, 'users')
  const roles = [{ role: name, db: 'admin' }]
  await admin.command({
    [isKnown ? 'updateUser' : 'createUser']: name,
    ...{ pwd, roles, mechanisms: ['SCRAM-SHA-256'] },
  })
  return isKnown ? 'UPDATED' : 'CREATED'
}

async function isThere(admin: mongo.Db, question: mongo.Document, answer: 'users' | 'roles'): Promise<boolean> {
  const told = await admin.command(question)
  return told[answer].length > 0
}
