import { furtherRoles, type Instant, type KnownStaff, postsAmong, type Role } from '@afterline/rules'
import type { Connection } from 'mongoose'
import type { Caller } from '../identity/index.ts'
import { databaseOf } from '../store/database.ts'
import { employeeIdOf } from './employee-id.ts'
import type { RegisteredStaff } from './registered-staff.ts'

/** What the identity provider said of somebody who acted here, by the claims of a verified token. */
export interface RecognisedStaff {
  /** As in the register (`employeeIdOf`). */
  readonly _id: string
  readonly staffId: string
  /** All that were ever claimed. */
  readonly roles: readonly Role[]
  /** When any of the roles was claimed last: the release before goes by it while both serve. */
  readonly recognisedAt: Instant
  /** When each role was claimed last; nothing of those that were claimed before this was kept. */
  readonly claimedAt?: Readonly<Partial<Record<Role, Instant>>>
}

/**
 * Somebody by what the register tells and what tokens said here. Beside the register only those roles count that were claimed
 * after it told of the person last, and that administration did not take away: of a role without an instant, nobody knows.
 */
export function withClaims({ roles, claimedAt = {} }: RecognisedStaff, known: RegisteredStaff | null): KnownStaff {
  if (known === null) return { roles, rolesBefore: [], validFrom: null, validUntil: null }
  const since = roles.filter((role) => (claimedAt[role] ?? known.toldAt) > known.toldAt)
  return { ...known, roles: [...known.roles, ...furtherRoles(known, since)] }
}

export const recognisedStaffOf = (connection: Connection) =>
  databaseOf(connection).collection<RecognisedStaff>('recognisedStaff')

/**
 * Keeps that the caller is staff, and that these roles were claimed now, beside those that were claimed before.
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
  if (!posts.every((post) => known?.roles.includes(post))) await tell({ id, roles: posts })
  const claims = Object.fromEntries(posts.map((post) => [`claimedAt.${post}`, at]))
  const change = { $addToSet: { roles: { $each: [...posts] } }, $set: { staffId: id, recognisedAt: at, ...claims } }
  await recognisedStaffOf(connection).updateOne({ _id }, change, { upsert: true })
}
