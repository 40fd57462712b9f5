/**
 * Whose text something holds, and under whose key it is encrypted: a customer's, or that of a member of staff, whose key has
 * the id of the own record. `null` where neither is named.
 */
export function textOwnerIn(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return null
  const named = 'customerId' in value ? value.customerId : 'employeeId' in value ? value.employeeId : null
  return typeof named === 'string' ? named : null
}
