export { projected, records } from './collections.ts'
export { type PreparedUser, prepareUsers, removeUsers } from './prepare-users.ts'
export { type DatabaseUser, databaseNameOf, userNameOf } from './roles.ts'
