export { decodeCursor, encodeCursor } from './cursor.ts'
export { type AnyPage, type Page, type PageArguments, pageFrom, pageSize, type UncountedPage } from './page.ts'
export { type Condition, type Direction, type ListQuery, type Member, pageOf, planOf } from './page-of.ts'
export { type HeldList, pageOfHeld } from './page-of-held.ts'
