import { isOnlySalesperson, type Principal } from '@afterline/service-kit'
import type { CustomerFile } from './customer.ts'

/** Whose files a caller may see: a salesperson without a further role those assigned to him or her; `null` for all. */
export function onlyOwnFilesOf(principal: Principal): string | null {
  return isOnlySalesperson(principal) ? principal.id : null
}

export function maySee(principal: Principal, file: CustomerFile): boolean {
  const owner = onlyOwnFilesOf(principal)
  return owner === null || file.ownerId === owner
}
