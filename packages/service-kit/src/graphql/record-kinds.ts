import { type Category, type Context, categories, categoryOf } from '@afterline/events'
import type { SeenVersion } from '../interfaces.ts'
import { type Audience, audiences } from './audiences.ts'

interface RecordKind {
  /** Who reads records of the kind. */
  readonly audience: Audience
  /** Whether a record is somebody's own, so that a role that opens own records only does not open all. */
  readonly isOwned: boolean
}

/** What the graph of each kind declares where it is kept, for the services that only follow it; a test keeps both equal. */
export const recordKinds = {
  customer: { audience: 'CUSTOMER_READERS', isOwned: true },
  employee: { audience: 'STAFF_READERS', isOwned: false },
  backup: { audience: 'BACKUP_READERS', isOwned: false },
  product: { audience: 'PRODUCT_READERS', isOwned: false },
  lot: { audience: 'ORDER_READERS', isOwned: false },
  deviation: { audience: 'CONTRACT_READERS', isOwned: false },
  order: { audience: 'ORDER_READERS', isOwned: true },
  contract: { audience: 'CONTRACT_READERS', isOwned: true },
  complaint: { audience: 'COMPLAINT_READERS', isOwned: true },
  survey: { audience: 'RATING_READERS', isOwned: true },
} as const satisfies Readonly<Record<Category, RecordKind>>

/** `enum RecordKind` of the graph. */
export type RecordKindName = Uppercase<Category>

/** A version of a record as the graph shows it, and takes it. */
export interface RecordVersion {
  readonly record: RecordKindName
  readonly id: string
  readonly version: number
}

/** The roles that read records of the kind, some or all of them. */
export function rolesReading(category: Category): readonly string[] {
  return audiences[recordKinds[category].audience]
}

export function categoryNamed(record: RecordKindName): Category {
  // Its name in the graph is the category in capitals.
  return record.toLowerCase() as Category
}

export function contextOf(category: Category): Context {
  return categories[category].context
}

/** What a refusal saw of other services' records, as far as the role reads such records. */
export function versionsTold(role: string | null, saw: readonly SeenVersion[]): readonly RecordVersion[] {
  return saw.flatMap(({ stream, version }) => {
    const category = categoryOf(stream)
    if (role === null || !rolesReading(category).includes(role)) return []
    // A category in capitals is its name in the graph.
    const record = category.toUpperCase() as RecordKindName
    return [{ record, id: stream.slice(category.length + 1), version }]
  })
}
