export { projected, records } from './collections.ts'
export { kept } from './kept.ts'
export { type PreparedUser, prepareUsers, removeUsers } from './prepare-users.ts'
export { type DatabaseUser, databaseNameOf, scratchPrefixOf, userNameOf } from './roles.ts'
