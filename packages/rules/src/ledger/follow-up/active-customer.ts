import type { Instant } from '../../primitives/instant.ts'
import { localDateOf, plusMonths, startOfDay, type TimeZone } from '../../primitives/local-date.ts'

/** What makes a customer active while it is open (C34). */
export interface OpenMatter {
  readonly kind: 'OPPORTUNITY' | 'ORDER' | 'CONTRACT' | 'CASE' | 'PROJECT'
  readonly openedAt: Instant
  /** `null` while it is open. */
  readonly closedAt: Instant | null
}

/** What is on record of a customer's dealings. */
export interface CustomerActivity {
  readonly customerId: string
  readonly matters: readonly OpenMatter[]
  readonly deliveredAt: readonly Instant[]
}

export interface ActivitySettings {
  /** Twelve unless policy says otherwise (`customer.activeMonths`). */
  readonly activeMonths: number
  /** In whose days the months are counted. */
  readonly zone: TimeZone
}

/**
 * C34: a customer is active with an open opportunity, order, contract, case or project, or with a delivery in so many
 * months before. What closes at the instant is closed; the day so many months ago still counts.
 */
export function isActiveAt(
  { matters, deliveredAt }: Omit<CustomerActivity, 'customerId'>,
  at: Instant,
  { activeMonths, zone }: ActivitySettings,
): boolean {
  const deliveredFrom = startOfDay(plusMonths(localDateOf(at, zone), -activeMonths), zone)
  return (
    matters.some(({ openedAt, closedAt }) => openedAt <= at && (closedAt === null || at < closedAt)) ||
    deliveredAt.some((delivered) => deliveredFrom <= delivered && delivered <= at)
  )
}

/** Who is to be followed up, and who is left out and has to be reported as such (C34). */
export interface ActiveCustomers {
  readonly activeIds: readonly string[]
  readonly leftOutIds: readonly string[]
}

export function activeCustomersAt(
  customers: readonly CustomerActivity[],
  at: Instant,
  settings: ActivitySettings,
): ActiveCustomers {
  const active = new Set(customers.filter((customer) => isActiveAt(customer, at, settings)))
  return {
    activeIds: [...active].map(({ customerId }) => customerId),
    leftOutIds: customers.filter((customer) => !active.has(customer)).map(({ customerId }) => customerId),
  }
}
