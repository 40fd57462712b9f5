import type { Principal } from '../identity/index.ts'
import { hasRole, type RequestContext } from './request-context.ts'

/** Roles that deal with customers and complainants; the others see that there is a text, not which (SEC-1, SEC-2, C35). */
const DEALING_WITH_CUSTOMERS = [
  'SALESPERSON',
  'SALES_MANAGER',
  'QUALITY_CONTROL',
  'ADMINISTRATION',
  'AFTER_SALES',
  'SERVICE_ENGINEER',
  'HOTLINE_AGENT',
  'COMPLAINT_DESK',
  'MEDICAL_ADVISOR',
] as const

/** Personal text in the clear, masked, or `null` when the person was erased. */
export async function personalText(context: RequestContext, ciphertext: string | null): Promise<string | null> {
  if (ciphertext === null) return null
  const text = await context.kit.cipher.decrypt(ciphertext)
  return text === null || hasRole(context, ...DEALING_WITH_CUSTOMERS) ? text : masked(text)
}

/** The first character as people see it, so that those who know each other recognise the entry. */
function masked(text: string): string {
  const [first] = new Intl.Segmenter().segment(text)
  return `${first?.segment ?? ''}***`
}

/** A salesperson sees own customers, orders and complaints only; any further role lifts that. */
export function isOnlySalesperson({ roles }: Principal): boolean {
  return roles.every((role) => role === 'SALESPERSON' || role === 'PUBLIC')
}
