import { accessRoles, type Role } from '../../catalogue/index.ts'

/** Roles of machines, and of those who are no staff. */
const NO_POSTS: readonly string[] = ['SYSTEM', 'PUBLIC', 'DELIVERY_CHANNEL']

/** Those of the roles that a member of staff holds (ORG-3). */
export function postsAmong(roles: readonly string[]): readonly Role[] {
  return accessRoles.map(({ id }) => id).filter((role) => roles.includes(role) && !NO_POSTS.includes(role))
}
