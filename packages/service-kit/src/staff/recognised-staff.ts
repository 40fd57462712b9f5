import { type Instant, postsAmong, type Role } from '@afterline/rules'
import type { Connection } from 'mongoose'
import type { Caller } from '../identity/index.ts'
import { databaseOf } from '../store/database.ts'
import { employeeIdOf } from './employee-id.ts'

/** What the identity provider said of somebody who acted here, by the claims of a verified token. */
export interface RecognisedStaff {
  /** As in the register (`employeeIdOf`). */
  readonly _id: string
  readonly staffId: string
  readonly roles: readonly Role[]
  /** When the last of the roles was learnt. */
  readonly recognisedAt: Instant
}

export const recognisedStaffOf = (connection: Connection) =>
  databaseOf(connection).collection<RecognisedStaff>('recognisedStaff')

/**
 * Keeps that the caller is staff, with these roles and those that were learnt before.
 * @param tell is told of what is new before it is kept, so that it is told again where that fails
 */
export async function keepRecognised(
  connection: Connection,
  { id, roles }: Caller,
  at: Instant,
  tell: (caller: Caller) => Promise<void>,
): Promise<void> {
  const posts = postsAmong(roles)
  if (posts.length === 0) return
  const _id = employeeIdOf(id)
  const known = await recognisedStaffOf(connection).findOne({ _id })
  if (posts.every((post) => known?.roles.includes(post))) return
  await tell({ id, roles: posts })
  const change = { $addToSet: { roles: { $each: [...posts] } }, $set: { staffId: id, recognisedAt: at } }
  await recognisedStaffOf(connection).updateOne({ _id }, change, { upsert: true })
}
