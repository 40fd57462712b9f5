import type { GraphClient } from '../graph-client.ts'

/** Posts of the sample company. Ids name the post, not a person. */
export const posts = {
  'sales-1': 'SALESPERSON',
  'sales-2': 'SALESPERSON',
  'sales-manager': 'SALES_MANAGER',
  'quality-1': 'QUALITY_CONTROL',
  'legal-1': 'LEGAL',
  'finance-1': 'FINANCE',
  'production-1': 'PRODUCTION',
  'warehouse-1': 'WAREHOUSE',
  'warehouse-2': 'WAREHOUSE',
  'hotline-1': 'HOTLINE_AGENT',
  'complaints-1': 'COMPLAINT_DESK',
  'administration-1': 'ADMINISTRATION',
  leadership: 'LEADERSHIP',
  'migration-1': 'OPERATOR',
  'mail-1': 'DELIVERY_CHANNEL',
} as const

export type Post = keyof typeof posts

/** The graph as each post of the company uses it, and a customer, who does not sign in. */
export type Staff = (post: Post | 'customer') => GraphClient

/** The posts that one order's life needs: none of them may do what another has to check. */
export const actors = [
  'sales-1',
  'finance-1',
  'quality-1',
  'production-1',
  'warehouse-1',
  'warehouse-2',
] as const satisfies readonly Post[]
export type Actor = (typeof actors)[number]

/** Under which id the identity provider knows whoever is at a post. */
export type StaffIds = Readonly<Record<Actor, string>>
