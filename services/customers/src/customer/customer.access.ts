import { hasRole, type Principal, type RequestContext } from '@afterline/service-kit'
import type { CustomerFile } from './customer.ts'

/** Roles that talk to the customer's people; everybody else sees them masked (SEC-2, C35). */
const DEALING_WITH_CUSTOMERS = [
  'SALESPERSON',
  'SALES_MANAGER',
  'QUALITY_CONTROL',
  'AFTER_SALES',
  'SERVICE_ENGINEER',
  'HOTLINE_AGENT',
  'COMPLAINT_DESK',
  'MEDICAL_ADVISOR',
] as const

/** Whose files a caller may see: a salesperson without a further role those assigned to him or her; `null` for all. */
export function onlyOwnFilesOf({ id, roles }: Principal): string | null {
  return roles.every((role) => role === 'SALESPERSON' || role === 'PUBLIC') ? id : null
}

export function maySee(principal: Principal, file: CustomerFile): boolean {
  const owner = onlyOwnFilesOf(principal)
  return owner === null || file.ownerId === owner
}

/** Personal text in the clear, masked, or `null` when it was erased. */
export async function personalText(context: RequestContext, ciphertext: string | null): Promise<string | null> {
  if (ciphertext === null) return null
  const text = await context.kit.cipher.decrypt(ciphertext)
  if (text === null || hasRole(context, ...DEALING_WITH_CUSTOMERS)) return text
  return masked(text)
}

/** The first character, so that people who know each other recognise the entry. */
function masked(text: string): string {
  const [first = ''] = new Intl.Segmenter().segment(text)
  return `${typeof first === 'string' ? first : first.segment}***`
}
