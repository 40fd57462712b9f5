import type { RequestContext } from './request-context.ts'

/** Roles that deal with customers and complainants; the others see that there is a text, not which (SEC-1, SEC-2, C35). */
export const DEALING_WITH_CUSTOMERS: readonly string[] = [
  'SALESPERSON',
  'SALES_MANAGER',
  'QUALITY_CONTROL',
  'ADMINISTRATION',
  'AFTER_SALES',
  'SERVICE_ENGINEER',
  'HOTLINE_AGENT',
  'COMPLAINT_DESK',
  'MEDICAL_ADVISOR',
  'DELIVERY_CHANNEL',
]

/**
 * Personal text in the clear, masked, or `null` when the person was erased. It is clear to a role that deals with
 * customers and lets the caller see this very record.
 */
export async function personalText(context: RequestContext, ciphertext: string | null): Promise<string | null> {
  if (ciphertext === null) return null
  const text = await context.kit.cipher.decrypt(ciphertext)
  return text === null || context.by.some((role) => DEALING_WITH_CUSTOMERS.includes(role)) ? text : masked(text)
}

/** The first character as people see it, so that those who know each other recognise the entry. */
function masked(text: string): string {
  const [first] = new Intl.Segmenter().segment(text)
  return `${first?.segment ?? ''}***`
}
